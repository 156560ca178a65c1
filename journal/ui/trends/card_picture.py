"""The picture of a card, over time or not; made when there is one to show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.period import Period
from journal.theme import LIGHT, Theme
from journal.ui.tasks import TaskRunner
from journal.ui.trends.question import INCH, Answer, OverTime, Question
from journal.ui.widgets.chart_picture import note_mark
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.figure_view import FigureView
from journal.ui.widgets.layout import column
from journal.ui.widgets.spots import Spot

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

NARROWEST_FILE = 800
"""Pixels that a saved picture is wide at least, however small the window is."""


class CardPicture(QWidget):
    """Holds the view that suits a question; `zoomed` tells whether some of it is shown larger.

    `drawn` follows each picture of the newest request.
    """

    day_chosen = Signal(object)
    zoomed = Signal(bool)
    drawn = Signal()

    def __init__(
        self, question: Question[Any], tasks: TaskRunner, theme: Callable[[], Theme]
    ) -> None:
        super().__init__()
        self._question = question
        self._tasks = tasks
        self._theme = theme
        self._inside = column(self)
        self._shown: Answer | None = None
        self.view: ChartView | FigureView | None = None

    @property
    def zoomed_to(self) -> Period | None:
        """The days that are shown, None where they are those of the answer."""
        if isinstance(self.view, ChartView) and self.view.is_zoomed:
            return self.view.shown
        return None

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
        elif isinstance(self.view, FigureView):
            figure = partial(question.figure, result)
            spots = partial(_spots, answer) if question.spots is not None else None
            self.view.show_figure(figure, title, answer.description, spots)

    def show_description(self, description: str) -> None:
        """Describe the days that are shown."""
        if isinstance(self.view, ChartView):
            self.view.show_description(description)

    def _make(self) -> ChartView | FigureView:
        tasks, theme = self._tasks, self._theme()
        view: ChartView | FigureView
        if self._question.over_time is None:
            view = FigureView(tasks, theme)
        else:
            view = ChartView(tasks, theme)
            view.zoomed.connect(self.zoomed)
        view.day_chosen.connect(self.day_chosen)
        view.drawn.connect(self.drawn)
        return view

    def file_maker(self, answer: Answer) -> Callable[[str], bytes]:
        """What makes the picture as a file of a kind, such as `.png`: the days that are shown."""
        width, height = max(self.width(), NARROWEST_FILE), answer.height
        over_time, result = self._question.over_time, answer.result
        shown = self.view.shown if isinstance(self.view, ChartView) else None
        if over_time is not None and shown is not None:
            result = over_time.within(result, shown)
        return partial(_file, self._question, result, (width / INCH, height / INCH))


def _spots(answer: Answer, figure: "Figure") -> Sequence[Spot]:
    """What can be pointed at; of the days with a note that is told, too."""
    find = answer.question.spots
    found = () if find is None else find(answer.result, figure)
    return tuple(
        replace(spot, words=(*spot.words, note_mark())) if spot.day in answer.noted else spot
        for spot in found
    )


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
