"""Spots of a picture: a mark or a cell that stands for a day, and what is told of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

REACH = 0.08
"""How near, in inches, the pointer has to be to a mark."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a mark or a cell, in inches from the picture's top left corner.

    A mark has no `width` and `height`. A spot of a session stands for the session's day.
    """

    x: float
    y: float
    day: date
    words: tuple[str, ...]
    width: float = 0.0
    height: float = 0.0


FindSpots = Callable[["Figure"], Sequence[Spot]]
"""Finds the spots of a figure that was laid out, in the order the keyboard walks them."""


def marks(figure: "Figure", gid: str) -> list[tuple[float, float]]:
    """Where the marks of this name are, as a spot's `x` and `y`, in the order they were drawn."""
    lines = [line for axes in figure.axes for line in axes.lines if line.get_gid() == gid]
    height, dpi = figure.get_figheight(), figure.dpi
    return [
        (float(x) / dpi, height - float(y) / dpi)
        for line in lines
        for x, y in line.get_transform().transform(line.get_xydata())
    ]


def by_day(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Spots from the first day to the last."""
    return tuple(sorted(spots, key=lambda spot: spot.day))


def nearest(spots: Iterable[Spot], x: float, y: float) -> Spot | None:
    """The cell that holds a point, or the mark in reach that is nearest to it."""
    close = [
        spot
        for spot in spots
        if abs(x - spot.x) <= (spot.width / 2 or REACH)
        and abs(y - spot.y) <= (spot.height / 2 or REACH)
    ]
    return min(close, key=lambda spot: hypot(x - spot.x, y - spot.y), default=None)


def nearest_in_time(spots: Sequence[Spot], old: Spot | None) -> int:
    """The place of the spot nearest in time to one of another picture; without one the last."""
    if old is None:
        return len(spots) - 1
    return min(
        range(len(spots)),
        key=lambda place: (abs(spots[place].day - old.day), spots[place].words != old.words),
        default=-1,
    )
