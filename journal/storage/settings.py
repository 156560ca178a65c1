"""The journal's own settings in the file: one row, written when the journal is made.

How often the person wants a questionnaire are rows that belong to it.
"""

from datetime import time
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.journal_settings import JournalSettings, OwnInterval
from journal.domain.profile import ClinicShouldKnow, Contact, TreatedFor
from journal.storage import tables
from journal.storage.text_forms import (
    Row,
    identity_row,
    plain_text,
    set_text,
    to_day,
    to_instant,
    to_set,
)

_INTERVAL = tables.questionnaire_interval.c

_READ = select(tables.journal_settings)
_READ_INTERVALS = select(_INTERVAL.questionnaire, _INTERVAL.days).order_by(_INTERVAL.sequence)


def read_settings(connection: Connection) -> JournalSettings:
    """The one settings record."""
    row = connection.execute(_READ).one()
    intervals = connection.execute(_READ_INTERVALS)
    return JournalSettings(
        id=UUID(row.id),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        day_starts_at=time.fromisoformat(row.day_starts_at),
        visits=tuple(to_day(visit) for visit in row.visits.split()),
        patient_name=row.patient_name,
        birth_date=to_day(row.birth_date) if row.birth_date else None,
        record_number=row.record_number,
        treated_for=to_set(row.treated_for, TreatedFor),
        clinic_should_know=to_set(row.clinic_should_know, ClinicShouldKnow),
        clinic=Contact(row.clinic_name, row.clinic_number),
        person=Contact(row.person_name, row.person_number),
        contacts_always=bool(row.contacts_always),
        evening_question=bool(row.evening_question),
        set_up=bool(row.set_up),
        intervals=tuple(OwnInterval(questionnaire, days) for questionnaire, days in intervals),
        begun_in_treatment=bool(row.begun_in_treatment),
    )


def to_row(settings: JournalSettings) -> Row:
    """The row of the settings."""
    birth_date = settings.birth_date
    return {
        **identity_row(settings),
        "day_starts_at": settings.day_starts_at.isoformat(),
        "visits": " ".join(visit.isoformat() for visit in settings.visits),
        "patient_name": plain_text(settings.patient_name),
        "birth_date": birth_date.isoformat() if birth_date else None,
        "record_number": plain_text(settings.record_number),
        "treated_for": set_text(settings.treated_for, TreatedFor),
        "clinic_should_know": set_text(settings.clinic_should_know, ClinicShouldKnow),
        "clinic_name": plain_text(settings.clinic.name),
        "clinic_number": plain_text(settings.clinic.number),
        "person_name": plain_text(settings.person.name),
        "person_number": plain_text(settings.person.number),
        "contacts_always": settings.contacts_always,
        "evening_question": settings.evening_question,
        "set_up": settings.set_up,
        "begun_in_treatment": settings.begun_in_treatment,
    }


def interval_rows(settings: JournalSettings) -> list[Row]:
    """The rows of the person's own intervals."""
    return [
        {
            "settings_id": str(settings.id),
            "questionnaire": plain_text(interval.questionnaire),
            "days": interval.days,
        }
        for interval in settings.intervals
    ]
