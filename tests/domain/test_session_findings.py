"""What is said about a session that was just entered: only what can still be acted on."""

from datetime import date

import pytest

from journal.domain.safety import FindingKind, session_findings
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import SessionState
from journal.domain.vitals import Vitals
from tests.domain.safety_diary import SafetyDiary, pressure

TODAY = date(2026, 3, 10)


def kinds(diary: SafetyDiary) -> list[FindingKind]:
    return [finding.kind for finding in session_findings(diary.records(), TODAY)]


def before(upper: int, lower: int) -> Vitals:
    return Vitals(-1, upper, lower)


@pytest.mark.parametrize(
    ("state", "found"),
    [(SessionState.PLANNED, [FindingKind.PRESSURE_BEFORE]), (SessionState.DONE, [])],
)
def test_a_high_reading_before_is_for_the_minutes_before(
    state: SessionState, found: list[FindingKind]
) -> None:
    diary = SafetyDiary()
    diary.measured(TODAY, before(150, 95), state=state)
    assert kinds(diary) == found


def test_of_very_high_readings_the_one_that_stands_is_told() -> None:
    diary = SafetyDiary()
    diary.measured(TODAY, pressure(185, 100, minutes=40), pressure(190, 100, minutes=60))
    (found,) = session_findings(diary.records(), TODAY)
    assert found.reading == pressure(190, 100, minutes=60)


def test_a_reading_that_came_down_is_not_told() -> None:
    diary = SafetyDiary()
    diary.measured(TODAY, pressure(185, 100, minutes=40), pressure(150, 90, minutes=90))
    assert kinds(diary) == []


def test_an_answered_question_keeps_its_sentence() -> None:
    diary = SafetyDiary()
    pain = diary.effect(TODAY, "chest-pain", session=diary.session(TODAY))
    diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "no", about=pain.id)
    (found,) = session_findings(diary.records(), TODAY)
    assert (found.kind, found.answer) == (FindingKind.URGENT, "no")


def test_what_is_entered_elsewhere_is_told_there() -> None:
    diary = SafetyDiary()
    diary.item_nine(TODAY, 2)
    diary.evening(TODAY, "strong")
    assert kinds(diary) == []
