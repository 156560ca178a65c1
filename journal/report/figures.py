"""The pictures of a Report, drawn for its paper."""

from journal.charts.around_sessions import draw as draw_around
from journal.charts.panels import draw_panels
from journal.charts.render import svg
from journal.domain.around_sessions import AroundSessions
from journal.report.parts import Figure, OverTime, Paper
from journal.theme import PRINT

DRAWN_LARGER = 1.2
"""Drawn larger than they are printed, so that their words are as small as those around them."""

WIDTHS = {Paper.A4: 7.24, Paper.US_LETTER: 7.47}
"""All the width between the margins, in inches."""

OVER_TIME_HEIGHTS = {1: 2.0, 2: 2.85, 3: 3.3}
"""In inches, by how many panels there are."""

AROUND_HEIGHTS = {Paper.A4: 1.45, Paper.US_LETTER: 1.3}
"""In inches."""

BETWEEN_SECTIONS = 0.28
"""Inches between two sections that stand side by side."""

Inches = tuple[float, float]


def drawn(figure: Figure, paper: Paper) -> str:
    """The figure as SVG."""
    size = drawn_size(figure, paper)
    match figure.drawn:
        case OverTime(timelines, totals):
            return svg(draw_panels(timelines, totals, PRINT, size))
        case AroundSessions() as around:
            return svg(draw_around(around, PRINT, size))


def drawn_size(figure: Figure, paper: Paper) -> Inches:
    """How large it is drawn, in inches: more than it has on the page."""
    match figure.drawn:
        case OverTime(timelines, totals):
            width = WIDTHS[paper]
            height = OVER_TIME_HEIGHTS[len(timelines) + len(totals)]
        case AroundSessions():
            width = (WIDTHS[paper] - BETWEEN_SECTIONS) / 2
            height = AROUND_HEIGHTS[paper]
    return width * DRAWN_LARGER, height * DRAWN_LARGER
