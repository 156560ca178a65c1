"""Everything the program keeps of a journal, removed: the journal, its lock, its backups."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from journal.domain.errors import StorageError
from journal.paths import SOCKET_NAME
from journal.storage import backup_folders
from journal.storage.backup import read_mark
from journal.storage.backup_folders import BackupFolders
from journal.storage.copies import encrypted_copies, places_of, plain_copies
from journal.storage.faults import writing_faults
from journal.storage.file_form import FileForm, form_of
from journal.storage.lock import LOCK_NAME, WritersLock
from journal.storage.new_file import remove, unfinished_files
from journal.storage.passphrase import salt_in
from journal.storage.unlocking import with_key


def delete_everything(path: Path) -> tuple[Path, ...]:
    """Remove the journal at `path` and all that belongs to it; the files and folders that remain.

    Copies under names that the program does not give remain, too: somebody made them. Raises
    StorageError IN_USE when a writer has it. What was copied elsewhere is beyond its reach, and so
    is what a disk keeps of removed files.
    """
    data = path.parent
    if not data.is_dir():
        return ()
    folders = backup_folders.load(data)
    lock = data / LOCK_NAME
    with WritersLock(data):
        gone = [each for each in sorted(folders.known) if folders.files_in(each) is None]
        copies = _copies(path, folders)
        files = [path, *unfinished_files(path), *_backups(folders), data / SOCKET_NAME]
        for each in folders.list_files:
            files += [*unfinished_files(each), each]
        # While it is held: later it may be the lock of a program that has just started.
        remaining = [file for file in (*files, lock) if not _is_removed(file)]
        remaining += [copy for copy in copies if copy not in files]
    if lock in remaining and _is_removed(lock):  # Windows removes no file that is open
        remaining.remove(lock)
    for folder in (folders.own, data):
        with suppress(OSError):  # something else may lie there
            folder.rmdir()
    return (*remaining, *gone)


def _backups(folders: BackupFolders) -> Iterator[Path]:
    for folder in folders.all:
        if not folders.are_anothers(folder):
            yield from folders.files_in(folder) or ()
            yield from folders.unreadable_in(folder)


def _copies(path: Path, folders: BackupFolders) -> list[Path]:
    """What else holds this journal, as far as its beginning tells, or anyone could read it."""
    places = places_of(folders)
    anothers = filter(folders.are_anothers, folders.all)
    found = [file for folder in anothers for file in folders.files_in(folder) or ()]
    with suppress(StorageError):
        if form_of(path, with_passphrase=True) is FileForm.ENCRYPTED:
            found += encrypted_copies(folders, places, salt_in(path))
        else:
            with closing(with_key(path, None)) as database:
                folders = replace(folders, marks=folders.marks | {read_mark(database)})
    return [*found, *plain_copies(folders, places)]


def _is_removed(file: Path) -> bool:
    try:
        with writing_faults():
            remove(file)
    except StorageError:
        return False
    return True
