"""Medicines: what can be true of one, what is taken on a day, and how it changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import (
    Medication,
    MedicineChange,
    MedicineClass,
    MedicineMark,
    as_needed,
    changes,
    check_medication,
    courses,
    current,
    last_doses,
    medicine_marks,
)
from journal.domain.period import Period
from tests.domain.medicines import TODAY, medicine, taken

FEBRUARY = date(2026, 2, 1)
LORAZEPAM = UUID(int=2)

Wrong = Callable[[Medication], Medication]


def lorazepam(first: date = FEBRUARY, last: date | None = None) -> Medication:
    kind = MedicineClass.BENZODIAZEPINE
    return medicine(first, last, "Lorazepam", "1 mg", LORAZEPAM, kind=kind, as_needed=True)


def test_a_medicine_that_can_be_true_is_let_through() -> None:
    check_medication(medicine(TODAY, TODAY), today=TODAY)


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        (lambda m: replace(m, name="  "), "name", Problem.MISSING),
        (lambda m: replace(m, name="W" * 301), "name", Problem.TOO_LONG),
        (lambda m: replace(m, reason="W" * 301), "reason", Problem.TOO_LONG),
        (lambda m: replace(m, first=TODAY + timedelta(1)), "from", Problem.IN_FUTURE),
        (lambda m: replace(m, first=date(1899, 12, 31)), "from", Problem.TOO_LONG_AGO),
        (lambda m: replace(m, last=m.first - timedelta(1)), "to", Problem.END_BEFORE_START),
        (lambda m: replace(m, last=TODAY + timedelta(1)), "to", Problem.IN_FUTURE),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(wrong: Wrong, field: str, problem: Problem) -> None:
    with pytest.raises(InvalidValue) as refused:
        check_medication(wrong(medicine(FEBRUARY)), today=TODAY)
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_two_doses_of_one_medicine_share_no_day() -> None:
    kept = medicine(FEBRUARY, date(2026, 2, 10))
    check_medication(medicine(date(2026, 2, 11)), [kept], today=TODAY)
    with pytest.raises(InvalidValue) as refused:
        check_medication(medicine(date(2026, 2, 10)), [kept], today=TODAY)
    assert (refused.value.field, refused.value.problem) == ("from", Problem.TAKEN)


def test_two_medicines_may_be_taken_on_the_same_day() -> None:
    check_medication(medicine(FEBRUARY), [lorazepam()], today=TODAY)


def test_the_first_and_the_last_day_are_days_it_is_taken() -> None:
    kept = medicine(FEBRUARY, date(2026, 2, 10))
    assert current([kept], FEBRUARY) == (kept,)
    assert current([kept], date(2026, 2, 10)) == (kept,)
    assert current([kept], date(2026, 2, 11)) == ()
    assert current([kept], FEBRUARY - timedelta(1)) == ()


def test_the_classes_that_matter_come_first() -> None:
    sertraline, calming = medicine(FEBRUARY), lorazepam()
    opioid = medicine(FEBRUARY, name="Tramadol", course=UUID(int=3), kind=MedicineClass.OPIOID)
    assert current([sertraline, opioid, calming], TODAY) == (calming, opioid, sertraline)


def test_a_course_has_its_doses_oldest_first() -> None:
    new, old = medicine(date(2026, 2, 11), dose="100 mg"), medicine(FEBRUARY, date(2026, 2, 10))
    (course,) = courses([new, old])
    assert course.runs == (old, new)
    assert course.latest == new
    assert course.goes_on


def test_a_dose_that_follows_another_is_a_change_with_its_reason() -> None:
    old = medicine(FEBRUARY, date(2026, 2, 10), reason="too little effect")
    new = medicine(date(2026, 2, 11), dose="100 mg")
    start, change = changes([old, new])
    assert (start.change, start.day, start.reason) == (MedicineChange.STARTED, FEBRUARY, "")
    assert (change.change, change.day, change.medication, change.before) == (
        MedicineChange.CHANGED,
        date(2026, 2, 11),
        new,
        old,
    )
    assert change.reason == "too little effect"


def test_a_stop_stands_on_the_last_day_with_its_reason() -> None:
    stop = changes([medicine(FEBRUARY, date(2026, 2, 10), reason="rash")])[-1]
    assert (stop.change, stop.day, stop.reason) == (
        MedicineChange.STOPPED,
        date(2026, 2, 10),
        "rash",
    )


def test_days_without_it_make_a_stop_and_a_new_start() -> None:
    first = medicine(FEBRUARY, date(2026, 2, 10))
    again = medicine(date(2026, 2, 12))
    assert [mark.change for mark in changes([first, again])] == [
        MedicineChange.STARTED,
        MedicineChange.STOPPED,
        MedicineChange.STARTED,
    ]


def test_marks_are_those_of_the_period_both_ends_included() -> None:
    kept = [medicine(FEBRUARY, date(2026, 2, 10)), lorazepam(date(2026, 1, 31))]
    days = [mark.day for mark in medicine_marks(kept, Period(FEBRUARY, date(2026, 2, 10)))]
    assert days == [FEBRUARY, date(2026, 2, 10)]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_marks_tell_what_is_taken_on_every_day(gaps: list[int]) -> None:
    """Whoever reads the marks alone knows for each day whether, and at what dose."""
    runs, first = [], date(2025, 1, 1)
    for number, gap in enumerate(gaps):
        last = first + timedelta(number % 3)
        runs.append(medicine(first, last, dose=f"{number} mg"))
        first = last + timedelta(gap + 1)
    marks = changes(runs)
    for ordinal in range(date(2024, 12, 30).toordinal(), first.toordinal() + 2):
        day = date.fromordinal(ordinal)
        assert _told(marks, day) == [m.dose for m in current(runs, day)]


def _told(marks: tuple[MedicineMark, ...], day: date) -> list[str]:
    """The dose on `day`, from the marks up to it; a stop stands on a day it is still taken."""
    dose: list[str] = []
    for mark in marks:
        if mark.day <= day:
            over = mark.change is MedicineChange.STOPPED and mark.day < day
            dose = [] if over else [mark.medication.dose]
    return dose


def test_only_as_needed_medicines_of_the_day_are_offered() -> None:
    gone = lorazepam(date(2026, 1, 1), date(2026, 1, 31))
    offered = as_needed([gone, medicine(FEBRUARY), lorazepam()], (), TODAY).offered
    assert [(m.name, m.first) for m in offered] == [("Lorazepam", FEBRUARY)]


def test_doses_of_the_day_are_shown_with_their_medicine_oldest_first() -> None:
    kept = lorazepam()
    late, early = taken(kept, TODAY, 20), taken(kept, TODAY, 8)
    day = as_needed([kept], [late, early, taken(kept, TODAY - timedelta(1))], TODAY)
    assert [each.dose for each in day.taken] == [early, late]
    assert day.taken[0].medication == kept


def test_the_last_doses_go_over_changes_of_the_dose() -> None:
    old = lorazepam(FEBRUARY, date(2026, 2, 10))
    new = replace(lorazepam(date(2026, 2, 11)), dose="0.5 mg")
    doses = [taken(old, date(2026, 2, 9)), taken(new, date(2026, 2, 12)), taken(new, TODAY)]
    (course,) = courses([old, new])
    assert last_doses(course, doses, 2) == (doses[2], doses[1])
