"""What a cloud folder does with files, without a cloud."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ON_DATA_ACCESS = 0x400000

_watching: list[Callable[[Path], None]] = []


def _tell(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event == "open" and isinstance(arguments[0], str | bytes):
        for each in _watching:
            each(Path(os.fsdecode(arguments[0])))


sys.addaudithook(_tell)  # for good: Python takes none back


@contextmanager
def opened_files(folder: Path) -> Iterator[set[str]]:
    """The names of those in a folder that are opened in the block."""
    found: set[str] = set()

    def note(file: Path) -> None:
        if file.parent == folder:
            found.add(file.name)

    _watching.append(note)
    try:
        yield found
    finally:
        _watching.remove(note)


def keep_online(monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
    """Let the system say that these files are there, and would be downloaded when they are read."""
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> Any:
        found = real(path, follow_symlinks=follow_symlinks)
        if path not in files:
            return found
        told = {name: getattr(found, name) for name in dir(found) if name.startswith("st_")}
        return SimpleNamespace(**{**told, "st_file_attributes": ON_DATA_ACCESS})

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(Path, "lstat", lambda path: stat(path, follow_symlinks=False))
