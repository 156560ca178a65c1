"""Treatment sessions: what was given, how, when, and whether it took place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from uuid import UUID

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment, check_not_future
from journal.domain.vitals import Vitals, check_vitals

DRUG_EFFECT_LASTS = timedelta(hours=4)
"""How long after a session's end a score still counts as given during the drug's effect."""

LONGEST_SESSION = timedelta(days=14)
"""Pain protocols run for days; anything longer is a slip."""

HEAVIEST_KG = 500
LARGEST_DOSE = 100_000


class Treatment(StrEnum):
    """What a session gives; the ketamine treatments come first."""

    IV_KETAMINE = "iv-ketamine"
    IM_KETAMINE = "im-ketamine"
    SC_KETAMINE = "sc-ketamine"
    ESKETAMINE = "esketamine"
    NASAL_KETAMINE = "nasal-ketamine"
    LOZENGE = "lozenge"
    TROCHE = "troche"
    ORAL_KETAMINE = "oral-ketamine"
    TMS = "tms"
    ECT = "ect"
    PSYCHOTHERAPY = "psychotherapy"
    OTHER_INFUSION = "other-infusion"
    OTHER = "other"

    @property
    def is_ketamine(self) -> bool:
        """Whether the rules for ketamine and esketamine (driving, stretches) hold."""
        return self in _KETAMINE_ROUTES


class Route(StrEnum):
    """The way a substance enters the body."""

    INTRAVENOUS = "intravenous"
    INTRAMUSCULAR = "intramuscular"
    SUBCUTANEOUS = "subcutaneous"
    NASAL = "nasal"
    SUBLINGUAL = "sublingual"
    ORAL = "oral"
    NONE = "none"


_KETAMINE_ROUTES = {
    Treatment.IV_KETAMINE: Route.INTRAVENOUS,
    Treatment.IM_KETAMINE: Route.INTRAMUSCULAR,
    Treatment.SC_KETAMINE: Route.SUBCUTANEOUS,
    Treatment.ESKETAMINE: Route.NASAL,
    Treatment.NASAL_KETAMINE: Route.NASAL,
    Treatment.LOZENGE: Route.SUBLINGUAL,
    Treatment.TROCHE: Route.SUBLINGUAL,
    Treatment.ORAL_KETAMINE: Route.ORAL,
}


def usual_route(treatment: Treatment) -> Route:
    """The route a treatment is normally given by."""
    if treatment is Treatment.OTHER_INFUSION:
        return Route.INTRAVENOUS
    return _KETAMINE_ROUTES.get(treatment, Route.NONE)


def usual_minutes(treatment: Treatment) -> int:
    """How long a session without an end is taken to last.

    An infusion runs about 40 minutes; every other form counts 120, the time esketamine is watched,
    so that a rule counted from the end errs on the careful side.
    """
    return 40 if treatment is Treatment.IV_KETAMINE else 120


class DoseUnit(StrEnum):
    """Units a dose is written in; a device is one spray bottle."""

    MG = "mg"
    MG_PER_KG = "mg/kg"
    MG_PER_HOUR = "mg/h"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount, zero or more, exactly as written, with its unit."""

    amount: Decimal
    unit: DoseUnit


class Setting(StrEnum):
    """Where a session takes place, and whether somebody is there."""

    CLINIC = "clinic"
    HOME_WITH_SOMEONE = "home-with-someone"
    HOME_ALONE = "home-alone"


class BeforeSession(StrEnum):
    """What was taken in the 24 hours before a session."""

    ALCOHOL = "alcohol"
    SLEEPING_TABLETS = "sleeping-tablets"
    OPIOIDS = "opioids"


class Feeling(StrEnum):
    """How a session can feel; each is rated 0 not at all to 10 fully."""

    DETACHED = "detached"
    FLOATING = "floating"
    CALM = "calm"
    CLEAR = "clear"
    PERCEPTION = "perception"


FEELING_ENDS = (0, 10)


