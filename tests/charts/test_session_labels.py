"""What stands above sessions: every number has a place, doses only where they change."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.charts.session_labels import MOST_ROWS, SessionLabel, fitting, session_labels
from journal.domain.session import Dose, DoseUnit
from journal.domain.trends import SessionMark, session_marks
from tests.charts.diaries import FIRST, day
from tests.domain.diary import Diary

START = FIRST.toordinal()
WIDE = 500.0


def marks(*sessions: tuple[int, int | None]) -> tuple[SessionMark, ...]:
    """Sessions on these days after the first, each with its dose in mg."""
    diary = Diary()
    for after, mg in sessions:
        diary.session(FIRST + timedelta(after), mg=mg)
    return session_marks(diary.sessions)


def labels(points_a_day: float, *sessions: tuple[int, int | None]) -> tuple[SessionLabel, ...]:
    return session_labels(marks(*sessions), points_a_day, START, WIDE)


def numbers(found: tuple[SessionLabel, ...]) -> list[tuple[str, int]]:
    return [(label.text, label.row) for label in found if not label.is_dose]


def doses(found: tuple[SessionLabel, ...]) -> list[tuple[str, int]]:
    return [(label.text, label.row) for label in found if label.is_dose]


def test_a_number_stands_over_its_day() -> None:
    (one,) = labels(3, (20, None))

    assert (one.points, one.row, one.text) == (60, 0, "1")


def test_a_number_that_would_touch_steps_up() -> None:
    """A digit needs 8 points: 2 days are 6, 4 are 12; there is room for all in two rows."""
    found = labels(3, (0, None), (2, None), (4, None), (60, None))

    assert numbers(found) == [("1", 0), ("2", 1), ("3", 0), ("4", 0)]


def test_where_there_are_too_many_for_two_rows_those_that_fit_stand_in_one() -> None:
    """At 2 points a day a number of one digit needs 8: every fourth day has one."""
    close = [(n, None) for n in range(9)]

    assert numbers(labels(2, *close)) == [("1", 0), ("5", 0), ("9", 0)]
    assert [mark.number for mark in fitting(marks(*close), 2)] == [1, 5, 9]
    assert len(fitting(marks(*close), 20)) == 9


def test_a_dose_stands_above_its_number_where_it_changes() -> None:
    found = labels(3, (10, 32), (40, 32), (70, None), (100, 32), (130, 35), (160, 35))

    assert doses(found) == [("32 mg", 1), ("35 mg", 1)]
    assert [label.points for label in found if label.is_dose] == [30, 390]


def test_what_was_taken_is_the_dose() -> None:
    agreed = marks((10, 100), (40, 100))
    more = Dose(Decimal(300), DoseUnit.MG)
    taken = (agreed[0], replace(agreed[1], session=replace(agreed[1].session, dose_taken=more)))

    assert doses(session_labels(taken, 3, START, WIDE)) == [("100 mg", 1), ("300 mg", 1)]


def test_doses_that_would_touch_stand_above_each_other() -> None:
    assert doses(labels(3, (10, 56), (13, 84))) == [("56 mg", 2), ("84 mg", 1)]


def test_of_more_than_find_room_the_later_stay() -> None:
    """From the last on, so that each holds until the next but for sessions closer than a label."""
    found = labels(3, *((30 + 2 * n, 10 + n) for n in range(6)))

    assert [text for text, _row in doses(found)] == ["10 mg", "14 mg", "15 mg"]


def test_a_dose_at_either_end_stays_inside() -> None:
    found = labels(1, (0, 32), (500, 35))
    first, last = (label.points for label in found if label.is_dose)

    assert first > 10
    assert last < WIDE - 10


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 3)), max_size=60))
def test_no_two_labels_of_a_row_touch(sessions: list[tuple[int, int]]) -> None:
    found = labels(1.2, *sorted(sessions))

    for row in range(MOST_ROWS):
        places = sorted(label.points for label in found if label.row == row)
        assert all(right - left >= 7.9 for left, right in pairwise(places))


def test_without_sessions_there_are_none() -> None:
    assert session_labels((), 3, day(1).toordinal(), WIDE) == ()
