"""What looking the whole file over finds."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import Integrity, OpenJournal
from tests.storage.examples import (
    NOW,
    check_in,
    full_check_in,
    save,
    session,
    side_effect,
    store_at,
    writer,
)

PAGE = 4096


def found(path: Path, passphrase: str | None = None) -> Integrity:
    with closing(store_at(path).open(passphrase)) as journal:
        return journal.check()


def test_a_sound_journal_and_what_it_holds(journal: OpenJournal) -> None:
    save(journal, full_check_in(), check_in(), check_in(), session(), session(), side_effect())
    assert journal.check() == Integrity((), check_ins=3, sessions=2, side_effects=1)


def test_a_reference_that_leads_nowhere(path: Path) -> None:
    writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO check_in_tag (check_in_id, tag) VALUES ('gone', 'walk')")
        connection.commit()
    assert found(path).faults == ("check_in_tag: a reference leads nowhere",)


def test_a_value_off_its_range(path: Path) -> None:
    journal = writer(path)
    save(journal, side_effect())
    journal.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE side_effect SET severity = 9")
        connection.commit()
    assert found(path).faults == ("CHECK constraint failed in side_effect",)


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_overwritten_pages(path: Path, passphrase: str | None) -> None:
    journal = writer(path, passphrase)
    for n in range(40):
        save(journal, check_in(NOW + timedelta(hours=n), note="Nobody else reads this." * 40))
    journal.close()
    pages = path.read_bytes()[: -8 * PAGE]
    path.write_bytes(pages + b"Nobody" * (8 * PAGE // 6) + b"No")
    faults = found(path, passphrase).faults
    assert faults
    assert not any("Nobody" in fault for fault in faults)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM journal_settings",
        "INSERT INTO journal_settings SELECT * FROM journal_settings",
        "UPDATE journal_settings SET id = NULL",
        "UPDATE journal_settings SET day_starts_at = X'00'",
    ],
)
def test_settings_that_nobody_wrote_are_told_as_damage(path: Path, change: str) -> None:
    writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE copied AS SELECT * FROM journal_settings;"  # without its constraints
            "DROP TABLE journal_settings;"
            "ALTER TABLE copied RENAME TO journal_settings;" + change
        )
    with closing(store_at(path).open()) as journal:
        for read in (journal.settings, journal.records):
            with pytest.raises(StorageError) as raised:
                read()
            assert raised.value.problem is StorageProblem.DAMAGED
