"""The year day by day: a cell a day, the more of the accent's colour the higher the value.

What is not logged stays blank. A session is a ring on its day, another treatment a triangle; the
cell of a session day is cut into before and after.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from journal.charts.lettering import inches
from journal.charts.style import drawing
from journal.charts.year_layout import (
    BETWEEN,
    DAYS,
    GUTTER,
    LINE,
    SWATCH,
    YearLayout,
    layout,
    week_and_weekday,
)
from journal.domain.year import YearCalendar, YearDay
from journal.i18n import month_name
from journal.theme import Theme
from journal.wording.year import named_weekdays, year_headline

_LIGHTEST = 0.2
"""How much of the accent the lowest step has: it must not be taken for a blank day."""

_FILLED = 0.88
"""The part of its side that a cell is drawn on: neighbours do not run into each other."""

_EDGE = 0.4
_MARK, _BESIDE = 0.5, 0.22
"""Points around a cell; parts of its side: a session's mark, and how far two stand apart."""

_WEEKS_A_MONTH = 4.3
_MONTH_STEPS = (1, 2, 3, 6)

_Rgb = tuple[float, float, float]
_Corners = list[tuple[float, float]]


def draw(
    calendar: YearCalendar, theme: Theme, size: tuple[float, float], dpi: float = 96
) -> Figure:
    """The figure of all years, `size` in inches; without scores it says so in a sentence."""
    with drawing(theme):
        figure = Figure(figsize=size, dpi=dpi)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, size[0]), ylim=(size[1], 0))
        places = layout(calendar, size)
        _draw_months(axes, places, theme)
        _draw_names(axes, places, theme)
        _draw_scores(axes, places, theme)
        _draw_sessions(axes, places, theme)
        _draw_legend(axes, places, theme)
        if calendar.is_empty:
            _say(axes, places, size[0], theme)
    return figure


def shades(theme: Theme, count: int) -> tuple[str, ...]:
    """`count` colours, 2 or more, in even steps from near the ground to the accent."""
    ground, accent = to_rgb(theme.card), to_rgb(theme.accent)
    shares = [_LIGHTEST + (1 - _LIGHTEST) * n / (count - 1) for n in range(count)]
    return tuple(to_hex(_mixed(ground, accent, share)) for share in shares)


def _mixed(ground: _Rgb, accent: _Rgb, share: float) -> _Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(ground, accent, strict=True))
    return red, green, blue


def _draw_months(axes: Axes, places: YearLayout, theme: Theme) -> None:
    """A line around every month, so that a day can be found among blank ones."""
    period = places.calendar.period
    outlines = [
        _outline(places, year, month)
        for year in places.calendar.years
        for month in range(1, 13)
        if date(year, month, 1) <= period.last and _last_day(year, month) >= period.first
    ]
    axes.add_artist(
        PathPatch(
            Path.make_compound_path(*outlines),
            fill=False,
            edgecolor=theme.chart_grid,
            linewidth=0.7,
            joinstyle="miter",
            gid="months",
        )
    )


def _last_day(year: int, month: int) -> date:
    following = date(year, month, 28).toordinal() + 4
    return date.fromordinal(following - date.fromordinal(following).day)


def _outline(places: YearLayout, year: int, month: int) -> Path:
    x, y = places.corner(year)
    first_week, first_row = week_and_weekday(date(year, month, 1))
    last_week, last_row = week_and_weekday(_last_day(year, month))
    corners = [
        (first_week, first_row),
        (first_week, DAYS),
        (last_week, DAYS),
        (last_week, last_row + 1),
        (last_week + 1, last_row + 1),
        (last_week + 1, 0),
        (first_week + 1, 0),
        (first_week + 1, first_row),
        (first_week, first_row),
    ]
    return Path([(x + week * places.side, y + row * places.side) for week, row in corners])


def _draw_names(axes: Axes, places: YearLayout, theme: Theme) -> None:
    """The year, its months and some weekdays around every block."""
    for year in places.calendar.years:
        left, top = places.corner(year)
        above = top - BETWEEN
        axes.text(left - GUTTER, above, str(year), color=theme.text, gid="year")
        for month in range(1, 13, _month_step(places.side)):
            week, row = week_and_weekday(date(year, month, 1))
            x = left + (week if row == 0 else week + 1) * places.side
            name = month_name(month, short=True)
            axes.text(x, above, name, color=theme.muted, gid="month")
        for row, name in named_weekdays().items():
            x, y = left - BETWEEN, top + (row + 0.5) * places.side
            axes.text(
                x, y, name, color=theme.muted, ha="right", va="center_baseline", gid="weekday"
            )


