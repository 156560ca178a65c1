"""A file made under another name, which gets its own when it is whole.

So a crash, or a full disk, never leaves half a file behind, what lies there stays until the moment
it is replaced, and no file ever exists with a mode that others may read. The other name is nobody
else's: two programs may be making the same file at once.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import writing_faults
from journal.whole_files import put_in_place, sync, sync_folder
from journal.whole_files import remove as remove_file

UNFINISHED = ".new"
_BEGUN = re.compile(r"(?P<name>.+)\.[0-9a-f]{8}" + re.escape(UNFINISHED))
# sqlite.org/tempfiles.html: what a transaction changes, what was written beside the file, and the
# index of that, which SQLite makes anew.
_HOLDING = ("-journal", "-wal")
_COMPANIONS = (*_HOLDING, "-shm")
# What SQLite calls the list of files that change together with one.
_TOGETHER = re.compile(r"(?P<name>.+)-mj[0-9A-F]{6}9[0-9A-F]{2}")


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file to be filled in the block, which then takes the place of the one at `path`.

    What belongs to the one at `path` goes with it. What the block raises leaves both as they were,
    and nothing else behind. Raises StorageError, also where what was filled does not lie there any
    more.
    """
    unfinished = path.with_name(f"{path.name}.{os.urandom(4).hex()}{UNFINISHED}")
    with writing_faults():
        try:
            with _made(unfinished) as descriptor:
                yield unfinished
                sync(descriptor)
                _check_is_there(unfinished, descriptor)
            # Without their file they would be played into the new one.
            _remove_companions(path)
            put_in_place(unfinished, path)
        finally:
            with suppress(OSError):
                remove(unfinished)
        sync_folder(path.parent)


@contextmanager
def _made(unfinished: Path) -> Iterator[int]:
    """A new file that stays open: while it is, no other one can be taken for it."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR  # Windows syncs what may be written
    descriptor = os.open(unfinished, flags, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _check_is_there(unfinished: Path, descriptor: int) -> None:
    if not os.path.samestat(os.fstat(descriptor), unfinished.stat()):
        raise StorageError(StorageProblem.NOT_REACHABLE)


def clear_unfinished(folder: Path, is_mine: Callable[[Path], bool]) -> None:
    """Clear away what a crash left of new files in a folder; they may be readable by anyone.

    The caller alone makes those of which `is_mine` says so: one that is being made would go, too.
    """
    for file in _files(folder):
        if is_unfinished(file) and is_mine(file):
            with suppress(OSError):
                remove(file)


def unfinished_files(path: Path) -> list[Path]:
    """Every new file for `path` that was begun; none where the folder cannot be looked into.

    With them what SQLite keeps while `path` and other files change together.
    """

    def is_of_path(file: Path) -> bool:
        together = _TOGETHER.fullmatch(file.name)
        of = finished_name(file.name) if together is None else together["name"]
        return of == path.name != file.name

    return [file for file in _files(path.parent) if is_of_path(file)]


def _files(folder: Path) -> list[Path]:
    try:
        return whole(folder.iterdir())
    except OSError:
        return []


def whole(files: Iterable[Path]) -> list[Path]:
    """Each database once, where its file is there and where only what belongs to it is."""
    return sorted({file.with_name(_without_companion(file.name)) for file in files})


def is_unfinished(file: Path) -> bool:
    """Whether the name is one of a new file, or of what belongs to it: nobody else gives such."""
    return _BEGUN.fullmatch(_without_companion(file.name)) is not None


def finished_name(name: str) -> str:
    """The name that a file has, or gets once it is whole, or whose rollback journal it is."""
    begun = _BEGUN.fullmatch(_without_companion(name))
    return name.removesuffix("-journal") if begun is None else begun["name"]


def _without_companion(name: str) -> str:
    for ending in _COMPANIONS:
        name = name.removesuffix(ending)
    return name


def remove(path: Path) -> None:
    """Remove a database's file, with what a crash left beside it; nothing has to be there."""
    remove_file(path)
    _remove_companions(path)


def _remove_companions(path: Path) -> None:
    for ending in _COMPANIONS:
        remove_file(path.with_name(path.name + ending))


def parts(path: Path) -> list[Path]:
    """What is there of a database: its file, and what a crash left beside it, also of a tool.

    The file itself may be gone. OSError where it cannot be looked at.
    """
    beside = [path.with_name(path.name + ending) for ending in _HOLDING]
    return [part for part in (path, *beside) if part.exists()]


def rollback_journal(path: Path) -> Path:
    """Where SQLite keeps what a transaction changes in the file at `path`, until its end."""
    return path.with_name(path.name + "-journal")
