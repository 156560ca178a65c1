"""Medicines that tests write down in a few words; today is Tuesday, 10 March 2026."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from journal.domain.edit import Edits, Stamp
from journal.domain.medication import DoseTaken, Medication, MedicineClass
from journal.domain.period import Moment

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
TODAY = date(2026, 3, 10)
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)
SERTRALINE = UUID(int=1)

_numbers = count(1000)


def new_id() -> UUID:
    return UUID(int=next(_numbers))


STAMP = Stamp(NOW, new_id)


def medicine(
    first: date,
    last: date | None = None,
    name: str = "Sertraline",
    dose: str = "50 mg",
    course: UUID = SERTRALINE,
    *,
    kind: MedicineClass = MedicineClass.OTHER,
    as_needed: bool = False,
    reason: str = "",
) -> Medication:
    """Sertraline 50 mg in the mornings, unless told otherwise."""
    return Medication(
        new_id(),
        course,
        name,
        first,
        LONG_AGO,
        LONG_AGO,
        dose,
        "mornings",
        kind,
        as_needed,
        last,
        reason,
    )


def taken(medication: Medication, day: date, hour: int = 12) -> DoseTaken:
    """A dose taken as needed, at `hour` in UTC."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return DoseTaken(new_id(), medication.id, Moment(at, "UTC", day), at, at, medication.dose)


def after(edits: Edits, kept: Iterable[Medication]) -> list[Medication]:
    """The medicines once the edits are made."""
    left = {medication.id: medication for medication in kept}
    for edit in edits:
        if isinstance(edit.record, Medication):
            left.pop(edit.record.id, None)
            if isinstance(edit.after, Medication):
                left[edit.after.id] = edit.after
    return sorted(left.values(), key=lambda medication: medication.first)
