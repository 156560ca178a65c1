"""What the Questionnaires page asks of the journal, as verbs that find their records when run."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from journal.domain.due import with_interval
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.journal_settings import OwnInterval, check_intervals
from journal.domain.period import Moment, check_not_future
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.repository import OpenJournal
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.scoring import (
    all_left,
    check_answer,
    check_total,
    with_answer,
)
from journal.ui.journal_editor import Verb


@dataclass(frozen=True, slots=True)
class Asking:
    """The response that is being written: its identifier, and the moment it was begun."""

    questionnaire: Questionnaire
    id: UUID
    moment: Moment

    def new(self, stamp: Stamp) -> Response:
        """A response without an answer."""
        return Response(self.id, self.questionnaire.key, self.moment, stamp.now, stamp.now)


def answer(asking: Asking, item: str, value: int, *, left: bool, finished: bool = False) -> Verb:
    """Choose an answer; `left` once the person goes on, `finished` if that ends the questions."""
    check_answer(asking.questionnaire, item, value)

    return _on_response(
        asking, lambda response: with_answer(response, item, value, left=left, finished=finished)
    )


def take_back(asking: Asking, item: str) -> Verb:
    """Leave a question without an answer again."""
    return _on_response(asking, lambda response: with_answer(response, item, None, left=True))


def leave(asking: Asking, *, finished: bool = False) -> Verb:
    """The person went on from every question; `finished` if they said that it is done."""

    return _on_response(asking, lambda response: all_left(response, finished=finished))


def _on_response(asking: Asking, rule: Callable[[Response], Response]) -> Verb:
    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = _find(journal, asking.id)
        after = rule(before or asking.new(stamp))
        if after == before or (before is None and not after.answers):
            return ()
        kept = Edit(before, replace(after, changed_at=stamp.now))
        return (kept, *_without_flag(journal, asking.questionnaire, after))

    return verb


def _without_flag(journal: OpenJournal, questionnaire: Questionnaire, after: Response) -> Edits:
    """A corrected slip leaves no flag: what was asked because of it goes too."""
    if after.value(questionnaire.safety_item):
        return ()
    return tuple(Edit(about, None) for about in _asked_about(journal, after.id))


def enter_total(questionnaire: Questionnaire, response: Response) -> Verb:
    """Keep a total from paper, or change it.

    Raises InvalidValue for a total off its range and a day in the future.
    """

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        check_total(questionnaire, response.entered_total or 0)
        check_not_future("day", response.moment, stamp.now)
        before = _find(journal, response.id)
        created_at = before.created_at if before else stamp.now
        after = replace(response, created_at=created_at, changed_at=stamp.now)
        return (Edit(before, after),)

    return verb


def remove(response: UUID) -> Verb:
    """Delete a response, and what was asked because of it."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        found = _find(journal, response)
        if found is None:
            return ()
        asked = _asked_about(journal, response)
        return (*(Edit(about, None) for about in asked), Edit(found, None))

    return verb


def _asked_about(journal: OpenJournal, response: UUID) -> tuple[SafetyAnswer, ...]:
    question = SafetyQuestion.SAFE_TONIGHT
    answers = journal.safety_answers.between()
    return tuple(a for a in answers if a.about == response and a.question is question)


def want_every(questionnaire: str, own: OwnInterval | None) -> Verb:
    """Set how often a questionnaire is due; None is as its file says.

    Raises InvalidValue where check_intervals does.
    """

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = journal.settings()
        intervals = with_interval(before.intervals, questionnaire, own)
        check_intervals(intervals)
        if intervals == before.intervals:
            return ()
        return (Edit(before, replace(before, intervals=intervals, changed_at=stamp.now)),)

    return verb


def _find(journal: OpenJournal, response: UUID) -> Response | None:
    return next((r for r in journal.responses.between() if r.id == response), None)
