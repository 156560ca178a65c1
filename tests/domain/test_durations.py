"""How long it took until scores were back; the survival median by hand."""

from datetime import date, timedelta
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.around_sessions import around_sessions
from journal.domain.checkin import MOOD, Scale
from journal.domain.day_scores import day_scores
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.durations import (
    Durations,
    SessionDuration,
    Trend,
    durations,
    survival_median,
)
from journal.domain.period import Period
from journal.domain.stretches import course
from tests.domain.diary import Diary, scale_of

FIRST = date(2026, 1, 20)
MOOD_SCALE = scale_of(MOOD)
APART = 21
LEVEL = 4


def diary_of(*courses: dict[int, int], scale: str = MOOD) -> Diary:
    """A session every three weeks, 4 on the day before each; then what is given by its day."""
    diary = Diary()
    for number, course_of_days in enumerate(courses):
        day = FIRST + timedelta(APART * number)
        diary.session(day)
        diary.score(day - timedelta(1), LEVEL, scale=scale)
        for offset, value in course_of_days.items():
            diary.score(day + timedelta(offset), value, scale=scale)
    return diary


def how_long(diary: Diary, scale: Scale = MOOD_SCALE, today: date | None = None) -> Durations:
    today = today or max(s.start.day for s in diary.sessions) + timedelta(APART)
    records, whole = diary.records(), Period(date(2025, 1, 1), today)
    scores = tuple(day_scores(records, scale, whole, course(records.sessions)))
    return durations(around_sessions(records, scale, whole, today, scores), scores)


def test_it_knows_whether_there_are_more_sessions_outside_the_period() -> None:
    diary, today = diary_of({1: 8}, {1: 8}), FIRST + timedelta(2 * APART)
    around = around_sessions(diary.records(), MOOD_SCALE, Period(FIRST, today), today)
    last = around_sessions(diary.records(), MOOD_SCALE, Period(FIRST + timedelta(1), today), today)

    assert not durations(around, ()).more_outside
    assert durations(last, ()).more_outside


def outcomes(result: Durations) -> list[tuple[int, int, bool]]:
    return [(each.number, each.days, each.back) for each in result.sessions]


def test_back_is_the_first_of_two_logged_days_running_at_or_below_the_level() -> None:
    """Level 4. Day 3 is low alone; days 5 and 6 are 4 and 2: back on day 5."""
    result = how_long(diary_of({1: 8, 2: 7, 3: 3, 4: 6, 5: 4, 6: 2, 7: 9}))

    assert result.sessions == (
        SessionDuration(1, FIRST, LEVEL, days=5, back=True, next_came=False),
    )


def test_days_not_logged_do_not_break_a_run_and_do_not_make_one() -> None:
    """Logged on days 1, 5 and 9: 8, 4, 3. Day 5 is the first of two logged days running."""
    assert outcomes(how_long(diary_of({1: 8, 5: 4, 9: 3}))) == [(1, 5, True)]


def test_a_session_that_lifted_nothing_was_back_on_day_1() -> None:
    assert outcomes(how_long(diary_of({1: 4, 2: 3}))) == [(1, 1, True)]


@pytest.mark.parametrize(
    ("after", "left"),
    [({1: 4, 2: 3}, False), ({3: 2, 4: 2, 5: 9}, False), ({1: 5, 2: 4, 3: 4}, True)],
)
def test_a_session_whose_scores_were_never_above_before_is_told_apart(
    after: dict[int, int], left: bool
) -> None:
    """Level 4. What comes after it was back no longer counts: day 5 is above."""
    (session,) = how_long(diary_of(after)).sessions

    assert (session.back, session.left) == (True, left)


def test_not_back_when_the_next_came_is_counted_apart_with_the_days_it_was_seen() -> None:
    """Session 1 was above to day 15, the last day logged; day 20, before session 2, is the level's.

    That one day may have been the first of two: it is not known to be above.
    """
    result = how_long(diary_of({1: 8, 15: 6}, {1: 8, 3: 4, 4: 4}))

    assert outcomes(result) == [(1, 15, False), (2, 3, True)]
    assert (result.not_back_when_next_came, result.not_back_yet) == (1, 0)


def test_the_last_session_may_not_be_back_yet() -> None:
    result = how_long(diary_of({1: 8, 10: 6}))

    assert outcomes(result) == [(1, 10, False)]
    assert (result.not_back_when_next_came, result.not_back_yet) == (0, 1)


def test_what_stood_before_the_next_session_is_its_last_day() -> None:
    """Day 21 is the morning of session 2: with day 20, at 4, two days running."""
    diary = diary_of({1: 8, 10: 6}, {1: 8, 2: 7})
    diary.score(FIRST + timedelta(21), 4, hour=9)

    assert outcomes(how_long(diary))[0] == (1, 20, True)


def test_more_anxiety_is_back_at_or_above_the_level() -> None:
    diary = diary_of({1: 1, 2: 2, 3: 4, 4: 5}, scale="anxiety")

    assert outcomes(how_long(diary, scale_of("anxiety"))) == [(1, 3, True)]


