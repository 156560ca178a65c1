"""Copies of the journal under names that the program does not give.

A synced folder makes `… (conflicted copy).db` of a backup, a file manager `journal copy.db`. They
are told by what is in them, and SQLite opens none: a plain one holds the identifier of its journal,
and one that is encrypted as this journal was begins with the same salt. Somebody's films and
letters may lie beside them, so only what can be a database by its size is looked into, and nothing
that would be downloaded for it.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from journal.domain.errors import StorageError
from journal.paths import APP
from journal.storage.backup_folders import BackupFolders
from journal.storage.backup_names import mark_in
from journal.storage.faults import reading_faults
from journal.storage.file_form import HEADER_LENGTH, is_plain_journal
from journal.storage.online_only import would_download

# sqlite.org/fileformat2.html: a page has so many bytes or a power of two more, and another tool may
# have chosen it. What was cut off while it was copied ends with a block of the disk, as a rule.
_LEAST_PAGE = 512

_ID = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4}(?:%s)"


def places_of(folders: BackupFolders) -> tuple[Path, ...]:
    """Where copies are looked for: the data folder, and every folder for backups."""
    return tuple(dict.fromkeys((folders.data, *folders.all)))


def plain_copies(folders: BackupFolders, places: Iterable[Path]) -> list[Path]:
    """The copies that anyone can read, of the journals whose marks are known.

    In a folder that is the program's own it does not matter of which journal: nobody else's are
    there.
    """
    data = folders.data
    own = {folders.own, data} if data.name == APP else {folders.own}
    beside = {mark_in(file) for file in _backups(folders.own, folders)}
    marks = folders.marks | {mark for mark in beside if mark}
    return [
        file
        for place in places
        for file in _others(place, folders)
        if is_plain_journal(_bytes(file, HEADER_LENGTH)) and (place in own or _is_of(file, marks))
    ]


def encrypted_copies(folders: BackupFolders, places: Iterable[Path], salt: bytes) -> list[Path]:
    """The copies that open as the journal does, or did, whose salt this is."""
    files = [file for place in places for file in _others(place, folders)]
    return [file for file in files if _bytes(file, len(salt)) == salt]


def _others(place: Path, folders: BackupFolders) -> list[Path]:
    """The files in a folder but for those whose names say what they are.

    The journal itself is not even looked into: closing it would end SQLite's locks on it.
    """
    named = {*_backups(place, folders), *folders.unreadable_in(place)}
    try:
        if place.samefile(folders.data):
            named.add(place / folders.name)
        files = [each for each in place.iterdir() if each not in named]
    except OSError:
        return []
    return sorted(filter(_may_be_copy, files))


def _may_be_copy(file: Path) -> bool:
    """Whether it is worth a look, without one."""
    try:
        found = file.lstat()
    except OSError:
        return False
    size = found.st_size
    is_database = S_ISREG(found.st_mode) and size > 0 and size % _LEAST_PAGE == 0
    return is_database and not would_download(found)


def _backups(place: Path, folders: BackupFolders) -> list[Path]:
    return (folders.files_in(place) or []) if place in folders.all else []


def _is_of(file: Path, marks: Iterable[str]) -> bool:
    endings = b"|".join(mark.encode() for mark in marks)
    return bool(endings) and re.search(_ID % endings, _bytes(file)) is not None


def _bytes(file: Path, count: int = -1) -> bytes:
    try:
        with reading_faults(), file.open("rb") as opened:
            return opened.read(count)
    except StorageError:
        return b""
