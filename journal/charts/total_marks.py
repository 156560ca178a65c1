"""A questionnaire's marks on its axes: totals joined by a line, and the names of its bands.

A total entered later is a square, one with a point of concern has a ring. The names of the bands
stand beside the axes, where no line of the data can run through them.
"""

from collections.abc import Sequence

from matplotlib.axes import Axes

from journal.charts.panel_layout import LABEL_PAD
from journal.charts.style import TEXT_POINTS
from journal.charts.totals import Totals
from journal.domain.scoring import ScoredResponse
from journal.theme import Theme

_DOT = 5.0
_RING = 11.0
_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_STEPS = 6


def total(entry: ScoredResponse) -> int:
    """The total of an entry that has one."""
    return entry.total or 0


def levels(totals: Totals) -> list[int]:
    """Where the thin lines run: at the foot of each band, or in even steps."""
    low, high = totals.questionnaire.low, totals.questionnaire.high
    if totals.bands:
        return [band.low for band in totals.bands] + [high]
    step = next(n for n in _STEPS if (high - low) / n <= _MOST_STEPS)
    return [*range(low, high, step), high]


def draw_bands(axes: Axes, totals: Totals, theme: Theme, points: float) -> None:
    """The names between the lines of their bands; one that has no room is left out.

    The axes are `points` high.
    """
    a_step = points / (totals.questionnaire.high - totals.questionnaire.low)
    tops = [band.low for band in totals.bands[1:]] + [totals.questionnaire.high]
    for band, top in zip(totals.bands, tops, strict=False):
        if (top - band.low) * a_step >= 1.2 * TEXT_POINTS:
            axes.annotate(
                band.name,
                (1, (band.low + top) / 2),
                (LABEL_PAD, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                color=theme.muted,
                va="center",
                gid="band",
            )


def draw_totals(axes: Axes, entries: Sequence[ScoredResponse], theme: Theme) -> None:
    """The totals, those entered later as squares, those with a point of concern ringed."""
    axes.plot(*_places(entries), color=theme.chart_line, lw=1, zorder=3, gid="totals")
    for late, marker in ((False, "o"), (True, "s")):
        if group := [entry for entry in entries if entry.late is late]:
            _draw_dots(axes, group, theme, marker)
    if concerning := [entry for entry in entries if entry.safety]:
        _draw_rings(axes, concerning, theme)


def _places(entries: Sequence[ScoredResponse]) -> tuple[list[int], list[int]]:
    return [entry.day.toordinal() for entry in entries], [total(entry) for entry in entries]


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
