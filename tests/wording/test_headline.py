"""The sentence above the trends: fixed where nothing is clear, and without a cause in any case."""

from dataclasses import replace

import pytest

from journal.domain.checkin import ELEVATED_MOOD, SLEEP_HOURS
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.headline import Headline, SessionRise, Verdict
from journal.wording.headline import sentence
from tests.charts.around_diary import FIRST, diary, headline_of
from tests.domain.diary import scale_of

BRING_IT = "Please do not stop or change treatment because of this page; bring it to your clinic."


def rise(points: float, number: int = 1) -> SessionRise:
    return SessionRise(number, FIRST, 4, 4 + points, points, usual=0, alike=20)


def result(verdict: Verdict, *points: float, key: str = "mood", bipolar: bool = False) -> Headline:
    return Headline(
        scale_of(key),
        Rhythm.SPACED,
        verdict,
        tuple(rise(each, number) for number, each in enumerate(points, 1)),
        len(points),
        bipolar,
    )


def test_a_difference_is_told_by_its_range() -> None:
    assert sentence(result(Verdict.ABOVE, 2, 3, 5, 2, 4)) == (
        "At 5 sessions far enough apart to compare, mood on the day after was 2 to 5 points above "
        "the days before."
    )


def test_the_diarys_own_headline() -> None:
    """8 on day 1 of every session; own levels 4 and 3.5: rises from 4 to 4.5.

    Session 1 had 3 before it, and too few other days do.
    """
    assert sentence(headline_of(diary())) == (
        "At 4 sessions far enough apart to compare, mood on the day after was 4 to 4.5 points "
        "above the days before."
    )


def test_the_one_that_went_the_other_way_is_counted() -> None:
    assert sentence(result(Verdict.ABOVE, 2, 3, 5, 2, 4, -1)).startswith(
        "At 5 of 6 sessions far enough apart to compare, mood on the day after was 2 to 5 points "
    )


def test_worse_is_said_as_plainly_and_brought_to_the_clinic() -> None:
    assert sentence(result(Verdict.BELOW, -2, -3, -2)) == (
        "At 3 sessions far enough apart to compare, mood on the day after was 2 to 3 points below "
        f"the days before. {BRING_IT}"
    )


def test_less_anxiety_is_better_and_more_is_worse() -> None:
    better = sentence(result(Verdict.BELOW, -2, -3, -2, key="anxiety"))
    worse = sentence(result(Verdict.ABOVE, 2, 3, 2, key="anxiety"))

    assert better.endswith("2 to 3 points below the days before. On this scale lower is better.")
    assert worse.endswith(f"above the days before. On this scale lower is better. {BRING_IT}")


def test_where_bipolar_depression_is_treated_higher_mood_is_not_called_better() -> None:
    words = sentence(result(Verdict.ABOVE, 2, 3, 2, bipolar=True))

    assert words.endswith("above the days before. See elevated mood.")
    assert "better" not in words


def test_higher_elevated_mood_goes_to_the_clinic() -> None:
    assert sentence(result(Verdict.ABOVE, 2, 3, 2, key=ELEVATED_MOOD)).endswith(BRING_IT)


def test_sleep_is_told_in_hours() -> None:
    assert "was 1 to 2.5 hours above" in sentence(result(Verdict.ABOVE, 1, 2.5, 2, key=SLEEP_HOURS))


def test_no_clear_change_has_its_fixed_words() -> None:
    assert sentence(result(Verdict.NO_CLEAR_CHANGE, 2, -1, 0)) == (
        "Mood: the daily scores show no clear change around sessions so far. They can miss change. "
        f"{BRING_IT}"
    )


def test_the_scale_is_named_where_nothing_is_clear_too() -> None:
    unclear = sentence(result(Verdict.NO_CLEAR_CHANGE, 2, -1, 0, key="anxiety"))
    few = sentence(result(Verdict.TOO_FEW, key=SLEEP_HOURS))

    assert unclear.startswith("Anxiety: the daily scores show no clear change")
    assert few.startswith("Sleep last night: too little data so far")


def test_too_little_data_says_what_it_takes() -> None:
    takes = (
        "Mood: too little data so far to compare sessions. It takes 3 with 7 free days before and "
        "14 after, and scores on the days around them."
    )

    assert sentence(result(Verdict.TOO_FEW)) == takes
    assert sentence(replace(result(Verdict.TOO_FEW, 2), sessions=2)) == (
        f"{takes} 2 sessions have such free days, 1 of them can be compared."
    )


def test_where_a_longer_range_has_more_sessions_nothing_is_said_to_be_so_far() -> None:
    more = "A longer range may have more sessions."
    few = replace(result(Verdict.TOO_FEW, 2), sessions=2, more_outside=True)
    unclear = replace(result(Verdict.NO_CLEAR_CHANGE, 2, -1, 0), more_outside=True)

    assert sentence(few) == (
        "Mood: too little data in this time to compare sessions. It takes 3 with 7 free days "
        "before and 14 after, and scores on the days around them. 2 sessions have such free days, "
        f"1 of them can be compared. {more}"
    )
    assert sentence(unclear) == (
        "Mood: the daily scores show no clear change around the sessions of this time. They can "
        f"miss change. {more} {BRING_IT}"
    )


def test_weekly_sessions_are_told_by_the_score_before() -> None:
    weekly = replace(result(Verdict.ABOVE, 2, 2, 2), rhythm=Rhythm.WEEKLY)
    few = replace(result(Verdict.TOO_FEW), rhythm=Rhythm.WEEKLY)
    few_of_more = replace(few, more_outside=True)

    assert sentence(weekly).endswith("was 2 points above the score before.")
    assert "5 free days before and 6 after" in sentence(few)
    assert "5 free days before and 6 after" in sentence(few_of_more)


@pytest.mark.parametrize("rhythm", [Rhythm.TWICE_WEEKLY, Rhythm.DAILY])
def test_closer_rhythms_say_why_nothing_is_compared(rhythm: Rhythm) -> None:
    words = sentence(replace(result(Verdict.NOT_COMPARED), rhythm=rhythm))

    assert words.startswith("You")
    assert words.endswith(".")
