"""Writes a journal with rows in every table, to be kept in tests/data when a version is released.

python -m tests.storage.example_journal tests/data/journal-0001.sqlite
"""

import sys
import tempfile
from pathlib import Path

from tests.storage.examples import (
    day_record,
    full_check_in,
    full_session,
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
        save(
            journal,
            own_scale(),
            entered,
            imported_row(entered.id),
            day_record(),
            treatment,
            *side_effects(treatment.id),
        )
        journal.close()
        target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
