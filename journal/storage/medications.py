"""Medicines in the file: a row for each dose of one, and a row for each dose taken as needed."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.medication import DoseTaken, Medication, MedicineClass
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    moment_row,
    plain_text,
    to_day,
    to_instant,
    to_moment,
)

_MEDICATION = tables.medication.c
_DOSE = tables.dose_taken_as_needed.c

_READ_MEDICATIONS = select(tables.medication).order_by(_MEDICATION.first_day, _MEDICATION.id)
_READ_DOSES = (
    select(tables.dose_taken_as_needed)
    .where(asked_for(_DOSE.taken_day))
    .order_by(_DOSE.taken_instant, _DOSE.id)
)


class SqlMedicationRepository:
    """MedicationRepository over the tables `medication` and `dose_taken_as_needed`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Medication, ...]:
        """Every medicine at every dose, by its first day, those that ended too."""
        with self._database.read() as connection:
            return read_medications(connection)

    def doses_between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[DoseTaken, ...]:
        """As-needed doses taken on these journal days, by moment."""
        with self._database.read() as connection:
            return read_doses_taken(connection, first, last)


def read_medications(connection: Connection) -> tuple[Medication, ...]:
    """Every medicine at every dose, by its first day, those that ended too."""
    return tuple(_medication_from_row(row) for row in connection.execute(_READ_MEDICATIONS))


def read_doses_taken(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[DoseTaken, ...]:
    """As-needed doses taken on these journal days, by moment."""
    rows = connection.execute(_READ_DOSES, days(first, last))
    return tuple(_dose_from_row(row) for row in rows)


def _medication_from_row(row: Any) -> Medication:
    return Medication(
        id=UUID(row.id),
        course=UUID(row.course),
        name=row.name,
        first=to_day(row.first_day),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        dose=row.dose,
        how_often=row.how_often,
        kind=MedicineClass(row.kind),
        as_needed=bool(row.as_needed),
        last=to_day(row.last_day) if row.last_day else None,
        reason=row.reason,
    )


def _dose_from_row(row: Any) -> DoseTaken:
    return DoseTaken(
        id=UUID(row.id),
        medication_id=UUID(row.medication_id),
        taken=to_moment(row.taken_instant, row.taken_zone, row.taken_day),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        amount=row.amount,
    )


def medication_row(medication: Medication) -> Row:
    """The row of a medicine at one dose."""
    return {
        **identity_row(medication),
        "course": str(medication.course),
        "name": plain_text(medication.name),
        "first_day": medication.first.isoformat(),
        "last_day": medication.last.isoformat() if medication.last else None,
        "dose": plain_text(medication.dose),
        "how_often": plain_text(medication.how_often),
        "kind": medication.kind,
        "as_needed": medication.as_needed,
        "reason": plain_text(medication.reason),
    }


def dose_row(dose: DoseTaken) -> Row:
    """The row of a dose taken as needed."""
    return {
        **identity_row(dose),
        **moment_row(dose.taken, "taken_"),
        "medication_id": str(dose.medication_id),
        "amount": plain_text(dose.amount),
    }
