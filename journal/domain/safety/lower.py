"""Whether the last weeks were clearly lower than the weeks before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain.checkin import MOOD
from journal.domain.day_scores import day_scores
from journal.domain.period import last_days
from journal.domain.repository import Records
from journal.domain.safety.finding import Finding, FindingKind
from journal.domain.session import TreatmentSession
from journal.domain.stretches import course

LOWER_BY = 2
FORTNIGHT_NEEDS = 8
AFTER_SESSION_DAYS = (1, 2, 3)
"""Clearly lower: by 2 in the median, at least 8 logged days each, none soon after a session."""

YOUNG_UNDER = 25
"""Years of age under which nobody is told to wait."""


@dataclass(frozen=True, slots=True)
class ClearlyLower:
    """The medians of two fortnights, and on how many logged days each of them stands."""

    earlier: float
    earlier_days: int
    later: float
    later_days: int


def clearly_lower(
    mood: Mapping[date, float], sessions: Iterable[TreatmentSession], last: date
) -> ClearlyLower | None:
    """Whether mood in the 14 days up to `last` lies clearly below that of the 14 days before.

    By at least 2 in the median, with at least 8 logged days in each, and neither holds one of the
    3 days after a ketamine session. None says nothing: there may also be too little to compare.
    """
    later, earlier = last_days(14, last), last_days(14, last - timedelta(14))
    after_sessions = {
        session.start.day + timedelta(n)
        for session in sessions
        if session.counts
        for n in AFTER_SESSION_DAYS
    }
    if any(day in later or day in earlier for day in after_sessions):
        return None
    before = [mood[day] for day in earlier.days() if day in mood]
    after = [mood[day] for day in later.days() if day in mood]
    if min(len(before), len(after)) < FORTNIGHT_NEEDS:
        return None
    from statistics import median  # noqa: PLC0415 - Today needs this module, but never this rule

    if median(before) - median(after) < LOWER_BY:
        return None
    return ClearlyLower(median(before), len(before), median(after), len(after))


def lower_fortnight(records: Records, last: date) -> ClearlyLower | None:
    """The rule for mood up to `last`; of a session day the part before the session."""
    scale = next((each for each in records.scales if each.key == MOOD), None)
    if scale is None:
        return None
    mood: dict[date, float] = {}
    for score in day_scores(records, scale, last_days(28, last), course(records.sessions)):
        mood.setdefault(score.day, score.value)
    return clearly_lower(mood, records.sessions, last)


def lower_finding(records: Records, today: date) -> Finding | None:
    """A finding while the last 14 days are clearly lower; its day is `today`."""
    if lower_fortnight(records, today) is None:
        return None
    age = records.settings.age(today)
    return Finding(FindingKind.LOWER, today, call_now=age is not None and age < YOUNG_UNDER)
