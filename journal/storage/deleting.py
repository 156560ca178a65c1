"""Everything the program keeps of a journal, removed: the journal, its lock, its backups."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journal.domain.errors import StorageError
from journal.paths import SOCKET_NAME
from journal.storage import backup_folders
from journal.storage.backup_folders import BackupFolders
from journal.storage.faults import writing_faults
from journal.storage.lock import LOCK_NAME, WritersLock
from journal.storage.new_file import remove, unfinished_files


def delete_everything(path: Path) -> tuple[Path, ...]:
    """Remove the journal at `path` and all that belongs to it; the files and folders that remain.

    Raises StorageError IN_USE when a writer has it. What was copied elsewhere is beyond its reach,
    and so is what a disk keeps of removed files.
    """
    data = path.parent
    if not data.is_dir():
        return ()
    folders = backup_folders.load(data)
    with WritersLock(data):
        gone = [each for each in sorted(folders.known) if folders.files_in(each) is None]
        files = [path, *unfinished_files(path), *_backups(folders)]
        files += [*unfinished_files(folders.list_file), folders.list_file, data / SOCKET_NAME]
        remaining = [file for file in files if not _is_removed(file)]
    remaining += [lock for lock in [data / LOCK_NAME] if not _is_removed(lock)]
    for folder in (folders.own, data):
        with suppress(OSError):  # something else may lie there
            folder.rmdir()
    return (*remaining, *gone)


def _backups(folders: BackupFolders) -> Iterator[Path]:
    for folder in folders.all:
        yield from folders.files_in(folder) or ()
    yield from folders.unreadable()


def _is_removed(file: Path) -> bool:
    try:
        with writing_faults():
            remove(file)
    except StorageError:
        return False
    return True
