"""Sessions on a time axis: a dotted line each, their labels above, other treatments below."""

from collections.abc import Collection, Iterable

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.transforms import Transform, blended_transform_factory, offset_copy

from journal.charts.session_labels import MOST_ROWS, ROW_POINTS, SessionLabel
from journal.domain.trends import SessionMark
from journal.theme import Theme

NUMBERS_POINTS = 3.0
"""From the axes up to the foot of the labels."""

_OTHERS_POINTS = -4.0
_ROOM_FOR_EACH = 8
"""With fewer points to a session its line is thinner, and more of it is left open."""


def draw_sessions(axes: Axes, days: Collection[int], theme: Theme, points: float) -> None:
    """A dotted line from end to end of the axes, `points` wide, on each of `days`."""
    low, high = axes.get_ylim()
    many = points < _ROOM_FOR_EACH * len(days)
    lines = LineCollection(
        [[(day, low), (day, high)] for day in days],
        colors=theme.chart_session,
        linewidths=0.4 if many else 1,
        linestyles=[(0, (1.5, 8) if many else (1.5, 2.5))],
        zorder=3,
        gid="sessions",
    )
    axes.add_collection(lines, autolim=False)


def draw_labels(
    axes: Axes, labels: Iterable[SessionLabel], theme: Theme, points_a_day: float
) -> None:
    """The numbers and doses of ketamine sessions in rows above the axes."""
    first, _last = axes.get_xlim()
    _low, high = axes.get_ylim()
    rows = [_row(axes, row) for row in range(MOST_ROWS)]
    for label in labels:
        axes.text(
            first + label.points / points_a_day,
            high,
            label.text,
            transform=rows[label.row],
            color=theme.muted if label.is_dose else theme.chart_session,
            ha="center",
            va="bottom",
            gid="session-dose" if label.is_dose else "session-number",
        )


def _row(axes: Axes, row: int) -> Transform:
    up = NUMBERS_POINTS + row * ROW_POINTS
    return offset_copy(axes.transData, fig=axes.get_figure(root=True), y=up, units="points")


def draw_others(axes: Axes, marks: Iterable[SessionMark], theme: Theme) -> None:
    """A triangle just below the axes on the day of every other treatment."""
    days = [mark.day.toordinal() for mark in marks]
    if not days:
        return
    place = blended_transform_factory(axes.transData, axes.transAxes)
    axes.plot(
        days,
        [0.0] * len(days),
        linestyle="none",
        marker="^",
        markersize=4.5,
        color=theme.muted,
        markeredgewidth=0,
        transform=offset_copy(
            place, fig=axes.get_figure(root=True), y=_OTHERS_POINTS, units="points"
        ),
        clip_on=False,
        zorder=4,
        gid="other-treatments",
    )
