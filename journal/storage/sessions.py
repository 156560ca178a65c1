"""Treatment sessions in the file: a row each, their vitals and feelings in tables of their own."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.session import (
    BeforeSession,
    Dose,
    DoseUnit,
    Feeling,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.vitals import Vitals
from journal.storage import feelings, tables, vitals
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
    set_text,
    to_instant,
    to_moment,
    to_set,
)

Part = TypeVar("Part")

_SESSION = tables.treatment_session.c
_OF_DAYS = asked_for(_SESSION.start_day)
_IDS_OF_DAYS = select(_SESSION.id).where(_OF_DAYS).scalar_subquery()
_READ = (
    select(tables.treatment_session).where(_OF_DAYS).order_by(_SESSION.start_instant, _SESSION.id)
)
_READ_VITALS = vitals.READ.where(tables.vitals.c.session_id.in_(_IDS_OF_DAYS))
_READ_FELT = feelings.READ.where(tables.felt.c.session_id.in_(_IDS_OF_DAYS))


class SqlSessionRepository:
    """SessionRepository over the table `treatment_session` and its two children."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[TreatmentSession, ...]:
        """The sessions that start on these journal days, by start."""
        with self._database.read() as connection:
            return read_sessions(connection, first, last)


def read_sessions(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[TreatmentSession, ...]:
    """The sessions that start on these journal days, by start."""
    asked = days(first, last)
    readings = _by_session(connection.execute(_READ_VITALS, asked), vitals.from_row)
    felt = _by_session(connection.execute(_READ_FELT, asked), feelings.from_row)
    return tuple(
        _from_row(row, tuple(readings.get(row.id, ())), tuple(felt.get(row.id, ())))
        for row in connection.execute(_READ, asked)
    )


def _by_session(rows: Iterable[Any], from_row: Callable[[Any], Part]) -> dict[str, list[Part]]:
    parts = defaultdict[str, list[Part]](list)
    for row in rows:
        parts[row.session_id].append(from_row(row))
    return parts


def _from_row(
    row: Any, readings: tuple[Vitals, ...], felt: tuple[tuple[Feeling, int], ...]
) -> TreatmentSession:
    return TreatmentSession(
        id=UUID(row.id),
        start=to_moment(row.start_instant, row.start_zone, row.start_day),
        treatment=Treatment(row.treatment),
        route=Route(row.route),
        state=SessionState(row.state),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        end=to_instant(row.end_instant) if row.end_instant else None,
        treatment_name=row.treatment_name,
        dose=_dose(row.dose_amount, row.dose_unit),
        body_weight_kg=Decimal(row.body_weight_kg) if row.body_weight_kg else None,
        setting=Setting(row.setting) if row.setting else None,
        provider=row.provider,
        no_side_effects=bool(row.no_side_effects),
        note=row.note,
        dose_taken=_dose(row.dose_taken_amount, row.dose_taken_unit),
        with_whom=row.with_whom,
        taken_home_by=row.taken_home_by,
        before=None if row.taken_before is None else to_set(row.taken_before, BeforeSession),
        vitals=readings,
        felt=felt,
    )


def _dose(amount: str | None, unit: str | None) -> Dose | None:
    return Dose(Decimal(amount), DoseUnit(unit)) if amount and unit else None


def to_row(session: TreatmentSession) -> Row:
    """The row of a session, without its vitals and feelings; amounts as texts, as entered."""
    weight = session.body_weight_kg
    return {
        **identity_row(session),
        **moment_row(session.start, "start_"),
        "end_instant": instant_text(session.end) if session.end else None,
        "treatment": session.treatment,
        "treatment_name": plain_text(session.treatment_name),
        "route": session.route,
        "state": session.state,
        **_dose_row(session.dose, "dose_"),
        "body_weight_kg": None if weight is None else str(weight),
        "setting": session.setting,
        "provider": plain_text(session.provider),
        "no_side_effects": session.no_side_effects,
        "note": plain_text(session.note),
        **_dose_row(session.dose_taken, "dose_taken_"),
        "with_whom": plain_text(session.with_whom),
        "taken_home_by": plain_text(session.taken_home_by),
        "taken_before": None if session.before is None else set_text(session.before, BeforeSession),
    }


def _dose_row(dose: Dose | None, prefix: str) -> Row:
    return {
        f"{prefix}amount": str(dose.amount) if dose else None,
        f"{prefix}unit": dose.unit if dose else None,
    }
