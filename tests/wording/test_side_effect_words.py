"""The sentences above the matrix of side effects."""

from datetime import date, timedelta

import pytest

from journal.domain.period import Period
from journal.domain.side_effect import Severity
from journal.domain.side_effect_matrix import Began, Felt, SideEffectMatrix, side_effect_matrix
from journal.wording.side_effects import felt_word, onset_text, side_effect_headline
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
        "Reported most often, of 2 sessions with an answer: Nausea 2, Headache 1. "
        "1 more session has no answer. No duration longer than 24 h was entered. "
        "How long they lasted is entered for 2 of 3 reports."
    )


def test_what_lasted_beyond_a_day_names_the_latest_first() -> None:
    diary = Diary()
    for number in range(1, 6):
        session = diary.session(day(number))
        diary.effect(day(number), "headache", Severity.MILD, minutes(1500), session)

    assert (
        "Something lasted longer than 24 h after 5 sessions: Headache after session 5, "
        "Headache after session 4, Headache after session 3 and 2 more."
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
