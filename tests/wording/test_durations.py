"""How long, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.domain.dosing_rhythm import Rhythm
from journal.domain.durations import Durations, SessionDuration, Trend
from journal.wording.durations import duration_words, sentence, what_back_means
from tests.charts.around_diary import FIRST, MOOD_SCALE, diary, how_long, session_day
from tests.domain.diary import Diary, scale_of

TAKES_EIGHT = "It takes 8 such sessions to say whether this changes over the course."


def session(
    days: int, back: bool = True, next_came: bool = True, number: int = 1
) -> SessionDuration:
    return SessionDuration(number, FIRST, 4, days, back, next_came)


def result(*sessions: SessionDuration, median: int | None = 9) -> Durations:
    return replace(how_long(diary()), sessions=sessions, median=median, not_followed=0)


def test_half_of_the_sessions_and_their_range() -> None:
    found = result(session(9), session(12), session(5), session(14, back=False))

    assert sentence(found) == (
        "At half of 4 sessions mood was at or below its level before the session within 9 days. "
        "3 were back, on days 5 to 12. 1 was not back when the next session came. "
        f"{TAKES_EIGHT}"
    )


def test_where_all_were_back_on_one_day_that_day_is_told() -> None:
    found = result(session(6), session(6), session(6), median=6)

    assert " 3 were back, on day 6. " in sentence(found)


def test_sessions_that_were_never_off_their_level_are_not_called_back() -> None:
    never = replace(session(1), left=False)
    found = result(never, never, session(9), session(9), median=1)
    anxiety = replace(found, scale=scale_of("anxiety"))

    assert sentence(found).startswith(
        "At half of 4 sessions mood was at or below its level before the session within 1 day. "
        "2 were back, on day 9. "
        "At 2 of them it was not above that level on the first days logged after. It takes"
    )
    assert sentence(anxiety).startswith(
        "At half of 4 sessions anxiety was at or above its level before the session within 1 day. "
        "2 were back, on day 9. "
        "At 2 of them it was not below that level on the first days logged after. It takes"
    )
    assert duration_words(never, MOOD_SCALE) == "not above its level by day 1"
    assert duration_words(never, scale_of("anxiety")) == "not below its level by day 1"


def test_where_mood_falls_after_every_session_no_word_says_that_it_rose() -> None:
    """Mood 6, and 2 for the 7 days after each of 4 sessions 28 days apart."""
    fallen = Diary()
    for number in range(1, 5):
        fallen.session(session_day(number))
        for offset in range(-3, 15):
            value = 2 if 1 <= offset <= 7 else 6
            fallen.score(session_day(number) + timedelta(offset), value, hour=9)

    words = sentence(how_long(fallen))

    assert "At 4 of them it was not above that level on the first days logged after." in words
    assert "back" not in words


def test_one_day_is_one_day() -> None:
    found = result(session(1), session(1), session(12, back=False), median=1)

    assert sentence(found).startswith(
        "At half of 3 sessions mood was at or below its level before the session within 1 day. "
    )


def test_without_a_median_no_number_is_made_up() -> None:
    found = result(
        session(9),
        session(20, back=False),
        session(20, back=False),
        session(4, back=False, next_came=False),
        median=None,
    )

    assert sentence(found) == (
        "At fewer than half of 4 sessions mood was seen two days running at or below its level "
        "before the session, so no middle number of days can be told. 1 was back, on day 9. "
        "2 were not back when the next "
        f"session came. The last one is not back so far. {TAKES_EIGHT}"
    )


def test_sessions_that_could_not_be_followed_are_told() -> None:
    found = replace(result(session(9), session(9), session(9)), not_followed=2)

    assert "2 sessions have too few days logged around them to tell." in sentence(found)


@pytest.mark.parametrize(
    ("trend", "words"),
    [
        (Trend.SHORTER, "At each of the last 4 it was shorter than at each of the first 4."),
        (Trend.LONGER, "At each of the last 4 it was longer than at each of the first 4."),
    ],
)
def test_a_change_over_the_course_is_told_plainly(trend: Trend, words: str) -> None:
    found = replace(result(*[session(9)] * 8), trend=trend)

    assert sentence(found).endswith(words)


def test_from_eight_sessions_on_no_clear_change_is_an_answer() -> None:
    assert sentence(result(*[session(9)] * 8)).endswith(
        "Over the course there is no clear change: the last 4 were neither all shorter nor all "
        "longer than the first 4."
    )


def test_below_eight_it_says_how_many_it_takes() -> None:
    seven = result(*[session(9)] * 7)

    assert sentence(seven).endswith(TAKES_EIGHT)
    assert sentence(replace(seven, more_outside=True)).endswith(
        f"{TAKES_EIGHT} A longer range may have more sessions."
    )


def test_too_few_sessions_say_how_many_there_are() -> None:
    assert sentence(result(session(9))) == (
        "Shown from 3 sessions on that can be followed; so far 1 session."
    )
    assert sentence(replace(result(session(9)), more_outside=True)) == (
        "Shown from 3 sessions on that can be followed; in this time 1 session. "
        "A longer range may have more sessions."
    )


def test_where_days_are_not_compared_the_reason_stands() -> None:
    found = replace(result(), rhythm=Rhythm.TWICE_WEEKLY)

    assert sentence(found).startswith("Your last sessions are too close together")


def test_back_is_above_where_higher_is_worse() -> None:
    anxiety = replace(result(), scale=scale_of("anxiety"))

    assert "at or below" in what_back_means(result())
    assert "at or above" in what_back_means(anxiety)


def test_each_session_in_a_few_words() -> None:
    assert duration_words(session(9), MOOD_SCALE) == "back on day 9"
    assert duration_words(session(9, back=False), MOOD_SCALE) == (
        "not back by day 9, the last seen before the next session"
    )
    assert (
        duration_words(session(9, back=False, next_came=False), MOOD_SCALE)
        == "not back so far, by day 9"
    )
