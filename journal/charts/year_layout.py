"""Where the days of a calendar stand, in inches from the picture's top left corner.

A year is a block of 7 rows, Monday on top, and a column a week; blocks stand beside each other
where that makes the cells larger.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from journal.charts.descriptions.year import legend
from journal.charts.lettering import inches, lines
from journal.domain.year import YearCalendar
from journal.wording.year import step_label

WEEKS = 54
"""The most weeks a year can touch: a leap year from a Sunday to a Monday."""

DAYS = 7

GUTTER = 0.4
"""Beside the weeks, for the names of weekdays; HEADER is above them, for the months."""

HEADER = 0.2
LINE = 0.18
SWATCH = 0.13
BETWEEN = 0.05

_BESIDE = 0.25
_BELOW = 0.1

SMALLEST, _LARGEST = 0.07, 0.2
"""The side of a cell; smaller ones can hardly be told apart, but are drawn where asked for."""

_TINY = 0.01

_YEARS_IN_ONE_COLUMN = 3
"""More years stand in two columns where there is room."""


@dataclass(frozen=True, slots=True)
class LegendStep:
    """A step's name, and where in the legend its swatch stands, from the legend's top left."""

    label: str
    x: float
    line: int


@dataclass(frozen=True, slots=True)
class YearLayout:
    """The `side` of a cell; year after year the blocks fill rows of `columns`.

    `steps` and then the lines of `words` stand below the last block.
    """

    calendar: YearCalendar
    side: float
    columns: int
    steps: tuple[LegendStep, ...]
    words: tuple[str, ...]

    @property
    def legend_top(self) -> float:
        """Where the legend begins: below the last block."""
        rows = -(-len(self.calendar.years) // self.columns)
        return rows * (HEADER + DAYS * self.side + _BELOW)

    @property
    def words_top(self) -> float:
        """Where the words of the legend begin: below its steps."""
        return self.legend_top + (self.steps[-1].line + 1) * LINE

    @property
    def height(self) -> float:
        """The height of everything together."""
        return self.words_top + len(self.words) * LINE

    def corner(self, year: int) -> tuple[float, float]:
        """The top left corner of a year's first week."""
        row, column = divmod(year - self.calendar.years[0], self.columns)
        width, height = GUTTER + WEEKS * self.side, HEADER + DAYS * self.side
        return column * (width + _BESIDE) + GUTTER, row * (height + _BELOW) + HEADER

    def place(self, day: date) -> tuple[float, float]:
        """The top left corner of a day's cell."""
        x, y = self.corner(day.year)
        week, weekday = week_and_weekday(day)
        return x + week * self.side, y + weekday * self.side

    def day_at(self, x: float, y: float) -> date | None:
        """The day of the period whose cell is at a point, logged or not; None beside them."""
        days = (self._day_in(year, x, y) for year in self.calendar.years)
        return next((day for day in days if day is not None), None)

    def _day_in(self, year: int, x: float, y: float) -> date | None:
        left, top = self.corner(year)
        week, weekday = int((x - left) // self.side), int((y - top) // self.side)
        if not (0 <= week < WEEKS and 0 <= weekday < DAYS):
            return None
        first = date(year, 1, 1)
        day = first + timedelta(DAYS * week + weekday - first.weekday())
        return day if day.year == year and day in self.calendar.period else None


def week_and_weekday(day: date) -> tuple[int, int]:
    """The column and the row of a day in its year's block, both from 0."""
    first = date(day.year, 1, 1)
    return ((day - first).days + first.weekday()) // DAYS, day.weekday()


def layout(calendar: YearCalendar, size: tuple[float, float]) -> YearLayout:
    """The arrangement with the largest cells in `size`; of several the one of fewest columns."""
    steps, words = _legend(calendar, size[0])
    legend_height = (steps[-1].line + 1 + len(words)) * LINE
    room = size[0], size[1] - legend_height
    sides = {n: _side(room, len(calendar.years), n) for n in range(1, len(calendar.years) + 1)}
    columns = max(sides, key=lambda n: (round(sides[n], 6), -n))
    return YearLayout(calendar, sides[columns], columns, steps, words)


def height(calendar: YearCalendar, width: float) -> float:
    """The height that suits a picture of this width; more than three years stand side by side."""
    room, years = (width, float("inf")), len(calendar.years)
    columns = 2 if years > _YEARS_IN_ONE_COLUMN and _side(room, years, 2) >= SMALLEST else 1
    return YearLayout(
        calendar, _side(room, years, columns), columns, *_legend(calendar, width)
    ).height


def pages(calendar: YearCalendar, size: tuple[float, float]) -> tuple[YearCalendar, ...]:
    """The calendar cut into runs of years that are legible in `size`, at least one year each."""
    years = calendar.years
    legible = (n for n in range(len(years), 1, -1) if _is_legible(calendar, n, size))
    count = next(legible, 1)
    runs = (years[start : start + count] for start in range(0, len(years), count))
    return tuple(calendar.between(run[0], run[-1]) for run in runs)


def _is_legible(calendar: YearCalendar, years: int, size: tuple[float, float]) -> bool:
    first = calendar.years[0]
    return layout(calendar.between(first, first + years - 1), size).side >= SMALLEST


def _side(room: tuple[float, float], years: int, columns: int) -> float:
    """The cell with which so many years fill the room in so many columns."""
    width, height = room
    by_width = ((width - (columns - 1) * _BESIDE) / columns - GUTTER) / WEEKS
    rows = -(-years // columns)
    by_height = (height / rows - HEADER - _BELOW) / DAYS
    return max(min(by_width, by_height, _LARGEST), _TINY)


def _legend(calendar: YearCalendar, width: float) -> tuple[tuple[LegendStep, ...], tuple[str, ...]]:
    return _legend_steps(calendar, width), tuple(lines(legend(calendar), width))


def _legend_steps(calendar: YearCalendar, width: float) -> tuple[LegendStep, ...]:
    placed: list[LegendStep] = []
    x, line = 0.0, 0
    for step in calendar.steps:
        label = step_label(step, calendar.scale)
        length = SWATCH + inches(label) + 3 * BETWEEN
        if placed and x + length > width:
            x, line = 0.0, line + 1
        placed.append(LegendStep(label, x, line))
        x += length
    return tuple(placed)
