"""Who the demo patient is, and what the journal knows about the person."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.demo.days import SESSIONS_AGO, Course
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import Contact, TreatedFor


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody who does not exist."""

    name: str
    birth_date: date


PATIENT = Patient("Alex Example", date(1980, 1, 1))
CLINIC = "Riverside Clinic"
CLINIC_NUMBER = "555 0100"
RECORD_NUMBER = "4471"


def told_settings(settings: JournalSettings, course: Course) -> JournalSettings:
    """The settings once the patient has told who they are, and handed over one summary."""
    last_visit = course.last - timedelta(SESSIONS_AGO[-2])
    return replace(
        settings,
        changed_at=course.now,
        visits=(last_visit,),
        patient_name=PATIENT.name,
        birth_date=PATIENT.birth_date,
        record_number=RECORD_NUMBER,
        treated_for=frozenset({TreatedFor.DEPRESSION}),
        clinic=Contact(CLINIC, CLINIC_NUMBER),
        set_up=True,
    )
