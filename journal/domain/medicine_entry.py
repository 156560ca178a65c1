"""The rules of entering medicines: which records a new one, another dose or a stop changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.domain.checkin import MAX_NAME
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import DoseTaken, Medication, check_medication
from journal.domain.period import Moment, check_not_future


@dataclass(frozen=True, slots=True)
class DoseChange:
    """Another dose from `first` on; `reason` is why the dose before it ended."""

    first: date
    dose: str = ""
    how_often: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """The last day a medicine was taken, and why it was stopped."""

    last: date
    reason: str = ""


def begin(medication: Medication, others: Iterable[Medication], stamp: Stamp, today: date) -> Edits:
    """Add a medicine, or begin one of an earlier course again.

    Raises InvalidValue where check_medication does.
    """
    check_medication(medication, others, today=today)
    return (Edit(None, replace(medication, created_at=stamp.now, changed_at=stamp.now)),)


def change_dose(
    before: Medication, change: DoseChange, others: Iterable[Medication], stamp: Stamp, today: date
) -> Edits:
    """End `before` the day before the change, with its reason, and begin the new dose.

    Raises InvalidValue where check_change does.
    """
    check_change(before, change, others, today)
    ended, begun = _ended(before, change), _begun(before, change)
    begun = replace(begun, id=stamp.new_id(), created_at=stamp.now, changed_at=stamp.now)
    return (*_changed(before, ended, stamp), Edit(None, begun))


def check_change(
    before: Medication, change: DoseChange, others: Iterable[Medication], today: date
) -> None:
    """Raise InvalidValue where a dose cannot change like this.

    That is: the same dose as before or none any more (`dose`), a day that is not after the first
    of `before` (`from`), and what check_medication refuses; `others` may hold `before`.
    """
    if (change.dose, change.how_often) == (before.dose, before.how_often):
        raise InvalidValue("dose", Problem.TAKEN)
    if before.dose and not change.dose:
        raise InvalidValue("dose", Problem.MISSING)
    if change.first <= before.first:
        raise InvalidValue("from", Problem.END_BEFORE_START)
    # The new dose still has the identifier of the one before, so they are not held against
    # each other; its day comes first, so that an error stands where the day was entered.
    check_medication(_begun(before, change), others, today=today)
    check_medication(_ended(before, change), today=today)


def _ended(before: Medication, change: DoseChange) -> Medication:
    return replace(before, last=change.first - timedelta(1), reason=change.reason)


def _begun(before: Medication, change: DoseChange) -> Medication:
    first, dose, how_often = change.first, change.dose, change.how_often
    return replace(before, first=first, dose=dose, how_often=how_often, last=None, reason="")


def stop(before: Medication, ending: Stop, stamp: Stamp, today: date) -> Edits:
    """End a medicine on its last day; raises InvalidValue where check_stop does."""
    check_stop(before, ending, today)
    return _changed(before, _stopped(before, ending), stamp)


def check_stop(before: Medication, ending: Stop, today: date) -> None:
    """Raise InvalidValue for a last day before the first, or after today (`to`)."""
    check_medication(_stopped(before, ending), today=today)


def _stopped(before: Medication, ending: Stop) -> Medication:
    return replace(before, last=ending.last, reason=ending.reason)


def correct(
    before: Medication,
    after: Medication,
    others: Iterable[Medication],
    stamp: Stamp,
    today: date,
) -> Edits:
    """Put right what was entered wrongly; name and class hold for every dose of the medicine.

    Raises InvalidValue where check_medication does.
    """
    others = tuple(others)
    check_medication(after, others, today=today)
    edits = _changed(before, after, stamp)
    for other in others:
        if other.course == before.course and other.id != before.id:
            edits += _changed(other, replace(other, name=after.name, kind=after.kind), stamp)
    return edits


def remove(medication: Medication, doses: Iterable[DoseTaken]) -> Edits:
    """Delete a medicine at one dose, with what was taken of it as needed."""
    gone = tuple(Edit(dose, None) for dose in doses if dose.medication_id == medication.id)
    return (*gone, Edit(medication, None))


def take(medication: Medication, taken: Moment, stamp: Stamp, amount: str = "") -> Edits:
    """Write down a dose taken as needed, of the medicine's own dose unless `amount` says otherwise.

    Raises InvalidValue for a moment in the future (`at`), an amount that is too long, and a
    medicine that is not taken as needed.
    """
    check_not_future("at", taken, stamp.now)
    if not medication.as_needed:
        raise InvalidValue("name", Problem.UNKNOWN)
    amount = amount or medication.dose
    if len(amount) > MAX_NAME:
        raise InvalidValue("dose", Problem.TOO_LONG, {"most": MAX_NAME})
    dose = DoseTaken(stamp.new_id(), medication.id, taken, stamp.now, stamp.now, amount)
    return (Edit(None, dose),)


def take_back(dose: DoseTaken) -> Edits:
    """Delete a dose that was not taken after all."""
    return (Edit(dose, None),)


def _changed(before: Medication, after: Medication, stamp: Stamp) -> Edits:
    return () if after == before else (Edit(before, replace(after, changed_at=stamp.now)),)
