from datetime import date, timedelta
from uuid import UUID

from journal.domain.medication import MedicineClass
from journal.domain.medicines_taken import MedicinesTaken, MedicineTaken, medicines_taken
from journal.domain.period import last_days
from tests.domain.medicines import TODAY, medicine, taken

MONTH = last_days(30, TODAY)
LORAZEPAM = UUID(int=2)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def test_a_dose_that_changed_within_names_the_one_before() -> None:
    before = medicine(day(90), day(11), dose="150 mg")
    now = medicine(day(10), dose="100 mg")
    assert medicines_taken((before, now), (), MONTH).taken == (MedicineTaken(now, (before,)),)


def test_every_change_within_is_kept_and_none_before() -> None:
    """The period begins 29 days ago: the change 60 days ago is before it, two lie within."""
    runs = tuple(
        medicine(day(first), None if last is None else day(last), dose=dose)
        for first, last, dose in (
            (90, 61, "25 mg"),
            (60, 21, "50 mg"),
            (20, 11, "100 mg"),
            (10, None, "150 mg"),
        )
    )
    (found,) = medicines_taken(runs, (), MONTH).taken
    assert found == MedicineTaken(runs[3], runs[1:3])
    assert found.runs == runs[1:]


def test_a_change_before_the_period_is_none_of_it() -> None:
    before = medicine(day(90), day(50), dose="150 mg")
    now = medicine(day(49), dose="100 mg")
    assert medicines_taken((before, now), (), MONTH).taken == (MedicineTaken(now),)


def test_one_day_within_is_enough_and_none_is_not() -> None:
    """The period begins 29 days ago."""
    last_day = medicine(day(90), day(29))
    assert medicines_taken((last_day,), (), MONTH).taken == (MedicineTaken(last_day),)
    ended = medicine(day(90), day(30))
    assert medicines_taken((ended,), (), MONTH) == MedicinesTaken((), any_entered=True)


def test_a_later_medicine_is_not_yet_taken() -> None:
    later = medicine(day(3))
    assert medicines_taken((later,), (), last_days(10, day(4))).taken == ()


def test_doses_as_needed_are_those_of_the_period() -> None:
    lorazepam = medicine(
        day(90), name="Lorazepam", course=LORAZEPAM, kind=MedicineClass.BENZODIAZEPINE
    )
    doses = [taken(lorazepam, day(ago)) for ago in (60, 20, 12)]
    assert medicines_taken((lorazepam,), doses, MONTH).taken == (
        MedicineTaken(lorazepam, (), 2, day(12)),
    )


def test_the_classes_that_matter_come_first_and_the_others_are_named() -> None:
    sertraline = medicine(day(90))
    lorazepam = medicine(
        day(90), name="Lorazepam", course=LORAZEPAM, kind=MedicineClass.BENZODIAZEPINE
    )
    found = medicines_taken((sertraline, lorazepam), (), MONTH)
    assert [each.latest.name for each in found.taken] == ["Lorazepam", "Sertraline"]
    assert found.not_entered == (
        MedicineClass.STIMULANT,
        MedicineClass.MAOI,
        MedicineClass.OPIOID,
    )
