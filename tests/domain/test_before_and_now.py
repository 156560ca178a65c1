"""Before and now: like with like, each case counted by hand."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.before_and_now import (
    BeforeAndNow,
    Change,
    Comparison,
    Now,
    Time,
    before_and_now,
)
from journal.domain.day_scores import day_scores
from journal.domain.period import Period
from journal.domain.stretches import course
from tests.domain.before_and_now_diaries import (
    MOOD,
    SESSIONS,
    day,
    diary,
    mood,
    three_weekly,
)
from tests.domain.diary import Diary, scale_of


def before(result: BeforeAndNow) -> Comparison:
    return next(each for each in result.comparisons if each.time is Time.BEFORE_SESSION)


def after(result: BeforeAndNow) -> Comparison:
    return next(each for each in result.comparisons if each.time is Time.AFTER_SESSION)


def shown(comparison: Comparison) -> list[tuple[int, float | None, int]]:
    """Of each window the session's number, the median, and how many days it stands on."""
    return [(w.session.number if w.session else 0, w.median, w.days) for w in comparison.windows]


# The beginning


def test_the_beginning_is_the_28_days_before_session_1() -> None:
    """Session 1 on day 40: days 12 to 39 count, and day 40 up to the session; day 11 does not.

    2 on day 11, 4 on day 12, 5 on day 39, 7 before and 9 after the session on day 40: the median
    of 4, 5 and 7 is 5.
    """
    written = diary([40], {11: 2, 12: 4, 39: 5, 40: 9})
    written.score(day(40), 7, hour=9)

    begin = mood(written, 45).begin

    assert begin is not None
    assert begin.time is Time.BEFORE_SESSION_1
    assert [score.value for score in begin.scores] == [4, 5, 7]
    assert (begin.median, begin.days) == (5, 3)


def test_a_journal_begun_in_mid_treatment_begins_with_its_first_14_days() -> None:
    """Session 1 on day 1, first score on day 3: days 3 to 16 are the beginning."""
    begin = mood(diary([1], {3: 2, 16: 4, 17: 9}), 20).begin

    assert begin is not None
    assert begin.time is Time.JOURNAL_BEGINS_IN_TREATMENT
    assert begin.period == Period(day(3), day(16))
    assert (begin.median, begin.days) == (3, 2)


def test_a_scale_begun_later_does_not_claim_the_journals_first_days() -> None:
    """Mood from day 1, pain from day 60: session 1 was on day 30."""
    written = diary([30], {1: 5})
    written.score(day(60), 4, "pain")

    result = before_and_now(written.records(), scale_of("pain"), day(80))

    assert result.begin is not None
    assert result.begin.time is Time.SCALE_BEGINS_IN_TREATMENT
    assert result.begin.period == Period(day(60), day(73))


@pytest.mark.parametrize(
    ("scale", "time"), [("mood", Time.JOURNAL_BEGINS), ("pain", Time.SCALE_BEGINS)]
)
def test_without_a_session_nobody_is_in_treatment(scale: str, time: Time) -> None:
    written = diary([], {1: 5})
    written.score(day(9), 4, "pain")

    begin = before_and_now(written.records(), scale_of(scale), day(60)).begin

    assert begin is not None
    assert begin.time is time


def test_scores_long_before_session_1_are_no_beginning() -> None:
    """Logged on day 1, session 1 on day 90: nothing in the 28 days before it, so no value."""
    begin = mood(diary([90], {1: 5}), 95).begin

    assert begin is not None
    assert (begin.time, begin.median, begin.days) == (Time.BEFORE_SESSION_1, None, 0)


def test_a_scale_never_rated_has_nothing() -> None:
    result = mood(diary([30], {}), 40)

    assert result.begin is None
    assert result.comparisons == ()
    assert result.windows == ()


# Now


def test_the_last_three_sessions_are_shown_each_with_its_days() -> None:
    """Before sessions 2 to 4: 3, 3, 3 on 3 days each; after them 6 on 7 days each."""
    result = mood(three_weekly(), 110)

    assert result.now is Now.LAST_SESSIONS
    assert shown(before(result)) == [(2, 3, 3), (3, 3, 3), (4, 3, 3)]
    assert shown(after(result)) == [(2, 6, 7), (3, 6, 7), (4, 6, 7)]


def test_a_value_is_the_median_of_its_days() -> None:
    """Days −3 to −1: 2, 5, 3, so 3; days 1 to 7: 9, 8, none, 6, 4, 4, 1, so (6 + 4) / 2 = 5."""
    scores = {48: 2, 49: 5, 50: 3, 52: 9, 53: 8, 55: 6, 56: 4, 57: 4, 58: 1}
    result = mood(diary([30, 51], {20: 3} | scores), 70)

    assert shown(before(result)) == [(2, 3, 3)]
    assert shown(after(result)) == [(2, 5, 6)]


