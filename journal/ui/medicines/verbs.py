"""What is asked of the journal about medicines, as verbs that find their records when they run."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from journal.domain import medicine_entry
from journal.domain.edit import Edits, Stamp
from journal.domain.medication import Medication
from journal.domain.medicine_entry import DoseChange, Stop
from journal.domain.period import Moment
from journal.domain.repository import OpenJournal
from journal.ui.journal_editor import Verb


def begin(medication: Medication, today: date) -> Verb:
    """Add a medicine, or begin one of an earlier course again."""
    return lambda journal, stamp: medicine_entry.begin(
        medication, journal.medications.all(), stamp, today
    )


def change_dose(medication_id: UUID, change: DoseChange, today: date) -> Verb:
    """End a dose and begin the new one."""
    return _on_medication(
        medication_id,
        lambda found, others, stamp: medicine_entry.change_dose(
            found, change, others, stamp, today
        ),
    )


def stop(medication_id: UUID, ending: Stop, today: date) -> Verb:
    """End a medicine."""
    return _on_medication(
        medication_id,
        lambda found, _others, stamp: medicine_entry.stop(found, ending, stamp, today),
    )


def correct(medication: Medication, today: date) -> Verb:
    """Put right the medicine with this identifier."""
    return _on_medication(
        medication.id,
        lambda found, others, stamp: medicine_entry.correct(
            found, medication, others, stamp, today
        ),
    )


def remove(medication_id: UUID) -> Verb:
    """Delete a medicine at one dose, with what was taken of it as needed."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        found = _find(journal.medications.all(), medication_id)
        if found is None:
            return ()
        return medicine_entry.remove(found, journal.medications.doses_between())

    return verb


def take(medication_id: UUID, taken: Moment) -> Verb:
    """Write down a dose of an as-needed medicine."""
    return _on_medication(
        medication_id,
        lambda found, _others, stamp: medicine_entry.take(found, taken, stamp),
    )


def take_back(dose_id: UUID) -> Verb:
    """Delete a dose that was not taken after all."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        doses = journal.medications.doses_between()
        found = next((dose for dose in doses if dose.id == dose_id), None)
        return medicine_entry.take_back(found) if found else ()

    return verb


MedicationRule = Callable[[Medication, tuple[Medication, ...], Stamp], Edits]


def _on_medication(medication_id: UUID, rule: MedicationRule) -> Verb:
    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        everything = journal.medications.all()
        found = _find(everything, medication_id)
        return rule(found, everything, stamp) if found else ()

    return verb


def _find(medications: tuple[Medication, ...], medication_id: UUID) -> Medication | None:
    return next((each for each in medications if each.id == medication_id), None)
