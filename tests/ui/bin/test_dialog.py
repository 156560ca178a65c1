"""The bin in the window: what was deleted, in plain words, and the way back."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLabel

from journal.domain.checkin import CheckIn, DayRecord, Score
from journal.domain.edit import Edit, Record
from journal.domain.errors import StorageProblem
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import Moment
from journal.ui.bin.dialog import SHOWN_AT_ONCE, BinDialog
from journal.ui.bin.row import DeletionRow
from journal.ui.history.page import HistoryPage
from tests.ui.driver import Driver

AT = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)


def kept(number: int) -> dict[str, Any]:
    return {"id": UUID(int=number), "created_at": AT, "changed_at": AT}


def at(hour: int) -> Moment:
    return Moment(datetime(2026, 3, 10, hour, 0, tzinfo=UTC), "Europe/Berlin", TODAY)


def check_in(number: int = 1, **told: Any) -> CheckIn:
    return CheckIn(moment=at(9), scores=(Score("mood", 7, AT),), **kept(number), **told)


DAY = DayRecord(day=TODAY, sleep_hours=7.5, **kept(4))
MEDICINE = Medication(course=UUID(int=50), name="Sertraline", first=TODAY, dose="50 mg", **kept(5))
DOSE = DoseTaken(medication_id=UUID(int=5), taken=at(12), amount="1 mg", **kept(6))


def delete(person: Driver, *records: Record) -> None:
    """Enter records, and delete them in one step."""
    journal = person.editor.journal
    journal.apply(tuple(Edit(None, record) for record in records))
    journal.apply(tuple(Edit(record, None) for record in records))


def opened(person: Driver) -> BinDialog:
    return person.application.safekeeping.show_bin()


def words(row: DeletionRow) -> list[str]:
    return [text.text() for text in row.findChildren(QLabel) if text.text()]


def test_nothing_is_promised_for_the_backups(person: Driver) -> None:
    delete(person, check_in())

    assert opened(person).state.text() == (
        "The latest comes first. After 30 days it is no longer shown, and one of the next starts "
        "takes it out of the journal; backups made before hold it longer."
    )


def test_a_row_says_what_it_was_and_what_it_held(person: Driver) -> None:
    delete(person, check_in())
    (row,) = opened(person).rows

    assert words(row)[:2] == ["Check-in · 10 March 2026", "10:00 · mood 7"]


def test_a_row_says_when_it_was_deleted_and_how_long_it_is_kept(person: Driver) -> None:
    delete(person, check_in())
    (row,) = opened(person).rows

    assert words(row)[2] == "Deleted today 21:14; kept until 9 April 2026."


def test_what_was_deleted_with_a_clock_years_behind_can_be_put_back(person: Driver) -> None:
    person.type("7")
    person.clock.forward(days=-9000)
    delete(person, check_in())
    person.clock.forward(days=9000)
    (row,) = opened(person).rows

    assert words(row)[2] == "Deleted today 01:00; kept until 9 April 2026."


def test_put_back_it_is_in_the_journal_and_leaves_the_bin(person: Driver) -> None:
    delete(person, check_in())
    dialog = opened(person)
    person.click(dialog.rows[0].put_back)

    assert person.scores() == [{"mood": 7}]
    assert dialog.rows == []


def test_putting_back_can_be_undone(person: Driver) -> None:
    delete(person, check_in())
    person.click(opened(person).rows[0].put_back)
    person.editor.undo()

    assert person.scores() == []
    assert len(person.editor.journal.bin.deletions()) == 1


def test_where_something_is_in_its_place_the_row_says_so(person: Driver) -> None:
    delete(person, DAY)
    person.keep(DayRecord(day=TODAY, sleep_hours=6.0, **kept(7)))
    (row,) = opened(person).rows
    person.click(row.put_back)

    assert row.message.text() == "This day has entries of its own again, so it was not put back."
    assert person.kept_record().sleep_hours == 6.0


def test_a_dose_waits_for_its_medicine(person: Driver) -> None:
    delete(person, MEDICINE)
    person.keep(MEDICINE)
    delete(person, DOSE)
    person.editor.journal.apply((Edit(MEDICINE, None),))
    dose = opened(person).rows[1]
    person.click(dose.put_back)

    assert dose.message.text() == "Its medicine is not in the journal. Put the medicine back first."


def test_what_the_disk_refuses_stays_in_the_bin(person: Driver) -> None:
    delete(person, check_in())
    (row,) = opened(person).rows
    person.store.problem = StorageProblem.DISK_FULL
    person.click(row.put_back)

    assert row.message.text().startswith("Not put back; it is still here. The disk is full.")
    assert person.scores() == []


def test_an_empty_bin_says_so(person: Driver) -> None:
    assert opened(person).state.text() == "Nothing was deleted in the last 30 days."


def test_after_30_days_it_is_not_offered_any_more(person: Driver) -> None:
    delete(person, check_in())
    person.clock.forward(days=30)

    assert opened(person).rows == []


def test_a_long_list_is_shown_in_parts(person: Driver) -> None:
    for number in range(SHOWN_AT_ONCE + 1):
        delete(person, check_in(100 + number))
    dialog = opened(person)
    first = len(dialog.rows)
    person.click(dialog.more)

    assert (first, len(dialog.rows)) == (SHOWN_AT_ONCE, SHOWN_AT_ONCE + 1)
    assert dialog.more.isHidden()


# where it is found


def history(person: Driver) -> HistoryPage:
    person.window.show_page("journal")
    page = person.window.page("journal")
    assert isinstance(page, HistoryPage)
    return page


def test_the_journal_page_leads_to_it_where_something_was_deleted(person: Driver) -> None:
    delete(person, check_in())
    person.click(history(person).bin)

    (dialog,) = person.window.findChildren(BinDialog)
    assert dialog.isVisible()


def test_the_journal_page_has_nothing_of_it_where_nothing_was_deleted(person: Driver) -> None:
    person.keep(check_in())

    assert history(person).bin.isHidden()


def test_settings_lead_to_it(person: Driver) -> None:
    person.window.show_page("settings")
    person.click_on("Deleted in the last 30 days…")

    (dialog,) = person.window.findChildren(BinDialog)
    assert dialog.isVisible()
