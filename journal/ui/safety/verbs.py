"""What the safety questions ask of the journal, as verbs that find their records when they run."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.period import Moment, last_days
from journal.domain.repository import OpenJournal, Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.ui.journal_editor import Verb

LOOKS_BACK_DAYS = 60
"""Longer than any rule about what is recent looks back: two fortnights, and a month."""


def recent_records(journal: OpenJournal, today: date) -> Records:
    """What `open_findings`, `findings_of` and `prompt_for` need, without reading the whole journal.

    Check-ins, days, side effects and answers of the last 60 days; of the rest everything.
    """
    recent = last_days(LOOKS_BACK_DAYS, today)
    return Records(
        check_ins=journal.check_ins.between(recent.first, recent.last),
        days=journal.days.between(recent.first, recent.last),
        sessions=journal.sessions.between(),
        side_effects=journal.side_effects.between(recent.first, recent.last),
        scales=journal.scales.all(),
        settings=journal.settings(),
        responses=journal.responses.between(),
        safety_answers=journal.safety_answers.between(recent.first, recent.last),
    )


def answer(
    question: SafetyQuestion, moment: Moment, answers: tuple[str, ...], about: UUID | None = None
) -> Verb:
    """Keep an answer; another one about the same record, or else of the same day, is changed."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = _given(journal, question, moment.day, about)
        if before is None:
            new = SafetyAnswer(
                stamp.new_id(), question, moment, stamp.now, stamp.now, answers, about
            )
            return (Edit(None, new),)
        after = replace(before, moment=moment, changed_at=stamp.now, answers=answers)
        return () if before.answers == answers else (Edit(before, after),)

    return verb


def take_back(question: SafetyQuestion, day: date) -> Verb:
    """Delete a day's answer to a question that is about no record."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        before = _given(journal, question, day, None)
        return () if before is None else (Edit(before, None),)

    return verb


def _given(
    journal: OpenJournal, question: SafetyQuestion, day: date, about: UUID | None
) -> SafetyAnswer | None:
    of_day = (day, day) if about is None else (None, None)
    given = journal.safety_answers.between(*of_day)
    return next((a for a in given if a.question is question and a.about == about), None)
