"""Backups written anew with another key, so that none opens with what the journal no longer has.

Each takes the old one's place when it is whole; the times in names and files stay. Beside a journal
with a passphrase nothing stays readable, sound or not: what cannot be written anew is sealed. That
goes for copies under names of other programs too. What another program has open, or another data
folder, is left as it is.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.storage import backup_folders
from journal.storage.backup import read_mark
from journal.storage.backup_folders import BackupFolders
from journal.storage.backup_names import as_backup
from journal.storage.copies import encrypted_copies, places_of, plain_copies
from journal.storage.copying import rewrite
from journal.storage.database import Database
from journal.storage.faults import reading_faults
from journal.storage.file_form import can_be_read, is_plain_file, may_hold_words
from journal.storage.new_file import is_unfinished, new_file, parts, remove, whole
from journal.storage.online_only import is_online_only
from journal.storage.passphrase import salt_in, salt_of
from journal.storage.sealing import seal
from journal.storage.unlocking import with_key

# What these say of a file will not pass: it is no sound journal, or not one of this key.
_HOPELESS = {
    StorageProblem.DAMAGED,
    StorageProblem.NOT_A_JOURNAL,
    StorageProblem.EMPTY_FILE,
    StorageProblem.WRONG_PASSPHRASE,
    StorageProblem.NEWER_VERSION,
}


class _Fate(Enum):
    REMADE = "remade"
    SEALED = "sealed"
    DELETED = "deleted"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class _Change:
    """From which key to which; where nobody is told of it, nothing is removed for want of room."""

    old: bytes | None
    new: bytes | None
    is_told: bool = True


_Done = tuple[Path, _Fate]
"""What became of a file, and where it lies now."""


def remake(folders: BackupFolders, old: bytes | None, new: bytes | None) -> RemadeBackups:
    """Give every backup the journal's new key; what anyone could go on reading in is sealed.

    `old` opens those that have one. What becomes of each is told; nothing is raised for it. A
    backup that is online only is downloaded for that, a copy is not.
    """
    change = _Change(old, new)
    found = {folder: folders.files_in(folder) for folder in folders.all}
    anothers = [file for each in filter(folders.are_anothers, found) for file in found[each] or ()]
    ours = [file for each in found.values() for file in each or () if file not in anothers]
    put_aside = _put_aside(folders, folders.all)
    done = [_tried(_remade, file, change) for file in _finished(ours)]
    done += [_tried(_locked_away, file, change) for file in put_aside]
    copies = [_tried(_copy_remade(folders), file, change) for file in _copies(folders, change)]
    remade_copies = tuple(file for file, fate in copies if fate is _Fate.REMADE)
    done += [each for each in copies if each[1] is not _Fate.REMADE]
    done += [(file, _Fate.LEFT) for file in anothers]

    def files_of(wanted: _Fate) -> tuple[Path, ...]:
        return tuple(file for file, fate in done if fate is wanted)

    return RemadeBackups(
        remade=len(files_of(_Fate.REMADE)),
        deleted=files_of(_Fate.DELETED),
        left=files_of(_Fate.LEFT),
        unreachable=tuple(
            each for each, files in found.items() if files is None and each in folders.known
        ),
        sealed=files_of(_Fate.SEALED),
        copies=remade_copies,
        folders_lost=folders.are_lost,
    )


def protect(folders: BackupFolders, places: Iterable[Path], key: bytes | None) -> None:
    """Remake, or seal, what is plain in these folders beside a journal that has a passphrase.

    That is what was not reached, or was interrupted, and copies with names of other programs. Of
    backups that the key opens the first bytes alone are looked at, and of others their beginnings:
    this is done each time the journal is opened or backed up. Nobody is told of it, so nothing is
    downloaded for it either.
    """
    if key is None:
        return
    change = _Change(None, key, is_told=False)
    for place in places:
        if folders.are_anothers(place):
            continue
        for file in folders.files_in(place) or ():
            if as_backup(file) is not None and _is_open_to_anyone(file, key):
                _tried(_remade, file, change)
        if not folders.is_anothers(place):
            for file in plain_copies(folders, [place]):
                _tried(_locked_away, file, change)


def protect_own(database: Database) -> None:
    """Protect what lies in the data folder of an encrypted journal."""
    folders, key = known_folders(database), database.key
    protect(folders, (folders.data, folders.own), key)
    for file in _put_aside(folders, (folders.own,)):
        if not is_online_only(file) and _anyone_reads(file, whole=False):
            _tried(_given_up, file, _Change(None, key, is_told=False))


def protect_everywhere(database: Database) -> None:
    """Protect what lies in any folder that ever took a backup and is there now."""
    folders = known_folders(database)
    protect(folders, places_of(folders), database.key)


def known_folders(database: Database) -> BackupFolders:
    """The folders as they are kept, with this journal's mark; StorageError."""
    kept = backup_folders.load(database.path.parent)
    marks = kept.marks | {read_mark(database)}
    return replace(kept, marks=marks, name=database.path.name)


