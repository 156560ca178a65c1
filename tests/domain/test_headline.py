"""The sentence above the trends: what it takes to name a difference, counted by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.around_sessions import around_sessions
from journal.domain.checkin import ELEVATED_MOOD, MOOD, Scale
from journal.domain.day_scores import day_scores
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.headline import Headline, SessionRise, Verdict, headline
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.stretches import course
from tests.domain.diary import Diary, scale_of

FIRST = date(2026, 1, 20)
MOOD_SCALE = scale_of(MOOD)
APART = 21
LEVEL = 4
STEADY = dict.fromkeys(range(2, APART), LEVEL)


def diary_of(
    rises: Sequence[int],
    others: Mapping[int, int] = STEADY,
    scale: str = MOOD,
    last: int = LEVEL,
) -> Diary:
    """A session every three weeks; before each 4, 4, 4 and `last` at 09:00, on day 1 4 + its rise.

    The days between, by their distance to the session before, are as in `others`.
    """
    diary = Diary()
    for number, rise in enumerate(rises):
        day = FIRST + timedelta(APART * number)
        diary.session(day)
        diary.score(day, last, scale=scale, hour=9)
        diary.score(day + timedelta(1), LEVEL + rise, scale=scale)
        for offset, value in others.items():
            diary.score(day + timedelta(offset), value, scale=scale)
    for offset in (-3, -2, -1):
        diary.score(FIRST + timedelta(offset), LEVEL, scale=scale)
    return diary


def of(diary: Diary, scale: Scale = MOOD_SCALE) -> Headline:
    today = max(session.start.day for session in diary.sessions) + timedelta(APART)
    records, whole = diary.records(), Period(date(2025, 1, 1), today)
    scores = tuple(day_scores(records, scale, whole, course(records.sessions)))
    return headline(around_sessions(records, scale, whole, today, scores), scores)


def verdict(*rises: int, last: int = LEVEL) -> Verdict:
    return of(diary_of(rises, last=last)).verdict


def test_a_rise_is_the_day_after_less_the_median_of_the_days_before() -> None:
    """6 − median(4, 4, 4) = 2; other days at level 4 ± 1 rise by 0, so 2 is left.

    Other days: those of which the three before and the day after lie between two sessions, from
    day 4 (1, 2, 3 | 5) to day 19 (16, 17, 18 | 20). That is 16 for each session, and before the
    first of all day −2 (−3 | −1), the days before it not being logged. Their level is 4.
    """
    (first, *_rest) = of(diary_of((2, 3, 4))).rises

    assert first == SessionRise(1, FIRST, 4, 6, since_last=2, usual=0, alike=3 * 16 + 1)
    assert (first.rise, first.reduced) == (2, 2)


WAVE = {offset: (4, 4, 4, 7, 7)[(offset - 2) % 5] for offset in range(2, 18)}
"""The level of three days is 4 after 4, 4, 4 and 4, 4, 7 and 7, 4, 4; the day after is 7, 4, 7."""


@pytest.mark.parametrize(
    ("rise", "reduced", "expected"), [(3, 0, Verdict.NO_CLEAR_CHANGE), (5, 2, Verdict.ABOVE)]
)
def test_a_rise_is_reduced_by_what_is_usual_at_the_same_level(
    rise: int, reduced: int, expected: Verdict
) -> None:
    """Other days at level 4 rise by 3, 0 and 3: the median is 3."""
    others = {**WAVE, **dict.fromkeys(range(18, APART), LEVEL)}
    result = of(diary_of((rise,) * 4, others))

    assert {(each.rise, each.usual, each.reduced) for each in result.rises} == {(rise, 3, reduced)}
    assert result.verdict is expected


def test_levels_more_than_a_point_away_are_not_compared_with() -> None:
    """The days between are at 6: two points above the sessions' 4."""
    high = {**dict.fromkeys(range(2, 18), 6), **dict.fromkeys(range(18, APART), LEVEL)}
    result = of(diary_of((2, 3, 4), high))

    assert result.verdict is Verdict.TOO_FEW
    assert (result.sessions, result.rises) == (3, ())


def test_no_other_day_has_a_session_among_its_days_or_between_them() -> None:
    """One session more on day 12 of the last stretch takes five of its 16 other days away.

    Of day 11 it is the day after, of day 12 the day itself, of 13 to 15 one of the three before.
    """
    diary = diary_of((2, 3, 4, 4))
    diary.session(FIRST + timedelta(3 * APART + 12))

    alike = {rise.alike for rise in of(diary).rises}

    assert alike == {3 * 16 + 11 + 1}


def test_three_sessions_have_to_rise_by_a_point_each() -> None:
    assert verdict(2, 3, 4) is Verdict.ABOVE
    assert verdict(1, 1, 1) is Verdict.ABOVE
    assert verdict(5, 5, 0) is Verdict.NO_CLEAR_CHANGE


def test_four_and_five_all_have_to_rise_and_by_a_point_in_the_middle() -> None:
    assert verdict(1, 1, 1, 1) is Verdict.ABOVE
    assert verdict(5, 5, 5, 5, 0) is Verdict.NO_CLEAR_CHANGE
    assert verdict(5, 5, 5, 5, -1) is Verdict.NO_CLEAR_CHANGE