class SessionState(StrEnum):
    """Whether a session took place."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    DID_NOT_TAKE_PLACE = "did-not-take-place"


@dataclass(frozen=True, slots=True)
class TreatmentSession:
    """One treatment session; `end` is a UTC instant after the start, or None where not entered.

    `dose` is the amount agreed, `dose_taken` the amount taken where it differs. `before` is None
    where nobody asked about the 24 hours before, and empty for "none of these". `vitals` are in
    the order of their minutes, `felt` rates feelings 0 to 10.
    """

    id: UUID
    start: Moment
    treatment: Treatment
    route: Route
    state: SessionState
    created_at: datetime
    changed_at: datetime
    end: datetime | None = None
    treatment_name: str = ""
    dose: Dose | None = None
    body_weight_kg: Decimal | None = None
    setting: Setting | None = None
    provider: str = ""
    no_side_effects: bool = False
    note: str = ""
    dose_taken: Dose | None = None
    with_whom: str = ""
    taken_home_by: str = ""
    before: frozenset[BeforeSession] | None = None
    vitals: tuple[Vitals, ...] = ()
    felt: tuple[tuple[Feeling, int], ...] = ()

    @property
    def highest_pressure(self) -> Vitals | None:
        """The reading with the highest upper blood pressure, or None without one."""
        measured = [reading for reading in self.vitals if reading.systolic is not None]
        return max(measured, key=lambda r: (r.systolic or 0, r.diastolic or 0), default=None)

    @property
    def is_done(self) -> bool:
        """Whether it took place."""
        return self.state is SessionState.DONE

    @property
    def counts(self) -> bool:
        """Whether it is a ketamine session that took place: the ones that are numbered."""
        return self.is_done and self.treatment.is_ketamine

    @property
    def minutes(self) -> int | None:
        """Whole minutes from start to end, or None without an end."""
        if self.end is None:
            return None
        return round((self.end - self.start.instant) / timedelta(minutes=1))

    @property
    def assumed_end(self) -> datetime:
        """The entered end, else the start plus the treatment's usual minutes."""
        return self.end or self.start.instant + timedelta(minutes=usual_minutes(self.treatment))

    @property
    def effect_ends(self) -> datetime:
        """Until when a score counts as given during the drug's effect."""
        return self.assumed_end + DRUG_EFFECT_LASTS


@dataclass(frozen=True, slots=True)
class NumberedSession:
    """A ketamine session that took place, with its place in the whole course, from 1."""

    number: int
    session: TreatmentSession


def numbered(sessions: Iterable[TreatmentSession]) -> tuple[NumberedSession, ...]:
    """The ketamine sessions that took place, oldest first, numbered from 1."""
    done = sorted((s for s in sessions if s.counts), key=lambda s: s.start.instant)
    return tuple(NumberedSession(n, session) for n, session in enumerate(done, 1))


def next_planned(sessions: Iterable[TreatmentSession], now: datetime) -> TreatmentSession | None:
    """The planned session that comes first after `now`, or None where none lies ahead."""
    planned = (s for s in sessions if s.state is SessionState.PLANNED and s.start.instant > now)
    return min(planned, key=lambda session: session.start.instant, default=None)


_DOSE = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*(mg/kg|mg/h|mg|devices?)", re.IGNORECASE)


def parse_dose(text: str) -> Dose:
    """The dose that a text such as `35 mg`, `0,5 mg/kg` or `2 devices` names.

    Raises InvalidValue for anything else and for an amount below zero.
    """
    match = _DOSE.fullmatch(text.strip())
    if match is None:
        raise InvalidValue("dose", Problem.NOT_A_DOSE)
    unit = match[2].lower()
    dose = Dose(Decimal(match[1].replace(",", ".")), DoseUnit("devices" if "dev" in unit else unit))
    check_dose(dose)
    return dose


def parse_amount(field: str, text: str) -> Decimal:
    """The decimal number a text writes with a point or a comma; InvalidValue for anything else."""
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise InvalidValue(field, Problem.NOT_A_NUMBER) from None
    if not amount.is_finite():
        raise InvalidValue(field, Problem.NOT_A_NUMBER)
    return amount


def check_dose(dose: Dose) -> None:
    """Raise InvalidValue for an amount below zero or beyond any dose that exists."""
    if dose.amount < 0:
        raise InvalidValue("dose", Problem.BELOW_ZERO)
    if dose.amount > LARGEST_DOSE:
        raise InvalidValue("dose", Problem.TOO_LARGE, {"most": LARGEST_DOSE})


def check_session(session: TreatmentSession, now: datetime) -> None:
    """Raise InvalidValue at the first field that cannot be true."""
    if session.is_done:
        check_not_future("start", session.start, now)
    if session.end is not None:
        _check_end(session, session.end, now)
    for dose in (session.dose, session.dose_taken):
        if dose is not None:
            check_dose(dose)
    for reading in session.vitals:
        check_vitals(reading)
    _check_felt(session)
    if session.body_weight_kg is not None:
        _check_weight(session.body_weight_kg)


def _check_felt(session: TreatmentSession) -> None:
    low, high = FEELING_ENDS
    if not all(low <= value <= high for _feeling, value in session.felt):
        raise InvalidValue("felt", Problem.OFF_SCALE, {"low": low, "high": high})


def _check_weight(kilograms: Decimal) -> None:
    if kilograms <= 0:
        raise InvalidValue("body_weight", Problem.BELOW_ZERO)
    if kilograms > HEAVIEST_KG:
        raise InvalidValue("body_weight", Problem.TOO_LARGE, {"most": HEAVIEST_KG})


def _check_end(session: TreatmentSession, end: datetime, now: datetime) -> None:
    if end <= session.start.instant:
        raise InvalidValue("end", Problem.END_BEFORE_START)
    if end - session.start.instant > LONGEST_SESSION:
        raise InvalidValue("end", Problem.LASTS_TOO_LONG, {"most": LONGEST_SESSION.days})
    if session.is_done and end > now:
        raise InvalidValue("end", Problem.END_IN_FUTURE)
