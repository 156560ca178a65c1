"""The timeline's picture: a dot a day, the average between sessions, sessions as dotted lines."""

from matplotlib.figure import Figure

from journal.charts.panels import draw_panels
from journal.charts.score_marks import BESIDE_SESSION, position
from journal.charts.session_labels import fitting
from journal.domain.trends import Timeline
from journal.theme import Theme

__all__ = ["BESIDE_SESSION", "draw", "draw_panels", "fitting", "position"]


def draw(timeline: Timeline, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure of `timeline`, `size` in inches; without scores it says so in a sentence."""
    return draw_panels((timeline,), (), theme, size, dpi)