def _copy_remade(folders: BackupFolders) -> Callable[[Path, _Change], _Done]:
    """What becomes of a copy; another journal's folder has none, whatever it looks like."""

    def remade(file: Path, change: _Change) -> _Done:
        if folders.is_anothers(file.parent):
            return file, _Fate.LEFT
        return _locked_away(file, change)

    return remade


def _tried(work: Callable[[Path, _Change], _Done], file: Path, change: _Change) -> _Done:
    """What one file cannot be given, or what a system never said before, keeps no other back."""
    try:
        return work(file, change)
    except Exception:
        return file, _Fate.LEFT


def _copies(folders: BackupFolders, change: _Change) -> list[Path]:
    """Which copies another key is for: what the old one opens, and what anyone could read."""
    places = places_of(folders)
    found = []
    if change.old is not None:
        found = encrypted_copies(folders, places, salt_of(change.old))
    return found if change.new is None else found + plain_copies(folders, places)


def _finished(files: Iterable[Path]) -> Iterable[Path]:
    """The backups. What lies beside one belongs to it: SQLite plays it back when it is opened."""
    for file in files:
        if as_backup(file) is not None:
            yield file
            continue
        with suppress(OSError):
            if is_unfinished(file) or not whole([file])[0].exists():
                remove(file)


def _remade(file: Path, change: _Change) -> _Done:
    try:
        key = None if is_plain_file(file) else change.old
        if key != change.new:
            _write_anew(file, key, change.new)
    except StorageError as error:
        is_full = error.problem is StorageProblem.DISK_FULL
        if error.problem in _HOPELESS or (is_full and change.is_told):
            return _given_up(file, change)
        return file, _Fate.LEFT
    return file, _Fate.REMADE


def _put_aside(folders: BackupFolders, places: Iterable[Path]) -> list[Path]:
    """What did not open, each without what a crash left beside it; nothing begun is left."""
    ours = [place for place in places if not folders.are_anothers(place)]
    files = whole(entry for place in ours for entry in folders.unreadable_in(place))
    for begun in filter(is_unfinished, files):
        with suppress(OSError):
            remove(begun)
    return [file for file in files if not is_unfinished(file)]


def _locked_away(file: Path, change: _Change) -> _Done:
    """What becomes of a file that did not open; one that was sealed before is written anew.

    With something of a crash beside it, it is not opened: SQLite would play that back into it.
    """
    if parts(file) != [file] or (change.new is None and _anyone_reads(file)):
        return _given_up(file, change)
    return _remade(file, change)


def _given_up(file: Path, change: _Change) -> _Done:
    """Seal what anyone may read in.

    Beside a plain journal that is all but what is encrypted from end to end; else what is damaged
    was encrypted most likely, and stays to the byte unless there is something to read in it.
    """
    reads = _anyone_reads if change.old is not None else _may_hold_words
    if change.new is None or not reads(file):
        return file, _Fate.LEFT
    try:
        return seal(file, change.new), _Fate.SEALED
    except StorageError as error:
        if error.problem is StorageProblem.DISK_FULL and change.is_told:
            return file, _removed(file)
        return file, _Fate.LEFT


def _is_open_to_anyone(file: Path, key: bytes) -> bool:
    if is_online_only(file):
        return False
    with suppress(StorageError):
        return salt_in(file) != salt_of(key) and _anyone_reads(file, whole=False)
    return False


def _anyone_reads(file: Path, *, whole: bool = True) -> bool:
    with suppress(StorageError, OSError):
        return any(can_be_read(part, whole=whole) for part in parts(file))
    return False


def _may_hold_words(file: Path) -> bool:
    with suppress(StorageError, OSError):
        return any(may_hold_words(part) for part in parts(file))
    return False


def _removed(file: Path) -> _Fate:
    """Only where the disk takes no sealed file: nothing may stay readable for want of room."""
    try:
        remove(file)
    except OSError:
        return _Fate.LEFT
    return _Fate.DELETED


def _write_anew(file: Path, old: bytes | None, new: bytes | None) -> None:
    with reading_faults():
        times = file.stat()
    with new_file(file) as unfinished:
        with closing(with_key(file, old)) as source:
            rewrite(source, unfinished, new)
        os.utime(unfinished, ns=(times.st_atime_ns, times.st_mtime_ns))
