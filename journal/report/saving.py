"""Saving what was made: the file is there whole, or the one before it is."""

import os
from contextlib import suppress
from pathlib import Path

from journal.domain.errors import ReportError, ReportProblem
from journal.whole_files import is_held, whole_file

LEFT_BEHIND_AFTER_SECONDS = 60
"""Nobody is still writing what was last written so long before."""

_BEGUN, _PART = ".symptom-journal-", ".part"


def save_whole(content: bytes, path: Path) -> None:
    """Save a file whole or not at all, readable by its owner only.

    Raises ReportError NOT_SAVED, or OPEN_ELSEWHERE where another program has the file that stood
    there before open; it is untouched then.
    """
    try:
        write_whole(content, path)
    except OSError as error:
        problem = ReportProblem.OPEN_ELSEWHERE if is_held(error) else ReportProblem.NOT_SAVED
        raise ReportError(problem) from None


def write_whole(content: bytes, path: Path) -> None:
    """Write through a file beside it: the name stands for the old file or for the new one.

    What a save that was killed left in the folder goes. Raises OSError.
    """
    with whole_file(path, _BEGUN, _PART) as file:
        _clear_away(path.parent, os.fstat(file.fileno()).st_mtime)
        file.write(content)


def _clear_away(folder: Path, newest: float) -> None:
    """Remove what was begun long before; it may hold the person's words."""
    with suppress(OSError):
        for part in folder.glob(f"{_BEGUN}*{_PART}"):
            with suppress(OSError):
                if part.stat().st_mtime < newest - LEFT_BEHIND_AFTER_SECONDS:
                    part.unlink()
