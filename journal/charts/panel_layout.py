"""Where panels one above another stand in a picture: the room their words need is left, no more.

Everything is in points, 72 to an inch, from the picture's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.charts.calendar_ticks import Tick, ticks
from journal.charts.lettering import inches
from journal.charts.medicine_marks import STROKE_POINTS
from journal.charts.session_marks import NUMBERS_POINTS
from journal.charts.style import TEXT_POINTS
from journal.domain.period import Period

AROUND = 3.0
"""Between the outermost words and the edge of the picture."""

LABEL_PAD = 6.0
"""Between the axes and the words beside them."""

LINE = 1.25 * TEXT_POINTS
"""The height of a line of words."""

TITLE_PAD = 5.0
_BETWEEN = 8.0
_TICK = 8.0
_NUMBERS = NUMBERS_POINTS + LINE
_STROKES = 5.0 - STROKE_POINTS
_SMALLEST = 20.0


@dataclass(frozen=True, slots=True)
class Room:
    """What stands around the panels: the words at their sides, and what needs room besides.

    `shares` are the panels' heights beside each other, from the top.
    """

    at_left: Sequence[str]
    at_right: Sequence[str]
    shares: Sequence[float]
    titles: bool
    numbers: bool
    medicines: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A panel's axes."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PanelLayout:
    """The panels from the top, and the time axis they share.

    `first` and `last` are days' ordinals at the two ends of it, and need not be whole.
    """

    boxes: tuple[Box, ...]
    ticks: tuple[Tick, ...]
    first: float
    last: float

    @property
    def width(self) -> float:
        """How wide the axes are."""
        return self.boxes[0].width

    @property
    def points_a_day(self) -> float:
        """How wide a day is."""
        return self.width / (self.last - self.first)


def panel_layout(
    period: Period, margin: float, room: Room, size: tuple[float, float]
) -> PanelLayout:
    """Panels for `period` and `margin` days on either side, in a picture of `size` inches."""
    first, last = period.first.toordinal() - margin, period.last.toordinal() + margin
    left = AROUND + _beside(room.at_left)
    right = AROUND + _beside(room.at_right)
    width = max(72 * size[0] - left - right, _SMALLEST)
    named = ticks(period, width / 72)
    over_left, over_right = _overhang(named, width / (last - first), first, last)
    left, right = max(left, AROUND + over_left), max(right, AROUND + over_right)
    width = max(72 * size[0] - left - right, _SMALLEST)
    boxes = _stacked(room, left, width, 72 * size[1], _below(named, room.medicines))
    return PanelLayout(boxes, named, first, last)


def _beside(words: Sequence[str]) -> float:
    return max(map(_points, words)) + LABEL_PAD if words else 0.0


@lru_cache(maxsize=500)
def _points(word: str) -> float:
    return 72 * inches(word)


def _overhang(
    named: Sequence[Tick], points_a_day: float, first: float, last: float
) -> tuple[float, float]:
    """How far the names of days reach out of the axes on either side."""
    if not named:
        return 0.0, 0.0
    begin, end = named[0], named[-1]
    return (
        _half(begin) - (begin.day.toordinal() - first) * points_a_day,
        _half(end) - (last - end.day.toordinal()) * points_a_day,
    )


def _half(tick: Tick) -> float:
    return max(map(_points, tick.name.splitlines())) / 2


def _below(named: Sequence[Tick], medicines: bool) -> float:
    """From the lowest axes to the edge: the names of days, and the strokes of medicines."""
    lines = max((tick.name.count("\n") + 1 for tick in named), default=1)
    words = _TICK + lines * LINE
    return AROUND + (max(words, _STROKES) if medicines else words)


def _stacked(room: Room, left: float, width: float, height: float, below: float) -> tuple[Box, ...]:
    title = TITLE_PAD + LINE if room.titles else 0.0
    above = AROUND + title + (_NUMBERS if room.numbers else LINE / 2)
    between = _BETWEEN + title
    free = height - above - below - between * (len(room.shares) - 1)
    whole = max(free, _SMALLEST * len(room.shares))
    boxes: list[Box] = []
    top = height - above
    for share in room.shares:
        tall = whole * share / sum(room.shares)
        boxes.append(Box(left, top - tall, width, tall))
        top -= tall + between
    return tuple(boxes)
