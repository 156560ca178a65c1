"""Which sessions can be laid over one another, and which belong to a course."""

from datetime import date, timedelta

import pytest

from journal.domain.dosing_rhythm import Rhythm
from journal.domain.session_windows import (
    FRAMES,
    SessionWindow,
    comparable,
    courses,
    is_over,
    windows,
)
from journal.domain.stretches import course
from tests.domain.diary import Diary

FIRST = date(2026, 1, 5)


def found(*gaps: int, until_today: int = 60) -> tuple[SessionWindow, ...]:
    """The windows of sessions with these gaps, so many days after the last of them."""
    diary = Diary()
    day = FIRST
    diary.session(day)
    for gap in gaps:
        day += timedelta(gap)
        diary.session(day)
    return windows(course(diary.sessions), day + timedelta(until_today))


def laid_over(rhythm: Rhythm, *gaps: int, until_today: int = 60) -> list[int]:
    sessions = comparable(found(*gaps, until_today=until_today), rhythm)
    return [window.number for window in sessions if window.is_free_after(FRAMES[rhythm])]


def test_a_window_counts_the_days_to_both_neighbours_and_the_last_to_today() -> None:
    assert found(21, 28, until_today=5) == (
        SessionWindow(1, FIRST, None, 21, next_came=True),
        SessionWindow(2, FIRST + timedelta(21), 21, 28, next_came=True),
        SessionWindow(3, FIRST + timedelta(49), 28, 5, next_came=False),
    )


def test_fourteen_days_to_the_next_are_enough_and_thirteen_are_not() -> None:
    assert laid_over(Rhythm.SPACED, 14, 13, 14) == [1, 3, 4]


def test_the_last_session_comes_in_fourteen_days_later() -> None:
    assert laid_over(Rhythm.SPACED, 21, until_today=13) == [1]
    assert laid_over(Rhythm.SPACED, 21, until_today=14) == [1, 2]


def test_sessions_under_eight_days_apart_are_a_course_and_are_left_out() -> None:
    """The third session is followed by 21 free days, but came 7 days after the second."""
    assert laid_over(Rhythm.SPACED, 7, 7, 21) == [4]
    assert laid_over(Rhythm.SPACED, 8, 8, 21) == [3, 4]


def test_weekly_takes_five_free_days_before_and_six_after() -> None:
    """A gap of 6 has 5 free days, one of 7 has 6: the second session has only 5 after it."""
    assert laid_over(Rhythm.WEEKLY, 7, 6, 7, 7, until_today=5) == [1, 3, 4]
    assert laid_over(Rhythm.WEEKLY, 7, 6, 7, 7, until_today=6) == [1, 3, 4, 5]
    assert laid_over(Rhythm.WEEKLY, 7, 5, 7) == [1, 4]


def test_weekly_sessions_are_not_mixed_with_those_of_wider_times() -> None:
    """The second session lies 21 days from either neighbour."""
    assert laid_over(Rhythm.WEEKLY, 21, 21, 7, 7, 7, until_today=7) == [3, 4, 5, 6]


@pytest.mark.parametrize("rhythm", [Rhythm.TWICE_WEEKLY, Rhythm.DAILY])
def test_closer_rhythms_compare_nothing(rhythm: Rhythm) -> None:
    assert not list(comparable(found(21, 21, 21), rhythm))


def numbers(rhythm: Rhythm, *gaps: int) -> list[list[int]]:
    return [[window.number for window in each] for each in courses(found(*gaps), rhythm)]


def test_a_course_is_a_run_of_two_and_more() -> None:
    assert numbers(Rhythm.SPACED, 3, 4, 3, 21, 21, 7, 8) == [[1, 2, 3, 4], [6, 7]]
    assert numbers(Rhythm.SPACED, 21, 21) == []


def test_in_a_weekly_rhythm_weekly_sessions_are_no_course() -> None:
    """Twice weekly, then weekly: the course ends where the weeks begin."""
    assert numbers(Rhythm.WEEKLY, 3, 4, 3, 7, 7, 7) == [[1, 2, 3, 4]]


def test_a_course_is_over_when_no_session_can_join_it() -> None:
    (running,) = courses(found(3, 4, until_today=7), Rhythm.TWICE_WEEKLY)
    (over,) = courses(found(3, 4, until_today=8), Rhythm.TWICE_WEEKLY)
    (followed,) = courses(found(3, 4, 21, until_today=0), Rhythm.SPACED)

    assert [is_over(each) for each in (running, over, followed)] == [False, True, True]
