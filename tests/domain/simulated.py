"""Simulated patients: day scores from a stream of chance, with sessions that do much or nothing.

Their day scores are made directly: one whole-number rating a day from 0 to 10, some days left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import sqrt
from random import Random
from uuid import UUID

from journal.domain.around_sessions import AroundSessions, around_sessions
from journal.domain.checkin import Scale
from journal.domain.day_scores import DayScore, Part
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import Moment, Period
from journal.domain.repository import Records
from journal.domain.session import Route, SessionState, Treatment, TreatmentSession
from tests.domain.diary import LONG_AGO

FIRST = date(2025, 1, 1)
SESSION_TIME = timedelta(hours=10)

Lift = Callable[[int], float]
"""Points that are added so many days after the last session, from day 1 on."""


def nothing(_days: int) -> float:
    """A session that does nothing."""
    return 0.0


@dataclass(frozen=True)
class Patient:
    """How one feels without treatment, and when sessions are.

    Each day's deviation from `level` keeps `carried_over` of the day before and spreads by `spread`
    points in the long run. The first session is after four weeks, the next ones `apart` days after
    the last; with `on_bad_days` as soon after three days less as a day was a `spread` below.
    """

    level: float
    spread: float
    carried_over: float
    sessions: int
    apart: int
    on_bad_days: bool = False
    logs: float = 0.9
    lift: Lift = nothing

    @property
    def days(self) -> int:
        """Long enough for all sessions, also where a bad day is long in coming."""
        return 28 + self.sessions * (self.apart + 7) + 14


@dataclass(frozen=True)
class Journal:
    """What one simulated patient wrote down."""

    scores: tuple[DayScore, ...]
    sessions: tuple[TreatmentSession, ...]
    today: date

    def around(self, scale: Scale) -> AroundSessions:
        """The journal around its sessions."""
        settings = JournalSettings(UUID(int=1), LONG_AGO, LONG_AGO)
        records = Records((), (), self.sessions, (), (scale,), settings)
        whole = Period(FIRST, self.today)
        return around_sessions(records, scale, whole, self.today, self.scores)


def journals(patient: Patient, count: int, seed: int) -> Iterator[Journal]:
    """So many journals of a patient, the same for a seed."""
    chance = Random(seed)
    return (_journal(patient, chance) for _number in range(count))


def _journal(patient: Patient, chance: Random) -> Journal:
    ratings: list[int] = []
    session_days: list[int] = []
    new = patient.spread * sqrt(1 - patient.carried_over**2)
    off = chance.gauss(0, patient.spread)
    for day in range(patient.days):
        if _has_session(patient, day, ratings, session_days):
            session_days.append(day)
        before = [session for session in session_days if session < day]
        lift = patient.lift(day - before[-1]) if before else 0.0
        ratings.append(min(max(round(patient.level + off + lift), 0), 10))
        off = patient.carried_over * off + chance.gauss(0, new)
    logged = [day for day in range(patient.days) if chance.random() < patient.logs]
    return Journal(
        tuple(_score(day, ratings[day], session_days) for day in logged),
        tuple(_sessions(session_days)),
        FIRST + timedelta(patient.days - 1),
    )


def _has_session(
    patient: Patient, day: int, ratings: Sequence[int], session_days: Sequence[int]
) -> bool:
    if len(session_days) == patient.sessions:
        return False
    if not patient.on_bad_days:
        return day == 28 + len(session_days) * patient.apart
    earliest = session_days[-1] + patient.apart - 3 if session_days else 28
    return day >= earliest and ratings[-1] <= patient.level - patient.spread


def _score(day: int, value: int, session_days: Sequence[int]) -> DayScore:
    part, number = Part.WHOLE, None
    if day in session_days:
        part, number = Part.BEFORE, session_days.index(day) + 1
    at = FIRST + timedelta(day)
    return DayScore(
        at, value, value, value, 1, late=False, imported=False, part=part, session=number
    )


def _sessions(days: Iterable[int]) -> Iterator[TreatmentSession]:
    for number, day in enumerate(days, 1):
        instant = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) + timedelta(day)
        yield TreatmentSession(
            UUID(int=number),
            Moment(instant + SESSION_TIME, "UTC", FIRST + timedelta(day)),
            Treatment.IV_KETAMINE,
            Route.INTRAVENOUS,
            SessionState.DONE,
            LONG_AGO,
            LONG_AGO,
        )
