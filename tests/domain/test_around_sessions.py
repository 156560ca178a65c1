"""Day scores laid over one another around sessions, counted by hand."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.around_sessions import AroundSessions, FoldedDay, around_sessions
from journal.domain.checkin import MOOD, SLEEP_HOURS, Scale
from journal.domain.day_scores import Part, day_scores
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.session import Treatment
from journal.domain.stretches import course
from tests.domain.diary import Diary, scale_of

FIRST = date(2026, 1, 20)
MOOD_SCALE = scale_of(MOOD)
APART = 21


def session_day(number: int) -> date:
    """The day of session 1, 2, 3 …, three weeks apart."""
    return FIRST + timedelta(APART * (number - 1))


def spaced(sessions: int) -> Diary:
    diary = Diary()
    for number in range(1, sessions + 1):
        diary.session(session_day(number))
    return diary


def score(diary: Diary, number: int, offset: int, value: int, hour: int = 20) -> None:
    """A score so many days after session `number`; on day 0 the morning is before it."""
    diary.score(session_day(number) + timedelta(offset), value, hour=hour)


def around(
    diary: Diary, today: date | None = None, period: Period | None = None, scale: Scale = MOOD_SCALE
) -> AroundSessions:
    last = max(session.start.day for session in diary.sessions)
    today = today or last + timedelta(APART)
    period = period or Period(date(2025, 1, 1), today)
    return around_sessions(diary.records(), scale, period, today)


def on(result: AroundSessions, offset: int) -> FoldedDay:
    return next(day for day in result.days if day.offset == offset)


def shown(result: AroundSessions) -> list[int]:
    return [session.number for session in result.sessions]


def test_sessions_outside_the_period_that_could_be_compared_are_known() -> None:
    """Three sessions three weeks apart; an induction of two days before that is no such one."""
    diary = spaced(3)
    after_the_first = Period(FIRST + timedelta(1), date(2027, 1, 1))
    assert around(diary, period=after_the_first).more_outside
    assert not around(diary).more_outside

    for ago in (100, 98):
        diary.session(FIRST - timedelta(ago))
    since_the_first = Period(FIRST, date(2027, 1, 1))
    assert not around(diary, period=since_the_first).more_outside


def test_a_sessions_own_reference_is_the_median_of_the_three_days_before() -> None:
    """3, 6, 4 → 4 before session 1; 2 and 5, a day not logged → 3.5; nothing; median of 4, 3.5."""
    diary = spaced(3)
    for offset, value in ((-3, 3), (-2, 6), (-1, 4)):
        score(diary, 1, offset, value)
    score(diary, 2, -3, 2)
    score(diary, 2, -1, 5)
    score(diary, 3, 1, 9)

    result = around(diary)

    assert [session.reference for session in result.sessions] == [4, 3.5, None]
    assert result.reference == 3.75


def test_day_0_is_before_the_session_and_day_1_the_next_journal_day() -> None:
    """Session at 10:00: 4 at 09:00 is before, 8 at 20:00 is after and in no day of the picture."""
    diary = spaced(1)
    score(diary, 1, 0, 4, hour=9)
    score(diary, 1, 0, 8, hour=20)
    score(diary, 1, 1, 7)

    (session,) = around(diary).sessions

    assert [(each.offset, each.value) for each in session.scores] == [(0, 4), (1, 7)]


def test_a_score_during_the_drug_effect_is_nowhere() -> None:
    diary = spaced(1)
    score(diary, 1, 0, 10, hour=12)
    score(diary, 1, 1, 7)

    (session,) = around(diary).sessions

    assert [each.value for each in session.scores] == [7]


def test_a_before_from_the_previous_evening_is_drawn_on_its_own_day_only() -> None:
    diary = spaced(1)
    score(diary, 1, -1, 3, hour=22)

    (session,) = around(diary).sessions

    assert [(each.offset, each.value) for each in session.scores] == [(-1, 3)]


def test_three_scores_make_a_median_and_five_a_middle_half() -> None:
    """Day 1: 4, 5, 6, 7, 9 → 6, quarters at 5 and 7. Day 2: 4, 5, 7 → 5. Day 3: two are too few."""
    diary = spaced(5)
    for number, value in enumerate((6, 4, 9, 5, 7), 1):
        score(diary, number, 1, value)
    for number, value in enumerate((7, 4, 5), 1):
        score(diary, number, 2, value)
    for number in (1, 2):
        score(diary, number, 3, 5)

    result = around(diary)

    assert on(result, 1) == FoldedDay(1, 5, 6, 5, 7)
    assert on(result, 2) == FoldedDay(2, 3, 5, None, None)
    assert on(result, 3) == FoldedDay(3, 2, None, None, None)
    assert on(result, 4) == FoldedDay(4, 0, None, None, None)


def test_every_day_from_3_before_to_14_after_is_counted() -> None:
    diary = spaced(3)
    score(diary, 1, 1, 5)

    assert [day.offset for day in around(diary).days] == list(range(-3, 15))


def test_it_is_shown_from_three_sessions_on() -> None:
    for sessions, expected in ((2, False), (3, True)):
        diary = spaced(sessions)
        for number in range(1, sessions + 1):
            score(diary, number, 1, 5)

        assert around(diary).is_shown is expected


def test_a_session_without_any_score_around_it_is_not_counted() -> None:
    diary = spaced(3)
    score(diary, 1, 1, 5)
    score(diary, 3, 15, 5)

    assert shown(around(diary)) == [1]


def test_day_14_may_be_what_stood_before_the_next_session() -> None:
    diary = Diary()
    for number in range(3):
        diary.session(FIRST + timedelta(14 * number))
    diary.score(FIRST + timedelta(14), 3, hour=9)
    diary.score(FIRST + timedelta(14), 8, hour=20)

    result = around(diary)

    assert result.sessions[0].at(14) == 3
    assert result.sessions[1].at(0) == 3


def test_days_outside_the_period_count_around_a_session_that_lies_in_it() -> None:
    diary = spaced(3)
    for number in (1, 2, 3):
        score(diary, number, -1, 3)
        score(diary, number, 1, 6)

    result = around(diary, period=Period(session_day(2), session_day(2)))

    assert shown(result) == [2]
    assert (result.sessions[0].at(-1), result.sessions[0].at(1)) == (3, 6)


def test_what_comes_after_today_is_not_known_yet() -> None:
    diary = spaced(2)
    score(diary, 1, 1, 6)
    score(diary, 1, 15, 5)

    assert shown(around(diary, today=session_day(1) + timedelta(13))) == []
    assert shown(around(diary, today=session_day(1) + timedelta(14))) == [1]


def test_other_treatments_are_in_nobodys_way() -> None:
    diary = spaced(2)
    diary.session(session_day(1) + timedelta(3), treatment=Treatment.PSYCHOTHERAPY)
    score(diary, 1, 1, 6)

    assert shown(around(diary)) == [1]


def test_sleep_of_the_night_before_stands_on_day_0() -> None:
    diary = spaced(1)
    diary.day(session_day(1), slept=4.5)
    diary.day(session_day(1) + timedelta(1), slept=8)

    (session,) = around(diary, scale=scale_of(SLEEP_HOURS)).sessions

    assert (session.at(0), session.at(1)) == (4.5, 8)


def test_it_says_whether_higher_may_be_called_better() -> None:
    diary = spaced(1)
    score(diary, 1, 1, 5)
    diary.settings = replace(diary.settings, treated_for=frozenset({TreatedFor.BIPOLAR}))

    assert around(diary).bipolar


# Weekly


def weekly(sessions: int) -> Diary:
    diary = Diary()
    for number in range(sessions):
        diary.session(FIRST + timedelta(7 * number))
    return diary


def test_weekly_sessions_are_compared_with_what_stood_before_each() -> None:
    """Before session 2: 5 at 09:00. Before session 3: 4 on the evening before, not drawn on day 0.

    The days −3 and −2 are not looked at: session 2 has 1 there. Day 6 of session 3 is the evening
    before session 4.
    """
    diary = weekly(5)
    second, third = FIRST + timedelta(7), FIRST + timedelta(14)
    diary.score(second - timedelta(2), 1)
    diary.score(second, 5, hour=9)
    diary.score(third - timedelta(1), 4, hour=21)
    diary.score(third + timedelta(6), 6)

    result = around(diary)

    assert result.rhythm is Rhythm.WEEKLY
    assert [day.offset for day in result.days] == list(range(-1, 7))
    assert {level.window.number: level.reference for level in result.levels} == {
        1: None,
        2: 5,
        3: 4,
        4: 6,
        5: None,
    }
    assert [each.at(0) for each in result.sessions if each.number in (2, 3)] == [5, None]


def test_sleep_before_a_weekly_session_is_that_of_the_night() -> None:
    diary = weekly(4)
    diary.day(FIRST + timedelta(7), slept=5)

    result = around(diary, scale=scale_of(SLEEP_HOURS))

    assert [level.reference for level in result.levels][1] == 5


def test_twice_weekly_and_daily_compare_no_days() -> None:
    for apart, rhythm in ((3, Rhythm.TWICE_WEEKLY), (1, Rhythm.DAILY)):
        diary = Diary()
        for number in range(14):
            diary.session(FIRST + timedelta(apart * number))
            diary.score(FIRST + timedelta(apart * number), 5, hour=9)

        result = around(diary)

        assert result.rhythm is rhythm
        assert (result.levels, result.sessions, result.days) == ((), (), ())
        assert not result.is_shown


# Courses


def induction(*later: int) -> Diary:
    """Sessions on days 0, 3 and 7, and on `later` days."""
    diary = Diary()
    for day in (0, 3, 7, *later):
        diary.session(FIRST + timedelta(day))
    return diary


def test_an_induction_is_one_block_and_in_no_median() -> None:
    """Its first session is day 0; it reaches from 3 days before to 14 after the last, day 21."""
    diary = induction(42, 63, 84)
    for day in (-4, -3, 0, 1, 21, 22, 43, 64, 85):
        diary.score(FIRST + timedelta(day), 5, hour=9)

    result = around(diary)
    (block,) = result.courses

    assert shown(result) == [4, 5, 6]
    assert (block.number, block.first_day, block.span) == (1, FIRST, 7)
    assert [window.number for window in block.sessions] == [1, 2, 3]
    assert [(s.day - FIRST).days for s in block.scores] == [-3, 0, 1, 21]


def test_a_block_ends_with_what_stood_before_the_next_session() -> None:
    """The next session is 10 days after the last: its morning still belongs, its evening not."""
    diary = induction(17)
    diary.score(FIRST + timedelta(17), 4, hour=9)
    diary.score(FIRST + timedelta(17), 8, hour=20)
    diary.score(FIRST + timedelta(7), 7, hour=20)

    (block,) = around(diary).courses

    assert [(s.value, s.part) for s in block.scores] == [(7, Part.AFTER), (4, Part.BEFORE)]


def test_a_course_that_goes_on_is_not_drawn_yet() -> None:
    diary = induction()

    assert not around(diary, today=FIRST + timedelta(14)).courses
    assert len(around(diary, today=FIRST + timedelta(15)).courses) == 1


# Properties

days = st.dictionaries(st.integers(-10, 75), st.integers(0, 10), max_size=40)


def records_of(logged: dict[int, int]) -> Records:
    diary = spaced(4)
    for day, value in logged.items():
        diary.score(FIRST + timedelta(day), value)
    return diary.records()


def of(records: Records) -> AroundSessions:
    today = session_day(4) + timedelta(14)
    return around_sessions(records, MOOD_SCALE, Period(date(2025, 1, 1), today), today)


@given(days, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    logged: dict[int, int], chance: random.Random
) -> None:
    records = records_of(logged)
    check_ins, sessions = list(records.check_ins), list(records.sessions)
    chance.shuffle(check_ins)
    chance.shuffle(sessions)

    mixed = replace(records, check_ins=tuple(check_ins), sessions=tuple(sessions))

    assert of(mixed) == of(records)


@given(days)
def test_day_scores_that_are_known_already_give_the_same(logged: dict[int, int]) -> None:
    records = records_of(logged)
    result = of(records)
    whole = Period(date(2020, 1, 1), result.today)
    scores = tuple(day_scores(records, MOOD_SCALE, whole, course(records.sessions)))

    assert result == around_sessions(records, MOOD_SCALE, result.period, result.today, scores)


@given(days)
def test_every_score_of_the_picture_was_logged_on_its_day(logged: dict[int, int]) -> None:
    """No day is filled in, and no figure lies outside what was entered."""
    result = of(records_of(logged))

    for session in result.sessions:
        begin = (session.day - FIRST).days
        for each in session.scores:
            assert logged[begin + each.offset] == each.value
    for day in result.days:
        assert day.count == sum(s.at(day.offset) is not None for s in result.sessions)
        figures = [f for f in (day.low, day.median, day.high) if f is not None]
        assert figures == sorted(figures)
        assert all(0 <= figure <= 10 for figure in figures)


@given(days, st.integers(-10, 75), st.integers(0, 10))
def test_one_more_day_changes_only_the_days_that_hold_it(
    logged: dict[int, int], day: int, value: int
) -> None:
    before, after = of(records_of(logged)), of(records_of({**logged, day: value}))
    touched = {day - APART * number for number in range(4)}

    assert _untouched(before.days, touched) == _untouched(after.days, touched)


def _untouched(folded: Iterable[FoldedDay], touched: set[int]) -> dict[int, FoldedDay]:
    return {day.offset: day for day in folded if day.offset not in touched and day.count}
