"""Treatment sessions in the file: one row each."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import within
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
    to_instant,
    to_moment,
)

_SESSION = tables.treatment_session.c
_READ = select(tables.treatment_session).order_by(_SESSION.start_instant, _SESSION.id)


class SqlSessionRepository:
    """SessionRepository over the table `treatment_session`."""

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
    rows = connection.execute(_READ.where(*within(_SESSION.start_day, first, last)))
    return tuple(_from_row(row) for row in rows)


def _from_row(row: Any) -> TreatmentSession:
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
        dose=Dose(Decimal(row.dose_amount), DoseUnit(row.dose_unit)) if row.dose_unit else None,
        body_weight_kg=Decimal(row.body_weight_kg) if row.body_weight_kg else None,
        setting=Setting(row.setting) if row.setting else None,
        provider=row.provider,
        no_side_effects=bool(row.no_side_effects),
        note=row.note,
    )


def to_row(session: TreatmentSession) -> Row:
    """The row of a session; amounts as texts, exactly as entered."""
    weight = session.body_weight_kg
    return {
        **identity_row(session),
        **moment_row(session.start, "start_"),
        "end_instant": instant_text(session.end) if session.end else None,
        "treatment": session.treatment,
        "treatment_name": plain_text(session.treatment_name),
        "route": session.route,
        "state": session.state,
        "dose_amount": str(session.dose.amount) if session.dose else None,
        "dose_unit": session.dose.unit if session.dose else None,
        "body_weight_kg": None if weight is None else str(weight),
        "setting": session.setting,
        "provider": plain_text(session.provider),
        "no_side_effects": session.no_side_effects,
        "note": plain_text(session.note),
    }
