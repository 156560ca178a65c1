"""From a file to an open journal: unlocked, brought up to date, and found writable.

An older journal is brought up to date whoever opens it, so that the rest of the program knows one
form of the tables.
"""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path
from stat import S_IMODE, S_IRWXG, S_IRWXO
from uuid import UUID

from sqlalchemy import update

from journal.domain.edit import Stamp
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import APP, make_private_folder
from journal.storage import backup_folders, tables
from journal.storage.backup_folders import BackupFolders
from journal.storage.backup_names import is_unreadable, mark_in
from journal.storage.database import Database
from journal.storage.deleted_records import purge
from journal.storage.faults import writing_faults
from journal.storage.lock import WritersLock
from journal.storage.new_file import clear_unfinished, remove
from journal.storage.new_journal import make_journal
from journal.storage.open_journal import SqlJournal
from journal.storage.revision import is_older
from journal.storage.unlocking import unlocked

Clock = Callable[[], datetime]

OTHERS = S_IRWXG | S_IRWXO


def open_for_reading(path: Path, passphrase: str | None, clock: Clock) -> SqlJournal:
    """The journal in the file at `path`, which exists; StorageError as `JournalFile.open` says."""
    return SqlJournal(_opened(path, passphrase, None, clock), None, clock)


def open_for_writing(
    path: Path, passphrase: str | None, clock: Clock, new_id: Callable[[], UUID]
) -> SqlJournal:
    """The journal at `path`, made where there is none, and the lock it holds.

    Raises StorageError as `JournalFile.open` says.
    """
    with writing_faults():
        make_private_folder(path.parent)
    lock = WritersLock(path.parent)
    try:
        _clear_away(path)
        if not path.exists():
            _make(path, passphrase, Stamp(clock(), new_id))
        journal = SqlJournal(_opened(path, passphrase, lock, clock), lock, clock)
        _tidy(journal, clock())
    except BaseException:
        lock.release()
        raise
    return journal


def _clear_away(path: Path) -> None:
    """Remove what a writer that was ended left unfinished, and might have filled the disk with.

    A backup may be in the making: whoever reads the journal makes those. The next one clears away
    what is left of them.
    """
    clear_unfinished(path.parent, lambda file: mark_in(file) is None)
    clear_unfinished(path.parent / backup_folders.FOLDER_NAME, is_unreadable)


def _make(path: Path, passphrase: str | None, stamp: Stamp) -> None:
    """Make a journal where none is; what is left of an earlier one is kept beside it."""
    from journal.storage.putting_aside import put_aside  # noqa: PLC0415 - not needed again

    with writing_faults():
        put_aside(path, stamp.now)
    make_journal(path, passphrase, stamp)


def _close_to_others(path: Path) -> None:
    """Take from others what they may do with a journal that was copied here, or moved.

    A folder that was named for it may be shared on purpose; the program's own are not. What lies in
    the one for backups is looked at only where that one is open: it is closed last.
    """
    folders = BackupFolders(path.parent / backup_folders.FOLDER_NAME)
    if _is_open_to_others(folders.own) and not folders.own.is_symlink():
        backups = [*(folders.files_in(folders.own) or ()), *folders.unreadable_in(folders.own)]
        _close([*backups, *folders.list_files, folders.own])
    _close([path, path.parent] if path.parent.name == APP else [path])


def _close(files: list[Path]) -> None:
    for each in filter(_is_open_to_others, files):
        with suppress(OSError):  # another system's disk may know no modes
            each.chmod(S_IMODE(each.stat().st_mode) & ~OTHERS)


def _is_open_to_others(file: Path) -> bool:
    with suppress(OSError):
        return bool(file.stat().st_mode & OTHERS)
    return False


def _opened(path: Path, passphrase: str | None, lock: WritersLock | None, clock: Clock) -> Database:
    database = unlocked(path, passphrase)
    try:
        if is_older(database):
            with WritersLock(path.parent) if lock is None else nullcontext():
                _bring_up_to_date(database, clock())
        if lock is not None:
            _check_writable(database)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database, now: datetime) -> None:
    """Take every step, once a verified backup of the older journal is there."""
    from journal.storage.backup import back_up_unless_unchanged  # noqa: PLC0415 - not needed again
    from journal.storage.migration import migrate  # noqa: PLC0415 - loads Alembic

    made = back_up_unless_unchanged(database, now)
    try:
        migrate(database)
    except StorageError as error:
        if made is not None and error.problem is StorageProblem.DAMAGED:
            remove(made.file)  # it would be the newest to go back to, and is no better
        raise


def _check_writable(database: Database) -> None:
    # Begin a change and take it back: SQLite makes its rollback journal, so the folder is asked
    # too, and the file is left as it is.
    with database.write() as connection:
        connection.execute(update(tables.version).values(version_num=tables.version.c.version_num))
        connection.rollback()


def _tidy(journal: SqlJournal, now: datetime) -> None:
    """Let go what is due to go; whatever stands in the way of that, the journal is open."""
    _close_to_others(journal.database.path)
    with suppress(StorageError):
        purge(journal.database, now)
    if journal.has_passphrase:
        from journal.storage.remaking import protect_own  # noqa: PLC0415 - not for a plain one

        with suppress(StorageError):
            protect_own(journal.database)
