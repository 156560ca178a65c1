"""Scales and questionnaires one above another on one time axis, each with axes of its own.

Sessions run through all panels; their numbers and doses stand above the first, days, other
treatments and medicines below the last.
"""

from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts.medicine_marks import draw_medicines
from journal.charts.panel_layout import TITLE_PAD, Box, PanelLayout, Room, panel_layout
from journal.charts.scale_axis import ends, ticks
from journal.charts.score_marks import draw_scores
from journal.charts.session_marks import draw_labels, draw_others, draw_sessions
from journal.charts.style import drawing
from journal.charts.total_marks import draw_bands, draw_totals, levels
from journal.charts.totals import Totals
from journal.domain.trends import SessionMark, Timeline
from journal.i18n import _, format_number
from journal.theme import Theme
from journal.wording import scale_ends, scale_name
from journal.wording.questionnaires import total_range

Panel = Timeline | Totals

_FEWEST_DAYS, _FEWEST_DAYS_OF_TOTALS = 10, 28
"""A shorter period stands in the middle of an axis of so many days."""

_MARGIN, _MARGIN_OF_TOTALS = 0.7, 2.0
_SCALE_SHARE, _TOTALS_SHARE = 1.0, 0.7


def draw_panels(
    timelines: Sequence[Timeline],
    totals: Sequence[Totals],
    theme: Theme,
    size: tuple[float, float],
    dpi: float = 96,
    marks: Timeline | None = None,
) -> Figure:
    """The figure of one panel or more, all of one period; `size` is in inches.

    Several panels have a title each. A panel without anything in it says so in a sentence. The
    sessions and medicines are those of the first scale, or of `marks`, which has no panel itself.
    """
    panels: tuple[Panel, ...] = (*timelines, *totals)
    marked = timelines[0] if timelines else marks
    room = _room(panels, marked)
    layout = panel_layout(panels[0].period, _margin(timelines, totals), room, size)
    with drawing(theme):
        figure = Figure(figsize=size, dpi=dpi)
        for panel, box in zip(panels, layout.boxes, strict=True):
            axes = _axes(figure, box, size, panel, layout)
            _draw_panel(axes, panel, theme, layout, box)
            if len(panels) > 1:
                _draw_title(axes, panel, theme, layout.above if box is layout.boxes[0] else 0)
        if marked is not None:
            _draw_ends(figure, marked, theme, layout)
    return figure


def _margin(timelines: Sequence[Timeline], totals: Sequence[Totals]) -> float:
    if timelines:
        return max(_MARGIN, (_FEWEST_DAYS - len(timelines[0].period)) / 2)
    return max(_MARGIN_OF_TOTALS, (_FEWEST_DAYS_OF_TOTALS - len(totals[0].period)) / 2)


def _room(panels: Sequence[Panel], marked: Timeline | None) -> Room:
    return Room(
        at_left=[format_number(level) for panel in panels for level in _levels(panel)],
        at_right=[b.name for panel in panels if isinstance(panel, Totals) for b in panel.bands],
        shares=[_SCALE_SHARE if isinstance(p, Timeline) else _TOTALS_SHARE for p in panels],
        titles=len(panels) > 1,
        sessions=[] if marked is None else _numbered(marked),
        medicines=marked is not None and bool(marked.medicines),
    )


def _numbered(timeline: Timeline) -> list[SessionMark]:
    """The sessions that are numbered above the first panel."""
    return [mark for mark in timeline.sessions if mark.number is not None]


def _ends(panel: Panel) -> tuple[int, int]:
    if isinstance(panel, Totals):
        return panel.questionnaire.low, panel.questionnaire.high
    return ends(panel.scale, (score.high for score in panel.scores))


def _levels(panel: Panel) -> list[int]:
    return levels(panel) if isinstance(panel, Totals) else ticks(*_ends(panel))


def _axes(
    figure: Figure, box: Box, size: tuple[float, float], panel: Panel, layout: PanelLayout
) -> Axes:
    across, down = 72 * size[0], 72 * size[1]
    place = (box.left / across, box.bottom / down, box.width / across, box.height / down)
    axes = figure.add_axes(place)
    axes.set_ylim(*_ends(panel))
    axes.set_yticks(_levels(panel), [format_number(level) for level in _levels(panel)])
    axes.set_xlim(layout.first, layout.last)
    names = [tick.name for tick in layout.ticks] if box is layout.boxes[-1] else []
    axes.set_xticks([tick.day.toordinal() for tick in layout.ticks] if names else [], names)
    return axes


def _draw_panel(axes: Axes, panel: Panel, theme: Theme, layout: PanelLayout, box: Box) -> None:
    draw_sessions(axes, list(_session_days(panel)), theme, layout.width)
    if isinstance(panel, Timeline):
        if panel.is_empty:
            _say(axes, _("Nothing was logged in this time."), theme, "nothing-logged")
        else:
            draw_scores(axes, panel, theme, layout.points_a_day)
    else:
        draw_bands(axes, panel, theme, box.height)
        if panel.entries:
            draw_totals(axes, panel.entries, theme, layout.width)
        else:
            _say(axes, _("There is no total in this time."), theme, "nothing")


def _session_days(panel: Panel) -> Iterator[int]:
    if isinstance(panel, Timeline):
        return (m.day.toordinal() for m in _numbered(panel))
    return (one.session.start.day.toordinal() for one in panel.sessions)


def _draw_title(axes: Axes, panel: Panel, theme: Theme, raised: float) -> None:
    """What the panel shows, and which way its axis goes."""
    if isinstance(panel, Timeline):
        name, ends = scale_name(panel.scale), scale_ends(panel.scale, bipolar=panel.bipolar)
    else:
        name, ends = panel.questionnaire.title, total_range(panel.questionnaire)
    title = axes.annotate(
        name,
        (0, 1),
        (0, raised + TITLE_PAD),
        xycoords="axes fraction",
        textcoords="offset points",
        color=theme.text,
        fontweight="bold",
        gid="panel-title",
    )
    axes.annotate(
        ends,
        (1, 0),
        (TITLE_PAD, 0),
        xycoords=title,
        textcoords="offset points",
        color=theme.muted,
        va="bottom",
        gid="panel-ends",
    )


def _draw_ends(figure: Figure, timeline: Timeline, theme: Theme, layout: PanelLayout) -> None:
    """What stands above the first panel and below the last."""
    top, foot = figure.axes[0], figure.axes[-1]
    others = [mark for mark in timeline.sessions if mark.number is None]
    draw_labels(top, layout.labels, theme, layout.points_a_day)
    draw_others(foot, others, theme)
    if timeline.medicines:
        draw_medicines(foot, timeline.medicines, theme, layout.width / 72)


def _say(axes: Axes, sentence: str, theme: Theme, gid: str) -> None:
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
        gid=gid,
    )
