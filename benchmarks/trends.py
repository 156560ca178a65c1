"""The Trends page: its results beside plain means, its timeline beside bare matplotlib."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.comparison import Comparison
from benchmarks.keeping import milliseconds
from benchmarks.trends_floors import Marks, daily_and_weekly_means, timeline_pixels
from journal.charts.render import SCREEN_DPI, rendered
from journal.charts.timeline import fitting, position
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.trends import Timeline, timeline, whole_journal
from journal.theme import LIGHT, Theme
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.trends import work
from journal.ui.trends.choice import Choice, Range
from journal.ui.trends.question import Question
from journal.ui.trends.questions import QUESTIONS
from journal.ui.trends.reading import Look, Reading
from journal.ui.widgets.chart_picture import ChartPicture, Panels, drawn_picture
from journal.ui.widgets.chart_view import ChartView

SIZE = QSize(960, 320)
INCHES = (SIZE.width() / SCREEN_DPI, SIZE.height() / SCREEN_DPI)
STEPS_A_ROUND = 50


def comparisons(records: Records, today: date) -> tuple[Comparison, ...]:
    """What the worker does when the page is opened, and what the window does at a hover."""
    look = Look(Reading(records, today), Choice(Range.ALL))
    whole = timeline(records, look.scale, whole_journal(records, today))
    marks = _marks(whole)
    hover = _Hover(whole)
    return (
        Comparison(
            "results",
            "all results of the Trends page / daily and 7-day means of every scale in one pass",
            3.0,
            "ms",
            lambda _turn: undisturbed(lambda: daily_and_weekly_means(records.check_ins)),
            lambda _turn: undisturbed(lambda: all_results(records, today)),
        ),
        Comparison(
            "render",
            "the timeline of the whole journal as pixels / its dots, lines, numbers by matplotlib",
            1.5,
            "ms",
            lambda _turn: undisturbed(lambda: timeline_pixels(marks, INCHES)),
            lambda _turn: undisturbed(lambda: rendered(whole, LIGHT, SIZE.width(), SIZE.height())),
        ),
        Comparison(
            "hover",
            "a step of the pointer over it, words and repainting included / the same draw",
            0.1,
            "ms",
            lambda _turn: undisturbed(lambda: timeline_pixels(marks, INCHES)),
            lambda _turn: hover.step(),
        ),
    )


def undisturbed(job: Callable[[], object]) -> float:
    """Milliseconds without collections of garbage, as the page has its work done."""
    gc.disable()
    try:
        return milliseconds(job)
    finally:
        gc.enable()


def all_results(records: Records, today: date) -> list[Any]:
    """The sentence above and every question's result, of the whole journal, which is only read."""
    reading, choice = Reading(records, today), Choice(Range.ALL)
    head = work.head(reading, choice)
    return [head, *(_result(question, Look(reading, choice)) for question in QUESTIONS)]


def _result(question: Question[Any], look: Look) -> Any:
    """A question's result, with the first that is offered where something is to be picked."""
    result = question.result(look)
    if question.picks is None or question.picks.picked(result) is not None:
        return result
    offered = question.picks.offered(result)
    if not offered:
        return result
    (first, _words), *_others = offered
    return question.result(replace(look, choice=look.choice.with_pick(question.key, first)))


def _marks(timeline: Timeline) -> Marks:
    """What is drawn of a timeline, as many numbers of sessions as fit."""
    sessions = [mark for mark in timeline.sessions if mark.number is not None]
    numbered = fitting(sessions, 72 * INCHES[0] / len(timeline.period))
    return Marks(
        [(position(score), score.value) for score in timeline.scores],
        [((position(s), s.low), (position(s), s.high)) for s in timeline.scores if s.low < s.high],
        [[(position(point), point.value) for point in line] for line in timeline.lines],
        [mark.day.toordinal() for mark in sessions],
        [(mark.day.toordinal(), str(mark.number)) for mark in numbered],
    )


class _Hover:
    """The window's chart under a pointer that goes from its left to its right."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._view: ChartView | None = None

    def step(self) -> float:
        """Milliseconds for one step, the mean of many."""
        view = self._view = self._view or self._shown()
        began = perf_counter()
        for place in range(STEPS_A_ROUND):
            x = SIZE.width() * (0.1 + 0.8 * place / STEPS_A_ROUND)
            _move(view, QPointF(x, SIZE.height() / 2))
            assert view.marked_day is not None
        return (perf_counter() - began) * 1000 / STEPS_A_ROUND

    def _shown(self) -> ChartView:
        self._application = QApplication.instance() or QApplication(
            [sys.argv[0], "-platform", "offscreen"]
        )
        view = ChartView(ImmediateTaskRunner(), LIGHT)
        view.resize(SIZE)
        view.show()
        period = self._timeline.period
        view.show_chart(self._draw, period, period, "", "")
        QApplication.processEvents()  # what is not on a screen yet is not painted
        return view

    def _draw(self, _period: Period, theme: Theme, size: QSize, ratio: float) -> ChartPicture:
        return drawn_picture(Panels((self._timeline,)), theme, size, ratio)


def _move(view: ChartView, to: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, to, to, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, moved)
    view.repaint()
