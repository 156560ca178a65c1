"""What a figure holds, read back from its parts by their names."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from journal.charts.figure_bytes import figure_pixels
from journal.charts.render import RenderedChart
from journal.theme import Theme
from tests.charts.pictures import assert_looks_like

Place = tuple[float, float]


def parts(figure: Figure, gid: str) -> list[Artist]:
    """Everything in the figure that has this name."""
    return [artist for artist in figure.findobj() if artist.get_gid() == gid]


def line(figure: Figure, gid: str) -> Line2D:
    """The one line, or row of marks, of this name."""
    (found,) = parts(figure, gid)
    assert isinstance(found, Line2D)
    return found


def dots(figure: Figure, gid: str) -> list[Place]:
    """Where the marks of this name stand; none where there are no such marks."""
    if not parts(figure, gid):
        return []
    return [_place(each) for each in np.asarray(line(figure, gid).get_xydata()).tolist()]


def strokes(figure: Figure, gid: str) -> list[tuple[Place, Place]]:
    """The two ends of every stroke of this name."""
    (found,) = parts(figure, gid)
    assert isinstance(found, LineCollection)
    ends = [np.asarray(each).tolist() for each in found.get_segments()]
    return [(_place(first), _place(last)) for first, last in ends]


def cells(figure: Figure, gid: str) -> list[list[Place]]:
    """The corners of every filled cell of this name."""
    (found,) = parts(figure, gid)
    assert isinstance(found, PolyCollection)
    corners = [np.asarray(path.vertices)[:-1].tolist() for path in found.get_paths()]
    return [[_place(corner) for corner in cell] for cell in corners]


def boxes(figure: Figure, gid: str) -> list[Place]:
    """The middles of the boxes that the one outline of this name is made of."""
    (found,) = parts(figure, gid)
    assert isinstance(found, PathPatch)
    corners = np.asarray(found.get_path().vertices).reshape(-1, 5, 2)[:, :4]
    return [_place(each) for each in corners.mean(axis=1).tolist()]


def words(figure: Figure, gid: str) -> list[str]:
    """The texts of this name."""
    return [text.get_text() for text in parts(figure, gid) if isinstance(text, Text)]


def texts_beyond(figure: Figure) -> Iterator[str]:
    """The texts that are not wholly inside the picture."""
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    for text in figure.findobj(Text):
        box = text.get_window_extent(renderer)
        if text.get_text() and (
            box.x0 < -1 or box.y0 < -1 or box.x1 > figure.bbox.x1 + 1 or box.y1 > figure.bbox.y1 + 1
        ):
            yield text.get_text()


def assert_figure_looks_like(figure: Figure, theme: Theme, name: str, folder: Path) -> None:
    """Fail where the figure differs from the picture of this name in `reference`."""
    drawn = figure_pixels(figure, theme)
    shown = SimpleNamespace(width=drawn.width, height=drawn.height, pixels=drawn.data)
    assert_looks_like(cast(RenderedChart, shown), name, folder)


def _place(numbers: list[float]) -> Place:
    x, y = numbers
    return x, y
