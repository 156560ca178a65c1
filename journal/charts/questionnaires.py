"""A questionnaire's totals over time: one axis of its own, its bands as thin labelled lines."""

from matplotlib.figure import Figure

from journal.charts.panels import draw_panels
from journal.charts.totals import Totals
from journal.theme import Theme


def draw(totals: Totals, theme: Theme, size: tuple[float, float], dpi: float = 96) -> Figure:
    """The figure, `size` in inches; without totals it says so in a sentence."""
    return draw_panels((), (totals,), theme, size, dpi)
