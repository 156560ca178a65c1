"""Medicines: what is taken, since when, how it changed, and doses taken as needed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from journal.domain.checkin import MAX_NAME
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import EARLIEST_DAY, Moment, Period


class MedicineClass(StrEnum):
    """Classes that matter around ketamine, in the order a summary names them."""

    BENZODIAZEPINE = "benzodiazepine"
    STIMULANT = "stimulant"
    MAOI = "maoi"
    OPIOID = "opioid"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Medication:
    """One medicine at one dose over a run of days; a changed dose is a new one.

    `last` is the final day it was taken, None while it goes on. `reason` is why this run ended:
    why the dose changed, or why the medicine was stopped. `dose` and `how_often` are in the
    person's words ("100 mg", "mornings"). `course` ties the doses of one medicine together.
    """

    id: UUID
    course: UUID
    name: str
    first: date
    created_at: datetime
    changed_at: datetime
    dose: str = ""
    how_often: str = ""
    kind: MedicineClass = MedicineClass.OTHER
    as_needed: bool = False
    last: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DoseTaken:
    """A dose of an as-needed medicine, taken at a moment."""

    id: UUID
    medication_id: UUID
    taken: Moment
    created_at: datetime
    changed_at: datetime
    amount: str = ""


@dataclass(frozen=True, slots=True)
class MedicineCourse:
    """All doses of one medicine, oldest first; there is at least one."""

    runs: tuple[Medication, ...]

    @property
    def latest(self) -> Medication:
        """The dose that is taken now, or was taken last."""
        return self.runs[-1]

    @property
    def goes_on(self) -> bool:
        """Whether it is still taken."""
        return self.latest.last is None


class MedicineChange(StrEnum):
    """What happened to a medicine."""

    STARTED = "started"
    CHANGED = "changed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class MedicineMark:
    """A change for the time axis: `day` is the first day of a dose, or the last before a stop.

    `before` is the dose that a changed one replaced, None otherwise. The reason of a change is
    that of `before`, the reason of a stop that of `medication`.
    """

    day: date
    change: MedicineChange
    medication: Medication
    before: Medication | None = None

    @property
    def reason(self) -> str:
        """Why it changed or stopped, in the person's words; empty where it was not told."""
        if self.change is MedicineChange.STOPPED:
            return self.medication.reason
        return self.before.reason if self.before else ""


@dataclass(frozen=True, slots=True)
class TakenDose:
    """A dose taken as needed, with its medicine."""

    medication: Medication
    dose: DoseTaken


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """The as-needed medicines of a day, and the doses of them that were taken, oldest first."""

    offered: tuple[Medication, ...] = ()
    taken: tuple[TakenDose, ...] = ()


def check_medication(
    medication: Medication, others: Iterable[Medication] = (), *, today: date
) -> None:
    """Raise InvalidValue where a medicine cannot be true; fields are `name`, `from`, `to`.

    A name is needed. Both days are from 1900 up to today, the last not before the first, and no
    two doses of one medicine share a day: `others` are those it is held against.
    """
    if not medication.name.strip():
        raise InvalidValue("name", Problem.MISSING)
    for field in ("name", "dose", "how_often", "reason"):
        if len(getattr(medication, field)) > MAX_NAME:
            raise InvalidValue(field, Problem.TOO_LONG, {"most": MAX_NAME})
    _check_days(medication, today)
    if any(_overlap(medication, other) for other in others):
        raise InvalidValue("from", Problem.TAKEN)


def _check_days(medication: Medication, today: date) -> None:
    first, last = medication.first, medication.last
    if first > today:
        raise InvalidValue("from", Problem.IN_FUTURE)
    if first < EARLIEST_DAY:
        raise InvalidValue("from", Problem.TOO_LONG_AGO)
    if last is not None and last < first:
        raise InvalidValue("to", Problem.END_BEFORE_START)
    if last is not None and last > today:
        raise InvalidValue("to", Problem.IN_FUTURE)


def _overlap(one: Medication, other: Medication) -> bool:
    if one.course != other.course or one.id == other.id:
        return False
    return one.first <= _last(other) and other.first <= _last(one)


def _last(medication: Medication) -> date:
    return medication.last or date.max


def courses(medications: Iterable[Medication]) -> tuple[MedicineCourse, ...]:
    """Every medicine with all its doses, the classes that matter first, then by name."""
    runs: dict[UUID, list[Medication]] = defaultdict(list)
    for medication in sorted(medications, key=lambda m: (m.first, m.id)):
        runs[medication.course].append(medication)
    made = (MedicineCourse(tuple(each)) for each in runs.values())
    return tuple(sorted(made, key=lambda course: _importance(course.latest)))


def _importance(medication: Medication) -> tuple[int, str, date]:
    kind = tuple(MedicineClass).index(medication.kind)
    return kind, medication.name.casefold(), medication.first


def current(medications: Iterable[Medication], day: date) -> tuple[Medication, ...]:
    """What is taken on `day`, its last day included; the classes that matter first."""
    taken = (m for m in medications if m.first <= day <= _last(m))
    return tuple(sorted(taken, key=_importance))


def as_needed(
    medications: Collection[Medication], doses: Iterable[DoseTaken], day: date
) -> AsNeeded:
    """The as-needed medicines of `day`, and those of `doses` that belong to that journal day."""
    by_id = {medication.id: medication for medication in medications}
    taken = sorted((d for d in doses if d.taken.day == day), key=lambda d: d.taken.instant)
    return AsNeeded(
        tuple(m for m in current(medications, day) if m.as_needed),
        tuple(TakenDose(by_id[d.medication_id], d) for d in taken if d.medication_id in by_id),
    )


def last_doses(
    course: MedicineCourse, doses: Iterable[DoseTaken], most: int
) -> tuple[DoseTaken, ...]:
    """The `most` latest of the doses taken of one medicine, newest first."""
    ids = {run.id for run in course.runs}
    taken = (dose for dose in doses if dose.medication_id in ids)
    return tuple(sorted(taken, key=lambda d: d.taken.instant, reverse=True)[:most])


def changes(medications: Iterable[Medication]) -> tuple[MedicineMark, ...]:
    """Every start, change and stop, oldest first."""
    marks = [mark for course in courses(medications) for mark in _marks(course)]
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.medication.name.casefold())))


def _marks(course: MedicineCourse) -> Iterator[MedicineMark]:
    before: Medication | None = None
    for run in course.runs:
        if before is not None and _goes_over(before, run):
            yield MedicineMark(run.first, MedicineChange.CHANGED, run, before)
        else:
            yield from _stop(before)
            yield MedicineMark(run.first, MedicineChange.STARTED, run)
        before = run
    yield from _stop(before)


def _goes_over(before: Medication, after: Medication) -> bool:
    """Whether one dose follows the other without a day between them."""
    return before.last is not None and before.last + timedelta(1) >= after.first


def _stop(run: Medication | None) -> Iterator[MedicineMark]:
    if run is not None and run.last is not None:
        yield MedicineMark(run.last, MedicineChange.STOPPED, run)


def medicine_marks(medications: Iterable[Medication], period: Period) -> tuple[MedicineMark, ...]:
    """The changes within `period`, oldest first."""
    return tuple(mark for mark in changes(medications) if mark.day in period)