def test_days_beside_the_windows_do_not_count() -> None:
    """Day −4, the session day itself and day 8 have 0; the three days before and 1 to 7 have 5."""
    scores = {47: 0, 48: 5, 50: 5, 51: 0, 52: 5, 58: 5, 59: 0}
    result = mood(diary([30, 51], {20: 3} | scores), 70)

    assert shown(before(result)) == [(2, 5, 2)]
    assert shown(after(result)) == [(2, 5, 2)]


def test_a_session_without_a_logged_day_is_shown_as_such() -> None:
    written = diary([30, 51, 72], {20: 3, 70: 4})

    assert shown(before(mood(written, 73))) == [(2, None, 0), (3, 4, 1)]


def test_only_days_between_sessions_belong_to_a_session() -> None:
    """Sessions on days 51 and 54: days 52 and 53, and day 54 up to the session, lie between them.

    4, 5 in the evenings of days 52 and 53; on day 54 7 before the session and 1 after it.
    """
    written = diary([30, 51, 54], {20: 3, 51: 9, 52: 4, 53: 5, 54: 1})
    written.score(day(54), 7, hour=9)

    result = mood(written, 60)

    assert shown(after(result))[0] == (2, 5, 3)
    assert shown(before(result))[1] == (3, 5, 3)
    assert [score.value for score in before(result).windows[1].scores] == [9, 4, 5]
    assert before(result).windows[1].close
    assert after(result).windows[0].close


def test_scores_during_the_drug_effect_are_in_nothing() -> None:
    """The session ends 10:40: 12:00 lies within the 4 hours after it, day 52 does not."""
    written = diary([30, 51], {20: 3, 52: 6})
    written.score(day(30), 10, hour=12)
    written.score(day(51), 10, hour=12)

    values = {score.value for window in mood(written, 60).windows for score in window.scores}

    assert values == {3, 6}


def test_todays_session_has_its_days_before_and_none_after() -> None:
    """Today is the day of session 4: the days after are those of sessions 2 and 3."""
    result = mood(three_weekly(), SESSIONS[3])

    assert [number for number, *_ in shown(before(result))] == [2, 3, 4]
    assert [number for number, *_ in shown(after(result))] == [2, 3]


def test_days_still_running_are_marked() -> None:
    """On day 3 after session 4 its days 1 to 7 may still gain some; on day 8 they are over."""
    assert [w.over for w in after(mood(three_weekly(), 96)).windows] == [True, True, False]
    assert [w.over for w in after(mood(three_weekly(), 101)).windows] == [True, True, True]


def test_nothing_after_today_counts() -> None:
    assert mood(three_weekly(), 80) == mood(diary(SESSIONS[:3], _scores_up_to(80)), 80)


def _scores_up_to(number: int) -> dict[int, int]:
    written = three_weekly().check_ins
    scores = {(c.moment.day - day(1)).days + 1: c.scores[0].value for c in written}
    return {each: value for each, value in scores.items() if each <= number}


def test_sessions_within_the_first_14_days_are_not_compared_with_themselves() -> None:
    """Scored from day 2 on, session 1 on day 1: days 2 to 15 are the beginning.

    The 3 days before session 2, on day 18, begin on day 15 and belong to it; those before session
    3, on day 40, do not.
    """
    written = diary([1, 18, 40], dict.fromkeys(range(2, 45), 4))

    assert [number for number, *_ in shown(before(mood(written, 50)))] == [3]


def test_60_days_without_a_session_the_last_28_days_stand_for_now() -> None:
    """The last session on day 93: on day 152 it is 59 days ago, on day 153 it is 60."""
    written = three_weekly()
    for number, value in ((125, 9), (126, 4), (140, 6)):
        written.score(day(number), value)

    assert mood(written, 152).now is Now.LAST_SESSIONS
    result = mood(written, 153)

    assert result.now is Now.LONG_WITHOUT_SESSION
    assert result.last_session == day(93)
    assert [(c.time, shown(c)) for c in result.comparisons] == [(Time.LAST_DAYS, [(0, 5, 2)])]


def test_the_last_28_days_leave_out_those_of_the_beginning() -> None:
    """No session; the first 14 days end with day 14, so that on day 20 six days are left."""
    result = mood(diary([], dict.fromkeys(range(1, 21), 4)), 20)

    (comparison,) = result.comparisons
    assert result.now is Now.NO_SESSION
    assert comparison.windows[0].period == Period(day(15), day(20))
    assert shown(comparison) == [(0, 4, 6)]


def test_while_a_journal_begins_there_is_no_now() -> None:
    assert mood(diary([], {1: 4, 14: 5}), 14).comparisons == ()


def test_daily_use_has_no_days_between_sessions() -> None:
    """Ketamine on each of the last 14 days."""
    result = mood(diary(range(30, 60), {20: 4, 50: 5}), 59)

    assert result.now is Now.DAILY_USE
    assert [comparison.time for comparison in result.comparisons] == [Time.LAST_DAYS]


