"""A backup put in the place of the journal, which is kept: restoring that takes it back.

Everything is made ready beside the journal: the backup copied, looked over, brought up to date and
given the journal's key, and the journal itself kept. Taking its place comes last, in one step.
"""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from journal.domain.backups import Contents, Restored
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import make_private_folder
from journal.storage import backup_folders
from journal.storage.backup import make_backup
from journal.storage.backup_folders import make_folder
from journal.storage.contents import contents_of
from journal.storage.copying import copy, rewrite, rewrite_for
from journal.storage.database import Database
from journal.storage.faults import reading_faults, writing_faults
from journal.storage.integrity import check_pages
from journal.storage.lock import WritersLock
from journal.storage.new_file import new_file
from journal.storage.putting_aside import put_aside
from journal.storage.remaking import known_folders, remake
from journal.storage.revision import is_older
from journal.storage.unlocking import unlocked_backup


def preview(journal: Path, file: Path, passphrase: str | None, key: bytes | None) -> Contents:
    """What a backup holds that could be restored; StorageError for one that could not."""
    _check_is_another(file, journal)
    with closing(unlocked_backup(file, passphrase, key)) as source:
        is_older(source)
        with source.alone() as connection:
            check_pages(connection)
        return contents_of(source)


def restore(database: Database, file: Path, passphrase: str | None, now: datetime) -> Restored:
    """Put what `file` holds in place of an open journal; the caller is its writer.

    Raises StorageError, and the journal is as it was.
    """
    _check_is_another(file, database.path)
    before = database.key
    with closing(unlocked_backup(file, passphrase, before)) as source, database.replacing():
        after = before or source.key
        with new_file(database.path) as unfinished:
            if after == source.key:
                copy(source, unfinished)
            else:
                rewrite(source, unfinished, after)
            contents = _brought_up_to_date(unfinished, after)
            kept = _kept(database, now)
            database.close()  # some systems replace no open file
        database.key = after
    remade = None if after == before else remake(known_folders(database), before, after)
    return Restored(contents, kept, remade)


def restore_unopened(path: Path, file: Path, passphrase: str | None, now: datetime) -> Restored:
    """Put what `file` holds at `path`, where there is no journal, or one that does not open.

    A backup that is plain gets the passphrase, where one is given. Raises StorageError, and what
    lies there is as it was.
    """
    _check_is_another(file, path)
    with writing_faults():
        make_private_folder(path.parent)
    with (
        WritersLock(path.parent),
        closing(unlocked_backup(file, passphrase, None)) as source,
        new_file(path) as unfinished,
    ):
        key = source.key
        if key is None and passphrase is not None:
            key = rewrite_for(source, unfinished, passphrase)
        else:
            copy(source, unfinished)
        contents = _brought_up_to_date(unfinished, key)
        kept = put_aside(path, now)
    return Restored(contents, kept)


def _check_is_another(file: Path, journal: Path) -> None:
    """Told without opening it: on POSIX systems closing it would end SQLite's locks on it."""
    with reading_faults():
        if file.exists() and journal.exists() and file.samefile(journal):
            raise StorageError(StorageProblem.JOURNAL_ITSELF)


def _brought_up_to_date(unfinished: Path, key: bytes | None) -> Contents:
    with closing(Database(unfinished, key)) as made:
        if is_older(made):
            from journal.storage.migration import migrate  # noqa: PLC0415 - loads Alembic

            migrate(made)
        return contents_of(made)


def _kept(database: Database, now: datetime) -> Path | None:
    """Keep the journal as a backup; one that is not sound as the file it is."""
    folder = backup_folders.load(database.path.parent).own
    make_folder(folder)
    try:
        return make_backup(database, folder, now, replaced=True).file
    except StorageError as error:
        if error.problem is not StorageProblem.DAMAGED:
            raise
    return put_aside(database.path, now)
