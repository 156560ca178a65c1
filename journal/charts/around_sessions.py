"""Around a session as a picture: scores of all sessions by day, their median and middle half.

Under every day stands how many scores it has. Days with fewer than three are left empty, and the
line is broken there; single sessions are thin lines, on demand.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from journal.charts.frame import framed
from journal.charts.strips import SMALLEST_DOT, Strip, apart, places, say, scale_axis
from journal.charts.style import TEXT_POINTS
from journal.domain.around_sessions import AroundSessions, FoldedDay, FoldedScore
from journal.i18n import _
from journal.theme import Theme
from journal.wording.around_sessions import sentence, signed

NAMED_DAYS = {-3, 3, 7, 10, 14}
NAMED_DAYS_OF_A_WEEK = {-1, 2, 4, 6}
"""Beside day 0, which is named after the session; all days have their count."""

LONE_BAND = 0.15
"""How far the band of a day that stands alone reaches to either side, in days."""

_AXIS_LABELS_INCHES = 0.4
_DIGIT_POINTS = 0.7 * TEXT_POINTS
_DOT = 4.0
_REACH = 0.4


def draw(
    result: AroundSessions,
    theme: Theme,
    size: tuple[float, float],
    dpi: float = 96,
    *,
    singles: bool = False,
) -> Figure:
    """The figure, `size` in inches; `singles` adds a line for each session.

    With too few sessions it says so in a sentence.
    """
    with framed(theme, size, dpi) as (figure, axes):
        values = [score.value for session in result.sessions for score in session.scores]
        scale_axis(axes, result.scale, values)
        width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
        if result.is_shown:
            _draw_days(axes, result, theme, width)
            if singles:
                _draw_singles(axes, result, theme)
        else:
            say(axes, sentence(result), theme, width)
    return figure


def _draw_days(axes: Axes, result: AroundSessions, theme: Theme, width: float) -> None:
    days = result.days
    axes.set_xlim(days[0].offset - 0.5, days[-1].offset + 0.5)
    points_a_day = 72 * width / len(days)
    names = [_tick(day, len(days), points_a_day) for day in days]
    axes.set_xticks([day.offset for day in days], names)
    axes.tick_params(axis="x", length=0)
    _draw_n(axes, theme)
    _draw_session(axes, result, theme)
    _draw_band(axes, days, theme)
    _draw_scores(axes, result, theme, points_a_day)
    _draw_medians(axes, days, theme)


def _tick(day: FoldedDay, days: int, points_a_day: float) -> str:
    """The day's name above its count; wide counts stand in two rows by turns."""
    wide = len(str(day.count)) * _DIGIT_POINTS > points_a_day
    lower = "\n" if wide and day.offset % 2 else ""
    return f"{_day_name(day, days)}\n{lower}{day.count}"


def _day_name(day: FoldedDay, days: int) -> str:
    """Most days have none."""
    if day.offset == 0:
        return _("session")
    named = NAMED_DAYS if days > len(NAMED_DAYS_OF_A_WEEK) * 2 else NAMED_DAYS_OF_A_WEEK
    return _("{number} d").format(number=signed(day.offset)) if day.offset in named else ""


def _draw_n(axes: Axes, theme: Theme) -> None:
    """What the row of numbers under the days is."""
    axes.annotate(
        f"\n{_('n')}",
        (0, 0),
        (-10, -5),
        xycoords="axes fraction",
        textcoords="offset points",
        color=theme.muted,
        ha="center",
        va="top",
        gid="n",
    )


def _draw_session(axes: Axes, result: AroundSessions, theme: Theme) -> None:
    axes.axvline(
        0,
        color=theme.chart_session,
        linewidth=1,
        linestyle=(0, (1.5, 2.5)),
        zorder=3,
        gid="session",
    )
    if result.reference is not None:
        axes.axhline(
            result.reference,
            color=theme.muted,
            linewidth=0.9,
            linestyle=(0, (4, 3)),
            zorder=3,
            gid="reference",
        )


def _draw_band(axes: Axes, days: Sequence[FoldedDay], theme: Theme) -> None:
    """The middle half; a day whose neighbours have none is as wide as a stroke."""
    for run in runs(days, "low"):
        x = [float(day.offset) for day in run]
        low, high = [day.low or 0.0 for day in run], [day.high or 0.0 for day in run]
        if len(run) == 1:
            x, low, high = [x[0] - LONE_BAND, x[0] + LONE_BAND], low * 2, high * 2
        axes.fill_between(
            x, low, high, color=theme.chart_band, linewidth=0, zorder=2, gid="middle-half"
        )


def runs(days: Sequence[FoldedDay], field: str) -> Iterator[list[FoldedDay]]:
    """The runs of successive days on which `field` is known."""
    for known, run in groupby(days, lambda day: getattr(day, field) is not None):
        if known:
            yield list(run)


def _draw_scores(axes: Axes, result: AroundSessions, theme: Theme, points_a_day: float) -> None:
    """Equal scores of a day side by side, closer on all days where one day has many."""
    strips = [
        Strip("scores", values_on(result, day), day.offset, reach=_REACH)
        for day in result.days
        if day.median is not None
    ]
    between = min((apart(each, (_DOT + 0.5) / points_a_day) for each in strips), default=0.0)
    axes.plot(
        [x for each in strips for x in places(each, between)],
        [y for each in strips for y in each.values],
        linestyle="none",
        marker="o",
        markersize=min(max(between * points_a_day - 0.5, SMALLEST_DOT), _DOT),
        color=theme.chart_dot,
        markeredgewidth=0,
        clip_on=False,
        zorder=4,
        gid="scores",
    )


def values_on(result: AroundSessions, day: FoldedDay) -> list[float]:
    """The scores of all sessions on a day."""
    return [v for session in result.sessions if (v := session.at(day.offset)) is not None]


def _draw_medians(axes: Axes, days: Sequence[FoldedDay], theme: Theme) -> None:
    for run in runs(days, "median"):
        axes.plot(
            [day.offset for day in run],
            [day.median or 0.0 for day in run],
            color=theme.chart_line,
            linewidth=1.8,
            marker="_" if len(run) == 1 else None,
            solid_joinstyle="round",
            clip_on=False,
            zorder=6,
            gid="medians",
        )


def _draw_singles(axes: Axes, result: AroundSessions, theme: Theme) -> None:
    """One session a line, broken where a day was not logged."""
    lines = [line for session in result.sessions for line in _unbroken(session.scores)]
    axes.add_collection(
        LineCollection(
            [[(score.offset, score.value) for score in line] for line in lines],
            colors=theme.chart_dot,
            linewidths=0.6,
            zorder=3.5,
            clip_on=False,
            gid="single-sessions",
        ),
        autolim=False,
    )


def _unbroken(scores: Sequence[FoldedScore]) -> Iterator[list[FoldedScore]]:
    numbered = enumerate(scores)
    for _start, run in groupby(numbered, lambda each: each[1].offset - each[0]):
        yield [score for _number, score in run]
