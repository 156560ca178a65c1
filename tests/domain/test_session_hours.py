"""The hours around sessions: the only place of scores given during the drug effect."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain import trends
from journal.domain.checkin import MOOD, SLEEP_HOURS, Scale
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.period import Period
from journal.domain.session import Treatment
from journal.domain.session_hours import Phase, SessionHours, session_hours
from tests.domain.diary import Diary, scale_of

DAY = date(2026, 2, 10)
TODAY = date(2026, 6, 1)
WHOLE = Period(date(2026, 1, 1), TODAY)
MOOD_SCALE = scale_of(MOOD)


def hours(diary: Diary, period: Period = WHOLE, scale: Scale = MOOD_SCALE) -> SessionHours:
    return session_hours(diary.records(), scale, period, TODAY)


def found(result: SessionHours) -> list[tuple[int, Phase, float | None, int]]:
    return [
        (each.session, each.phase, None if each.hours is None else round(each.hours, 2), each.value)
        for each in result.scores
    ]


def test_hours_count_from_the_end_of_the_session() -> None:
    """10:00 to 11:00. 09:00 before; 10:30 is −0.5 h, 14:00 is 3 h, 15:00 is 4 h and no longer."""
    diary = Diary()
    diary.session(DAY, length=60)
    for hour, value in ((9, 3), (14, 9), (15, 7), (23, 6)):
        diary.score(DAY, value, hour=hour)
    diary.score(DAY + timedelta(1), 5, hour=11)

    assert found(hours(diary)) == [
        (1, Phase.BEFORE, None, 3),
        (1, Phase.DURING, 3, 9),
        (1, Phase.SAME_DAY, 4, 7),
        (1, Phase.NEXT_MORNING, 12, 6),
        (1, Phase.NEXT_MORNING, 24, 5),
    ]


def test_sessions_outside_the_period_are_known() -> None:
    diary = Diary()
    diary.session(DAY)

    assert not hours(diary).more_outside
    assert hours(diary, Period(DAY + timedelta(1), TODAY)).more_outside


def test_more_than_24_hours_after_the_end_is_no_part_of_it() -> None:
    diary = Diary()
    diary.session(DAY, length=60)
    diary.score(DAY + timedelta(1), 5, hour=12)

    assert found(hours(diary)) == []


def test_a_score_while_the_session_runs_lies_before_its_end() -> None:
    diary = Diary()
    diary.session(DAY, hour=10, length=120)
    diary.score(DAY, 8, hour=11)

    assert found(hours(diary)) == [(1, Phase.DURING, -1, 8)]


def test_the_hours_of_a_long_infusion_are_all_there() -> None:
    """Three days from the 10th at 10:00: the 12th is during it, the 14th at 08:00 22 h after."""
    diary = Diary()
    diary.session(DAY, length=3 * 24 * 60)
    diary.score(DAY + timedelta(2), 4, hour=10)
    diary.score(DAY + timedelta(4), 6, hour=8)

    assert found(hours(diary)) == [(1, Phase.DURING, -24, 4), (1, Phase.NEXT_MORNING, 22, 6)]


def test_the_next_session_takes_over_the_hours() -> None:
    """Sessions on the 10th and the 11th at 10:00: 09:00 on the 11th is after one, before two."""
    diary = Diary()
    diary.session(DAY)
    diary.session(DAY + timedelta(1))
    diary.score(DAY + timedelta(1), 5, hour=9)
    diary.score(DAY + timedelta(1), 8, hour=10)

    assert found(hours(diary)) == [
        (1, Phase.NEXT_MORNING, 22.33, 5),
        (2, Phase.BEFORE, None, 5),
        (2, Phase.DURING, -0.67, 8),
    ]


def test_before_is_the_last_score_within_24_hours() -> None:
    diary = Diary()
    diary.session(DAY)
    diary.score(DAY - timedelta(1), 2, hour=9)
    diary.score(DAY - timedelta(1), 3, hour=10)
    diary.score(DAY - timedelta(1), 4, hour=22)

    assert found(hours(diary)) == [(1, Phase.BEFORE, None, 4)]


def three_sessions() -> Diary:
    diary = Diary()
    for number, value in enumerate((9, 6, 7)):
        day = DAY + timedelta(21 * number)
        diary.session(day, length=None if number == 0 else 40)
        diary.score(day, 3 + number, hour=9)
        diary.score(day, value, hour=12)
    return diary


def test_a_part_has_a_median_from_three_sessions_on() -> None:
    """Before 3, 4, 5 → 4; during 9, 6, 7 → 7; the evening of one session is too little."""
    diary = three_sessions()
    for hour in (16, 18, 20):
        diary.score(DAY, 6, hour=hour)

    result = hours(diary)

    assert result.is_shown
    assert [(part.count, part.sessions, part.median) for part in result.phases] == [
        (3, 3, 4),
        (3, 3, 7),
        (3, 1, None),
        (0, 0, None),
    ]


def test_it_tells_how_many_ends_are_not_entered() -> None:
    assert hours(three_sessions()).ends_assumed == 1


def test_only_sessions_of_the_period_are_in_it() -> None:
    result = hours(three_sessions(), Period(DAY + timedelta(1), DAY + timedelta(30)))

    assert {each.session for each in result.scores} == {2}
    assert not result.is_shown


def test_daily_dosing_and_sleep_have_no_hours() -> None:
    diary = Diary()
    for number in range(14):
        diary.session(DAY + timedelta(number), treatment=Treatment.LOZENGE)
        diary.score(DAY + timedelta(number), 5, hour=9)
    once = three_sessions()
    once.day(DAY, slept=6)

    daily, sleep = hours(diary), hours(once, scale=scale_of(SLEEP_HOURS))

    assert (daily.rhythm, daily.scores) == (Rhythm.DAILY, ())
    assert sleep.scores == ()


scored = st.lists(
    st.tuples(st.integers(0, 12), st.integers(4, 23), st.integers(0, 10)), max_size=30
)


@given(scored, st.lists(st.integers(1, 11), max_size=3, unique=True), st.randoms())
def test_before_is_what_the_rest_of_the_journal_calls_before(
    entered: list[tuple[int, int, int]], session_days: list[int], chance: random.Random
) -> None:
    """And the order of the records does not matter."""
    diary = Diary()
    for number in session_days:
        diary.session(DAY + timedelta(number), hour=10 + number % 3)
    for number, hour, value in entered:
        diary.score(DAY + timedelta(number), value, hour=hour)
    records = diary.records()
    mixed = replace(records, check_ins=tuple(chance.sample(records.check_ins, len(entered))))
    around = trends.scores_around_sessions(records, MOOD_SCALE)

    result = session_hours(mixed, MOOD_SCALE, WHOLE, TODAY)

    assert result == session_hours(records, MOOD_SCALE, WHOLE, TODAY)
    assert {each.session: each.value for each in result.scores if each.phase is Phase.BEFORE} == {
        number: each.before for number, each in enumerate(around, 1) if each.before is not None
    }
