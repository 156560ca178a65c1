"""What the form of a session starts with: the last session of the same treatment suggests it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from journal.domain.period import Moment, moment_at
from journal.domain.session import (
    Dose,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    usual_route,
)

ROUNDED_TO = 5
"""Minutes."""

FIRST_PLANNED_AT = time(10)


Draft = Callable[[Iterable[TreatmentSession], UUID, datetime, str, time], TreatmentSession]
"""Makes a session from the others, its identifier, the time now, the zone and the day's start."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the last session of a treatment suggests for another; None and empty: nothing."""

    route: Route
    dose: Dose | None = None
    body_weight_kg: Decimal | None = None
    minutes: int | None = None
    setting: Setting | None = None
    provider: str = ""


def suggestion(treatment: Treatment, sessions: Iterable[TreatmentSession]) -> Suggestion:
    """The values of the last session of this treatment that took place."""
    last = _last(s for s in sessions if s.is_done and s.treatment is treatment)
    if last is None:
        return Suggestion(usual_route(treatment))
    return Suggestion(
        last.route, last.dose, last.body_weight_kg, last.minutes, last.setting, last.provider
    )


def new_session(
    sessions: Iterable[TreatmentSession], new: UUID, now: datetime, zone: str, day_starts_at: time
) -> TreatmentSession:
    """A session that has just begun, of the treatment given last."""
    rounded = now.replace(minute=now.minute - now.minute % ROUNDED_TO, second=0, microsecond=0)
    start = moment_at(rounded, zone, day_starts_at)
    return _session(_last(s for s in sessions if s.is_done), new, start, SessionState.DONE, now)


def planned_session(
    sessions: Iterable[TreatmentSession], new: UUID, now: datetime, zone: str, day_starts_at: time
) -> TreatmentSession:
    """A plan for the weekday and time of the last session, in the first week after it and `now`.

    Without any session: tomorrow at 10:00.
    """
    last = _last(s for s in sessions if s.state in (SessionState.DONE, SessionState.PLANNED))
    wall_clock = _next_time(last, now.astimezone(ZoneInfo(zone)).replace(tzinfo=None))
    start = moment_at(wall_clock.replace(tzinfo=ZoneInfo(zone)), zone, day_starts_at)
    draft = _session(last, new, start, SessionState.PLANNED, now)
    return draft if last is None else replace(draft, setting=last.setting, provider=last.provider)


def as_done(planned: TreatmentSession) -> TreatmentSession:
    """A planned session as one that took place when it was planned for."""
    return replace(planned, state=SessionState.DONE)


def _next_time(last: TreatmentSession | None, here: datetime) -> datetime:
    if last is None:
        return datetime.combine(here.date() + timedelta(1), FIRST_PLANNED_AT)
    before = last.start.local.replace(tzinfo=None)
    latest = max(before, here)
    ahead = (before.weekday() - latest.weekday()) % 7 or 7
    return datetime.combine(latest.date() + timedelta(ahead), before.time())


def _last(sessions: Iterable[TreatmentSession]) -> TreatmentSession | None:
    return max(sessions, key=lambda session: session.start.instant, default=None)


def _session(
    last: TreatmentSession | None, new: UUID, start: Moment, state: SessionState, now: datetime
) -> TreatmentSession:
    treatment = last.treatment if last else Treatment.IV_KETAMINE
    name = last.treatment_name if last else ""
    return TreatmentSession(
        new, start, treatment, usual_route(treatment), state, now, now, treatment_name=name
    )
