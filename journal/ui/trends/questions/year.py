"""The year day by day."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from journal.charts.description import label
from journal.charts.descriptions.year import days, describe, numbers
from journal.domain.period import Period
from journal.domain.year import YearCalendar, YearDay, whole_years, year_calendar
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import day_name, note_mark, session_words
from journal.wording.year import year_headline

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure
    from journal.charts.year_layout import YearLayout


@dataclass(frozen=True, slots=True)
class Year:
    """The calendar of a scale, and the days on which a note was written."""

    calendar: YearCalendar
    noted: frozenset[date]


def _result(look: Look) -> Year:
    """Every calendar year that the chosen range touches."""
    years = whole_years(look.period.first.year, look.period.last.year, look.today)
    timeline = look.reading.timeline(look.scale)
    calendar = look.reading.once(
        ("year", timeline.scale, years),
        lambda: year_calendar(
            timeline.scale, years, timeline.scores, timeline.sessions, bipolar=timeline.bipolar
        ),
    )
    return Year(calendar, look.reading.noted)


def _figure(year: Year, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts.year import draw  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    return draw(year.calendar, theme, size, dpi)


def _height(year: Year, width: float) -> float:
    from journal.charts.year_layout import height  # noqa: PLC0415 - measures letters

    return height(year.calendar, width)


@dataclass(frozen=True, slots=True)
class YearCells:
    """The days of a drawn calendar, and what is told of them."""

    places: "YearLayout"
    noted: frozenset[date]

    @property
    def side(self) -> float:
        """The height and width of a cell in inches."""
        return self.places.side

    @property
    def period(self) -> Period:
        """The days that have a cell."""
        return self.places.calendar.period

    def place(self, day: date) -> tuple[float, float]:
        """The top left corner of a day's cell."""
        return self.places.place(day)

    def day_at(self, x: float, y: float) -> date | None:
        """The day whose cell is at a point."""
        return self.places.day_at(x, y)

    def words(self, day: date) -> tuple[str, ...]:
        """The day, its scores, its sessions, and whether it has a note."""
        known = self._known(day)
        scores = [label(score) for score in known.scores if score] if known else []
        lines = [f"{words.value} · {words.kind}" for words in scores] or [_("not logged")]
        sessions = [session_words(mark) for mark in known.sessions] if known else []
        note = [note_mark()] if day in self.noted else []
        return (day_name(day), *lines, *sessions, *note)

    def _known(self, day: date) -> YearDay | None:
        days = self.places.calendar.days
        place = bisect_left(days, day, key=attrgetter("day"))
        return days[place] if place < len(days) and days[place].day == day else None


def _cells(year: Year, size: tuple[float, float]) -> YearCells:
    from journal.charts.year_layout import layout  # noqa: PLC0415 - measures letters

    return YearCells(layout(year.calendar, size), year.noted)


YEAR = Question(
    key="year",
    title=lambda: _("The year, day by day"),
    result=_result,
    sentence=lambda year: year_headline(year.calendar),
    figure=_figure,
    describe=lambda year: describe(year.calendar),
    numbers=lambda year: numbers(year.calendar),
    legend=lambda _year: "",
    has_picture=lambda year: not year.calendar.is_empty,
    height=_height,
    cells=_cells,
    days=lambda year: days(year.calendar),
    on_request=True,
)
