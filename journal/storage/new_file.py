"""A file made under another name, which gets its own when it is whole.

So a crash, or a full disk, never leaves half a file behind, what lies there stays until the moment
it is replaced, and no file ever exists with a mode that others may read. The other name is nobody
else's: two programs may be making the same file at once.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import writing_faults

UNFINISHED = ".new"
_BEGUN = re.compile(r"(?P<name>.+?)(\.[0-9a-f]{8})?" + re.escape(UNFINISHED))


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file to be filled in the block, which then takes the place of the one at `path`.

    What the block raises leaves `path` as it was, and nothing else behind. Raises StorageError,
    also where what was filled does not lie there any more.
    """
    unfinished = path.with_name(f"{path.name}.{os.urandom(4).hex()}{UNFINISHED}")
    with writing_faults():
        try:
            with _made(unfinished) as descriptor:
                yield unfinished
                os.fsync(descriptor)
                _check_is_there(unfinished, descriptor)
            # A rollback journal without its file would be played back into the new one.
            rollback_journal(path).unlink(missing_ok=True)
            unfinished.replace(path)
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


def remove_unfinished(path: Path) -> None:
    """Clear away what a crash left of a new file for `path`; it may be readable by anyone.

    The caller alone makes files for `path`: one that is being made would go, too.
    """
    for file in unfinished_files(path):
        with suppress(OSError):
            remove(file)


def unfinished_files(path: Path) -> list[Path]:
    """Every new file for `path` that was begun; none where the folder cannot be looked into."""
    try:
        entries = [entry.with_name(_without_journal(entry.name)) for entry in path.parent.iterdir()]
    except OSError:
        return []
    return sorted({each for each in entries if finished_name(each.name) == path.name != each.name})


def finished_name(name: str) -> str:
    """The name that a file has, or gets once it is whole, or whose rollback journal it is."""
    begun = _BEGUN.fullmatch(_without_journal(name))
    return _without_journal(name) if begun is None else begun["name"]


def _without_journal(name: str) -> str:
    return name.removesuffix("-journal")


def remove(path: Path) -> None:
    """Remove a database's file, with the rollback journal of a crash; neither has to be there."""
    path.unlink(missing_ok=True)
    rollback_journal(path).unlink(missing_ok=True)


def rollback_journal(path: Path) -> Path:
    """Where SQLite keeps what a transaction changes in the file at `path`, until its end."""
    return path.with_name(path.name + "-journal")


def sync_folder(folder: Path) -> None:
    """Bring new names in a folder to the disk, where the system has a way to do it."""
    if os.name == "posix":
        with suppress(OSError):  # some network folders have none
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
