"""A file made under another name, which gets its own when it is whole.

So a crash, or a full disk, never leaves half a file behind, what lies there stays until the moment
it is replaced, and no file ever exists with a mode that others may read.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.storage.faults import writing_faults

UNFINISHED = ".new"


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file to be filled in the block, which then takes the place of the one at `path`.

    What the block raises leaves `path` as it was, and nothing else behind. Raises StorageError.
    """
    unfinished = unfinished_name(path)
    with writing_faults():
        try:
            remove(unfinished)
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            yield unfinished
            _sync(unfinished, os.O_RDWR)  # Windows syncs what may be written
            # A rollback journal without its file would be played back into the new one.
            rollback_journal(path).unlink(missing_ok=True)
            unfinished.replace(path)
        finally:
            with suppress(OSError):
                remove(unfinished)
        sync_folder(path.parent)


def remove_unfinished(path: Path) -> None:
    """Clear away what a crash left of a new file for `path`; it may be readable by anyone."""
    with suppress(OSError):
        remove(unfinished_name(path))


def unfinished_name(path: Path) -> Path:
    """Where a new file for `path` is made."""
    return path.with_name(path.name + UNFINISHED)


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
            _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
