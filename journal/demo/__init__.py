"""The one fictional patient that --demo, the screenshots and the tests share."""

from journal.demo.bladder_checks import BLADDER_CHECKS_AGO
from journal.demo.check_ins import (
    DAYS_LATE,
    DAYS_LOGGED,
    DAYS_NOT_LOGGED,
    NOTES,
    SHARED_NOTES_AGO,
    TOO_UNWELL_EVENINGS,
)
from journal.demo.days import DAYS, SESSION_GAPS, SESSIONS, SESSIONS_AGO
from journal.demo.edits import demo_edits
from journal.demo.medicines import LORAZEPAM_AGO, LOWER_DOSE_AGO
from journal.demo.patient import CLINIC, CLINIC_NUMBER, PATIENT, RECORD_NUMBER, Patient
from journal.demo.questionnaires import QUESTIONNAIRES_AGO
from journal.demo.sessions import (
    CANCELLED_AGO,
    DOSES_MG,
    NEXT_SESSION_IN,
    PSYCHOTHERAPY_AGO,
)
from journal.demo.side_effects import EFFECT_COUNTS, EFFECTS, LONG_HEADACHE, TIREDNESS_AGO

__all__ = [
    "BLADDER_CHECKS_AGO",
    "CANCELLED_AGO",
    "CLINIC",
    "CLINIC_NUMBER",
    "DAYS",
    "DAYS_LATE",
    "DAYS_LOGGED",
    "DAYS_NOT_LOGGED",
    "DOSES_MG",
    "EFFECTS",
    "EFFECT_COUNTS",
    "LONG_HEADACHE",
    "LORAZEPAM_AGO",
    "LOWER_DOSE_AGO",
    "NEXT_SESSION_IN",
    "NOTES",
    "PATIENT",
    "PSYCHOTHERAPY_AGO",
    "QUESTIONNAIRES_AGO",
    "RECORD_NUMBER",
    "SESSIONS",
    "SESSIONS_AGO",
    "SESSION_GAPS",
    "SHARED_NOTES_AGO",
    "TIREDNESS_AGO",
    "TOO_UNWELL_EVENINGS",
    "Patient",
    "demo_edits",
]
