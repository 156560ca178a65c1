"""Where panels one above another stand in a picture: the room their words need is left, no more.

Everything is in points, 72 to an inch, from the picture's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.charts.calendar_ticks import Tick, ticks
from journal.charts.lettering import inches
from journal.charts.medicine_marks import STROKE_POINTS
from journal.charts.session_labels import ROW_POINTS, SessionLabel, session_labels
from journal.charts.session_marks import NUMBERS_POINTS
from journal.charts.style import TEXT_POINTS
from journal.domain.period import Period
from journal.domain.trends import SessionMark

AROUND = 3.0
"""Between the outermost words and the edge of the picture."""

LABEL_PAD = 6.0
"""Between the axes and the words beside them."""

LINE = 1.25 * TEXT_POINTS
"""The height of a line of words."""

TITLE_PAD = 5.0
_BETWEEN = 8.0
_TICK = 8.0
_STROKES = 5.0 - STROKE_POINTS
_SMALLEST = 20.0


@dataclass(frozen=True, slots=True)
class Room:
    """What stands around the panels: the words at their sides, and what needs room besides.

    `shares` are the panels' heights beside each other, from the top; `sessions` are those that are
    numbered above the first.
    """

    at_left: Sequence[str]
    at_right: Sequence[str]
    shares: Sequence[float]
    titles: bool
    sessions: Sequence[SessionMark]
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
    labels: tuple[SessionLabel, ...]
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

    @property
    def above(self) -> float:
        """How high the labels of sessions stand above the first panel; 0 without any."""
        return _above(self.labels)


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
    labels = session_labels(room.sessions, width / (last - first), first, width)
    above = _above(labels) or LINE / 2
    below = _below(named, room.medicines)
    boxes = _stacked(room, Box(left, below, width, 72 * size[1] - above - below))
    return PanelLayout(boxes, named, labels, first, last)


def _above(labels: Sequence[SessionLabel]) -> float:
    rows = max((label.row + 1 for label in labels), default=0)
    return NUMBERS_POINTS + rows * ROW_POINTS if rows else 0.0


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


def _stacked(room: Room, whole: Box) -> tuple[Box, ...]:
    """The panels within the room that is left to them and to their titles."""
    title = TITLE_PAD + LINE if room.titles else 0.0
    between = _BETWEEN + title
    free = whole.height - AROUND - title - between * (len(room.shares) - 1)
    shared = max(free, _SMALLEST * len(room.shares))
    boxes: list[Box] = []
    top = whole.bottom + whole.height - AROUND - title
    for share in room.shares:
        tall = shared * share / sum(room.shares)
        boxes.append(Box(whole.left, top - tall, whole.width, tall))
        top -= tall + between
    return tuple(boxes)
