"""How long, as a picture: each of the latest sessions a line, ending in a dot where it was back.

A session that was not back ends in a hollow arrow: it lasted at least that long.
"""

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from journal.charts.descriptions.durations import drawn
from journal.charts.frame import framed
from journal.charts.strips import say
from journal.charts.style import TEXT_POINTS
from journal.domain.durations import Durations, SessionDuration
from journal.i18n import _
from journal.theme import Theme
from journal.wording.durations import sentence

_FEWEST_DAYS = 14
_AXIS_LABELS_INCHES = 0.6
_DAYS_APART = (1, 2, 7, 14, 28, 91, 182, 364)
_TICK_INCHES = 0.45
_BELOW_INCHES = 0.5
_DOT = 5.0
_SMALLEST_DOT = 2.0


def draw(result: Durations, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; with too few sessions it says so in a sentence."""
    with framed(theme, size, dpi) as (figure, axes):
        axes.grid(visible=True, axis="x")
        axes.grid(visible=False, axis="y")
        if result.is_shown:
            sessions = drawn(result)
            _frame(axes, sessions, size)
            _draw_lines(axes, sessions, theme)
            _draw_ends(axes, sessions, theme, _row_points(sessions, size))
            _draw_median(axes, result, theme)
        else:
            say(axes, sentence(result), theme, max(size[0] - _AXIS_LABELS_INCHES, 0.5))
    return figure


def _frame(axes: Axes, sessions: Sequence[SessionDuration], size: tuple[float, float]) -> None:
    """The first session stands at the top; numbers are left out where they have no room."""
    count = len(sessions)
    longest = max(_FEWEST_DAYS, *(session.days for session in sessions))
    width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
    axes.set_xlim(0, longest * 1.03)
    apart = next((n for n in _DAYS_APART if longest / n * _TICK_INCHES <= width), longest)
    days = range(0, longest + 1, apart)
    axes.set_xticks(days, [_("{number} d").format(number=day) for day in days])
    axes.set_ylim(count - 0.4, -0.6)
    every = ceil(1.3 * TEXT_POINTS / _row_points(sessions, size))
    named = range(0, count, every)
    axes.set_yticks(named, [str(sessions[row].number) for row in named])


def _row_points(sessions: Sequence[SessionDuration], size: tuple[float, float]) -> float:
    """How much height each session has."""
    return 72 * max(size[1] - _BELOW_INCHES, 0.3) / len(sessions)


def _draw_lines(axes: Axes, sessions: Sequence[SessionDuration], theme: Theme) -> None:
    axes.add_collection(
        LineCollection(
            [[(0, row), (session.days, row)] for row, session in enumerate(sessions)],
            colors=theme.chart_dot,
            linewidths=1.2,
            zorder=3,
            gid="durations",
        ),
        autolim=False,
    )


def _draw_ends(
    axes: Axes, sessions: Sequence[SessionDuration], theme: Theme, row_points: float
) -> None:
    for back, marker in ((True, "o"), (False, ">")):
        rows = [row for row, session in enumerate(sessions) if session.back is back]
        if rows:
            axes.plot(
                [sessions[row].days for row in rows],
                rows,
                linestyle="none",
                marker=marker,
                markersize=min(max(row_points, _SMALLEST_DOT), _DOT),
                markerfacecolor=theme.chart_line if back else theme.card,
                markeredgecolor=theme.chart_line,
                markeredgewidth=0 if back else 1,
                clip_on=False,
                zorder=4,
                gid="back" if back else "not-back",
            )


def _draw_median(axes: Axes, result: Durations, theme: Theme) -> None:
    if result.median is not None:
        axes.axvline(
            result.median,
            color=theme.muted,
            linewidth=0.9,
            linestyle=(0, (4, 3)),
            zorder=2,
            gid="median",
        )
