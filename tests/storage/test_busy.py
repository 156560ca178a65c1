"""Another program is at the file: the journal waits for a while, then says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from journal.domain.checkin import STANDARD_SCALES, DayRecord
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.storage import database, open_journal
from journal.storage.days import read_days
from tests.storage.examples import check_in, save, writer


@pytest.fixture
def impatient(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenJournal]:
    """A journal that waits no more than a moment."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    journal = writer(path)
    yield journal
    journal.close()


@pytest.fixture
def other(impatient: OpenJournal, path: Path) -> Iterator[dbapi2.Connection]:
    """Another program's connection to the same file."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    yield connection
    connection.close()


def test_a_file_another_program_writes_cannot_be_read(
    impatient: OpenJournal, other: dbapi2.Connection
) -> None:
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError) as raised:
        impatient.records()
    assert raised.value.problem is StorageProblem.BUSY
    other.execute("ROLLBACK")
    assert impatient.records().check_ins == ()


def test_nothing_changes_while_everything_is_read(
    impatient: OpenJournal, other: dbapi2.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.execute("PRAGMA busy_timeout = 0")

    def read_while_another_writes(connection: Connection) -> tuple[DayRecord, ...]:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM scale")
        with pytest.raises(dbapi2.OperationalError, match="locked"):
            other.execute("COMMIT")
        return read_days(connection)

    monkeypatch.setattr(open_journal, "read_days", read_while_another_writes)
    assert len(impatient.records().scales) == len(STANDARD_SCALES)
    other.execute("COMMIT")
    assert impatient.scales.all() == ()


def test_an_edit_waits_until_another_program_has_read(
    impatient: OpenJournal, other: dbapi2.Connection
) -> None:
    entered = check_in(note="two at a time")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM check_in").fetchall()
    with pytest.raises(StorageError) as raised:
        save(impatient, entered)
    assert raised.value.problem is StorageProblem.BUSY
    assert impatient.check_ins.between() == ()
    other.execute("ROLLBACK")
    save(impatient, entered)
    assert impatient.check_ins.between() == (entered,)
