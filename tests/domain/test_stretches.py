"""Stretches: which days and moments lie between which sessions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.stretches import EARLIEST, LATEST, course
from tests.domain.diary import Diary, at

FIRST = date(2026, 1, 1)


def day(number: int) -> date:
    """The `number`-th day of January, and beyond."""
    return FIRST + timedelta(number - 1)


def diary() -> Diary:
    """Sessions of 40 minutes from 10:00 on the 5th, and twice on the 9th."""
    written = Diary()
    written.session(day(5), hour=10)
    written.session(day(9), hour=9)
    written.session(day(9), hour=18)
    return written


def test_days_are_cut_at_sessions_and_session_days_stand_alone() -> None:
    days = [day(number) for number in (1, 2, 5, 6, 9, 10, 11)]

    assert list(course(diary().sessions).runs(days)) == [
        (range(1), [day(1), day(2)]),
        (range(2), [day(5)]),
        (range(1, 2), [day(6)]),
        (range(1, 4), [day(9)]),
        (range(3, 4), [day(10), day(11)]),
    ]


def test_the_free_time_of_a_stretch_begins_when_the_drug_effect_is_over() -> None:
    """40 minutes and four hours after 10:00 on the 5th, up to 09:00 on the 9th."""
    sessions = course(diary().sessions)

    assert sessions.free_time(0) == (EARLIEST, at(day(5), 10).instant)
    assert sessions.free_time(1) == (at(day(5), 14, 40).instant, at(day(9), 9).instant)
    assert sessions.free_time(3) == (at(day(9), 22, 40).instant, LATEST)


@given(st.sets(st.integers(1, 20)), st.sets(st.integers(1, 20)))
def test_runs_hold_every_day_once_and_in_order(session_days: set[int], days: set[int]) -> None:
    written = Diary()
    for number in session_days:
        written.session(day(number))
    sessions = course(written.sessions)
    asked = [day(number) for number in sorted(days)]
    runs = list(sessions.runs(asked))

    assert [each for _on_day, run in runs for each in run] == asked
    assert all(sessions.stretches_on(each) == on_day for on_day, run in runs for each in run)
