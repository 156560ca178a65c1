"""From the passphrase until Today shows its data, in the program's own window.

Run as a program it waits until the window is at rest, then opens the journal and tells how long
that took until a kept rating was painted. Arguments: the data folder, and the passphrase, or
nothing for a journal without one: its opening is what an unlocking is measured by.
"""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from benchmarks.watched_application import _StoredScore
from benchmarks.watching import say
from benchmarks.window import figure_told_by
from journal.ui import application
from journal.ui.journal_editor import JournalEditor

RESTS_MS = 1500
"""Longer than it takes until everything is loaded; a passphrase takes longer to type."""


def opening(folder: Path, passphrase: str = "") -> float:
    """Milliseconds of one opening, in a program started anew."""
    return figure_told_by("unlocking", folder, passphrase)


def main() -> None:
    """Run the program until today's data is there."""
    from journal.cli import main as run_program

    application.Application = WatchedApplication  # type: ignore[misc]
    if not sys.argv[2]:
        _open_late()
    sys.exit(run_program(["--data-dir", sys.argv[1]]))


def _open_late() -> None:
    """Let the window come to rest before the journal without a passphrase is looked at."""
    from journal.storage.store import JournalFile

    at_once = JournalEditor.open

    def begin(editor: JournalEditor) -> None:
        _begin()
        at_once(editor)

    def late(self: JournalEditor, passphrase: str | None = None) -> None:  # noqa: ARG001 - its way
        QTimer.singleShot(RESTS_MS, lambda: begin(self))

    JournalFile.glance = lambda *_arguments: None  # type: ignore[method-assign]
    JournalEditor.open = late  # type: ignore[method-assign]


class WatchedApplication(application.Application):
    """Says how long the opening took from the key that began it, and closes the window."""

    began = 0.0

    def show(self) -> None:
        super().show()
        self._stored = _StoredScore(self.window, self._end)
        if sys.argv[2]:
            QTimer.singleShot(RESTS_MS, self._unlock)

    def _unlock(self) -> None:
        page = self.lock.page
        assert page is not None
        page.passphrase.setText(sys.argv[2])
        _begin()
        page.unlock.click()

    def _end(self) -> None:
        say(f"{(perf_counter() - WatchedApplication.began) * 1000:.1f}")
        self.window.close()


def _begin() -> None:
    WatchedApplication.began = perf_counter()
