"""The hours around sessions as a picture: what was before, then the hours after the end.

The time of the drug effect is shaded and named, and its scores are hollow: they stand nowhere else.
"""

from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from journal.charts.frame import framed
from journal.charts.strips import Strip, apart, places, say, scale_axis
from journal.domain.session_hours import Phase, PhaseScores, SessionHours
from journal.i18n import _
from journal.theme import Theme
from journal.wording.around_sessions import hours_sentence

BEFORE_AT = -4.0
"""Where the scores before stand; hours of the session itself stand at −2 to 0."""

BEFORE_REACHES = 0.6
"""How far equal scores before stand to either side."""

EARLIEST = -2.0

SPANS = {
    Phase.BEFORE: (BEFORE_AT - 0.8, BEFORE_AT + 0.8),
    Phase.DURING: (EARLIEST, 4.0),
    Phase.SAME_DAY: (4.0, 12.0),
    Phase.NEXT_MORNING: (12.0, 24.0),
}
"""From where to where a part of the hours reaches along the axis."""

_HOURS = (4, 8, 12, 16, 20, 24)
_AXIS_LABELS_INCHES = 0.4
_DOT = 4.0


def draw(result: SessionHours, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; with too few sessions it says so in a sentence."""
    with framed(theme, size, dpi) as (figure, axes):
        scale_axis(axes, result.scale, [score.value for score in result.scores])
        if result.is_shown:
            _frame(axes)
            _draw_effect(axes, theme)
            _draw_counts(axes, result, theme)
            _draw_scores(axes, result, theme)
            _draw_medians(axes, result, theme)
        else:
            say(axes, hours_sentence(result), theme, max(size[0] - _AXIS_LABELS_INCHES, 0.5))
    return figure


def place(hours: float) -> float:
    """Where a score after the start stands; all of an infusion's hours but the last two are one."""
    return max(hours, EARLIEST)


def _frame(axes: Axes) -> None:
    axes.set_xlim(SPANS[Phase.BEFORE][0], SPANS[Phase.NEXT_MORNING][1] + 0.5)
    names = [_("before"), _("end"), *(_("+{hours} h").format(hours=hours) for hours in _HOURS)]
    axes.set_xticks([BEFORE_AT, 0, *_HOURS], names)


def _draw_effect(axes: Axes, theme: Theme) -> None:
    first, last = SPANS[Phase.DURING]
    axes.axvspan(first, last, color=theme.chart_band, linewidth=0, zorder=0.5, gid="drug-effect")
    axes.annotate(
        _("drug effect"),
        ((first + last) / 2, 1),
        (0, 14),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        color=theme.muted,
        ha="center",
        va="bottom",
        gid="effect-name",
    )


def _draw_counts(axes: Axes, result: SessionHours, theme: Theme) -> None:
    for part in result.phases:
        axes.annotate(
            _("n {count}").format(count=part.count),
            (sum(SPANS[part.phase]) / 2, 1),
            (0, 3),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            color=theme.muted,
            ha="center",
            va="bottom",
            gid="n",
        )


def _draw_scores(axes: Axes, result: SessionHours, theme: Theme) -> None:
    for during in (False, True):
        spots = list(_spots(result, during))
        if spots:
            axes.plot(
                [x for x, _y in spots],
                [y for _x, y in spots],
                linestyle="none",
                marker="o",
                markersize=_DOT,
                markerfacecolor=theme.card if during else theme.chart_dot,
                markeredgecolor=theme.chart_line if during else theme.chart_dot,
                markeredgewidth=1 if during else 0,
                clip_on=False,
                zorder=4,
                gid="during" if during else "scores",
            )


def _spots(result: SessionHours, during: bool) -> Iterator[tuple[float, float]]:
    for score in result.scores:
        if (score.phase is Phase.DURING) is during and score.hours is not None:
            yield place(score.hours), score.value
    if not during:
        values = [score.value for score in result.scores if score.hours is None]
        strip = Strip("before", values, BEFORE_AT, reach=BEFORE_REACHES)
        yield from zip(places(strip, apart(strip, BEFORE_REACHES)), values, strict=True)


def _draw_medians(axes: Axes, result: SessionHours, theme: Theme) -> None:
    axes.add_collection(
        LineCollection(
            [_bar(part, part.median) for part in result.phases if part.median is not None],
            colors=theme.chart_line,
            linewidths=2,
            zorder=5,
            gid="medians",
        ),
        autolim=False,
    )


def _bar(part: PhaseScores, value: float) -> list[tuple[float, float]]:
    first, last = SPANS[part.phase]
    return [(first + 0.2, value), (last - 0.2, value)]
