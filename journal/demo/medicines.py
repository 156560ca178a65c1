"""The demo patient's medicines: one at two doses, and one as needed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

from journal.demo.days import DAYS, Course
from journal.domain.medication import DoseTaken, Medication, MedicineClass

LOWER_DOSE_AGO = DAYS - 1 - 20
"""Sertraline 100 mg since 20 days after the first day."""

LORAZEPAM_AGO = (176, 166)
"""The days ago it was taken, all before the first session."""

_TOLD_AT = time(19, 15)
_CHANGED_AT = time(8, 30)
_TAKEN_AT = time(22, 40)


def medicines(course: Course) -> Iterator[Medication | DoseTaken]:
    """Both medicines, each before the doses of it that were taken."""
    yield from _sertraline(course)
    lorazepam = replace(
        _medicine(course, "Lorazepam", "0.5 mg"),
        kind=MedicineClass.BENZODIAZEPINE,
        as_needed=True,
    )
    yield lorazepam
    for ago in LORAZEPAM_AGO:
        yield _taken(course, ago, lorazepam)


def _sertraline(course: Course) -> Iterator[Medication]:
    changed = course.at(LOWER_DOSE_AGO, _CHANGED_AT)
    more = replace(
        _medicine(course, "Sertraline", "150 mg"),
        how_often="mornings",
        last=changed.day - timedelta(1),
        reason="slept badly",
        changed_at=changed.instant,
    )
    yield more
    yield replace(
        more,
        id=course.new_id(changed.instant),
        dose="100 mg",
        first=changed.day,
        last=None,
        reason="",
        created_at=changed.instant,
    )


def _medicine(course: Course, name: str, dose: str) -> Medication:
    """A medicine taken since the journal's first day, and told of that evening."""
    told = course.at(DAYS - 1, _TOLD_AT)
    return Medication(
        id=course.new_id(told.instant),
        course=course.new_id(told.instant),
        name=name,
        first=told.day,
        created_at=told.instant,
        changed_at=told.instant,
        dose=dose,
    )


def _taken(course: Course, ago: int, medicine: Medication) -> DoseTaken:
    taken = course.at(ago, _TAKEN_AT)
    return DoseTaken(
        id=course.new_id(taken.instant),
        medication_id=medicine.id,
        taken=taken,
        created_at=taken.instant,
        changed_at=taken.instant,
        amount=medicine.dose,
    )
