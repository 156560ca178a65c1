"""A course of sessions close together as one block: day 0 is its first session.

Nothing is averaged in it. Scores before and after a session stand beside the session's line.
"""

from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts.frame import framed
from journal.charts.strips import say, scale_axis
from journal.charts.timeline import BESIDE_SESSION
from journal.domain.around_sessions import COURSE_AFTER, COURSE_BEFORE, SessionCourse
from journal.domain.day_scores import DayScore, Part
from journal.i18n import _
from journal.theme import Theme
from journal.wording.around_sessions import signed

_BESIDE = {Part.WHOLE: 0.0, Part.BEFORE: -BESIDE_SESSION, Part.AFTER: BESIDE_SESSION}
_STEPS = (1, 2, 7, 14, 28)
_DAY_INCHES = 0.45
_AXIS_LABELS_INCHES = 0.4
_DOT = 4.0


def draw(result: SessionCourse, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; without a score it says so in a sentence."""
    with framed(theme, size, dpi) as (figure, axes):
        scale_axis(axes, result.scale, [score.value for score in result.scores])
        width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
        if result.scores:
            _frame(axes, result, width)
            _draw_sessions(axes, result, theme)
            _draw_scores(axes, result, theme)
        else:
            say(axes, _("Nothing was logged in this time."), theme, width)
    return figure


def _frame(axes: Axes, result: SessionCourse, width: float) -> None:
    last = result.span + COURSE_AFTER
    axes.set_xlim(-COURSE_BEFORE - 0.7, last + 0.7)
    step = next((n for n in _STEPS if last / n * _DAY_INCHES <= width), last)
    days = range(0, last + 1, step)
    axes.set_xticks(days, [_("{number} d").format(number=signed(day)) for day in days])


def _draw_sessions(axes: Axes, result: SessionCourse, theme: Theme) -> None:
    for window in result.sessions:
        offset = (window.day - result.first_day).days
        axes.axvline(
            offset,
            color=theme.chart_session,
            linewidth=1,
            linestyle=(0, (1.5, 2.5)),
            zorder=3,
            gid="session",
        )
        axes.annotate(
            str(window.number),
            (offset, 1),
            (0, 3),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            color=theme.chart_session,
            ha="center",
            va="bottom",
            gid="session-number",
        )


def _draw_scores(axes: Axes, result: SessionCourse, theme: Theme) -> None:
    """The days as dots, full before a session and hollow after it, as on the timeline."""
    for part in Part:
        spots = list(_spots(result, part))
        if spots:
            colour = theme.chart_dot if part is Part.WHOLE else theme.chart_line
            axes.plot(
                [x for x, _y in spots],
                [y for _x, y in spots],
                linestyle="none",
                marker="o",
                markersize=_DOT,
                markerfacecolor=theme.card if part is Part.AFTER else colour,
                markeredgecolor=colour,
                markeredgewidth=1 if part is Part.AFTER else 0,
                clip_on=False,
                zorder=5,
                gid=f"scores-{part}",
            )


def _spots(result: SessionCourse, part: Part) -> Iterator[tuple[float, float]]:
    return ((_place(result, score), score.value) for score in result.scores if score.part is part)


def _place(result: SessionCourse, score: DayScore) -> float:
    return (score.day - result.first_day).days + _BESIDE[score.part]
