"""Answers in a real journal: kept, changed, taken back, undone."""

from datetime import timedelta
from uuid import UUID

import pytest

from journal.domain.period import Moment, moment_at
from journal.domain.safety import FindingKind, open_findings
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.side_effect import SideEffect
from journal.ui.safety import verbs
from tests.ui.driver import Driver

TIRED = SafetyQuestion.TIRED
NOW_QUESTION = SafetyQuestion.HAPPENING_NOW


def now(person: Driver, days_ago: int = 0) -> Moment:
    return moment_at(person.clock.now() - timedelta(days_ago), person.clock.zone())


def answer(
    person: Driver,
    question: SafetyQuestion,
    *codes: str,
    about: UUID | None = None,
    days_ago: int = 0,
) -> None:
    verb = verbs.answer(question, now(person, days_ago), codes, about)
    person.editor.perform("Saved.", verb)


def kept(person: Driver) -> tuple[SafetyAnswer, ...]:
    return person.editor.journal.safety_answers.between()


def test_an_answer_is_kept(person: Driver) -> None:
    answer(person, SafetyQuestion.BLADDER, "nights-up", "flank-pain")
    (found,) = kept(person)
    assert (found.question, found.answers) == (
        SafetyQuestion.BLADDER,
        ("nights-up", "flank-pain"),
    )
    assert found.moment == now(person)


def test_none_of_these_is_kept_too(person: Driver) -> None:
    answer(person, SafetyQuestion.BLADDER)
    assert [found.answers for found in kept(person)] == [()]


def test_a_second_answer_of_the_day_changes_the_first(person: Driver) -> None:
    answer(person, TIRED, "yes")
    answer(person, TIRED, "no")
    assert [found.answers for found in kept(person)] == [("no",)]


def test_the_same_answer_again_is_no_step_to_undo(person: Driver) -> None:
    answer(person, TIRED, "yes")
    answer(person, TIRED, "yes")
    assert person.editor.undo_stack.count() == 1


def test_each_day_has_an_answer_of_its_own(person: Driver) -> None:
    answer(person, TIRED, "yes", days_ago=1)
    answer(person, TIRED, "no")
    assert [found.answers for found in kept(person)] == [("yes",), ("no",)]


def test_each_record_has_an_answer_of_its_own_whatever_the_day(person: Driver) -> None:
    one, other = UUID(int=1), UUID(int=2)
    answer(person, NOW_QUESTION, "yes", about=one, days_ago=1)
    answer(person, NOW_QUESTION, "no", about=other)
    answer(person, NOW_QUESTION, "no", about=one)
    assert {found.about: found.answers for found in kept(person)} == {
        one: ("no",),
        other: ("no",),
    }


def test_an_answer_can_be_undone_and_taken_back(person: Driver) -> None:
    thoughts = SafetyQuestion.EVENING_THOUGHTS
    answer(person, thoughts, "some")
    person.editor.undo()
    assert kept(person) == ()
    person.editor.redo()
    person.editor.perform("Taken back.", verbs.take_back(thoughts, now(person).day))
    assert kept(person) == ()


@pytest.mark.parametrize(("days_ago", "is_read"), [(59, True), (60, False)])
def test_recent_records_reach_back_60_days(person: Driver, days_ago: int, is_read: bool) -> None:
    answer(person, TIRED, "yes", days_ago=days_ago)
    recent = verbs.recent_records(person.editor.journal, now(person).day)
    assert bool(recent.safety_answers) is is_read


def test_a_finding_is_open_until_its_question_is_answered(person: Driver) -> None:
    stamp = person.editor.stamp()
    pain = SideEffect(stamp.new_id(), now(person), None, stamp.now, stamp.now, effect="chest-pain")
    person.keep(pain)
    today = now(person).day

    def found() -> list[FindingKind]:
        records = verbs.recent_records(person.editor.journal, today)
        return [each.kind for each in open_findings(records, today)]

    assert found() == [FindingKind.URGENT]
    answer(person, NOW_QUESTION, "no", about=pain.id)
    assert found() == []
