"""A questionnaire's totals over time: one axis of its own, its bands as thin labelled lines.

A total entered later is a square, one with a point of concern has a ring. The names of the bands
stand beside the axes, where no line of the data can run through them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from journal.charts.calendar_ticks import ticks
from journal.charts.render import SCREEN_DPI
from journal.charts.style import TEXT_POINTS, drawing
from journal.charts.totals import Totals
from journal.domain.scoring import ScoredResponse
from journal.i18n import _
from journal.theme import Theme

_FEWEST_DAYS = 28
"""A shorter period stands in the middle of an axis of this many days."""

_BESIDE_AXES_INCHES = 1.4
_ABOVE_AND_BELOW_INCHES = 0.5
_DOT = 5.0
_RING = 11.0
_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of `width` × `height` pixels, four bytes each (RGBA), row by row from the top.

    `ratio` is how many of its pixels make one of the window's.
    """

    width: int
    height: int
    ratio: float
    data: bytes


def draw(totals: Totals, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; without totals it says so in a sentence."""
    with drawing(theme):
        figure = Figure(figsize=size, dpi=dpi, layout="constrained")
        axes = figure.add_subplot()
        _frame(axes, totals, max(size[0] - _BESIDE_AXES_INCHES, 0.5))
        _draw_bands(axes, totals, theme, max(size[1] - _ABOVE_AND_BELOW_INCHES, 0.2))
        _draw_sessions(axes, totals, theme)
        if totals.entries:
            _draw_entries(axes, totals.entries, theme)
        else:
            _say(axes, _("There is no total in this time."), theme)
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
    return figure


def pixels(totals: Totals, theme: Theme, width: int, height: int, ratio: float = 1) -> Pixels:
    """The chart drawn for `width` × `height` pixels of a window with this pixel ratio."""
    size = (width / SCREEN_DPI, height / SCREEN_DPI)
    canvas = FigureCanvasAgg(draw(totals, theme, size, dpi=SCREEN_DPI * ratio))
    with drawing(theme):
        canvas.draw()  # type: ignore[no-untyped-call]
    real_width, real_height = canvas.get_width_height(physical=True)
    return Pixels(real_width, real_height, ratio, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]


def _value(entry: ScoredResponse) -> int:
    return entry.total or 0


def _frame(axes: Axes, totals: Totals, width: float) -> None:
    low, high = totals.questionnaire.low, totals.questionnaire.high
    axes.set_ylim(low, high)
    axes.set_yticks(_levels(totals))
    margin = max(2.0, (_FEWEST_DAYS - len(totals.period)) / 2)
    first, last = totals.period.first.toordinal(), totals.period.last.toordinal()
    axes.set_xlim(first - margin, last + margin)
    named = ticks(totals.period, width)
    axes.set_xticks([tick.day.toordinal() for tick in named], [tick.name for tick in named])


def _levels(totals: Totals) -> list[int]:
    """Where the thin lines run: at the foot of each band, or in even steps."""
    low, high = totals.questionnaire.low, totals.questionnaire.high
    if totals.bands:
        return [band.low for band in totals.bands] + [high]
    step = next(n for n in _STEPS if (high - low) / n <= _MOST_STEPS)
    return [*range(low, high, step), high]


def _draw_bands(axes: Axes, totals: Totals, theme: Theme, height: float) -> None:
    """The names, each between the lines of its band; one that has no room is left out."""
    points = 72 * height / (totals.questionnaire.high - totals.questionnaire.low)
    tops = [band.low for band in totals.bands[1:]] + [totals.questionnaire.high]
    for band, top in zip(totals.bands, tops, strict=False):
        if (top - band.low) * points >= 1.2 * TEXT_POINTS:
            axes.annotate(
                band.name,
                (1, (band.low + top) / 2),
                (6, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                color=theme.muted,
                va="center",
                gid="band",
            )


def _draw_sessions(axes: Axes, totals: Totals, theme: Theme) -> None:
    low, high = totals.questionnaire.low, totals.questionnaire.high
    days = [one.session.start.day.toordinal() for one in totals.sessions]
    lines = LineCollection(
        [[(day, low), (day, high)] for day in days],
        colors=theme.chart_session,
        linewidths=0.7,
        linestyles=[(0, (1.5, 2.5))],
        zorder=2,
        gid="sessions",
    )
    axes.add_collection(lines, autolim=False)


def _draw_entries(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme) -> None:
    """A kind of mark that has no place is not drawn: room would be made for it in a corner."""
    axes.plot(*_places(entries), color=theme.chart_line, lw=1, zorder=3, gid="totals")
    for late, marker in ((False, "o"), (True, "s")):
        if group := [entry for entry in entries if entry.late is late]:
            _draw_dots(axes, group, theme, marker)
    if concerning := [entry for entry in entries if entry.safety]:
        _draw_rings(axes, concerning, theme)


def _places(entries: Sequence[ScoredResponse]) -> tuple[list[int], list[int]]:
    return [entry.day.toordinal() for entry in entries], [_value(entry) for entry in entries]


def _draw_dots(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme, marker: str) -> None:
    axes.plot(
        *_places(entries),
        linestyle="none",
        marker=marker,
        markersize=_DOT,
        color=theme.chart_line,
        markeredgewidth=0,
        zorder=4,
        clip_on=False,
        gid="late" if marker == "s" else "on-time",
    )


def _draw_rings(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme) -> None:
    axes.plot(
        *_places(entries),
        linestyle="none",
        marker="o",
        markersize=_RING,
        markerfacecolor="none",
        markeredgecolor=theme.warning_text,
        markeredgewidth=1.2,
        zorder=5,
        clip_on=False,
        gid="concern",
    )


def _say(axes: Axes, sentence: str, theme: Theme) -> None:
    axes.text(
        0.5,
        0.5,
        sentence,
        transform=axes.transAxes,
        color=theme.muted,
        backgroundcolor=theme.card,
        ha="center",
        va="center",
        gid="nothing",
    )
