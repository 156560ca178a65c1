"""Strips of dots: day scores above one place of an axis, equal ones side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from journal.charts.scale_axis import ends, ticks
from journal.domain.checkin import Scale
from journal.theme import Theme

DOT = 4.0
"""Points across, while there is room for dots of this size beside each other."""

SMALLEST_DOT = 1.2
DOTS_REACH = 0.28
"""How far the dots of a strip go to either side, in units of the axis."""

MEDIAN_REACHES = 0.38
"""A median's line goes farther than its dots, so that it is seen among many."""

LETTER_INCHES = 0.065
"""The usual width of a letter, a little on the wide side."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Values that have a mark each around `middle`; `gid` names them in the picture."""

    gid: str
    values: Sequence[float]
    middle: float
    hollow: bool = False
    marker: str = "o"
    reach: float = DOTS_REACH


def scale_axis(axes: Axes, scale: Scale, values: Iterable[float]) -> None:
    """Let the upright axis go from end to end of a scale on which `values` are drawn."""
    low, high = ends(scale, values)
    axes.set_ylim(low, high)
    axes.set_yticks(ticks(low, high))


def apart(strip: Strip, wanted: float) -> float:
    """How far apart its dots stand: `wanted`, or less where a row would not stay within reach.

    It is the same for all rows, so that their lengths tell how many there are.
    """
    most = max(Counter(strip.values).values(), default=1)
    return min(wanted, 2 * strip.reach / max(most - 1, 1))


def places(strip: Strip, between: float) -> list[float]:
    """Where the dots stand along the axis, in the order of the values."""
    counts = Counter(strip.values)
    seen: Counter[float] = Counter()
    found = []
    for value in strip.values:
        found.append(strip.middle + (seen[value] - (counts[value] - 1) / 2) * between)
        seen[value] += 1
    return found


def draw_strip(axes: Axes, strip: Strip, theme: Theme, points_a_unit: float) -> None:
    """Draw its dots, filled or hollow so that two kinds are told apart in grey as well."""
    between = apart(strip, (DOT + 0.5) / points_a_unit)
    size = min(max(between * points_a_unit - 0.5, SMALLEST_DOT), DOT)
    axes.plot(
        places(strip, between),
        strip.values,
        linestyle="none",
        marker=strip.marker,
        markersize=size,
        markerfacecolor=theme.card if strip.hollow else theme.chart_dot,
        markeredgecolor=theme.chart_line if strip.hollow else theme.chart_dot,
        markeredgewidth=size / 4 if strip.hollow else 0,
        clip_on=False,
        zorder=4,
        gid=strip.gid,
    )


def draw_medians(axes: Axes, medians: Iterable[tuple[float, float]], theme: Theme) -> None:
    """A short line for the median at each place of the axis, behind the dots it runs through."""
    lines = LineCollection(
        [[(x - MEDIAN_REACHES, y), (x + MEDIAN_REACHES, y)] for x, y in medians],
        colors=theme.text,
        linewidths=1.6,
        capstyle="round",
        zorder=3.5,
        clip_on=False,
        gid="medians",
    )
    axes.add_collection(lines, autolim=False)


def say(axes: Axes, sentence: str, theme: Theme, width: float) -> None:
    """A sentence instead of axes `width` inches wide."""
    axes.set_axis_off()
    axes.text(
        0.5,
        0.5,
        fill(sentence, max(int(width / LETTER_INCHES), 12)),
        transform=axes.transAxes,
        color=theme.muted,
        ha="center",
        va="center",
        gid="too-little",
    )
