"""Before and now: what a difference is called, and the sessions since, counted by hand."""

from dataclasses import replace

import pytest

from journal.domain.before_and_now import (
    BeforeAndNow,
    Change,
    Comparison,
    Difference,
    Time,
    before_and_now,
)
from journal.domain.checkin import Direction
from journal.domain.interval_of_median import Interval
from tests.domain.before_and_now_diaries import (
    MOOD,
    SESSIONS,
    bipolar,
    day,
    diary,
    mood,
    three_weekly,
)


def before(result: BeforeAndNow) -> Comparison:
    return next(each for each in result.comparisons if each.time is Time.BEFORE_SESSION)


def after(result: BeforeAndNow) -> Comparison:
    return next(each for each in result.comparisons if each.time is Time.AFTER_SESSION)


@pytest.mark.parametrize(
    ("now", "change"),
    [(5, Change.BETTER), (1, Change.WORSE), (4, Change.NOT_CLEAR), (2, Change.NOT_CLEAR)],
)
def test_better_and_worse_are_named_from_the_same_distance(now: int, change: Change) -> None:
    """Before session 1 mood was 3; now it is 2 points away or 1, at each of three sessions."""
    result = mood(three_weekly(late=now, after=3), 110)

    assert before(result).change is change
    assert before(result).difference == Difference(now - 3, now - 3, now - 3)
    assert after(result).change is Change.NOT_CLEAR


@pytest.mark.parametrize(
    ("medians", "change"),
    [
        ((4, 5, 9), Change.BETTER),
        ((4, 4, 9), Change.NOT_CLEAR),
        ((3, 6, 9), Change.NOT_CLEAR),
        ((2, 1, 0), Change.WORSE),
        ((2, 2, 0), Change.NOT_CLEAR),
        ((4, 1, 0), Change.NOT_CLEAR),
    ],
)
def test_every_session_lies_a_point_away_and_the_middle_one_two(
    medians: tuple[int, ...], change: Change
) -> None:
    """Before session 1 mood was 3 on 28 days."""
    scores = dict.fromkeys(range(2, 30), 3)
    for session, value in zip(SESSIONS[1:], medians, strict=True):
        scores[session - 1] = value

    assert before(mood(diary(SESSIONS, scores), 94)).change is change


@pytest.mark.parametrize(
    ("direction", "higher", "lower"),
    [
        (Direction.HIGHER_BETTER, Change.BETTER, Change.WORSE),
        (Direction.HIGHER_WORSE, Change.WORSE, Change.BETTER),
        (Direction.NEITHER, Change.HIGHER, Change.LOWER),
    ],
)
def test_the_scale_says_which_side_is_better(
    direction: Direction, higher: Change, lower: Change
) -> None:
    scale = replace(MOOD, direction=direction)
    result = before_and_now(three_weekly(4, late=1, after=7).records(), scale, day(110))

    assert (before(result).change, after(result).change) == (lower, higher)


def test_where_bipolar_depression_is_treated_higher_is_not_called_better() -> None:
    result = mood(bipolar(three_weekly(4, late=1, after=7)), 110)

    assert (before(result).change, after(result).change) == (Change.LOWER, Change.HIGHER)
    assert result.bipolar


@pytest.mark.parametrize(("logged", "change"), [(4, Change.TOO_LITTLE), (5, Change.BETTER)])
def test_a_beginning_of_fewer_than_five_days_is_shown_and_not_compared(
    logged: int, change: Change
) -> None:
    written = diary(SESSIONS, dict.fromkeys(range(2, 2 + logged), 3) | {50: 6, 71: 6, 92: 6})
    result = mood(written, 94)

    assert result.begin is not None
    assert (result.begin.median, result.begin.days) == (3, logged)
    assert before(result).change is change


def test_two_sessions_are_shown_and_not_compared() -> None:
    """Of three sessions since the beginning, one has no logged day before it."""
    written = diary(SESSIONS, dict.fromkeys(range(2, 30), 3) | {50: 6, 92: 6})
    comparison = before(mood(written, 94))

    assert (comparison.change, comparison.difference) == (Change.TOO_LITTLE, None)
    assert comparison.logged == 2


@pytest.mark.parametrize(("days", "change"), [(4, Change.TOO_LITTLE), (5, Change.WORSE)])
def test_the_last_28_days_are_compared_from_five_on(days: int, change: Change) -> None:
    written = diary([30], dict.fromkeys(range(2, 30), 5) | dict.fromkeys(range(95, 95 + days), 3))

    (comparison,) = mood(written, 100).comparisons

    assert comparison.change is change


# All sessions since


def test_from_five_sessions_on_their_median_has_an_interval() -> None:
    """Sessions every third week: those after session 1 have 2, 3, 4, 6 and 9 the day before.

    Their median is 4; of five values the interval goes from the lowest to the highest.
    """
    sessions = range(30, 30 + 6 * 21, 21)
    scores = dict(zip([number - 1 for number in sessions[1:]], (4, 2, 9, 3, 6), strict=True))
    overall = before(mood(diary(sessions, {20: 3} | scores), 140)).overall

    assert overall is not None
    assert list(overall.medians) == [4, 2, 9, 3, 6]
    assert (overall.median, overall.interval) == (4, Interval(2, 9))


def test_below_five_sessions_there_is_none() -> None:
    """Four sessions after session 1, all logged."""
    sessions = range(30, 30 + 5 * 21, 21)
    scores = {number - 1: 4 for number in sessions[1:]}
    result = mood(diary(sessions, {20: 3} | scores), 120)

    assert before(result).logged == 3
    assert before(result).overall is None


def test_sessions_close_together_and_days_still_running_are_in_no_overall_median() -> None:
    """Every third day from day 30 to 48, then four every third week, the last two days ago.

    Days 1 to 7 after: of the close ones only the last, on day 48, has room; with those on days 69,
    90 and 111 they are four, as the one on day 132 still runs. Before a session: those on days 69,
    90, 111 and 132 have 7 days since the last one, four as well.
    """
    sessions = [*range(30, 49, 3), 69, 90, 111, 132]
    scores = dict.fromkeys(range(2, 135), 4)
    early, late = (mood(diary(sessions, scores), today) for today in (134, 140))

    assert [each.overall is None for each in early.comparisons] == [True, True]
    assert [each.overall is None for each in late.comparisons] == [True, False]
