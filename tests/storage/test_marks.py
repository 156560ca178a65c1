"""What a journal holds and a backup does not, found out from the two files."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.edit import Edit, Record
from journal.domain.repository import OpenJournal
from journal.domain.restoring import Loss, look_at_replaced
from journal.storage.store import JournalFile
from tests.storage.examples import (
    NOW,
    check_in,
    day_record,
    dose_taken,
    full_check_in,
    full_settings,
    medication,
    own_scale,
    response,
    safety_answer,
    save,
    session,
    side_effect,
    writer,
)
from tests.storage.test_released_journals import RELEASED

MEDICINE = medication()
LATER = NOW + timedelta(days=2)
DAY = LATER.date()


def backed_up(journal: OpenJournal) -> Path:
    (backup,) = journal.backups.make().made
    return backup.file


def lost(journal: OpenJournal, file: Path, passphrase: str | None = None) -> Loss | None:
    contents = journal.preview(file, passphrase)
    return look_at_replaced(journal, file, passphrase, contents).loss


@pytest.mark.parametrize(
    ("entry", "loss"),
    [
        (check_in(LATER), Loss(check_ins=1, days=1, newest=DAY)),
        (session(LATER), Loss(sessions=1, days=1, newest=DAY)),
        (side_effect(LATER), Loss(side_effects=1, days=1, newest=DAY)),
        (day_record(DAY), Loss(others=1, days=1, newest=DAY)),
        (response(LATER), Loss(others=1, days=1, newest=DAY)),
        (dose_taken(MEDICINE.id, LATER), Loss(others=1, days=1, newest=DAY)),
        (safety_answer(LATER), Loss(others=1, days=1, newest=DAY)),
        (medication(), Loss(others=1)),
        (own_scale(), Loss(others=1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_entry_counts(journal: OpenJournal, entry: Record, loss: Loss) -> None:
    save(journal, full_check_in(), MEDICINE)
    file = backed_up(journal)
    save(journal, entry)

    assert lost(journal, file) == loss


def test_as_many_deleted_as_added_are_not_the_same_entries(journal: OpenJournal) -> None:
    first = full_check_in()
    save(journal, first)
    file = backed_up(journal)
    journal.apply([Edit(first, None), Edit(None, check_in())])

    assert lost(journal, file) == Loss(check_ins=1)


def test_a_changed_note_and_changed_settings_are_told(journal: OpenJournal) -> None:
    first = full_check_in()
    save(journal, first)
    file = backed_up(journal)
    settings = journal.settings()
    journal.apply(
        [
            Edit(first, replace(first, note="No.", changed_at=LATER)),
            Edit(settings, replace(full_settings(settings), changed_at=LATER)),
        ]
    )

    assert lost(journal, file) == Loss(changed=1, settings=True)


def test_another_journal_is_told_as_such(journal: OpenJournal, tmp_path: Path) -> None:
    save(journal, full_check_in())
    other = writer(tmp_path / "other" / "journal.db")
    save(other, check_in())
    file = backed_up(other)
    other.close()

    assert lost(journal, file) == Loss(check_ins=1, of_another=True)


def test_the_file_is_opened_with_its_own_passphrase(
    journal: OpenJournal, tmp_path: Path, quick_keys: None
) -> None:
    other = writer(tmp_path / "other" / "journal.db", "staple")
    file = backed_up(other)
    other.close()

    assert lost(journal, file, "staple") == Loss(of_another=True)


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_an_older_backup_holds_what_it_holds(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(released.read_bytes())
    journal = JournalFile(path, lambda: NOW).open(writer=True)
    loss = lost(journal, released)
    journal.close()

    assert loss == Loss()
