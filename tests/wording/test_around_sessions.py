"""What it is like around a session, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.domain.checkin import SLEEP_HOURS
from journal.domain.session import Treatment
from journal.wording.around_sessions import (
    amount,
    course_sentence,
    hours_sentence,
    scale_inside,
    sentence,
    sessions_compared,
    signed,
)
from tests.charts.around_diary import FIRST, around, diary, hours, hours_diary, induction
from tests.domain.diary import Diary, scale_of


def every(days: int, sessions: int = 14) -> Diary:
    """Sessions this many days apart, with a score before each."""
    written = Diary()
    for number in range(sessions):
        written.session(FIRST + timedelta(days * number), treatment=Treatment.LOZENGE)
        written.score(FIRST + timedelta(days * number), 5, hour=9)
    return written


def test_it_tells_the_level_before_the_day_after_a_week_and_the_last_day() -> None:
    """Own levels 3, 4, 3.5, 3.5, 3.5 → 3.5; 8 on day 1, 8 − 7 // 3 = 6, then 8 − 4 = 4."""
    assert sentence(around(diary())) == (
        "Mood, the middle of 5 sessions with 7 free days before and 14 after: 3.5 before the "
        "session, 8 on day +1, 6 on day +7, 4 on day +14."
    )


def test_too_little_data_says_what_is_missing() -> None:
    assert sentence(around(diary(2))) == (
        "Shown from 3 sessions on; so far 2 sessions with 7 free days before and 14 after."
    )
    assert sessions_compared(around(diary(1))) == "1 session with 7 free days before and 14 after"


def test_a_short_range_says_that_a_longer_one_may_have_more() -> None:
    more = "A longer range may have more sessions."
    days, of_hours = around(diary(2)), hours(hours_diary(1))

    assert sentence(replace(days, more_outside=True)) == (
        "Shown from 3 sessions on; in this time 2 sessions with 7 free days before and 14 after. "
        f"{more}"
    )
    assert hours_sentence(replace(of_hours, more_outside=True)) == (
        f"Shown from 3 sessions on; in this time 1 session with a score. {more}"
    )


def test_weekly_sessions_have_their_own_free_days() -> None:
    assert sessions_compared(around(every(7))) == (
        "14 sessions with 5 free days before and 6 after"
    )


def test_twice_weekly_is_sent_to_the_hours() -> None:
    assert sentence(around(every(3))) == (
        "Your last sessions are too close together to compare the days before and after. The hours "
        "around each session can be seen."
    )


def test_daily_dosing_says_why_there_is_nothing() -> None:
    reason = (
        "You took ketamine on most days of the two weeks up to your last session, so there are no "
        "days without it to compare with. Nothing is shown around single sessions."
    )

    assert sentence(around(every(1))) == reason
    assert hours_sentence(hours(every(1))) == reason


def test_sessions_without_scores_on_those_days_say_so() -> None:
    written = diary(3)
    written.check_ins = [c for c in written.check_ins if c.value("mood") == 7]

    assert sentence(around(written)) == "Mood: too few scores around these sessions."


def test_a_course_is_named_by_its_sessions() -> None:
    (block,) = around(induction()).courses

    assert course_sentence(block) == "Course 1: sessions 1 to 3 in 7 days, from 1 October 2025."


def test_the_hours_tell_the_middle_of_each_part() -> None:
    assert hours_sentence(hours(hours_diary())) == (
        "Mood, the middle of 4 sessions: 3 (before), 9 (during drug effect), 6 (+4 h to +12 h)."
    )


def test_the_hours_say_what_is_missing() -> None:
    assert hours_sentence(hours(hours_diary(1))) == (
        "Shown from 3 sessions on; so far 1 session with a score."
    )
    assert hours_sentence(hours(hours_diary(), scale_of(SLEEP_HOURS))) == (
        "Sleep last night belongs to the whole day, not to an hour."
    )


@pytest.mark.parametrize(("number", "expected"), [(-3, "−3"), (0, "0"), (14, "+14")], ids=str)
def test_days_have_their_sign(number: int, expected: str) -> None:
    assert signed(number) == expected


@pytest.mark.parametrize(
    ("key", "least", "most", "expected"),
    [
        ("mood", 2, 5, "2 to 5 points"),
        ("mood", 1, 1, "1 point"),
        ("mood", 2 / 3, 2, "0.7 to 2 points"),
        (SLEEP_HOURS, 1.5, 1.5, "1.5 hours"),
        (SLEEP_HOURS, 1, 1, "1 hour"),
    ],
)
def test_amounts_are_points_or_hours(key: str, least: float, most: float, expected: str) -> None:
    assert amount(scale_of(key), least, most) == expected


def test_a_name_that_the_person_gave_stays_as_it_is() -> None:
    own = replace(scale_of("mood"), key="own-1", name="Fog")

    assert (scale_inside(scale_of("mood")), scale_inside(own)) == ("mood", "Fog")
