"""Medicines and the profile in words."""

from datetime import date, timedelta

import pytest

from journal.domain.checkin import MOOD
from journal.domain.medication import MedicineClass, changes
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.wording import medicines, names, profile
from tests.domain.diary import scale_of
from tests.domain.medicines import TODAY, medicine, taken

FEBRUARY = date(2026, 2, 1)


def test_a_dose_tells_how_much_how_often_and_when() -> None:
    ended = medicine(FEBRUARY, date(2026, 3, 2), reason="too weak")
    assert medicines.medicine_run(ended) == (
        "50 mg, mornings · 1 February 2026 – 2 March 2026 · too weak"
    )
    assert medicines.medicine_days(medicine(FEBRUARY)) == "since 1 February 2026"
    assert medicines.medicine_days(medicine(FEBRUARY, FEBRUARY)) == "on 1 February 2026"


def test_every_change_has_a_label_and_a_sentence() -> None:
    old = medicine(FEBRUARY, date(2026, 2, 10), reason="too weak")
    new = medicine(date(2026, 2, 11), date(2026, 2, 20), dose="100 mg", reason="rash")
    told = changes([old, new])
    assert [medicines.medicine_mark_label(mark) for mark in told] == [
        "Sertraline 50 mg",
        "Sertraline 100 mg",
        "Sertraline stopped",
    ]
    assert [medicines.medicine_mark_sentence(mark) for mark in told] == [
        "1 February 2026: Sertraline begun (50 mg, mornings).",
        "11 February 2026: Sertraline changed from 50 mg, mornings to 100 mg, mornings. "
        "Reason: too weak.",
        "20 February 2026: last day of Sertraline (100 mg, mornings). Reason: rash.",
    ]


def test_the_reason_of_a_change_is_told_where_nobody_else_reads_it() -> None:
    ended = medicine(FEBRUARY, date(2026, 2, 10), reason="My sister asked me to!")
    (_begun, stopped) = changes([ended])
    told = "10 February 2026: last day of Sertraline (50 mg, mornings)."
    assert medicines.medicine_mark_sentence(stopped, with_reason=False) == told
    assert medicines.medicine_mark_sentence(stopped) == f"{told} Reason: My sister asked me to!"


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "today, 12:00 · 50 mg"),
        (1, "yesterday, 12:00 · 50 mg"),
        (2, "8 March 2026, 12:00 · 50 mg"),
    ],
)
def test_a_taken_dose_tells_when_and_how_much(days_ago: int, words: str) -> None:
    dose = taken(medicine(FEBRUARY), TODAY - timedelta(days_ago))
    assert medicines.dose_taken_text(dose, TODAY) == words


def test_only_classes_that_matter_are_noted() -> None:
    assert medicines.medicine_class_note(medicine(FEBRUARY)) == ""
    opioid = medicine(FEBRUARY, kind=MedicineClass.OPIOID)
    assert medicines.medicine_class_note(opioid) == "opioid"
    assert all(medicines.medicine_class_name(kind) for kind in MedicineClass)


def test_what_is_treated_is_listed_in_one_order() -> None:
    assert profile.treated_for_list({TreatedFor.PAIN, TreatedFor.DEPRESSION}) == (
        "Depression, Chronic pain"
    )
    assert profile.treated_for_list(()) == ""
    assert profile.clinic_should_know_list(set(ClinicShouldKnow)).startswith("High blood pressure")


def test_with_bipolar_treatment_mood_goes_from_low_to_high() -> None:
    assert names.scale_ends(scale_of(MOOD), bipolar=True) == "0 low – 10 high"
    assert names.scale_end_words(scale_of(MOOD), bipolar=True) == ("low", "high")
    assert names.scale_ends(scale_of(MOOD)) == "0 very low – 10 very good"


def test_other_scales_keep_their_ends_with_bipolar_treatment() -> None:
    assert names.scale_ends(scale_of("anxiety"), bipolar=True) == "0 none – 10 strong"
