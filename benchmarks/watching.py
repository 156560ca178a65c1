"""What the started programs share: they say when something is on the screen, and their memory.

Imports Qt's core alone: the bare window loads nothing more for being watched.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

STATUS = Path("/proc/self/status")


def say(words: str) -> None:
    """Tell the benchmarks, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def say_memory() -> None:
    """Tell the resident memory in kilobytes; nothing where the system does not tell."""
    if STATUS.exists():
        lines = STATUS.read_text("ascii").splitlines()
        say(next(line for line in lines if line.startswith("VmRSS")).split()[1])


class FirstPaint(QObject):
    """Calls `done` once, as soon as the window's first paint event has been handled."""

    def __init__(self, window: QWindow, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._done = done
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.Paint:
            return False
        watched.removeEventFilter(self)
        watched.event(event)
        self._done()
        return True
