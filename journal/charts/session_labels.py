"""What stands above the lines of sessions: their numbers, and the dose where it changes.

A number steps up where the one before it leaves no room; where there are too many for that, those
that fit stand in one row. Of doses that would touch, the later stays: it holds until the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from journal.charts.lettering import inches
from journal.charts.style import TEXT_POINTS
from journal.domain.dose_changes import dose_changes
from journal.domain.trends import SessionMark
from journal.wording import dose_text

ROW_POINTS = 1.25 * TEXT_POINTS
"""The height of a row of numbers or doses."""

NUMBER_ROWS = 2
MOST_ROWS = 4
_BETWEEN = 5.0


@dataclass(frozen=True, slots=True)
class SessionLabel:
    """Words in the middle of `points` from the left end of the axes, in a row counted from 0."""

    points: float
    row: int
    text: str
    is_dose: bool = False


@dataclass(slots=True)
class _Rows:
    """What is taken of each row: stretches from left to right."""

    taken: list[list[tuple[float, float]]] = field(
        default_factory=lambda: [[] for _row in range(MOST_ROWS)]
    )

    def place(self, middle: float, width: float, rows: Iterable[int]) -> int | None:
        """The first of the rows with room for so much, which is taken then; None without any."""
        left, right = middle - width / 2, middle + width / 2
        for row in rows:
            # The nearest were placed last, so that they are met first.
            if all(right <= low or left >= high for low, high in reversed(self.taken[row])):
                self.taken[row].append((left, right))
                return row
        return None


def session_labels(
    marks: Sequence[SessionMark], points_a_day: float, first: float, width: float
) -> tuple[SessionLabel, ...]:
    """The labels of numbered sessions, oldest first, on axes `width` points wide.

    The axes begin on the day `first`, an ordinal that need not be whole.
    """
    rows = _Rows()
    numbers = {
        mark.number: SessionLabel(middle, row, str(mark.number))
        for mark, middle, row in _numbers(marks, points_a_day, first, rows)
    }
    doses = []
    for mark, changed in reversed(list(dose_changes(marks))):
        dose = dose_text(changed)
        wide = _points(dose)
        middle = (mark.day.toordinal() - first) * points_a_day
        middle = max(wide / 2, min(middle, width - wide / 2))
        number = numbers.get(mark.number)
        above = 1 if number is None else number.row + 1
        row = rows.place(middle, wide + _BETWEEN, range(above, MOST_ROWS))
        if row is not None:
            doses.append(SessionLabel(middle, row, dose, is_dose=True))
    return (*numbers.values(), *reversed(doses))


def fitting(marks: Sequence[SessionMark], points_a_day: float) -> list[SessionMark]:
    """The sessions whose numbers fit, from the first on."""
    return [mark for mark, _middle, _row in _numbers(marks, points_a_day, 0.0, _Rows())]


def _numbers(
    marks: Sequence[SessionMark], points_a_day: float, first: float, rows: _Rows
) -> Iterator[tuple[SessionMark, float, int]]:
    """The sessions whose numbers fit, where they stand, and in which row."""
    if not marks:
        return
    room = (marks[-1].day - marks[0].day).days * points_a_day
    few = sum(map(_digits, marks)) <= NUMBER_ROWS * room
    for mark in marks:
        middle = (mark.day.toordinal() - first) * points_a_day
        row = rows.place(middle, _digits(mark), range(NUMBER_ROWS if few else 1))
        if row is not None:
            yield mark, middle, row


def _digits(mark: SessionMark) -> float:
    return TEXT_POINTS * (0.65 * len(str(mark.number)) + 0.35)


@lru_cache(maxsize=500)
def _points(words: str) -> float:
    return 72 * inches(words)