def _month_step(side: float) -> int:
    """Every how many months a name fits."""
    widest = max(inches(month_name(month, short=True)) for month in range(1, 13)) + BETWEEN
    return next((n for n in _MONTH_STEPS if n * _WEEKS_A_MONTH * side >= widest), 12)


def _draw_scores(axes: Axes, places: YearLayout, theme: Theme) -> None:
    calendar = places.calendar
    by_step: dict[int, list[_Corners]] = defaultdict(list)
    for day in calendar.days:
        for corners, value in _slices(places, day):
            by_step[calendar.step_of(value)].append(corners)
    for step, colour in enumerate(shades(theme, len(calendar.steps))):
        _draw_cells(axes, by_step[step], colour, theme, f"step-{step}")


def _slices(places: YearLayout, day: YearDay) -> Iterator[tuple[_Corners, float]]:
    """The cell of a day, cut upright where it has several places for scores, and their values."""
    left, top = places.place(day.day)
    side = _FILLED * places.side
    width = side / len(day.scores)
    for place, score in enumerate(day.scores):
        if score is not None:
            yield _rectangle(left + place * width, top, width, side), score.value


def _rectangle(left: float, top: float, width: float, height: float) -> _Corners:
    right, bottom = left + width, top + height
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _draw_cells(axes: Axes, cells: Sequence[_Corners], colour: str, theme: Theme, gid: str) -> None:
    """The thin edge tells the palest cell from a blank day."""
    axes.add_collection(
        PolyCollection(
            cells, facecolors=colour, edgecolors=theme.outline, linewidths=_EDGE, gid=gid
        ),
        autolim=False,
    )


def _draw_sessions(axes: Axes, places: YearLayout, theme: Theme) -> None:
    days = places.calendar.days
    ketamine = {d.day for d in days if any(mark.number is not None for mark in d.sessions)}
    others = {d.day for d in days if any(mark.number is None for mark in d.sessions)}
    for of_kind, marker, beside, gid in (
        (ketamine, "o", -_BESIDE, "sessions"),
        (others, "^", _BESIDE, "other-treatments"),
    ):
        shifts = {day: beside if day in ketamine & others else 0.0 for day in sorted(of_kind)}
        middles = [_middle(places, day, shift) for day, shift in shifts.items()]
        _draw_marks(axes, middles, marker, 72 * _MARK * places.side, theme, gid)


def _middle(places: YearLayout, day: date, shift: float) -> tuple[float, float]:
    x, y = places.place(day)
    half = _FILLED * places.side / 2
    return x + half + shift * places.side, y + half


def _draw_marks(axes: Axes, at: _Corners, marker: str, size: float, theme: Theme, gid: str) -> None:
    """Light within and dark around, or the other way round: they stand out from every shade."""
    axes.plot(
        [x for x, _y in at],
        [y for _x, y in at],
        linestyle="none",
        marker=marker,
        markersize=size,
        markerfacecolor=theme.card,
        markeredgecolor=theme.text,
        markeredgewidth=min(0.2 * size, 1),
        gid=gid,
    )


def _draw_legend(axes: Axes, places: YearLayout, theme: Theme) -> None:
    colours = shades(theme, len(places.steps))
    for step, colour in zip(places.steps, colours, strict=True):
        middle = places.legend_top + (step.line + 0.5) * LINE
        swatch = _rectangle(step.x, middle - SWATCH / 2, SWATCH, SWATCH)
        _draw_cells(axes, [swatch], colour, theme, "legend-step")
        x = step.x + SWATCH + BETWEEN
        _write(axes, x, middle, step.label, theme, "legend-label")
    for line, words in enumerate(places.words):
        _write(axes, 0, places.words_top + (line + 0.5) * LINE, words, theme, "legend")


def _write(axes: Axes, x: float, y: float, words: str, theme: Theme, gid: str) -> None:
    axes.text(x, y, words, color=theme.muted, va="center_baseline", gid=gid)


def _say(axes: Axes, places: YearLayout, width: float, theme: Theme) -> None:
    axes.text(
        width / 2,
        places.legend_top / 2,
        year_headline(places.calendar),
        color=theme.muted,
        backgroundcolor=theme.card,
        ha="center",
        va="center",
        gid="nothing-logged",
    )
