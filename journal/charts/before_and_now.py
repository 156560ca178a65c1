"""Before and now as a picture: a strip of dots for each run of days, its median as a short line.

The beginning stands on the left and its median runs on as a dashed line; the days before sessions
are filled, those after hollow. The sessions since then have a diamond each, and the
interval of their median beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory, offset_copy

from journal.charts.frame import framed
from journal.charts.lettering import inches
from journal.charts.strips import DOTS_REACH, Strip, draw_medians, draw_strip, say, scale_axis
from journal.domain.before_and_now import BeforeAndNow, Comparison, Overall, Time, Window
from journal.i18n import _
from journal.theme import Theme
from journal.wording.before_and_now import sentence, time_name

BEGIN_REACHES = 0.7
"""The beginning may hold 29 days: its dots have this much room to either side."""

INTERVAL_BESIDE = 0.48
"""How far to the right of its diamonds an interval stands."""

_GAP = 0.7
_BEFORE_OVERALL = 0.3
"""So that a session's number and the words beside it are not read as one."""

_AXIS_LABELS_INCHES = 0.4
_LETTERS, _FEW_LETTERS = 16, 10
_APART = 0.08
"""Inches between the words of two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One place of the axis: a window, or the sessions since for a kind of days."""

    x: float
    time: Time
    shown: Window | Overall

    @property
    def values(self) -> tuple[float, ...]:
        """What has a mark each."""
        if isinstance(self.shown, Overall):
            return self.shown.medians
        return tuple(score.value for score in self.shown.scores)


def draw(result: BeforeAndNow, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; without any score it says so in a sentence."""
    with framed(theme, size, dpi) as (figure, axes):
        made = columns(result)
        scale_axis(axes, result.scale, [value for column in made for value in column.values])
        width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
        if made:
            _draw_columns(axes, result, made, theme, width)
        else:
            say(axes, sentence(result), theme, width)
    return figure


def columns(result: BeforeAndNow) -> tuple[Column, ...]:
    """What stands where: the beginning, then a group for each kind of days."""
    return tuple(_columns(result))


def _columns(result: BeforeAndNow) -> Iterator[Column]:
    if result.begin is None:
        return
    yield Column(0.0, result.begin.time, result.begin)
    x = BEGIN_REACHES + _GAP
    for comparison in result.comparisons:
        for shown in _group(comparison):
            x += _BEFORE_OVERALL if isinstance(shown, Overall) else 0
            yield Column(x, comparison.time, shown)
            x += 1
        x += _GAP


def _group(comparison: Comparison) -> Iterator[Window | Overall]:
    yield from comparison.windows
    if comparison.overall is not None:
        yield comparison.overall


def _draw_columns(
    axes: Axes, result: BeforeAndNow, made: Sequence[Column], theme: Theme, width: float
) -> None:
    left, right = -BEGIN_REACHES - 0.2, max(made[-1].x, 1.0) + 0.75
    axes.set_xlim(left, right)
    unit = width / (right - left)
    axes.set_xticks([column.x for column in made], [_label(column, unit) for column in made])
    axes.tick_params(axis="x", length=0)
    for column in made:
        _draw_values(axes, column, theme, 72 * unit)
    medians = [(column.x, column.shown.median) for column in made]
    draw_medians(axes, [(x, y) for x, y in medians if y is not None], theme)
    if result.begin is not None and result.begin.median is not None:
        _draw_level(axes, result.begin.median, theme)
    for comparison in result.comparisons:
        _draw_title(axes, comparison.time, [c.x for c in made if c.time is comparison.time], theme)


def _label(column: Column, unit: float) -> str:
    """How many values there are, and what they are of: in words where a column has the inches."""
    named = _("session {number}")
    is_roomy = unit >= inches(named.split()[0]) + _APART
    letters = _LETTERS if is_roomy else _FEW_LETTERS
    shown = column.shown
    if isinstance(shown, Overall):
        return f"n {len(shown.medians)}\n{fill(_('sessions since'), _LETTERS // 2)}"
    if shown.session is not None:
        number = str(shown.session.number)
        told = fill(named.format(number=number), _LETTERS // 2) if is_roomy else number
        return f"n {shown.days}\n{told}"
    return f"n {shown.days}\n{fill(time_name(shown.time), letters)}"


def _draw_values(axes: Axes, column: Column, theme: Theme, points_a_unit: float) -> None:
    if not column.values:
        return
    if isinstance(column.shown, Overall):
        strip = Strip("session-medians", column.values, column.x, marker="D")
        _draw_interval(axes, column.x, column.shown, theme)
    else:
        hollow = column.time is Time.AFTER_SESSION
        reach = BEGIN_REACHES if column.shown.session is None else DOTS_REACH
        gid = f"values-{column.time}"
        strip = Strip(gid, column.values, column.x, hollow, reach=reach)
    draw_strip(axes, strip, theme, points_a_unit)


def _draw_interval(axes: Axes, x: float, overall: Overall, theme: Theme) -> None:
    axes.plot(
        [x + INTERVAL_BESIDE] * 2,
        [overall.interval.low, overall.interval.high],
        color=theme.chart_line,
        linewidth=1.2,
        marker="_",
        markersize=5,
        clip_on=False,
        zorder=5,
        gid="interval",
    )


def _draw_level(axes: Axes, level: float, theme: Theme) -> None:
    axes.axhline(
        level, color=theme.muted, linewidth=0.9, linestyle=(0, (4, 3)), zorder=3, gid="begin-level"
    )


def _draw_title(axes: Axes, time: Time, group: Sequence[float], theme: Theme) -> None:
    """What a group is, above the middle of it."""
    if not group:
        return
    above = blended_transform_factory(axes.transData, axes.transAxes)
    axes.text(
        (group[0] + group[-1]) / 2,
        1.0,
        time_name(time),
        transform=offset_copy(above, fig=axes.get_figure(root=True), y=6, units="points"),
        color=theme.muted,
        ha="center",
        va="bottom",
        gid="group",
    )