def test_imported_days_are_counted() -> None:
    """Five days before session 1 came from another tracker."""
    written = diary(SESSIONS, dict.fromkeys(range(20, 25), 3), source="Daylio")
    written.score(day(50), 4)

    assert mood(written, 94).days_imported == 5


def test_scales_are_never_joined() -> None:
    """Daylio's own mood before session 1 is no beginning for mood."""
    written = diary(SESSIONS, dict.fromkeys(range(2, 30), 3), scale="daylio-mood")
    written.score(day(50), 4)

    begin = mood(written, 94).begin

    assert begin is not None
    assert begin.time is Time.SCALE_BEGINS_IN_TREATMENT
    assert begin.days == 1


# What holds for every diary

written_days = st.dictionaries(st.integers(1, 120), st.integers(0, 10), max_size=60)
session_days = st.sets(st.integers(1, 110), max_size=8)


@given(session_days, written_days, st.integers())
def test_the_order_of_records_does_not_matter(
    sessions: set[int], scores: dict[int, int], seed: int
) -> None:
    records = diary(sessions, scores).records()
    mixed = random.Random(seed)
    shuffled = replace(
        records,
        check_ins=tuple(mixed.sample(records.check_ins, len(records.check_ins))),
        sessions=tuple(mixed.sample(records.sessions, len(records.sessions))),
    )

    assert before_and_now(shuffled, MOOD, day(120)) == before_and_now(records, MOOD, day(120))


@given(session_days, written_days, st.integers(1, 120))
def test_day_scores_known_already_change_nothing(
    sessions: set[int], scores: dict[int, int], today: int
) -> None:
    records = diary(sessions, scores).records()
    known = tuple(day_scores(records, MOOD, Period(day(1), day(120)), course(records.sessions)))

    assert before_and_now(records, MOOD, day(today), known) == before_and_now(
        records, MOOD, day(today)
    )


@given(session_days, written_days)
def test_no_day_stands_in_the_beginning_and_in_now(
    sessions: set[int], scores: dict[int, int]
) -> None:
    result = mood(diary(sessions, scores), 120)
    begin = set() if result.begin is None else set(result.begin.scores)

    for window in result.windows[1:]:
        assert not begin & set(window.scores)


@given(session_days, written_days)
def test_every_value_lies_on_the_scale_and_every_day_in_its_window(
    sessions: set[int], scores: dict[int, int]
) -> None:
    for window in mood(diary(sessions, scores), 120).windows:
        assert window.median is None or 0 <= window.median <= 10
        assert all(score.day in window.period for score in window.scores)
        assert len(window.period) <= 29


@given(session_days, written_days, st.integers(1, 120), st.integers(0, 10))
def test_one_more_day_changes_only_the_windows_that_hold_it(
    sessions: set[int], scores: dict[int, int], number: int, value: int
) -> None:
    """As long as the beginning keeps its place: the journal has a score on day 1 at least."""
    scores = {1: 5} | {each: v for each, v in scores.items() if each != number}
    without = mood(diary(sessions, scores), 120)
    with_it = mood(diary(sessions, scores | {number: value}), 120)

    for one, other in zip(without.windows, with_it.windows, strict=True):
        if day(number) not in one.period:
            assert replace(one, session=None) == replace(other, session=None)


@given(session_days, written_days)
def test_turning_the_scale_round_turns_the_difference_round(
    sessions: set[int], scores: dict[int, int]
) -> None:
    """Worse is named exactly where better is named of the mirrored scores."""
    turned = {number: 10 - value for number, value in scores.items()}
    mirror = {Change.BETTER: Change.WORSE, Change.WORSE: Change.BETTER}
    one = mood(diary(sessions, scores), 120)
    other = mood(diary(sessions, turned), 120)

    assert [mirror.get(c.change, c.change) for c in one.comparisons] == [
        c.change for c in other.comparisons
    ]


def test_sleep_of_the_night_before_a_session_belongs_to_the_days_before_it() -> None:
    """Sleep on session 1's day is that of the night before: it is part of the beginning."""
    written = Diary()
    written.session(day(30))
    written.day(day(30), slept=6.5)
    written.day(day(31), slept=8)
    result = before_and_now(written.records(), scale_of("sleep-hours"), day(31) + timedelta(1))

    assert result.begin is not None
    assert result.begin.time is Time.BEFORE_SESSION_1
    assert [score.value for score in result.begin.scores] == [6.5]


def test_who_said_that_treatment_had_begun_is_never_told_before_session_1() -> None:
    """Scores from day 1 on and a first session on day 10: it was not the first of all."""
    records = diary({10}, dict.fromkeys(range(1, 30), 5)).records()
    begun = replace(records, settings=replace(records.settings, begun_in_treatment=True))

    begins = [before_and_now(each, MOOD, day(60)).begin for each in (records, begun)]

    assert [each.time for each in begins if each] == [
        Time.BEFORE_SESSION_1,
        Time.JOURNAL_BEGINS_IN_TREATMENT,
    ]