def test_sessions_that_cannot_be_followed_are_counted() -> None:
    """Session 2 has nothing after it but the evening before session 3; session 4 is of yesterday.

    Session 3 has no level: its day before is taken away.
    """
    diary = diary_of({1: 8, 5: 6}, {}, {1: 8, 2: 7}, {})
    before_third = FIRST + timedelta(2 * APART - 1)
    diary.check_ins = [c for c in diary.check_ins if c.moment.day != before_third]

    result = how_long(diary, today=FIRST + timedelta(3 * APART + 1))

    assert [each.number for each in result.sessions] == [1]
    assert result.not_followed == 2


def test_a_session_less_than_14_days_before_the_next_counts_too() -> None:
    """Sessions on days 0, 12 and 33; the first was not back on day 10."""
    diary = Diary()
    for day in (0, 12, 33, 54):
        diary.session(FIRST + timedelta(day))
    for day, value in ((-1, 4), (1, 8), (10, 7)):
        diary.score(FIRST + timedelta(day), value)

    assert outcomes(how_long(diary)) == [(1, 10, False)]


def duration(days: int, back: bool = True, number: int = 1) -> SessionDuration:
    return SessionDuration(number, FIRST, 4, days, back, next_came=True)


def of(*ended: int, seen: tuple[int, ...] = ()) -> tuple[SessionDuration, ...]:
    return (*(duration(days) for days in ended), *(duration(days, back=False) for days in seen))


@pytest.mark.parametrize(
    ("ended", "seen", "expected"),
    [
        # 3, 5, 9, 12: 3/4 on day 3, 2/4 on day 5.
        ((3, 5, 9, 12), (), 5),
        # 3, 5, 9: 2/3, then 1/3 on day 5.
        ((3, 5, 9), (), 5),
        # Day 3: 4/5. Two seen to day 4 leave. Day 6: 4/5 × 1/2 = 2/5.
        ((3, 6, 9), (4, 4), 6),
        # Day 3: 3/4. Day 5: 3/4 × 2/3 = 1/2, one seen to that same day still among the three.
        ((3, 5), (5, 20), 5),
        # Day 3: 3/4, and nobody comes back any more.
        ((3,), (10, 20, 21), None),
        ((), (10, 20, 21), None),
    ],
)
def test_the_survival_median(
    ended: tuple[int, ...], seen: tuple[int, ...], expected: int | None
) -> None:
    assert survival_median(of(*ended, seen=seen)) == expected


def test_a_median_is_told_from_three_sessions_on() -> None:
    two = how_long(diary_of({1: 4, 2: 4}, {1: 4, 2: 4}))
    three = how_long(diary_of({1: 4, 2: 4}, {1: 8, 2: 4, 3: 4}, {1: 8, 5: 4, 6: 4}))

    assert (two.median, two.is_shown) == (None, False)
    assert (three.median, three.is_shown) == (2, True)


def back_after(*days: int) -> Durations:
    """A journal whose sessions were back after so many days."""
    courses = [{1: 8, n: 4, n + 1: 4} if n > 1 else {1: 4, 2: 4} for n in days]
    return how_long(diary_of(*courses))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((10, 12, 9, 11, 8, 5, 6, 3), Trend.SHORTER),
        ((8, 5, 6, 3, 10, 12, 9, 11), Trend.LONGER),
        ((10, 12, 9, 11, 9, 5, 6, 3), None),  # 9 is no shorter than 9
        ((10, 12, 9, 5, 6, 3), None),  # three on either side are too few
        ((10, 12, 9, 11, 20, 2, 8, 5, 6, 3), Trend.SHORTER),  # what lies between does not matter
    ],
)
def test_a_change_is_named_where_the_last_four_all_differ_from_the_first_four(
    days: tuple[int, ...], expected: Trend | None
) -> None:
    assert back_after(*days).trend is expected


def test_one_not_back_may_be_longer_and_is_never_shorter() -> None:
    """Seen to day 19, not back: longer than 10, 12, 9, 11. Seen to day 5: nobody knows."""
    early = [{1: 8, n: 4, n + 1: 4} for n in (10, 12, 9, 11)]

    longer = how_long(diary_of(*early, *({1: 8, 19: 7},) * 4))
    unknown = how_long(diary_of(*early, *({1: 8, 5: 7},) * 4))

    assert longer.trend is Trend.LONGER
    assert unknown.trend is None


def test_twice_weekly_has_no_durations() -> None:
    diary = Diary()
    for number in range(8):
        diary.session(FIRST + timedelta(3 * number))
        diary.score(FIRST + timedelta(3 * number + 1), 5)

    result = how_long(diary)

    assert (result.rhythm, result.sessions, result.not_followed) == (Rhythm.TWICE_WEEKLY, (), 0)


ends = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=12)


@given(ends)
def test_the_median_is_a_day_on_which_one_came_back_and_order_does_not_matter(
    given_ends: list[tuple[int, bool]],
) -> None:
    sessions = [duration(days, back) for days, back in given_ends]
    found = survival_median(sessions)

    assert found is None or found in {each.days for each in sessions if each.back}
    assert found == survival_median(sessions[::-1])


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12))
def test_where_all_came_back_it_is_the_plain_median(days: list[int]) -> None:
    """Of an even number of sessions it is the lower of the two in the middle."""
    assert survival_median(of(*days)) == median_low(days)
