"""The year day by day."""

from datetime import date
from typing import TYPE_CHECKING

from journal.charts.description import label
from journal.charts.descriptions.year import days, describe, numbers
from journal.domain.year import YearCalendar, YearDay, whole_years, year_calendar
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import day_name, session_words
from journal.ui.widgets.spots import Spot
from journal.wording.year import year_headline

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure


def _result(look: Look) -> YearCalendar:
    """Every calendar year that the chosen range touches."""
    years = whole_years(look.period.first.year, look.period.last.year, look.today)
    timeline = look.reading.timeline(look.scale)
    return look.reading.once(
        ("year", timeline.scale, years),
        lambda: year_calendar(
            timeline.scale, years, timeline.scores, timeline.sessions, bipolar=timeline.bipolar
        ),
    )


def _figure(
    calendar: YearCalendar, theme: Theme, size: tuple[float, float], dpi: float
) -> "Figure":
    from journal.charts.year import draw  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    return draw(calendar, theme, size, dpi)


def _height(calendar: YearCalendar, width: float) -> float:
    from journal.charts.year_layout import height  # noqa: PLC0415 - measures letters

    return height(calendar, width)


def _spots(calendar: YearCalendar, figure: "Figure") -> tuple[Spot, ...]:
    """Every day's cell, logged or not."""
    from journal.charts.year_layout import layout  # noqa: PLC0415 - measures letters

    width, height = figure.get_size_inches()
    places = layout(calendar, (float(width), float(height)))
    known = {day.day: day for day in calendar.days}
    side = places.side
    return tuple(
        Spot(x + side / 2, y + side / 2, day, _words(day, known.get(day)), side, side)
        for day in calendar.period.days()
        for x, y in (places.place(day),)
    )


def _words(day: date, known: YearDay | None) -> tuple[str, ...]:
    """The day, its scores and its sessions."""
    scores = [label(score) for score in known.scores if score] if known else []
    lines = [f"{words.value} · {words.kind}" for words in scores] or [_("not logged")]
    sessions = [session_words(mark) for mark in known.sessions] if known else []
    return (day_name(day), *lines, *sessions)


YEAR = Question(
    key="year",
    title=lambda: _("The year, day by day"),
    result=_result,
    sentence=year_headline,
    figure=_figure,
    describe=describe,
    numbers=numbers,
    legend=lambda _calendar: "",
    has_picture=lambda calendar: not calendar.is_empty,
    height=_height,
    spots=_spots,
    days=days,
    on_request=True,
)
