"""Entering medicines: which records a new one, another dose or a stop changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.edit import Edit
from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import DoseTaken, Medication, MedicineClass
from journal.domain.medicine_entry import (
    DoseChange,
    Stop,
    begin,
    change_dose,
    correct,
    remove,
    stop,
    take,
)
from journal.domain.period import Moment
from tests.domain.medicines import NOW, STAMP, TODAY, after, medicine, taken

FEBRUARY = date(2026, 2, 1)
MARCH = date(2026, 3, 1)


def refusal(before: Medication, change: DoseChange, *others: Medication) -> tuple[str, Problem]:
    with pytest.raises(InvalidValue) as refused:
        change_dose(before, change, (before, *others), STAMP, TODAY)
    return refused.value.field, refused.value.problem


def test_a_new_medicine_is_stamped() -> None:
    (edit,) = begin(medicine(MARCH), (), STAMP, TODAY)
    assert isinstance(edit.after, Medication)
    assert edit.before is None
    assert (edit.after.created_at, edit.after.changed_at) == (NOW, NOW)


def test_a_medicine_that_begins_tomorrow_is_refused() -> None:
    with pytest.raises(InvalidValue):
        begin(medicine(TODAY + timedelta(1)), (), STAMP, TODAY)


def test_a_new_dose_ends_the_old_one_the_day_before() -> None:
    before = medicine(FEBRUARY, dose="50 mg")
    change = DoseChange(MARCH, "100 mg", "mornings", "too little effect")
    old, new = after(change_dose(before, change, [before], STAMP, TODAY), [before])
    assert (old.dose, old.last, old.reason) == ("50 mg", date(2026, 2, 28), "too little effect")
    assert (new.dose, new.first, new.last, new.reason) == ("100 mg", MARCH, None, "")
    assert (new.course, new.name, new.id != old.id) == (before.course, before.name, True)


def test_a_dose_may_change_today() -> None:
    before = medicine(FEBRUARY)
    _old, new = after(
        change_dose(before, DoseChange(TODAY, "75 mg"), [before], STAMP, TODAY), [before]
    )
    assert new.first == TODAY


def test_a_dose_cannot_change_before_it_began_or_on_its_first_day() -> None:
    before = medicine(FEBRUARY)
    expected = ("from", Problem.END_BEFORE_START)
    assert refusal(before, DoseChange(FEBRUARY, "75 mg")) == expected
    assert refusal(before, DoseChange(FEBRUARY - timedelta(9), "75 mg")) == expected


def test_a_dose_cannot_change_tomorrow() -> None:
    change = DoseChange(TODAY + timedelta(1), "75 mg")
    assert refusal(medicine(FEBRUARY), change) == ("from", Problem.IN_FUTURE)


def test_the_same_dose_is_no_change() -> None:
    before = medicine(FEBRUARY, dose="50 mg")
    assert refusal(before, DoseChange(MARCH, "50 mg", "mornings")) == ("dose", Problem.TAKEN)


def test_a_dose_that_ended_is_not_changed_into_the_one_that_follows() -> None:
    before, later = medicine(FEBRUARY, date(2026, 2, 20)), medicine(date(2026, 2, 21))
    assert refusal(before, DoseChange(date(2026, 2, 10), "75 mg"), later) == (
        "from",
        Problem.TAKEN,
    )


def test_a_stop_has_a_last_day_and_a_reason() -> None:
    before = medicine(FEBRUARY)
    (kept,) = after(stop(before, Stop(TODAY, "rash"), STAMP, TODAY), [before])
    assert (kept.last, kept.reason, kept.changed_at) == (TODAY, "rash", NOW)


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        (FEBRUARY - timedelta(1), Problem.END_BEFORE_START),
        (TODAY + timedelta(1), Problem.IN_FUTURE),
    ],
)
def test_a_stop_lies_between_the_first_day_and_today(last: date, problem: Problem) -> None:
    with pytest.raises(InvalidValue) as refused:
        stop(medicine(FEBRUARY), Stop(last), STAMP, TODAY)
    assert (refused.value.field, refused.value.problem) == ("to", problem)


def test_a_corrected_name_and_class_hold_for_every_dose() -> None:
    old = medicine(FEBRUARY, date(2026, 2, 28), name="Lorazepan")
    new = medicine(MARCH, name="Lorazepan", dose="2 mg")
    right = replace(new, name="Lorazepam", kind=MedicineClass.BENZODIAZEPINE)
    kept = after(correct(new, right, [old, new], STAMP, TODAY), [old, new])
    assert [(m.name, m.kind, m.dose) for m in kept] == [
        ("Lorazepam", MedicineClass.BENZODIAZEPINE, "50 mg"),
        ("Lorazepam", MedicineClass.BENZODIAZEPINE, "2 mg"),
    ]


def test_nothing_corrected_is_no_edit() -> None:
    kept = medicine(FEBRUARY)
    assert correct(kept, kept, [kept], STAMP, TODAY) == ()


def test_an_older_dose_cannot_go_on_into_the_newer_one() -> None:
    old, new = medicine(FEBRUARY, date(2026, 2, 28)), medicine(MARCH)
    with pytest.raises(InvalidValue) as refused:
        correct(old, replace(old, last=None), [old, new], STAMP, TODAY)
    assert refused.value.problem is Problem.TAKEN


def test_a_deleted_medicine_takes_its_doses_with_it() -> None:
    kept, other = medicine(FEBRUARY, as_needed=True), medicine(FEBRUARY, as_needed=True)
    mine, theirs = taken(kept, TODAY), taken(other, TODAY)
    assert remove(kept, [mine, theirs]) == (Edit(mine, None), Edit(kept, None))


def test_a_dose_is_of_the_medicines_own_dose() -> None:
    kept = medicine(FEBRUARY, dose="1 mg", as_needed=True)
    now = Moment(NOW, "UTC", TODAY)
    (edit,) = take(kept, now, STAMP)
    dose = edit.after
    assert isinstance(dose, DoseTaken)
    assert (dose.medication_id, dose.taken, dose.amount) == (kept.id, now, "1 mg")


def test_a_dose_that_is_still_to_come_is_refused() -> None:
    later = Moment(datetime(2026, 3, 10, 20, 15, tzinfo=UTC), "UTC", TODAY)
    with pytest.raises(InvalidValue) as refused:
        take(medicine(FEBRUARY, as_needed=True), later, STAMP)
    assert (refused.value.field, refused.value.problem) == ("at", Problem.IN_FUTURE)


def test_a_medicine_taken_every_day_has_no_single_doses() -> None:
    with pytest.raises(InvalidValue):
        take(medicine(FEBRUARY), Moment(NOW, "UTC", TODAY), STAMP)
