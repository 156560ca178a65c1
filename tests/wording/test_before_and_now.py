"""Before and now in words: plain, the same for better and worse, and never a reason."""

import pytest

from journal.domain.before_and_now import Difference, Time
from journal.wording.before_and_now import points, sentence, time_name
from tests.domain.before_and_now_diaries import bipolar, day, diary, mood, three_weekly
from tests.domain.diary import scale_of

BRING_IT = "Please do not stop or change treatment because of this page; bring it to your clinic."


def test_better_and_worse_are_said_in_the_same_words() -> None:
    """4 before session 1; 7 and 1 at each of three sessions."""
    better, worse = (sentence(mood(three_weekly(4, late, 4), 110)) for late in (7, 1))

    assert better.startswith(
        "Mood, 3 days before sessions 2, 3, 4, compared with the 28 days before session 1: "
        "better, 3 points higher at each."
    )
    assert worse.startswith(
        "Mood, 3 days before sessions 2, 3, 4, compared with the 28 days before session 1: "
        "worse, 3 points lower at each."
    )


def test_without_a_clear_difference_every_value_is_told() -> None:
    """4 before session 1; 4, 5 and 4 on the days before the sessions that are compared."""
    scores = dict.fromkeys(range(2, 30), 4) | {50: 4, 71: 5, 92: 4}

    assert sentence(mood(diary((30, 51, 72, 93), scores), 94)).startswith(
        "Mood, 3 days before sessions 2, 3, 4, compared with the 28 days before session 1: "
        "no clear difference (medians 4, 5, 4 now and 4 then)."
    )


def test_a_change_for_the_worse_is_for_the_clinic() -> None:
    assert sentence(mood(three_weekly(4, late=1, after=7), 110)).endswith(BRING_IT)
    assert BRING_IT not in sentence(mood(three_weekly(4, late=7, after=7), 110))


def test_where_bipolar_depression_is_treated_nothing_is_called_better_or_worse() -> None:
    told = sentence(mood(bipolar(three_weekly(4, late=1, after=7)), 110))

    assert "better" not in told
    assert "worse" not in told
    assert "3 points higher at each. See elevated mood." in told
    assert told.endswith(BRING_IT)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (
            Time.JOURNAL_BEGINS_IN_TREATMENT,
            "First 14 days of this journal (already in treatment)",
        ),
        (Time.SCALE_BEGINS_IN_TREATMENT, "First 14 days with this scale (already in treatment)"),
        (Time.JOURNAL_BEGINS, "First 14 days of this journal"),
    ],
)
def test_a_beginning_is_called_what_it_is(time: Time, words: str) -> None:
    assert time_name(time) == words


def test_in_mid_treatment_nothing_is_called_before_treatment() -> None:
    """Session 1 on day 1, first score on day 2."""
    scores = dict.fromkeys(range(2, 16), 3) | {50: 5, 71: 6, 92: 6}
    told = sentence(mood(diary((1, 51, 72, 93), scores), 94))

    assert "the first 14 days of this journal (already in treatment): better, 2 to 3 points" in told
    assert "before treatment" not in told


def test_what_is_missing_is_said() -> None:
    """Four days before session 1; one of three sessions has a day before it, none after."""
    told = sentence(mood(diary((30, 51, 72, 93), {2: 3, 3: 3, 4: 3, 5: 3, 92: 6}), 94))

    assert told.startswith(
        "Mood, 3 days before sessions 2, 3, 4: too little to compare with the 28 days before "
        "session 1. 28 days before session 1: 4 of the 5 days it takes. "
        "1 of 3 sessions have a logged day there."
    )


def test_before_the_second_session_there_is_nothing_to_compare() -> None:
    told = sentence(mood(diary([30], dict.fromkeys(range(2, 35), 3)), 35))

    assert told.startswith(
        "Mood, 3 days before a session: too little to compare with the 28 days before session 1. "
        "0 of 3 sessions have a logged day there."
    )


def test_the_last_28_days_say_why_they_stand_for_now() -> None:
    long_ago = three_weekly(5)
    none = diary([], dict.fromkeys(range(1, 40), 4))
    daily = diary(range(30, 60), {20: 4, 50: 5})
    for number in range(140, 150):
        long_ago.score(day(number), 2)

    assert sentence(mood(long_ago, 153)).startswith(
        "The last session was on 3 April 2026: “now” is the last 28 days. "
        "Mood, the last 28 days, compared with the 28 days before session 1: "
        "worse, 3 points lower."
    )
    assert sentence(mood(none, 45)) == (
        "No session is entered: “now” is the last 28 days. "
        "Mood, the last 28 days, compared with the first 14 days of this journal: "
        "no clear difference (medians 4 now and 4 then)."
    )
    assert sentence(mood(daily, 59)).startswith(
        "You take ketamine most days, so no free days lie between sessions: “now” is the last 28 "
        "days."
    )


def test_too_few_of_the_last_28_days_are_said() -> None:
    told = sentence(mood(diary([], dict.fromkeys(range(1, 15), 4) | {20: 5}), 45))

    assert told.endswith("Last 28 days: 1 of the 5 days it takes.")


def test_a_journal_that_still_begins_has_no_now() -> None:
    assert sentence(mood(diary([], {1: 4}), 2)).endswith(
        "Mood: this is still its first fortnight, so there is no “now” yet."
    )


@pytest.mark.parametrize(
    ("scale", "difference", "words"),
    [
        ("mood", (1, 2, 3), "1 to 3 points higher"),
        ("mood", (-3, -2, -1.5), "1.5 to 3 points lower"),
        ("mood", (-1, -1, -1), "1 point lower"),
        ("sleep-hours", (2, 2, 2), "2 hours higher"),
        ("sleep-hours", (1, 1, 1), "1 hour higher"),
    ],
)
def test_how_far_is_told_in_points_or_hours(
    scale: str, difference: tuple[float, float, float], words: str
) -> None:
    assert points(scale_of(scale), Difference(*difference)) == words


def test_a_scale_never_rated_is_said() -> None:
    assert sentence(mood(diary([30], {}), 40)) == "Mood: nothing is logged on this scale yet."
