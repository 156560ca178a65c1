"""How long the window stands still while Trends opens for the first time, matplotlib and all.

Run as a program it opens Trends as a person does, with a clock that ticks in the window's thread,
and tells the longest time between two ticks. Arguments: the data folder.
"""

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from benchmarks.comparison import Comparison
from benchmarks.watching import say
from benchmarks.window import LONGEST_SECONDS, ROOT, _screen
from journal.ui import application
from journal.ui.trends.page import TrendsPage

FRAME_MS = 16.0
"""The floor: so long a screen of 60 pictures a second shows one; nobody sees it stand for that."""

TICK_MS = 1
SETTLED_AFTER_MS = 1000
"""When everything that Today shows is there, what comes last included."""

LOOKS_EVERY_MS = 100
AT_REST_FOR = 5
"""Looks in a row that have to find Trends at rest: nothing comes late."""


def comparison(journal: Path, folder: Path) -> Comparison:
    """The longest standstill while the page comes up, in a program started anew each time."""
    copy = shutil.copytree(journal.parent, folder / "trends")
    return Comparison(
        "still",
        "longest standstill of the window while Trends opens / one picture of 60 a second",
        3.0,
        "ms",
        lambda _turn: FRAME_MS,
        lambda _turn: _standstill(copy),
    )


def _standstill(folder: Path) -> float:
    program = "from benchmarks.opening_trends import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        env=_screen(),
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if ended.returncode or not ended.stdout:
        raise RuntimeError(f"Trends did not come up: {ended.stderr}")
    return float(ended.stdout)


def main() -> None:
    """Run the program until Trends is there."""
    from journal.cli import main as run_program

    application.Application = WatchedApplication  # type: ignore[misc]
    sys.exit(run_program(["--data-dir", sys.argv[1]]))


class WatchedApplication(application.Application):
    """Opens Trends by itself, says how long the window stood still, and closes it."""

    def show(self) -> None:
        super().show()
        self._ticks: list[float] = []
        self._rested = 0
        self._clock = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(lambda: self._ticks.append(perf_counter()))
        self._looking = QTimer(interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self._look)
        self.editor.opened.connect(lambda: QTimer.singleShot(SETTLED_AFTER_MS, self._wait))

    def _wait(self) -> None:
        """Whatever the worker has to do at the start comes first."""
        self.editor.tasks.run(_nothing, lambda _none: self._begin(), _raise)

    def _begin(self) -> None:
        assert "matplotlib" not in sys.modules
        self._clock.start()
        self._looking.start()
        self._ticks.append(perf_counter())
        self.window.show_page("trends")

    def _look(self) -> None:
        page = self.window.page("trends")
        assert isinstance(page, TrendsPage)
        self._rested = self._rested + 1 if page.is_at_rest else 0
        if self._rested == AT_REST_FOR:
            longest = max(later - earlier for earlier, later in pairwise(self._ticks))
            say(f"{longest * 1000:.1f}")
            self.window.close()


def _nothing() -> None:
    """Work that is done at once."""


def _raise(error: Exception) -> None:
    raise error
