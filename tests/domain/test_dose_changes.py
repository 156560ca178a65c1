from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from journal.domain.dose_changes import dose_changes
from journal.domain.session import Dose, DoseUnit, Treatment
from journal.domain.trends import session_marks
from tests.domain.diary import Diary

FIRST = date(2026, 1, 5)


def changes(diary: Diary) -> list[tuple[int, int]]:
    found = dose_changes(session_marks(diary.sessions))
    return [(mark.number or 0, int(dose.amount)) for mark, dose in found]


def with_doses(*amounts: int | None) -> Diary:
    diary = Diary()
    for week, amount in enumerate(amounts):
        diary.session(FIRST + timedelta(7 * week), mg=amount)
    return diary


def test_the_first_dose_and_each_that_differs_from_the_last() -> None:
    assert changes(with_doses(32, 32, 35, 35, 32)) == [(1, 32), (3, 35), (5, 32)]


def test_a_dose_that_is_not_known_changes_nothing() -> None:
    assert changes(with_doses(None, 32, None, 32)) == [(2, 32)]


def test_what_was_taken_counts_before_what_was_agreed() -> None:
    diary = with_doses(32, 32)
    taken = Dose(Decimal(16), DoseUnit.MG)
    diary.sessions[1] = replace(diary.sessions[1], dose_taken=taken)

    assert changes(diary) == [(1, 32), (2, 16)]


def test_a_period_that_goes_on_with_the_dose_before_it_begins_with_none() -> None:
    marks = session_marks(with_doses(32, 35, None, 35, 32).sessions)

    assert [mark.number for mark, _dose in dose_changes(marks[2:])] == [5]
    assert [mark.number for mark, _dose in dose_changes(marks[1:])] == [2, 5]


def test_other_treatments_have_no_part_in_it() -> None:
    diary = with_doses(32)
    diary.session(FIRST + timedelta(7), treatment=Treatment.TMS, mg=5)

    assert changes(diary) == [(1, 32)]
