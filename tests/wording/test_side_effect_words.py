"""The sentences above the matrix of side effects."""

from datetime import date, timedelta

import pytest

from journal.domain.period import Period
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.side_effect_matrix import Began, Felt, SideEffectMatrix, side_effect_matrix
from journal.wording.side_effects import felt_word, onset_text, side_effect_headline, usual_times
from tests.domain.diary import Diary, minutes

FIRST = date(2026, 1, 5)
PERIOD = Period(FIRST, date(2026, 12, 31))


def day(number: int) -> date:
    return FIRST + timedelta(7 * (number - 1))


def matrix(diary: Diary) -> SideEffectMatrix:
    return side_effect_matrix(diary.records(), PERIOD)


def test_the_most_frequent_of_the_sessions_that_were_asked() -> None:
    """Three sessions: nausea at two, headache at one, the third without an answer."""
    diary = Diary()
    for number in (1, 2):
        session = diary.session(day(number))
        diary.effect(day(number), "nausea", Severity.MILD, minutes(60), session)
    diary.effect(day(2), "headache", Severity.MILD, session=diary.sessions[1])
    diary.session(day(3))

    assert side_effect_headline(matrix(diary)) == (
        "Reported most often, of 2 sessions with an answer: nausea 2, headache 1. "
        "1 more session has no answer. No duration longer than 24 h was entered. "
        "How long they lasted is entered for 2 of 3 reports."
    )


def test_what_lasted_beyond_a_day_names_the_latest_first() -> None:
    diary = Diary()
    for number in range(1, 6):
        session = diary.session(day(number))
        diary.effect(day(number), "headache", Severity.MILD, minutes(1500), session)

    assert (
        "Something lasted longer than 24 h after 5 sessions: headache after session 5, "
        "headache after session 4, headache after session 3 and 2 more."
    ) in side_effect_headline(matrix(diary))


def test_none_is_an_answer() -> None:
    diary = Diary()
    diary.session(day(1), no_side_effects=True)
    diary.session(day(2))

    assert side_effect_headline(matrix(diary)) == (
        "No side effects were reported (asked for 1 session, last on 5 January 2026). "
        "1 more session has no answer."
    )


def test_too_little_is_said_plainly() -> None:
    diary = Diary()
    assert side_effect_headline(matrix(diary)) == "No ketamine session took place in this time."
    diary.session(day(1))
    diary.session(day(2))
    assert side_effect_headline(matrix(diary)) == (
        "Nothing is entered about side effects for these 2 sessions, not even “none”."
    )


@pytest.mark.parametrize("felt", Felt)
def test_every_cell_has_its_word(felt: Felt) -> None:
    assert felt_word(felt)


@pytest.mark.parametrize(
    ("minutes_after", "words"),
    [
        (None, "during the session"),
        (45, "45 min after the start"),
        (220, "3.7 h after the start"),
    ],
)
def test_when_an_effect_began(minutes_after: int | None, words: str) -> None:
    assert onset_text(Began(minutes_after)) == words


def test_the_usual_times_stand_with_their_counts() -> None:
    """Nausea: during, 60 and 90 min; dizziness and tremor: only the length; headache: none."""
    diary = Diary()
    for number, length in ((1, 60), (2, 90), (3, 90)):
        session = diary.session(day(number))
        onset = Onset(during=True) if number > 1 else None
        diary.effect(day(number), "nausea", duration=minutes(length), session=session, onset=onset)
    diary.effect(day(1), "dizziness", duration=minutes(30), session=diary.sessions[0])
    still = Duration(Lasted.STILL_THERE)
    diary.effect(day(1), "tremor", duration=still, session=diary.sessions[0])
    diary.effect(day(1), "headache", session=diary.sessions[0])

    assert usual_times(matrix(diary)) == (
        "Usually (and how often that was entered): "
        "nausea began during the session (2), lasted 90 min (3) · dizziness lasted 30 min (1) "
        "· tremor still there (1)"
    )


def test_of_many_effects_the_most_frequent_are_told_and_a_name_of_ones_own_is_kept() -> None:
    diary = Diary()
    session = diary.session(day(1))
    for number in range(1, 8):
        diary.effect(day(1), name=f"Fog {number}", duration=minutes(30), session=session)

    told = usual_times(matrix(diary))

    assert told.count("Fog") == 5
    assert told.endswith(" · 2 more as table")


def test_without_any_time_entered_nothing_is_told_of_times() -> None:
    diary = Diary()
    diary.effect(day(1), "headache", session=diary.session(day(1)))

    assert usual_times(matrix(diary)) == ""
