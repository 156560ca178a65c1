"""A scale's marks on its axes: a dot a day, the range within a day as a thin bar, the averages.

Along the axis a day is its ordinal; what was before or after a session stands beside the day's
line. What is not logged is left empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.typing import CapStyleType

from journal.domain.trends import AveragePoint, DayScore, Part, Timeline
from journal.theme import Theme

BESIDE_SESSION = 0.4
"""How far from a session's line, in days, its *before* and *after* stand."""

_THINNEST, _THICKEST = 0.5, 1.2
_APART = 3
"""A bar and the room beside it are at least so many times as wide as the bar: dots show there."""

Place = tuple[float, float]
"""A day's ordinal, or beside it, and a value."""


class Origin(Enum):
    """How a day's scores came to be written, told by the shape of its dot."""

    ON_TIME = "o"
    LATE = "s"
    IMPORTED = "D"


_WHOLE, _BEFORE = Part.WHOLE, Part.BEFORE


def position(point: DayScore | AveragePoint) -> float:
    """Where a score or an average stands along the axis."""
    day = point.day.toordinal()
    if point.part is _WHOLE:
        return day
    return day - BESIDE_SESSION if point.part is _BEFORE else day + BESIDE_SESSION


def draw_scores(axes: Axes, timeline: Timeline, theme: Theme, points_a_day: float) -> None:
    """Draw the scores and averages of `timeline`; a day is `points_a_day` wide."""
    _draw_ranges(axes, timeline.scores, theme, points_a_day)
    size = min(max(points_a_day, 1.6), 4)
    for (part, origin), scores in _alike(timeline.scores):
        _draw_dots(axes, scores, part, origin, theme, size)
    _draw_averages(axes, timeline.lines, theme, 1.5 if points_a_day > 1 else 0.8)


def _alike(
    scores: Sequence[DayScore],
) -> Iterator[tuple[tuple[Part, Origin], Sequence[DayScore]]]:
    """The scores by what their dots look like; nearly all of them are of the first kind."""
    usual = [s for s in scores if s.part is _WHOLE and not s.late and not s.imported]
    if usual:
        yield (_WHOLE, Origin.ON_TIME), usual
    others: dict[tuple[Part, Origin], list[DayScore]] = defaultdict(list)
    for score in scores:
        if score.part is not _WHOLE or score.late or score.imported:
            others[score.part, _origin(score)].append(score)
    yield from others.items()


def _origin(score: DayScore) -> Origin:
    if score.late:
        return Origin.LATE
    return Origin.IMPORTED if score.imported else Origin.ON_TIME


def _draw_dots(
    axes: Axes, scores: Sequence[DayScore], part: Part, origin: Origin, theme: Theme, size: float
) -> None:
    """Scores of one part and origin: hollow after a session, else full."""
    colour = theme.chart_dot if part is Part.WHOLE else theme.chart_line
    axes.plot(
        [position(score) for score in scores],
        [score.value for score in scores],
        linestyle="none",
        marker=origin.value,
        markersize=size,
        markerfacecolor=theme.card if part is Part.AFTER else colour,
        markeredgecolor=colour,
        markeredgewidth=size / 4 if part is Part.AFTER else 0,
        zorder=4 if part is Part.WHOLE else 6,
        clip_on=False,
        gid=f"scores-{part}" + ("" if origin is Origin.ON_TIME else f"-{origin.name.lower()}"),
    )


def _draw_ranges(axes: Axes, scores: Iterable[DayScore], theme: Theme, points_a_day: float) -> None:
    width = min(max(points_a_day / _APART, _THINNEST), _THICKEST)
    bars = [(position(s), s.low, s.high) for s in scores if s.low < s.high]
    if points_a_day < _APART * width:
        bars = list(joined(bars, _APART * width / points_a_day))
    runs = [[(x, low), (x, high)] for x, low, high in bars]
    axes.add_artist(_strokes(runs, "butt", color=theme.chart_dot, lw=width, zorder=2, gid="ranges"))


def joined(
    bars: Iterable[tuple[float, float, float]], days: float
) -> Iterator[tuple[float, float, float]]:
    """Bars that would be drawn over one another, being too near to each other, as one.

    Within the `days` that a bar has room those that touch become one from end to end.
    """
    ordered = sorted((int(x / days), low, high) for x, low, high in bars)
    if not ordered:
        return
    column, low, high = ordered[0]
    for next_column, next_low, next_high in ordered:
        if next_column == column and next_low <= high:
            high = max(high, next_high)
        else:
            yield (column + 0.5) * days, low, high
            column, low, high = next_column, next_low, next_high
    yield (column + 0.5) * days, low, high


def _draw_averages(
    axes: Axes, lines: Iterable[tuple[AveragePoint, ...]], theme: Theme, width: float
) -> None:
    runs = map(_run, lines)
    axes.add_artist(
        _strokes(runs, "round", color=theme.chart_line, lw=width, zorder=5, gid="averages")
    )


def _run(line: tuple[AveragePoint, ...]) -> list[Place]:
    if len(line) == 1:
        # A line of one day has no length; a dash of that day's width shows it.
        x, value = position(line[0]), line[0].value
        return [(x - BESIDE_SESSION, value), (x + BESIDE_SESSION, value)]
    return [(position(point), point.value) for point in line]


def _strokes(runs: Iterable[Sequence[Place]], ends: CapStyleType, **look: Any) -> PathPatch:
    """All runs as one path: one path each would be most of the work of drawing ten years."""
    places: list[Place] = []
    begins: list[int] = []
    for run in runs:
        begins.append(len(places))
        places += run
    codes = np.full(len(places), Path.LINETO)
    codes[begins] = Path.MOVETO
    path = Path(np.reshape(np.asarray(places, float), (-1, 2)), codes)
    return PathPatch(path, fill=False, capstyle=ends, joinstyle="round", clip_on=False, **look)
