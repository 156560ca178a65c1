"""The one thing a page may ask for of its own accord in an evening."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.domain.period import last_days
from journal.domain.repository import Records
from journal.domain.safety import days_to_ask_about, is_daily_use
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import SessionState

BLADDER_EVERY_DAYS = 30
"""The bladder check comes monthly."""

SETTLES_IN = timedelta(days=7)
"""A journal is this old before it asks for a bladder check: its first evenings are for scores."""

PUT_OFF_DAYS = 3
"""For how many days, today among them, "Not now" puts a prompt off."""


class PromptKind(StrEnum):
    """What can be asked for, the most pressing first."""

    TIRED = "tired"
    BLADDER = "bladder"
    QUESTIONNAIRE = "questionnaire"


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked for; `questionnaire` is the key of the one that is due."""

    kind: PromptKind
    questionnaire: str = ""


def put_off(records: Records) -> dict[PromptKind, date]:
    """The last journal day on which each kind was answered with "Not now"."""
    said = sorted(
        (answer.moment.day, kind)
        for answer in records.safety_answers
        if answer.question is SafetyQuestion.NOT_NOW
        for kind in PromptKind
        if kind in answer.answers
    )
    return {kind: day for day, kind in said}


def prompt_for(
    records: Records,
    now: datetime,
    today: date,
    dismissed: Mapping[PromptKind, date],
    questionnaire_due: str = "",
) -> Prompt | None:
    """What to ask for on `today`: one thing at most, and nothing on a session day.

    `dismissed` has the last journal day on which each kind was answered with "Not now". After one
    answer of the day, or one "Not now", nothing more is asked. Where ketamine is taken on most days
    its days are like any other.
    """
    if today in dismissed.values() or _is_session_day(records, today):
        return None
    if _was_answered(records, today):
        return None
    wanted = _wanted(records, now, today, questionnaire_due)
    return next((prompt for prompt in wanted if not _is_put_off(prompt, dismissed, today)), None)


def _wanted(records: Records, now: datetime, today: date, due: str) -> Iterator[Prompt]:
    if days_to_ask_about(records, today):
        yield Prompt(PromptKind.TIRED)
    if _bladder_is_due(records, now, today):
        yield Prompt(PromptKind.BLADDER)
    if due:
        yield Prompt(PromptKind.QUESTIONNAIRE, due)


def _bladder_is_due(records: Records, now: datetime, today: date) -> bool:
    month = last_days(BLADDER_EVERY_DAYS, today)
    checks = (a for a in records.safety_answers if a.question is SafetyQuestion.BLADDER)
    is_settled = now - records.settings.created_at >= SETTLES_IN
    return is_settled and not any(check.moment.day in month for check in checks)


def _is_put_off(prompt: Prompt, dismissed: Mapping[PromptKind, date], today: date) -> bool:
    return dismissed.get(prompt.kind, date.min) in last_days(PUT_OFF_DAYS, today)


def _is_session_day(records: Records, today: date) -> bool:
    held = (SessionState.PLANNED, SessionState.DONE)
    has_session = any(
        session.start.day == today and session.state in held and session.treatment.is_ketamine
        for session in records.sessions
    )
    return has_session and not is_daily_use(records.sessions, today)


def _was_answered(records: Records, today: date) -> bool:
    asked = (SafetyQuestion.TIRED, SafetyQuestion.BLADDER)
    return any(
        answer.question in asked and answer.moment.day == today for answer in records.safety_answers
    ) or any(response.moment.day == today for response in records.responses)
