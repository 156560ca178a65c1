"""The rhythm of the last sessions."""

from datetime import date, timedelta

import pytest

from journal.domain.dosing_rhythm import Rhythm, rhythm
from journal.domain.session import SessionState, Treatment
from journal.domain.stretches import course
from tests.domain.diary import Diary

FIRST = date(2026, 1, 5)


def rhythm_of(*gaps: int) -> Rhythm:
    """That of sessions with these days from one to the next."""
    diary = Diary()
    day = FIRST
    diary.session(day)
    for gap in gaps:
        day += timedelta(gap)
        diary.session(day)
    return rhythm(course(diary.sessions))


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((21, 21, 28), Rhythm.SPACED),
        ((10, 10, 10), Rhythm.SPACED),
        ((9, 9, 9), Rhythm.WEEKLY),
        ((7, 7, 7), Rhythm.WEEKLY),
        ((5, 5, 5), Rhythm.WEEKLY),
        ((4, 4, 4), Rhythm.TWICE_WEEKLY),
        ((3, 4, 3), Rhythm.TWICE_WEEKLY),
        ((1,) * 12, Rhythm.DAILY),
    ],
)
def test_the_median_gap_of_the_last_four_sessions_decides(
    gaps: tuple[int, ...], expected: Rhythm
) -> None:
    assert rhythm_of(*gaps) is expected


def test_earlier_sessions_do_not_count() -> None:
    """Of 3, 4, 3, 3 | 7, 14, 7 the last three gaps have the median 7."""
    assert rhythm_of(3, 4, 3, 3, 7, 14, 7) is Rhythm.WEEKLY


def test_an_induction_followed_by_one_booster_is_still_a_close_rhythm() -> None:
    """3, 4, 18 have the median 4; one booster more, and 4, 18, 21 have 18."""
    assert rhythm_of(3, 3, 4, 18) is Rhythm.TWICE_WEEKLY
    assert rhythm_of(3, 3, 4, 18, 21) is Rhythm.SPACED


def test_with_fewer_than_four_sessions_as_many_count_as_there_are() -> None:
    assert rhythm_of() is Rhythm.SPACED
    assert rhythm_of(7) is Rhythm.WEEKLY
    assert rhythm_of(7, 21) is Rhythm.SPACED


def test_ten_of_fourteen_days_are_daily_and_nine_are_not() -> None:
    """Ten in a row; nine in a row have gaps of one day."""
    assert rhythm_of(*(1,) * 9) is Rhythm.DAILY
    assert rhythm_of(*(1,) * 8) is Rhythm.TWICE_WEEKLY


def test_other_treatments_and_sessions_that_did_not_happen_do_not_count() -> None:
    diary = Diary()
    for number in range(4):
        diary.session(FIRST + timedelta(21 * number))
        diary.session(FIRST + timedelta(21 * number + 3), treatment=Treatment.TMS)
        diary.session(FIRST + timedelta(21 * number + 5), state=SessionState.CANCELLED)

    assert rhythm(course(diary.sessions)) is Rhythm.SPACED
