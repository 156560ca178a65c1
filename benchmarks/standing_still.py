"""How long the window stands still while the worker makes pages that take their time.

Run as a program it opens the page as a person does, with a clock that ticks in the window's thread,
and tells the longest time between two ticks. Arguments: the data folder, the page.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from benchmarks.comparison import Comparison
from benchmarks.diary import TEN_YEARS
from benchmarks.watching import say
from benchmarks.window import figure_told_by
from journal.report.parts import PagePart
from journal.ui import application
from journal.ui.summary.page import SummaryPage
from journal.ui.summary.periods import Span
from journal.ui.trends.page import TrendsPage

FRAME_MS = 16.0
"""The floor: so long a screen of 60 pictures a second shows one; nobody sees it stand for that."""

BY_THE_WAY = 3.0
AT_ONCE = 6.0
"""Times a frame: what nobody notices, and the tenth of a second that is felt as at once.

Where the journal is ten years long, Qt reads all the words of a full page before it shows it.
"""

TICK_MS = 1
SETTLED_AFTER_MS = 1000
"""When everything that Today shows is there, what comes last included."""

LOOKS_EVERY_MS = 100
AT_REST_FOR = 5
"""Looks in a row that have to find the page at rest: nothing comes late."""

Step = Callable[[], None]


def comparisons(journal: Path, folder: Path) -> tuple[Comparison, ...]:
    """The longest standstill while a page comes up, in a program started anew each time."""
    copy = shutil.copytree(journal.parent, folder / "still")
    return (
        _comparison("still", "Trends opens", BY_THE_WAY, copy, "trends"),
        _comparison("still-summary", "Summary follows choices", AT_ONCE, copy, "summary"),
    )


def _comparison(name: str, what: str, bound: float, folder: Path, page: str) -> Comparison:
    return Comparison(
        name,
        f"longest standstill of the window while {what} / one picture of 60 a second",
        bound,
        "ms",
        lambda _turn: FRAME_MS,
        lambda _turn: figure_told_by("standing_still", folder, page),
    )


def main() -> None:
    """Run the program until the page is there."""
    from journal.cli import main as run_program

    application.Application = WatchedApplication  # type: ignore[misc]
    sys.exit(run_program(["--data-dir", sys.argv[1]]))


class WatchedApplication(application.Application):
    """Opens a page by itself, says how long the window stood still, and closes it."""

    def show(self) -> None:
        super().show()
        self._ticks: list[float] = []
        self._rested = 0
        self._page = sys.argv[2]
        self._steps = _on_trends() if self._page == "trends" else self._on_summary()
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
        self.window.show_page(self._page)

    def _look(self) -> None:
        page = self.window.page(self._page)
        assert isinstance(page, TrendsPage | SummaryPage)
        self._rested = self._rested + 1 if page.is_at_rest else 0
        if self._rested == AT_REST_FOR:
            self._rested = 0
            step = next(self._steps, None)
            step() if step else self._end()

    def _on_summary(self) -> Iterator[Step]:
        """Once the page is there a part is left out, then ten years are asked for, all of them."""
        yield self._ticks.clear
        page = self.window.page("summary")
        assert isinstance(page, SummaryPage)
        choices = page.choices
        yield choices.contents.parts[PagePart.TREATMENT].click
        yield choices.contents.parts[PagePart.TREATMENT].click
        yield choices.period.span.buttons[Span.OWN.value].click
        first = page.choices.period.last.day - timedelta(TEN_YEARS - 1)
        yield lambda: choices.period.first.entered.emit(first)

    def _end(self) -> None:
        longest = max(later - earlier for earlier, later in pairwise(self._ticks))
        say(f"{longest * 1000:.1f}")
        self.window.close()


def _on_trends() -> Iterator[Step]:
    """Opening is all."""
    yield from ()


def _nothing() -> None:
    """Work that is done at once."""


def _raise(error: Exception) -> None:
    raise error
