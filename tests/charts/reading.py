"""What stands in a picture, read back from its axes."""

from collections.abc import Iterator

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text

Spot = tuple[float, float]


def parts(axes: Axes, gid: str) -> Iterator[Artist]:
    """The artists with this name."""
    return (artist for artist in axes.findobj() if artist.get_gid() == gid)


def lines(axes: Axes, gid: str) -> list[Line2D]:
    """The lines, or groups of marks, with this name."""
    return [part for part in parts(axes, gid) if isinstance(part, Line2D)]


def spots(axes: Axes, gid: str) -> list[list[Spot]]:
    """Where the marks of each group stand."""
    return [
        [(float(x), float(y)) for x, y in np.asarray(line.get_xydata()).tolist()]
        for line in lines(axes, gid)
    ]


def values(axes: Axes, gid: str) -> list[list[float]]:
    """How high the marks of each group stand, in their order."""
    return [[y for _x, y in group] for group in spots(axes, gid)]


def strokes(axes: Axes, gid: str) -> list[list[Spot]]:
    """The separate lines of a collection."""
    (found,) = parts(axes, gid)
    assert isinstance(found, LineCollection)
    return [
        [(float(x), float(y)) for x, y in np.asarray(each).tolist()]
        for each in found.get_segments()
    ]


def words(axes: Axes, gid: str) -> list[str]:
    """The texts with this name."""
    return [part.get_text() for part in parts(axes, gid) if isinstance(part, Text)]


def tick_names(axes: Axes) -> list[str]:
    """What stands below the axis, each with its lines joined."""
    return [label.get_text().replace("\n", " ") for label in axes.get_xticklabels()]
