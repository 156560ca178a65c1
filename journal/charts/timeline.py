"""The timeline's picture: a dot a day, the average between sessions, sessions as dotted lines.

Along the axis a day is its ordinal; what was before or after a session stands beside the day's
line. What is not logged is left empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Transform, offset_copy
from matplotlib.typing import CapStyleType

from journal.charts.calendar_ticks import ticks
from journal.charts.medicine_marks import draw_medicines
from journal.charts.style import TEXT_POINTS, drawing
from journal.domain.checkin import Scale
from journal.domain.trends import AveragePoint, DayScore, Part, SessionMark, Timeline
from journal.i18n import _
from journal.theme import Theme

BESIDE_SESSION = 0.4
"""How far from a session's line, in days, its *before* and *after* stand."""

_BESIDE = {Part.WHOLE: 0.0, Part.BEFORE: -BESIDE_SESSION, Part.AFTER: BESIDE_SESSION}
_MOST_INTERVALS = 7
_FEWEST_DAYS = 10
"""A shorter period stands in the middle of an axis of this many days."""

_AXIS_LABELS_INCHES = 0.4


def draw(timeline: Timeline, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure of `timeline`, `size` in inches; without scores it says so in a sentence."""
    with drawing(theme):
        figure = Figure(figsize=size, dpi=dpi, layout="constrained")
        axes = figure.add_subplot()
        width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
        _frame(axes, timeline, width)
        _draw_sessions(axes, timeline, theme, width)
        _draw_numbers(axes, timeline, theme, width)
        _draw_others(axes, timeline, theme)
        if timeline.is_empty:
            _say(axes, _("Nothing was logged in this time."), theme)
        else:
            _draw_scores(axes, timeline, theme, width)
        if timeline.medicines:
            draw_medicines(axes, timeline.medicines, theme, width)
        # The layout is found once; a later drawing of the same figure need not look for it again.
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
    return figure


def position(point: DayScore | AveragePoint) -> float:
    """Where a score or an average stands along the axis."""
    return point.day.toordinal() + _BESIDE[point.part]


def _frame(axes: Axes, timeline: Timeline, width: float) -> None:
    scale, period = timeline.scale, timeline.period
    axes.set_ylim(scale.low, scale.high)
    axes.set_yticks(range(scale.low, scale.high + 1, step(scale)))
    margin = max(0.7, (_FEWEST_DAYS - len(period)) / 2)
    axes.set_xlim(period.first.toordinal() - margin, period.last.toordinal() + margin)
    named = ticks(period, width)
    axes.set_xticks([tick.day.toordinal() for tick in named], [tick.name for tick in named])


def step(scale: Scale) -> int:
    """The smallest distance of ticks that meets both ends of a scale in at most 7 intervals."""
    length = scale.high - scale.low
    return next(
        n for n in range(1, length + 1) if length % n == 0 and length / n <= _MOST_INTERVALS
    )


def _draw_scores(axes: Axes, timeline: Timeline, theme: Theme, width: float) -> None:
    points_a_day = 72 * width / len(timeline.period)
    _draw_ranges(axes, timeline.scores, theme, min(max(points_a_day / 2, 0.5), 3))
    size = min(max(points_a_day, 1.6), 4)
    for part in Part:
        for late in (False, True):
            group = [s for s in timeline.scores if s.part is part and s.late is late]
            _draw_dots(axes, group, theme, size)
    _draw_averages(axes, timeline.lines, theme, 1.5 if points_a_day > 1 else 0.8)


def _draw_ranges(axes: Axes, scores: Iterable[DayScore], theme: Theme, width: float) -> None:
    bars = [
        [(position(score), score.low), (position(score), score.high)]
        for score in scores
        if score.low < score.high
    ]
    axes.add_artist(
        _strokes(bars, "butt", color=theme.chart_band, lw=width, zorder=2, gid="ranges")
    )


def _draw_dots(axes: Axes, scores: list[DayScore], theme: Theme, size: float) -> None:
    """Scores of one part, all late or none: round or square, hollow after a session."""
    if not scores:
        return
    part, late = scores[0].part, scores[0].late
    colour = theme.chart_dot if part is Part.WHOLE else theme.chart_line
    axes.plot(
        [position(score) for score in scores],
        [score.value for score in scores],
        linestyle="none",
        marker="s" if late else "o",
        markersize=size,
        markerfacecolor=theme.card if part is Part.AFTER else colour,
        markeredgecolor=colour,
        markeredgewidth=size / 4 if part is Part.AFTER else 0,
        zorder=4 if part is Part.WHOLE else 6,
        clip_on=False,
        gid=f"scores-{part}-late" if late else f"scores-{part}",
    )


def _draw_averages(
    axes: Axes, lines: Iterable[tuple[AveragePoint, ...]], theme: Theme, width: float
) -> None:
    runs = [list(_run(line)) for line in lines]
    axes.add_artist(
        _strokes(runs, "round", color=theme.chart_line, lw=width, zorder=5, gid="averages")
    )


def _strokes(
    runs: Iterable[Sequence[tuple[float, float]]], ends: CapStyleType, **look: Any
) -> PathPatch:
    """All runs as one path: one path each would be most of the work of drawing ten years."""
    path = Path.make_compound_path(*(Path(run) for run in runs))
    return PathPatch(path, fill=False, capstyle=ends, joinstyle="round", clip_on=False, **look)


def _run(line: tuple[AveragePoint, ...]) -> Iterator[tuple[float, float]]:
    if len(line) == 1:
        # A line of one day has no length; a dash of that day's width shows it.
        yield position(line[0]) - BESIDE_SESSION, line[0].value
        yield position(line[0]) + BESIDE_SESSION, line[0].value
    else:
        yield from ((position(point), point.value) for point in line)


def _draw_sessions(axes: Axes, timeline: Timeline, theme: Theme, width: float) -> None:
    marks = [mark for mark in timeline.sessions if mark.number is not None]
    low, high = timeline.scale.low, timeline.scale.high
    lines = LineCollection(
        [[(mark.day.toordinal(), low), (mark.day.toordinal(), high)] for mark in marks],
        colors=theme.chart_session,
        linewidths=1 if 72 * width >= 8 * len(marks) else 0.5,
        linestyles=[(0, (1.5, 2.5))],
        zorder=3,
        gid="sessions",
    )
    axes.add_collection(lines, autolim=False)


def _draw_numbers(axes: Axes, timeline: Timeline, theme: Theme, width: float) -> None:
    marks = [mark for mark in timeline.sessions if mark.number is not None]
    for mark in fitting(marks, 72 * width / len(timeline.period)):
        axes.text(
            mark.day.toordinal(),
            timeline.scale.high,
            str(mark.number),
            transform=_shifted(axes, 3),
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


def _draw_others(axes: Axes, timeline: Timeline, theme: Theme) -> None:
    days = [mark.day.toordinal() for mark in timeline.sessions if mark.number is None]
    if not days:
        return
    axes.plot(
        days,
        [timeline.scale.low] * len(days),
        linestyle="none",
        marker="^",
        markersize=4.5,
        color=theme.muted,
        markeredgewidth=0,
        transform=_shifted(axes, -4),
        clip_on=False,
        zorder=4,
        gid="other-treatments",
    )


def _shifted(axes: Axes, points: float) -> Transform:
    """Where a value stands, moved up by `points`."""
    return offset_copy(axes.transData, fig=axes.get_figure(root=True), y=points, units="points")


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
        wrap=True,
        gid="nothing-logged",
    )
