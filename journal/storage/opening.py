"""From a file to an open journal: unlocked, brought up to date, and found writable.

An older journal is brought up to date whoever opens it, so that the rest of the program knows one
form of the tables.
"""

from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import update

from journal.domain.edit import Stamp
from journal.domain.errors import StorageError, StorageProblem
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.faults import writing_faults
from journal.storage.lock import WritersLock
from journal.storage.new_journal import make_journal
from journal.storage.open_journal import SqlJournal
from journal.storage.revision import HEAD, stored_revision
from journal.storage.unlocking import unlocked


def open_for_reading(path: Path, passphrase: str | None) -> SqlJournal:
    """The journal in the file at `path`, which exists; StorageError as `JournalFile.open` says."""
    return _opened(path, passphrase, None)


def open_for_writing(path: Path, passphrase: str | None, stamp: Stamp) -> SqlJournal:
    """The journal at `path`, made with `stamp` where there is none, and the lock it holds.

    Raises StorageError as `JournalFile.open` says.
    """
    with writing_faults():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = WritersLock(path.parent)
    try:
        if not path.exists():
            make_journal(path, passphrase, stamp)
        return _opened(path, passphrase, lock)
    except BaseException:
        lock.release()
        raise


def _opened(path: Path, passphrase: str | None, lock: WritersLock | None) -> SqlJournal:
    database = unlocked(path, passphrase)
    try:
        _bring_up_to_date(database, path, lock)
        if lock is not None:
            _check_writable(database)
    except BaseException:
        database.close()
        raise
    return SqlJournal(database, lock)


def _bring_up_to_date(database: Database, path: Path, lock: WritersLock | None) -> None:
    with database.read() as connection:
        revision = stored_revision(connection)
    if revision > HEAD:
        raise StorageError(StorageProblem.NEWER_VERSION)
    if revision < HEAD:
        from journal.storage.migration import migrate  # noqa: PLC0415 - loads Alembic

        with WritersLock(path.parent) if lock is None else nullcontext():
            migrate(database)


def _check_writable(database: Database) -> None:
    # Begin a change and take it back: SQLite makes its rollback journal, so the folder is asked
    # too, and the file is left as it is.
    with database.write() as connection:
        connection.execute(update(tables.version).values(version_num=HEAD))
        connection.rollback()
