"""Medicines of a period: what was taken, what changed, and which classes are not among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from journal.domain.medication import (
    DoseTaken,
    Medication,
    MedicineClass,
    MedicineCourse,
    courses,
)
from journal.domain.period import Period

NAMED_FIRST = tuple(kind for kind in MedicineClass if kind is not MedicineClass.OTHER)
"""The classes that matter around ketamine: a summary says of each whether it is entered."""


@dataclass(frozen=True, slots=True)
class MedicineTaken:
    """One medicine of the period at its latest dose, and those `earlier` that changed within it.

    The earlier ones are oldest first; the first of them may have ended before the period. `doses`
    were taken as needed, the last of them on `last_dose`; for other medicines 0 and None.
    """

    latest: Medication
    earlier: tuple[Medication, ...] = ()
    doses: int = 0
    last_dose: date | None = None

    @property
    def runs(self) -> tuple[Medication, ...]:
        """All its doses, oldest first."""
        return (*self.earlier, self.latest)

    def changed_in(self, period: Period) -> bool:
        """Whether it was begun, changed or stopped on a day of the period."""
        latest = self.latest
        return latest.first in period or (latest.last is not None and latest.last in period)


@dataclass(frozen=True, slots=True)
class MedicinesTaken:
    """The medicines of a period; `any_entered` in any period.

    The classes that matter come first, within each what changed in the period, then by name.
    """

    taken: tuple[MedicineTaken, ...] = ()
    any_entered: bool = False

    @property
    def not_entered(self) -> tuple[MedicineClass, ...]:
        """Those of the classes that matter that no medicine of the period has."""
        kinds = {each.latest.kind for each in self.taken}
        return tuple(kind for kind in NAMED_FIRST if kind not in kinds)


def medicines_taken(
    medications: Sequence[Medication], doses: Iterable[DoseTaken], period: Period
) -> MedicinesTaken:
    """What was taken on any day of the period, and what of it changed within."""
    of_period = [dose for dose in doses if dose.taken.day in period]
    made = (_taken(course, of_period, period) for course in courses(medications))
    taken = [each for each in made if each is not None]
    taken.sort(key=lambda each: _importance(each, period))
    return MedicinesTaken(tuple(taken), bool(medications))


def _importance(medicine: MedicineTaken, period: Period) -> tuple[int, bool, str]:
    kind = tuple(MedicineClass).index(medicine.latest.kind)
    return kind, not medicine.changed_in(period), medicine.latest.name.casefold()


def _taken(
    course: MedicineCourse, doses: Iterable[DoseTaken], period: Period
) -> MedicineTaken | None:
    runs = [run for run in course.runs if run.first <= period.last and _reaches(run, period.first)]
    if not runs:
        return None
    up_to_latest = course.runs[: course.runs.index(runs[-1]) + 1]
    changed = (run for run, after in pairwise(up_to_latest) if after.first in period)
    days = [dose.taken.day for dose in doses if dose.medication_id in {run.id for run in runs}]
    return MedicineTaken(
        runs[-1],
        tuple(changed),
        len(days),
        max(days, default=None),
    )


def _reaches(run: Medication, day: date) -> bool:
    return run.last is None or run.last >= day
