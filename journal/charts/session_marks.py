"""Sessions on a time axis: a dotted line each, their numbers above, other treatments below."""

from collections.abc import Collection, Iterable

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.transforms import blended_transform_factory, offset_copy

from journal.charts.style import TEXT_POINTS
from journal.domain.trends import SessionMark
from journal.theme import Theme

NUMBERS_POINTS = 3.0
"""From the axes up to the foot of the numbers."""

_OTHERS_POINTS = -4.0
_ROOM_FOR_EACH = 8
"""With fewer points to a session its line is thinner."""


def draw_sessions(axes: Axes, days: Collection[int], theme: Theme, points: float) -> None:
    """A dotted line from end to end of the axes, `points` wide, on each of `days`."""
    low, high = axes.get_ylim()
    lines = LineCollection(
        [[(day, low), (day, high)] for day in days],
        colors=theme.chart_session,
        linewidths=1 if points >= _ROOM_FOR_EACH * len(days) else 0.5,
        linestyles=[(0, (1.5, 2.5))],
        zorder=3,
        gid="sessions",
    )
    axes.add_collection(lines, autolim=False)


def draw_numbers(
    axes: Axes, marks: Iterable[SessionMark], theme: Theme, points_a_day: float
) -> None:
    """The numbers of ketamine sessions above the axes, as many as fit."""
    _low, high = axes.get_ylim()
    up = offset_copy(
        axes.transData, fig=axes.get_figure(root=True), y=NUMBERS_POINTS, units="points"
    )
    for mark in fitting(marks, points_a_day):
        axes.text(
            mark.day.toordinal(),
            high,
            str(mark.number),
            transform=up,
            color=theme.chart_session,
            ha="center",
            va="bottom",
            gid="session-number",
        )


def fitting(marks: Iterable[SessionMark], points_a_day: float) -> list[SessionMark]:
    """The sessions whose numbers fit beside each other, from the first on."""
    shown: list[SessionMark] = []
    for mark in marks:
        room = (mark.day - shown[-1].day).days * points_a_day if shown else float("inf")
        if room >= TEXT_POINTS * (0.65 * len(str(mark.number)) + 0.5):
            shown.append(mark)
    return shown


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
