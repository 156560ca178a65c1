"""Readings of blood pressure, pulse and oxygen in the file: rows that belong to a session."""

from typing import Any

from sqlalchemy import select

from journal.domain.session import TreatmentSession
from journal.domain.vitals import Vitals
from journal.storage import tables
from journal.storage.text_forms import Row

_VITALS = tables.vitals.c

READ = select(
    _VITALS.session_id,
    _VITALS.minutes,
    _VITALS.systolic,
    _VITALS.diastolic,
    _VITALS.pulse,
    _VITALS.spo2,
    _VITALS.leaving,
    _VITALS.confirmed,
).order_by(_VITALS.sequence)


def from_row(row: Any) -> Vitals:
    """The reading of a row, without the session it starts with."""
    _session_id, minutes, systolic, diastolic, pulse, spo2, leaving, confirmed = row
    return Vitals(minutes, systolic, diastolic, pulse, spo2, bool(leaving), bool(confirmed))


def to_rows(session: TreatmentSession) -> list[Row]:
    """The rows of a session's readings, in their order."""
    return [
        {
            "session_id": str(session.id),
            "minutes": reading.minutes,
            "systolic": reading.systolic,
            "diastolic": reading.diastolic,
            "pulse": reading.pulse,
            "spo2": reading.spo2,
            "leaving": reading.leaving,
            "confirmed": reading.confirmed,
        }
        for reading in session.vitals
    ]
