"""Backups written anew with another key, so that none opens with what the journal no longer has.

Each takes the old one's place when it is whole; the times in names and files stay.
"""

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError
from journal.storage import backup_folders
from journal.storage.backup_folders import BackupFolders
from journal.storage.backup_names import as_backup
from journal.storage.copying import rewrite
from journal.storage.database import Database
from journal.storage.faults import reading_faults
from journal.storage.file_form import is_plain_file
from journal.storage.new_file import new_file, remove
from journal.storage.unlocking import with_key


class _Fate(Enum):
    REMADE = "remade"
    DELETED = "deleted"
    LEFT = "left"


def remake(folders: BackupFolders, old: bytes | None, new: bytes | None) -> RemadeBackups:
    """Give every backup the journal's new key; one without a key that cannot get it is deleted.

    `old` opens those that have one. What becomes of each is told; nothing is raised for it.
    """
    found = {folder: folders.files_in(folder) for folder in folders.all}
    files = [file for each in found.values() for file in each or ()]
    fates = [(file, _remade(file, old, new)) for file in _finished(files)]
    fates += [(file, _given_up(file, new)) for file in folders.unreadable()]
    return RemadeBackups(
        sum(fate is _Fate.REMADE for _file, fate in fates),
        tuple(file for file, fate in fates if fate is _Fate.DELETED),
        tuple(file for file, fate in fates if fate is _Fate.LEFT),
        tuple(each for each, files in found.items() if files is None and each != folders.own),
    )


def protect(files: Iterable[Path], key: bytes | None) -> None:
    """Remake the plain ones among finished backups: what was not reached, or was interrupted."""
    if key is not None:
        for file in files:
            if is_plain_file(file):
                _remade(file, None, key)


def protect_own(database: Database) -> None:
    """The same for the backups in the data folder of an encrypted journal."""
    folders = backup_folders.load(database.path.parent)
    protect(folders.own_backups(), database.key)


def _finished(files: Iterable[Path]) -> Iterable[Path]:
    for file in files:
        if as_backup(file) is not None:
            yield file
        else:
            with suppress(OSError):
                remove(file)


def _remade(file: Path, old: bytes | None, new: bytes | None) -> _Fate:
    try:
        key = None if is_plain_file(file) else old
        if key != new:
            _write_anew(file, key, new)
    except StorageError:
        return _given_up(file, new)
    return _Fate.REMADE


def _given_up(file: Path, new: bytes | None) -> _Fate:
    try:
        if new is not None and is_plain_file(file):
            remove(file)
            return _Fate.DELETED
    except (StorageError, OSError):
        pass
    return _Fate.LEFT


def _write_anew(file: Path, old: bytes | None, new: bytes | None) -> None:
    with reading_faults():
        times = file.stat()
    with new_file(file) as unfinished:
        with closing(with_key(file, old)) as source:
            rewrite(source, unfinished, new)
        os.utime(unfinished, ns=(times.st_atime_ns, times.st_mtime_ns))
