"""Writes a journal with rows in every table, to be kept in tests/data when a version is released.

python -m tests.storage.example_journal tests/data/journal-0008.sqlite
"""

import sys
import tempfile
from pathlib import Path

from journal.domain.edit import Edit
from tests.storage.examples import (
    check_in,
    day_record,
    dose_taken,
    full_check_in,
    full_medication,
    full_response,
    full_safety_answer,
    full_session,
    full_settings,
    imported_row,
    own_scale,
    save,
    side_effects,
    writer,
)


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        journal = writer(path)
        entered, treatment = full_check_in(), full_session()
        answered, medicine = full_response(), full_medication()
        save(
            journal,
            own_scale(),
            entered,
            imported_row(entered.id),
            day_record(),
            treatment,
            *side_effects(treatment.id),
            answered,
            medicine,
            dose_taken(medicine.id),
            full_safety_answer(about=answered.id),
        )
        settings = journal.settings()
        journal.apply([Edit(settings, full_settings(settings))])
        deleted = check_in(note="Thrown away.")
        save(journal, deleted)
        journal.apply([Edit(deleted, None)])
        journal.close()
        target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
