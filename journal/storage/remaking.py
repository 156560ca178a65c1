"""Backups written anew with another key, so that none opens with what the journal no longer has.

Each takes the old one's place when it is whole; the times in names and files stay. Beside a journal
with a passphrase nothing stays readable, sound or not: what cannot be written anew is sealed. That
goes for copies under names of other programs too.
"""

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import replace
from enum import Enum
from pathlib import Path

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError
from journal.storage import backup_folders
from journal.storage.backup import read_mark
from journal.storage.backup_folders import BackupFolders
from journal.storage.backup_names import as_backup
from journal.storage.copies import encrypted_copies, places_of, plain_copies
from journal.storage.copying import rewrite
from journal.storage.database import Database
from journal.storage.faults import reading_faults
from journal.storage.file_form import can_be_read, is_plain_file, may_hold_words
from journal.storage.new_file import UNFINISHED, new_file, remove, rollback_journal
from journal.storage.sealing import seal
from journal.storage.unlocking import with_key


class _Fate(Enum):
    REMADE = "remade"
    SEALED = "sealed"
    DELETED = "deleted"
    LEFT = "left"


def remake(folders: BackupFolders, old: bytes | None, new: bytes | None) -> RemadeBackups:
    """Give every backup the journal's new key; what anyone could go on reading in is sealed.

    `old` opens those that have one. What becomes of each is told; nothing is raised for it.
    """
    found = {folder: folders.files_in(folder) for folder in folders.all}
    files = [file for each in found.values() for file in each or ()]
    fates = [(file, _remade(file, old, new)) for file in _finished(files)]
    fates += [(file, _locked_away(file, old, new)) for file in _put_aside(folders)]
    copies = [(file, _locked_away(file, old, new)) for file in _copies(folders, old, new)]
    remade_copies = tuple(file for file, fate in copies if fate is _Fate.REMADE)
    fates += [each for each in copies if each[1] is not _Fate.REMADE]

    def files_of(wanted: _Fate) -> tuple[Path, ...]:
        return tuple(file for file, fate in fates if fate is wanted)

    return RemadeBackups(
        remade=len(files_of(_Fate.REMADE)),
        deleted=files_of(_Fate.DELETED),
        left=files_of(_Fate.LEFT),
        unreachable=tuple(
            each for each, files in found.items() if files is None and each in folders.known
        ),
        sealed=files_of(_Fate.SEALED),
        copies=remade_copies,
    )


def protect(files: Iterable[Path], key: bytes | None) -> None:
    """Remake the plain ones among finished backups: what was not reached, or was interrupted.

    A look at their beginnings has to do: this is done each time the journal is opened.
    """
    if key is not None:
        for file in files:
            if _anyone_reads(file, whole=False):
                _remade(file, None, key)


def protect_copies(folders: BackupFolders, places: Iterable[Path], key: bytes | None) -> None:
    """Remake, or seal, the plain copies in these folders that have names of other programs."""
    if key is not None:
        for file in plain_copies(folders, places):
            with suppress(StorageError):  # nobody is told, so nothing is removed for want of room
                _write_anew_or_seal(file, key)


def protect_own(database: Database) -> None:
    """Protect what lies in the data folder of an encrypted journal."""
    folders = known_folders(database)
    protect(folders.own_backups(), database.key)
    protect_copies(folders, (database.path.parent, folders.own), database.key)
    for file in _put_aside(folders):
        if _anyone_reads(file, whole=False):
            _given_up(file, None, database.key)


def known_folders(database: Database) -> BackupFolders:
    """The folders as they are kept, with this journal's mark; StorageError."""
    kept = backup_folders.load(database.path.parent)
    return replace(kept, marks=kept.marks | {read_mark(database)})


def _copies(folders: BackupFolders, old: bytes | None, new: bytes | None) -> list[Path]:
    """Which copies another key is for: what the old one opens, and what anyone could read."""
    places = places_of(folders)
    found = [] if old is None else encrypted_copies(folders, places, old)
    return found if new is None else found + plain_copies(folders, places)


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
        return _given_up(file, old, new)
    return _Fate.REMADE


def _put_aside(folders: BackupFolders) -> list[Path]:
    """What did not open, each without what a crash left beside it; nothing begun is left."""
    files = set()
    for entry in folders.unreadable():
        file = entry.with_name(entry.name.removesuffix("-journal"))
        if file.name.endswith(UNFINISHED):
            with suppress(OSError):
                remove(file)
        else:
            files.add(file)
    return sorted(files)


def _parts(file: Path) -> list[Path]:
    return [part for part in (file, rollback_journal(file)) if part.exists()]


def _locked_away(file: Path, old: bytes | None, new: bytes | None) -> _Fate:
    """What becomes of a file that did not open; one that was sealed before is written anew.

    With something of a crash beside it, it is not opened: SQLite would play that back into it.
    """
    if _parts(file) != [file] or (new is None and _anyone_reads(file)):
        return _given_up(file, old, new)
    return _remade(file, old, new)


def _given_up(file: Path, old: bytes | None, new: bytes | None) -> _Fate:
    """Seal what anyone may read in.

    Beside a plain journal that is all but what is encrypted from end to end; else what is damaged
    was encrypted most likely, and stays to the byte unless there is something to read in it.
    """
    reads = _anyone_reads if old is not None else _may_hold_words
    if new is None or not reads(file):
        return _Fate.LEFT
    try:
        seal(file, new)
    except StorageError:
        return _removed(file)
    return _Fate.SEALED


def _anyone_reads(file: Path, *, whole: bool = True) -> bool:
    with suppress(StorageError):
        return any(can_be_read(part, whole=whole) for part in _parts(file))
    return False


def _may_hold_words(file: Path) -> bool:
    with suppress(StorageError):
        return any(may_hold_words(part) for part in _parts(file))
    return False


def _removed(file: Path) -> _Fate:
    """Only where the disk takes no sealed file: nothing may stay readable for want of room."""
    try:
        remove(file)
    except OSError:
        return _Fate.LEFT
    return _Fate.DELETED


def _write_anew_or_seal(file: Path, key: bytes) -> None:
    if _parts(file) == [file]:
        with suppress(StorageError):
            return _write_anew(file, None, key)
    return seal(file, key)


def _write_anew(file: Path, old: bytes | None, new: bytes | None) -> None:
    with reading_faults():
        times = file.stat()
    with new_file(file) as unfinished:
        with closing(with_key(file, old)) as source:
            rewrite(source, unfinished, new)
        os.utime(unfinished, ns=(times.st_atime_ns, times.st_mtime_ns))
