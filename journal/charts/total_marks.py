"""A questionnaire's marks on its axes: totals joined by a line, and the names of its bands.

A total entered later is a square, one with a point of concern has a ring. The names of the bands
stand beside the axes, where no line of the data can run through them.
"""

from collections.abc import Sequence
from itertools import count

from matplotlib.axes import Axes

from journal.charts.panel_layout import LABEL_PAD
from journal.charts.style import TEXT_POINTS
from journal.charts.totals import Totals
from journal.domain.scoring import ScoredResponse
from journal.theme import Theme

_NAME_POINTS = 1.1 * TEXT_POINTS
_DOT = 5.0
_SMALLEST_DOT = 1.2
_RING = 6.0
"""How much wider a ring is than its dot."""

_MOST_STEPS = 6


def total(entry: ScoredResponse) -> int:
    """The total of an entry that has one."""
    return entry.total or 0


def levels(totals: Totals) -> list[int]:
    """Where the thin lines run: at the foot of each band, or in even steps up to the end.

    A step that is less than half of one from the end is left away: their numbers would touch.
    """
    low, high = totals.questionnaire.low, totals.questionnaire.high
    if totals.bands:
        return [band.low for band in totals.bands] + [high]
    step = _step(high - low)
    return [*(level for level in range(low, high, step) if 2 * (high - level) >= step), high]


def _step(length: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 and so on of which few enough make the whole length."""
    steps = (n * int(10**power) for power in count() for n in (1, 2, 5))
    return next(step for step in steps if length / step <= _MOST_STEPS)


def draw_bands(axes: Axes, totals: Totals, theme: Theme, points: float) -> None:
    """The names beside their bands, moved apart where they would touch, on axes `points` high.

    Where they would reach beyond the axes there are none: a single one would mislead.
    """
    if len(totals.bands) * _NAME_POINTS > points + TEXT_POINTS:
        return
    a_step = points / (totals.questionnaire.high - totals.questionnaire.low)
    tops = [band.low for band in totals.bands[1:]] + [totals.questionnaire.high]
    middles = [(b.low + top) / 2 * a_step for b, top in zip(totals.bands, tops, strict=False)]
    for band, middle, place in zip(totals.bands, middles, moved_apart(middles), strict=False):
        axes.annotate(
            band.name,
            (1, middle / points),
            (LABEL_PAD, place - middle),
            xycoords="axes fraction",
            textcoords="offset points",
            color=theme.muted,
            va="center",
            gid="band",
        )


def moved_apart(middles: Sequence[float], least: float = _NAME_POINTS) -> list[float]:
    """The places, which ascend, moved as little as lets `least` points lie between any two.

    Those that touch become a block around the mean of their places, as long as blocks touch.
    """
    blocks: list[tuple[float, int]] = []
    for place in middles:
        middle, count = place, 1
        while blocks and middle - count * least / 2 < blocks[-1][0] + blocks[-1][1] * least / 2:
            before, many = blocks.pop()
            middle = (before * many + middle * count) / (many + count)
            count += many
        blocks.append((middle, count))
    return [
        middle + (place - (count - 1) / 2) * least
        for middle, count in blocks
        for place in range(count)
    ]


def draw_totals(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme, width: float) -> None:
    """The totals, those entered later as squares, those with a point of concern ringed.

    On axes `width` points wide; dots and line are thinner where there are many.
    """
    dot = max(_SMALLEST_DOT, min(_DOT, 0.6 * width / len(entries)))
    line = 1.0 if dot == _DOT else 0.6
    axes.plot(*_places(entries), color=theme.chart_line, lw=line, zorder=3, gid="totals")
    for late, marker in ((False, "o"), (True, "s")):
        if group := [entry for entry in entries if entry.late is late]:
            _draw_dots(axes, group, theme, marker, dot)
    if concerning := [entry for entry in entries if entry.safety]:
        _draw_rings(axes, concerning, theme, dot)


def _places(entries: Sequence[ScoredResponse]) -> tuple[list[int], list[int]]:
    return [entry.day.toordinal() for entry in entries], [total(entry) for entry in entries]


def _draw_dots(
    axes: Axes, entries: Sequence[ScoredResponse], theme: Theme, marker: str, size: float
) -> None:
    axes.plot(
        *_places(entries),
        linestyle="none",
        marker=marker,
        markersize=size,
        color=theme.chart_line,
        markeredgewidth=0,
        zorder=4,
        clip_on=False,
        gid="late" if marker == "s" else "on-time",
    )


def _draw_rings(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme, dot: float) -> None:
    axes.plot(
        *_places(entries),
        linestyle="none",
        marker="o",
        markersize=dot + _RING,
        markerfacecolor="none",
        markeredgecolor=theme.warning_text,
        markeredgewidth=1.2,
        zorder=5,
        clip_on=False,
        gid="concern",
    )
