"""Courses of sessions planned at once: on which weekdays, how often, and for how long."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import DAY_STARTS_AT, Moment, local_moment
from journal.domain.session import SessionState, Treatment, TreatmentSession

MOST_SESSIONS = 100
MOST_WEEKS = 104
MOST_APART = 8
"""Weeks; boosters come every 2 to 6 (clinical reference, Treatments)."""

_DAYS_BETWEEN_TWO = 3
"""Twice a week usually means three and four days apart."""

_HAPPENS = (SessionState.PLANNED, SessionState.DONE)


class CountedIn(StrEnum):
    """What the length of a phase counts."""

    SESSIONS = "sessions"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a course: its weekdays (Monday is 0), every week or every `every_weeks`.

    It is `count` sessions or `count` weeks long. Weeks run from the phase's first day on, not from
    Monday.
    """

    weekdays: frozenset[int]
    count: int
    counted_in: CountedIn = CountedIn.SESSIONS
    every_weeks: int = 1

    @property
    def rounds(self) -> int:
        """How often its weekdays come round."""
        per_round = len(self.weekdays)
        if self.counted_in is CountedIn.WEEKS:
            per_round = self.every_weeks
        return -(-self.count // per_round)


def usual_phases(treatment: Treatment, first: date) -> tuple[Phase, ...]:
    """The usual course of a treatment, to start from (clinical reference, Treatments).

    Esketamine: twice weekly for 4 weeks, then weekly for 4; everything else: six in three weeks.
    """
    weekday = first.weekday()
    twice = frozenset({weekday, (weekday + _DAYS_BETWEEN_TWO) % 7})
    if treatment is Treatment.ESKETAMINE:
        weekly = Phase(frozenset({weekday}), 4, CountedIn.WEEKS)
        return (Phase(twice, 4, CountedIn.WEEKS), weekly)
    return (Phase(twice, 6),)


def check_phase(phase: Phase) -> None:
    """Raise InvalidValue without a weekday, and for a length or an interval out of range."""
    if not phase.weekdays:
        raise InvalidValue("weekdays", Problem.MISSING)
    most = MOST_WEEKS if phase.counted_in is CountedIn.WEEKS else MOST_SESSIONS
    if not 1 <= phase.count <= most:
        raise InvalidValue("count", Problem.OFF_SCALE, {"low": 1, "high": most})
    if not 1 <= phase.every_weeks <= MOST_APART:
        raise InvalidValue("every_weeks", Problem.OFF_SCALE, {"low": 1, "high": MOST_APART})


def course_days(first: date, phases: Iterable[Phase]) -> tuple[date, ...]:
    """The days of a course that begins on `first` or the first of its weekdays after it.

    A phase begins once the last round of the one before it is over. Raises InvalidValue where
    check_phase does, and for a course of more than 100 sessions.
    """
    days: list[date] = []
    for phase in phases:
        check_phase(phase)
        days += _phase_days(first, phase)
        first += timedelta(weeks=phase.rounds * phase.every_weeks)
    if len(days) > MOST_SESSIONS:
        raise InvalidValue("count", Problem.TOO_LARGE, {"most": MOST_SESSIONS})
    return tuple(days)


def _phase_days(first: date, phase: Phase) -> list[date]:
    days = [
        day
        for number in range(phase.rounds)
        for day in _week_from(first + timedelta(weeks=number * phase.every_weeks))
        if day.weekday() in phase.weekdays
    ]
    return days[: phase.count] if phase.counted_in is CountedIn.SESSIONS else days


def _week_from(first: date) -> list[date]:
    return [first + timedelta(n) for n in range(7)]


def course_moments(
    days: Iterable[date], clock: time, zone: str, day_starts_at: time = DAY_STARTS_AT
) -> tuple[Moment, ...]:
    """The moments at which the clock in `zone` shows the same time on every one of `days`.

    Raises InvalidValue where the clocks skip that hour on one of them.
    """
    return tuple(
        local_moment(datetime.combine(day, clock), zone, "time", day_starts_at) for day in days
    )


def clashes(moments: Sequence[Moment], sessions: Iterable[TreatmentSession]) -> tuple[Moment, ...]:
    """The moments, oldest first, at which there would be two sessions.

    Those that were cancelled or did not take place leave their moment free.
    """
    taken = {s.start.instant for s in sessions if s.state in _HAPPENS}
    found = set()
    for moment in moments:
        if moment.instant in taken:
            found.add(moment)
        taken.add(moment.instant)
    return tuple(sorted(found))
