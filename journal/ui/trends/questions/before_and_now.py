"""Before and now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal.charts.descriptions.before_and_now import describe, legend, numbers
from journal.domain.before_and_now import BeforeAndNow, Time, before_and_now
from journal.domain.day_scores import DayScore
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import day_name, score_words
from journal.ui.widgets.spots import Spot, by_day, marks
from journal.wording.before_and_now import sentence

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

_INCHES = 2.6


def _result(look: Look) -> BeforeAndNow:
    scale, scores = look.scale, look.reading.timeline(look.scale).scores
    return look.reading.once(
        ("before and now", scale), lambda: before_and_now(look.records, scale, look.today, scores)
    )


def _figure(result: BeforeAndNow, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts.before_and_now import draw  # noqa: PLC0415 - matplotlib loads late

    return draw(result, theme, size, dpi)


def _spots(result: BeforeAndNow, figure: "Figure") -> tuple[Spot, ...]:
    """Every day's dot."""
    return by_day(
        Spot(x, y, score.day, (day_name(score.day), score_words(score, result.scale)))
        for time in Time
        for score, (x, y) in zip(
            _scores(result, time), marks(figure, f"values-{time}"), strict=True
        )
    )


def _scores(result: BeforeAndNow, time: Time) -> Iterator[DayScore]:
    return (score for window in result.windows if window.time is time for score in window.scores)


BEFORE_AND_NOW = Question(
    key="before-and-now",
    title=lambda: _("Before and now"),
    result=_result,
    sentence=sentence,
    figure=_figure,
    describe=describe,
    numbers=numbers,
    legend=legend,
    has_picture=lambda result: any(window.scores for window in result.windows),
    height=lambda _result, _width: _INCHES,
    spots=_spots,
)
