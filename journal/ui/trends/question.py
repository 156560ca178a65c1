"""A question of the page: how it is answered in words, as a picture and as numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.ui.trends.reading import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date

    from PySide6.QtCore import QSize

    from journal.charts.figure_bytes import Figure
    from journal.charts.numbers import NumbersTable
    from journal.domain.period import Period
    from journal.theme import Theme
    from journal.ui.widgets.chart_picture import ChartPicture
    from journal.ui.widgets.spots import Spot

R = TypeVar("R")

INCH = 96
"""Pixels of the window to an inch of a picture."""


@dataclass(frozen=True, slots=True)
class Option(Generic[R]):
    """Something of a question to switch on: its key in the choice, its words, and where it acts."""

    key: str
    words: Callable[[], str]
    applies: Callable[[R], bool]


@dataclass(frozen=True, slots=True)
class OverTime(Generic[R]):
    """What a picture along the days needs besides.

    `within` is the result with another run of days to show, no longer than `limits`.
    """

    period: Callable[[R], Period]
    limits: Callable[[R], Period]
    within: Callable[[R, Period], R]
    picture: Callable[[R, Theme, QSize, float], ChartPicture]


@dataclass(frozen=True, slots=True)
class Picks(Generic[R]):
    """What may be picked for a question, each with its words, and what of it is shown, or None.

    A few of them stand side by side as buttons, many in a list.
    """

    name: Callable[[], str]
    offered: Callable[[R], tuple[tuple[Hashable, str], ...]]
    picked: Callable[[R], Hashable]
    as_buttons: bool = False


@dataclass(frozen=True, slots=True)
class Question(Generic[R]):
    """One card: `result` is worked out in the worker, everything else is said of the result.

    `has_picture` tells whether there is enough to draw: without it the sentence stands alone.
    `height` is the picture's for a width, both in inches. `days` are those of the table's rows,
    where rows are days or sessions, `spots` what can be pointed at in a figure that was drawn. A
    question `on_request` is answered once it was opened; one that `is_small` may stand beside
    another.
    """

    key: str
    title: Callable[[], str]
    result: Callable[[Look], R]
    sentence: Callable[[R], str]
    figure: Callable[[R, Theme, tuple[float, float], float], Figure]
    describe: Callable[[R], str]
    numbers: Callable[[R], NumbersTable]
    legend: Callable[[R], str]
    has_picture: Callable[[R], bool]
    height: Callable[[R, float], float]
    options: tuple[Option[R], ...] = ()
    picks: Picks[R] | None = None
    over_time: OverTime[R] | None = None
    spots: Callable[[R, Figure], Sequence[Spot]] | None = None
    days: Callable[[R], tuple[date, ...]] | None = None
    on_request: bool = False
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's result and what is said of it; `height` in the window's pixels.

    On the days of `noted` a note was written.
    """

    question: Question[Any]
    result: Any
    sentence: str
    legend: str
    description: str
    has_picture: bool
    height: int
    noted: frozenset[date] = frozenset()


def answer(question: Question[Any], look: Look, width: int, before: Answer | None = None) -> Answer:
    """Work a question out for a picture `width` pixels wide; it is for the worker.

    Where it is answered as it was `before`, that very answer comes back.
    """
    answered = _answer(question, look, width)
    return before if before is not None and answered == before else answered


def _answer(question: Question[Any], look: Look, width: int) -> Answer:
    result = question.result(look)
    has_picture = question.has_picture(result)
    return Answer(
        question,
        result,
        question.sentence(result),
        question.legend(result) if has_picture else "",
        question.describe(result),
        has_picture,
        ceil(question.height(result, width / INCH) * INCH) if has_picture else 0,
        look.reading.noted,
    )


def within(answered: Answer, window: Period) -> Answer:
    """The answer of a picture along the days, told of some other days; it is for the worker."""
    question = answered.question
    assert question.over_time is not None  # noqa: S101 - no other picture is zoomed
    result = question.over_time.within(answered.result, window)
    return replace(
        answered,
        result=result,
        sentence=question.sentence(result),
        legend=question.legend(result),
        description=question.describe(result),
    )
