"""Treatments of a period: how many sessions of each kind, their doses, their pace, what is next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise, takewhile

from journal.domain.dose import converted
from journal.domain.session import (
    Dose,
    DoseUnit,
    NumberedSession,
    SessionState,
    TreatmentSession,
)
from journal.domain.session_windows import UNDER_DAYS_APART

FEWEST_OF_INDUCTION = 3


@dataclass(frozen=True, slots=True)
class DoseCount:
    """A dose, and how many sessions of the period had it."""

    dose: Dose
    sessions: int


@dataclass(frozen=True, slots=True)
class PerKilogram:
    """The smallest and largest dose for a kilogram of body weight, in mg, of `sessions`."""

    low: Decimal
    high: Decimal
    sessions: int


@dataclass(frozen=True, slots=True)
class TreatmentSummary:
    """The sessions of one kind in the period by their state; `example` is one of them.

    `doses` are those agreed, `taken` what was taken where it differs. `per_kilogram` is None where
    no dose in milligrams stands beside a body weight.
    """

    example: TreatmentSession
    done: int
    cancelled: int
    did_not_take_place: int
    doses: tuple[DoseCount, ...]
    per_kilogram: PerKilogram | None = None
    taken: tuple[DoseCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """How the ketamine sessions of a period follow each other.

    `gaps` are the days from the session before to each, oldest first; those of the induction, which
    has `induction` sessions from the day `first` to `last`, are not among them. 0 and None without
    an induction that begins in the period.
    """

    gaps: tuple[int, ...]
    induction: int = 0
    first: date | None = None
    last: date | None = None


def treatments(sessions: Iterable[TreatmentSession]) -> tuple[TreatmentSummary, ...]:
    """The sessions by kind, ketamine first; what is only planned is none yet."""
    kinds: dict[tuple[str, str], list[TreatmentSession]] = defaultdict(list)
    for session in sessions:
        if session.state is not SessionState.PLANNED:
            kinds[session.treatment, session.treatment_name.casefold()].append(session)
    summaries = map(_treatment, kinds.values())
    return tuple(
        sorted(summaries, key=lambda treatment: not treatment.example.treatment.is_ketamine)
    )


def _treatment(sessions: Sequence[TreatmentSession]) -> TreatmentSummary:
    states = Counter(session.state for session in sessions)
    done = [session for session in sessions if session.is_done]
    return TreatmentSummary(
        sessions[-1],
        states[SessionState.DONE],
        states[SessionState.CANCELLED],
        states[SessionState.DID_NOT_TAKE_PLACE],
        _counted(session.dose for session in done),
        _per_kilogram(done),
        _counted(session.dose_taken for session in done if session.dose_taken != session.dose),
    )


def _counted(doses: Iterable[Dose | None]) -> tuple[DoseCount, ...]:
    """The doses that are told, the most frequent first."""
    counts = Counter(dose for dose in doses if dose is not None)
    return tuple(DoseCount(dose, count) for dose, count in counts.most_common())


def _per_kilogram(sessions: Iterable[TreatmentSession]) -> PerKilogram | None:
    amounts = []
    for session in sessions:
        if session.dose is not None and session.dose.unit is DoseUnit.MG:
            other = converted(session.dose, session.body_weight_kg, session.treatment)
            if other is not None and other.unit is DoseUnit.MG_PER_KG:
                amounts.append(other.amount)
    return PerKilogram(min(amounts), max(amounts), len(amounts)) if amounts else None


def gap(course: Sequence[NumberedSession], number: int) -> int | None:
    """Days from the session before this one of the whole course; None for the first."""
    if number == 1:
        return None
    last, this = course[number - 2 : number]
    return (this.session.start.day - last.session.start.day).days


def pace(course: Sequence[NumberedSession], numbers: Sequence[int]) -> Pace:
    """The pace of the sessions of a period, given by their ascending `numbers` in the course."""
    induction = _induction(course)
    if not numbers or numbers[0] != 1 or len(induction) < FEWEST_OF_INDUCTION:
        gaps = (gap(course, number) for number in numbers)
        return Pace(tuple(days for days in gaps if days is not None))
    within = induction[: len(numbers)]
    later = (gap(course, number) for number in numbers[len(within) :])
    return Pace(
        tuple(days for days in later if days is not None),
        len(within),
        within[0].session.start.day,
        within[-1].session.start.day,
    )


def _induction(course: Sequence[NumberedSession]) -> Sequence[NumberedSession]:
    """The sessions from the first on that follow each other closely; empty without a session."""
    close = takewhile(
        lambda two: (two[1].session.start.day - two[0].session.start.day).days < UNDER_DAYS_APART,
        pairwise(course),
    )
    return course[: 1 + sum(1 for _ in close)]


def next_from(sessions: Iterable[TreatmentSession], today: date) -> TreatmentSession | None:
    """The planned session that comes first, on `today` or later."""
    planned = (
        session
        for session in sessions
        if session.state is SessionState.PLANNED and session.start.day >= today
    )
    return min(planned, key=lambda session: session.start.instant, default=None)
