"""Saving what was made: the file is there whole, or the one before it is."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from journal.domain.errors import ReportError, ReportProblem

LEFT_BEHIND_AFTER_SECONDS = 60
"""Nobody is still writing what was last written so long before."""

_BEGUN, _PART = ".symptom-journal-", ".part"


def save_whole(content: bytes, path: Path) -> None:
    """Save a file whole or not at all, readable by its owner only.

    Raises ReportError NOT_SAVED; a file that stood there before is then untouched.
    """
    try:
        write_whole(content, path)
    except OSError:
        raise ReportError(ReportProblem.NOT_SAVED) from None


def write_whole(content: bytes, path: Path) -> None:
    """Write through a file beside it: the name stands for the old file or for the new one.

    What a save that was killed left in the folder goes. Raises OSError.
    """
    handle, name = tempfile.mkstemp(prefix=_BEGUN, suffix=_PART, dir=path.parent)
    part = Path(name)
    _clear_away(part)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def _clear_away(newest: Path) -> None:
    """Remove what was begun long before; it may hold the person's words."""
    with suppress(OSError):
        long_ago = newest.stat().st_mtime - LEFT_BEHIND_AFTER_SECONDS
        for part in newest.parent.glob(f"{_BEGUN}*{_PART}"):
            with suppress(OSError):
                if part.stat().st_mtime < long_ago:
                    part.unlink()


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut, where folders can be synced at all."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
