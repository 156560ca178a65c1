"""The frame of a picture that answers one question: a single pair of axes, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from journal.charts.style import drawing
from journal.theme import Theme


@contextmanager
def framed(theme: Theme, size: tuple[float, float], dpi: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure of `size` inches, and its axes to draw on in the theme's colours.

    Afterwards the place of the axes is fixed, so that drawing the figure again leaves it alone.
    """
    with drawing(theme):
        layout = ConstrainedLayoutEngine()
        figure = Figure(figsize=size, dpi=dpi, layout=layout)
        yield figure, figure.add_subplot()
        layout.execute(figure)
        figure.set_layout_engine("none")
