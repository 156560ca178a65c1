"""The picture of a card: over time, as a calendar, or neither; made when there is one to show."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.period import Period
from journal.theme import LIGHT, Theme
from journal.ui.tasks import TaskRunner
from journal.ui.trends.question import INCH, Answer, OverTime, Question
from journal.ui.widgets.calendar_view import CalendarView
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.figure_view import FigureView
from journal.ui.widgets.layout import column

NARROWEST_FILE = 800
"""Pixels that a saved picture is wide at least, however small the window is."""


class CardPicture(QWidget):
    """Holds the view that suits a question; `zoomed` tells whether some of it is shown larger."""

    day_chosen = Signal(object)
    zoomed = Signal(bool)

    def __init__(
        self, question: Question[Any], tasks: TaskRunner, theme: Callable[[], Theme]
    ) -> None:
        super().__init__()
        self._question = question
        self._tasks = tasks
        self._theme = theme
        self._inside = column(self)
        self._shown: Answer | None = None
        self.view: ChartView | CalendarView | FigureView | None = None

    @property
    def is_zoomed(self) -> bool:
        """Whether some of the picture is shown larger."""
        return isinstance(self.view, ChartView) and self.view.is_zoomed

    @property
    def is_drawn(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return self.view is not None and self.view.is_drawn

    def go_back(self) -> None:
        """Show all of it again."""
        if isinstance(self.view, ChartView):
            self.view.go_back()

    def show_theme(self) -> None:
        """Draw in the theme's colours."""
        if self.view is not None:
            self.view.show_theme(self._theme())

    def show_answer(self, answer: Answer) -> None:
        """Show the picture of an answer that has one; the same one is not drawn again."""
        if answer is self._shown:
            return
        self._shown = answer
        if self.view is None:
            self.view = self._make()
            self._inside.addWidget(self.view)
        self.setFixedHeight(answer.height)
        question, result, title = self._question, answer.result, self._question.title()
        if isinstance(self.view, ChartView) and question.over_time is not None:
            over_time = question.over_time
            draw = partial(_draw_period, over_time, result)
            period, limits = over_time.period(result), over_time.limits(result)
            self.view.show_chart(draw, period, limits, title, answer.description)
        elif isinstance(self.view, CalendarView) and question.cells is not None:
            cells = partial(question.cells, result)
            figure = partial(question.figure, result)
            self.view.show_calendar(figure, cells, title, answer.description)
        elif isinstance(self.view, FigureView):
            figure = partial(question.figure, result)
            numbers = partial(question.numbers, result)
            self.view.show_figure(figure, title, answer.description, numbers)

    def _make(self) -> ChartView | CalendarView | FigureView:
        tasks, theme = self._tasks, self._theme()
        if self._question.over_time is not None:
            chart = ChartView(tasks, theme)
            chart.day_chosen.connect(self.day_chosen)
            chart.zoomed.connect(self.zoomed)
            return chart
        if self._question.cells is not None:
            calendar = CalendarView(tasks, theme)
            calendar.day_chosen.connect(self.day_chosen)
            return calendar
        return FigureView(tasks, theme)

    def file_maker(self, answer: Answer) -> Callable[[str], bytes]:
        """What makes the picture as a file of a kind, such as `.png`: the days that are shown."""
        width, height = max(self.width(), NARROWEST_FILE), answer.height
        over_time, result = self._question.over_time, answer.result
        shown = self.view.shown if isinstance(self.view, ChartView) else None
        if over_time is not None and shown is not None:
            result = over_time.within(result, shown)
        return partial(_file, self._question, result, (width / INCH, height / INCH))


def _draw_period(
    over_time: OverTime[Any], result: Any, period: Period, *look: Any
) -> Any:  # of ChartPicture
    return over_time.picture(over_time.within(result, period), *look)


def _file(question: Question[Any], result: Any, inches: tuple[float, float], suffix: str) -> bytes:
    """The picture on a light ground with its question above and its marks below, for the worker."""
    from journal.charts.figure_bytes import (  # noqa: PLC0415 - matplotlib takes 0.6 s to load
        FileFormat,
        figure_file,
    )

    figure = question.figure(result, LIGHT, inches, INCH)
    caption = " ".join((question.sentence(result), question.legend(result)))
    kind = FileFormat(suffix.removeprefix("."))
    return figure_file(figure, LIGHT, kind, title=question.title(), caption=caption)
