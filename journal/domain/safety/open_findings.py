"""Which findings are still open: they put the dot on "Get help now" (decision 015)."""

from collections.abc import Iterator
from datetime import date

from journal.domain.period import Period, last_days
from journal.domain.repository import Records
from journal.domain.safety.effects import bladder, craving, unreality, urgent
from journal.domain.safety.elevated_mood import little_sleep
from journal.domain.safety.finding import NO, YES, Finding, FindingKind
from journal.domain.safety.lower import lower_finding
from journal.domain.safety.pressure import pressure_findings, was_measured_again
from journal.domain.safety.self_harm import (
    evening_level,
    evening_thoughts,
    item_nine,
    self_harm,
)
from journal.domain.safety_answer import SafetyQuestion

OPEN_FOR_DAYS = 14
"""Journal days a finding is recent, its own among them."""


def recent_findings(records: Records, today: date) -> tuple[Finding, ...]:
    """Every finding of the last 14 days, settled or not, in the order of the kinds."""
    period = last_days(OPEN_FOR_DAYS, today)
    found = [finding for finding in _findings(records, period) if finding.day in period]
    lower = lower_finding(records, today)
    return (*_in_order(found), *(() if lower is None else (lower,)))


def open_findings(records: Records, today: date) -> tuple[Finding, ...]:
    """The findings of the last 14 days that nothing written down since has settled."""
    return tuple(f for f in recent_findings(records, today) if not _is_settled(f, records))


def findings_of(records: Records, day: date) -> tuple[Finding, ...]:
    """What was found in the entries of one journal day, in the order of the kinds.

    Clearly lower weeks are named on the first day they are, and then no more.
    """
    one_day = Period(day, day)
    found = [finding for finding in _findings(records, one_day) if finding.day == day]
    lower = lower_finding(records, day)
    if lower is not None and lower_finding(records, last_days(2, day).first) is None:
        found.append(lower)
    return _in_order(found)


def _in_order(found: list[Finding]) -> tuple[Finding, ...]:
    kinds = list(FindingKind)
    return tuple(sorted(found, key=lambda finding: (kinds.index(finding.kind), finding.day)))


def _findings(records: Records, period: Period) -> Iterator[Finding]:
    effects = [effect for effect in records.side_effects if effect.noted.day in period]
    answers = records.safety_answers
    for response in records.responses:
        if response.moment.day in period:
            thoughts = self_harm(response, records.responses, answers)
            yield from () if thoughts is None else (thoughts,)
    yield from evening_thoughts(answers)
    yield from little_sleep(records, period)
    yield from bladder(effects, answers)
    for session in records.sessions:
        if session.start.day in period:
            yield from pressure_findings(session)
    yield from urgent(effects, answers)
    yield from unreality(effects, records.sessions)
    yield from craving(effects)


def _is_settled(finding: Finding, records: Records) -> bool:
    match finding.kind:
        case FindingKind.SELF_HARM | FindingKind.THOUGHTS | FindingKind.MIGHT_ACT:
            return finding.answer == YES or _is_safe_since(finding, records)
        case FindingKind.URGENT:
            return finding.answer == NO
        case FindingKind.BLOOD_PRESSURE:
            return _was_measured_again(finding, records)
        case FindingKind.PRESSURE_BEFORE:
            return True  # it was for the minutes before that session
        case FindingKind.BLADDER:
            return _answered_since(finding.day, records, SafetyQuestion.BLADDER, ())
    return False


def _is_safe_since(finding: Finding, records: Records) -> bool:
    """On a later day: safe tonight, item 9 at 0 again, or "none" on the evening line."""
    if _answered_since(finding.day, records, SafetyQuestion.SAFE_TONIGHT, (YES,)):
        return True
    if finding.kind is FindingKind.SELF_HARM:
        later = [r for r in records.responses if r.moment.day > finding.day]
        return any(item_nine(response) == 0 for response in later)
    later_answers = [a for a in records.safety_answers if a.moment.day > finding.day]
    return any(evening_level(answer) == 0 for answer in later_answers)


def _answered_since(
    day: date, records: Records, question: SafetyQuestion, answers: tuple[str, ...]
) -> bool:
    return any(
        answer.question is question and answer.answers == answers and answer.moment.day > day
        for answer in records.safety_answers
    )


def _was_measured_again(finding: Finding, records: Records) -> bool:
    reading = finding.reading
    session = next((s for s in records.sessions if s.id == finding.about), None)
    if reading is None or session is None:
        return False
    return was_measured_again(reading, session)