def test_from_six_on_one_may_not_rise() -> None:
    assert verdict(2, 2, 2, 2, 2, 0) is Verdict.ABOVE
    assert verdict(2, 2, 2, 2, 0, 0) is Verdict.NO_CLEAR_CHANGE


def test_those_named_are_the_ones_that_rose() -> None:
    result = of(diary_of((2, 5, 2, 3, 2, -1)))

    assert [rise.rise for rise in result.named] == [2, 5, 2, 3, 2]
    assert len(result.rises) == 6


def test_a_fall_is_named_by_the_same_rule() -> None:
    assert verdict(-2, -3, -4) is Verdict.BELOW
    assert verdict(-2, -2, -2, -2, -2, 1) is Verdict.BELOW


def test_the_day_after_must_differ_from_the_last_score_before_as_well() -> None:
    """Before the session already at 2: a day after at 2 is two below the days before, and the same.

    Where sessions are booked on the way down, the way down goes on by itself.
    """
    assert verdict(-2, -2, -2, -2, last=2) is Verdict.NO_CLEAR_CHANGE
    assert verdict(-2, -2, -2, -2, last=3) is Verdict.BELOW


def test_too_few_sessions_are_told() -> None:
    two = of(diary_of((2, 3)))

    assert (two.verdict, two.sessions) == (Verdict.TOO_FEW, 2)
    assert [each.rise for each in two.rises] == [2, 3]


def test_it_knows_whether_there_are_more_sessions_outside_the_period() -> None:
    diary = diary_of((2, 3, 4))
    today = FIRST + timedelta(3 * APART)
    records = diary.records()
    scores = tuple(
        day_scores(records, MOOD_SCALE, Period(date(2025, 1, 1), today), course(records.sessions))
    )
    last_two = Period(FIRST + timedelta(1), today)

    result = headline(around_sessions(records, MOOD_SCALE, last_two, today, scores), scores)

    assert (result.verdict, len(result.rises), result.more_outside) == (Verdict.TOO_FEW, 2, True)
    assert not of(diary).more_outside


def test_a_session_whose_day_after_was_not_logged_is_not_compared() -> None:
    diary = diary_of((2, 3, 4))
    diary.check_ins = [c for c in diary.check_ins if c.moment.day != FIRST + timedelta(1)]

    result = of(diary)

    assert result.verdict is Verdict.TOO_FEW
    assert (result.sessions, len(result.rises)) == (3, 2)


@pytest.mark.parametrize(
    ("apart", "rhythm"), [(3, Rhythm.TWICE_WEEKLY), (1, Rhythm.DAILY)], ids=["twice", "daily"]
)
def test_closer_rhythms_are_not_compared(apart: int, rhythm: Rhythm) -> None:
    diary = Diary()
    for number in range(14):
        diary.session(FIRST + timedelta(apart * number))
        diary.score(FIRST + timedelta(apart * number), 5, hour=9)

    result = of(diary)

    assert (result.verdict, result.rhythm) == (Verdict.NOT_COMPARED, rhythm)


def test_weekly_sessions_are_compared_with_the_score_before_and_other_single_days() -> None:
    """Each week 4 before, 6 the day after, then 4 again; other days at 4 are followed by 4.

    Of a week's days 4 and 5 have no session from three days before them to the day after: two in
    each of seven weeks.
    """
    diary = Diary()
    for number in range(7):
        day = FIRST + timedelta(7 * number)
        diary.session(day)
        diary.score(day, 4, hour=9)
        diary.score(day + timedelta(1), 6)
        for offset in range(2, 7):
            diary.score(day + timedelta(offset), 4)

    result = of(diary)

    assert (result.rhythm, result.verdict) == (Rhythm.WEEKLY, Verdict.ABOVE)
    assert [rise.rise for rise in result.rises] == [2] * 7
    assert {rise.alike for rise in result.rises} == {7 * 2}


@pytest.mark.parametrize(
    ("key", "rise", "worse"),
    [
        (MOOD, 2, False),
        (MOOD, -2, True),
        ("anxiety", -2, False),
        ("anxiety", 2, True),
        (ELEVATED_MOOD, 2, True),
        (ELEVATED_MOOD, -2, False),
    ],
)
def test_worse_depends_on_the_direction_of_the_scale(key: str, rise: int, worse: bool) -> None:
    result = of(diary_of((rise, rise, rise), scale=key), scale_of(key))

    assert result.verdict is (Verdict.ABOVE if rise > 0 else Verdict.BELOW)
    assert result.is_worse is worse


def test_no_change_is_not_called_worse() -> None:
    assert not of(diary_of((0, 0, 0))).is_worse
    assert not of(diary_of((0, 0, 0), scale=ELEVATED_MOOD), scale_of(ELEVATED_MOOD)).is_worse


def test_it_knows_whether_bipolar_depression_is_treated() -> None:
    diary = diary_of((2, 3, 4))
    diary.settings = replace(diary.settings, treated_for=frozenset({TreatedFor.BIPOLAR}))

    assert of(diary).bipolar
