"""The Medicines page over a real journal: add, change, stop, correct, take as needed, undo."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.medication import MedicineClass
from journal.ui.journal_editor import JournalEditor
from journal.ui.medicines.ending_dialogs import DoseChangeDialog, StopDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.medicines.page import MedicinesPage
from tests.domain.medicines import medicine, taken
from tests.ui.medicines.conftest import TODAY, FixedClock, MakePage, answering, kept

FEBRUARY = date(2026, 2, 1)
LORAZEPAM = UUID(int=2)


def lorazepam() -> Any:
    return medicine(FEBRUARY, None, "Lorazepam", "1 mg", LORAZEPAM, as_needed=True)


def button(inside: QWidget, name: str) -> QPushButton:
    found = [b for b in inside.findChildren(QPushButton) if b.accessibleName() == name]
    shown = [b for b in found if b.isVisible()]
    assert len(shown) == 1, (name, [b.accessibleName() for b in found])
    return shown[0]


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(QLabel) if text.isVisible()]


def show_day(field: Any, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))


def test_an_empty_journal_says_what_the_page_is_for(page_with: MakePage) -> None:
    page = page_with()
    assert "What you take besides the treatment can stand here." in texts(page)
    assert not page.regular.isVisible()


def test_a_medicine_is_added_as_entered(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()

    def fill(dialog: Any) -> None:
        QTest.keyClicks(dialog.name, " Lisdexamfetamine ")
        dialog.kind.chosen.emit(1)
        QTest.keyClicks(dialog.dose, "30 mg")
        QTest.keyClicks(dialog.how_often, "mornings")
        show_day(dialog.first, FEBRUARY)
        dialog.save.click()

    answering(MedicineDialog, fill)
    page.add.click()

    (one,) = kept(editor)
    assert (one.name, one.dose, one.how_often) == ("Lisdexamfetamine", "30 mg", "mornings")
    assert (one.kind, one.first, one.last) == (MedicineClass.STIMULANT, FEBRUARY, None)
    assert "30 mg, mornings · since 1 February 2026 · stimulant" in texts(page.regular)
    assert "1 medicine now" in texts(page)


def test_no_class_is_assumed(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()

    def fill(dialog: Any) -> None:
        assert dialog.kind.choice is None
        QTest.keyClicks(dialog.name, "Sertraline")
        dialog.save.click()

    answering(MedicineDialog, fill)
    page.add.click()
    assert kept(editor)[0].kind is MedicineClass.OTHER


def test_thinking_better_of_it_keeps_nothing(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()
    answering(MedicineDialog, lambda dialog: dialog.reject())
    page.add.click()
    assert kept(editor) == []


def test_a_changed_dose_is_found_below_the_new_one(
    page_with: MakePage, editor: JournalEditor
) -> None:
    page = page_with(medicine(FEBRUARY, dose="50 mg"))

    def fill(dialog: Any) -> None:
        dialog.dose.setText("100 mg")
        show_day(dialog.first, date(2026, 3, 3))
        QTest.keyClicks(dialog.reason, "too little effect")
        dialog.save.click()

    answering(DoseChangeDialog, fill)
    button(page, "Sertraline: Change dose…").click()

    old, new = kept(editor)
    assert (old.last, old.reason, new.dose) == (date(2026, 3, 2), "too little effect", "100 mg")
    said = texts(page.regular)
    assert "100 mg, mornings · since 3 March 2026" in said
    assert "50 mg, mornings · 1 February 2026 – 2 March 2026 · too little effect" in said
    assert "1 medicine now" in texts(page)


def test_one_undo_takes_a_changed_dose_back(page_with: MakePage, editor: JournalEditor) -> None:
    before = medicine(FEBRUARY)
    page = page_with(before)

    def fill(dialog: Any) -> None:
        dialog.dose.setText("100 mg")
        dialog.save.click()

    answering(DoseChangeDialog, fill)
    button(page, "Sertraline: Change dose…").click()
    assert len(kept(editor)) == 2
    editor.undo()
    assert kept(editor) == [before]
    assert "50 mg, mornings · since 1 February 2026" in texts(page.regular)


def test_a_stopped_medicine_goes_to_the_earlier_ones(
    page_with: MakePage, editor: JournalEditor
) -> None:
    page = page_with(medicine(FEBRUARY))

    def fill(dialog: Any) -> None:
        show_day(dialog.last, date(2026, 3, 9))
        QTest.keyClicks(dialog.reason, "rash")
        dialog.save.click()

    answering(StopDialog, fill)
    button(page, "Sertraline: Stop…").click()

    assert kept(editor)[0].last == date(2026, 3, 9)
    assert not page.regular.isVisible()
    assert "50 mg, mornings · 1 February 2026 – 9 March 2026 · rash" in texts(page.earlier)
    assert "No medicine is entered as taken now." in texts(page)


def test_a_stop_can_be_undone(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(medicine(FEBRUARY))
    answering(StopDialog, lambda dialog: dialog.accept())
    button(page, "Sertraline: Stop…").click()
    assert page.earlier.isVisible()
    editor.undo()
    assert page.regular.isVisible()
    assert not page.earlier.isVisible()


def test_a_medicine_taken_again_is_the_same_one(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(medicine(FEBRUARY, date(2026, 2, 20)))
    answering(MedicineDialog, lambda dialog: dialog.accept())
    button(page, "Sertraline: Take again…").click()
    old, again = kept(editor)
    assert (again.course, again.first, again.dose) == (old.course, TODAY, "50 mg")
    assert len(texts(page.regular)) == 4  # heading, name, dose now, dose before


def test_a_slip_is_corrected_in_place(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(medicine(FEBRUARY, name="Sertralin"))

    def fill(dialog: Any) -> None:
        dialog.name.setText("Sertraline")
        dialog.save.click()

    answering(MedicineDialog, fill)
    button(page, "Sertralin: Correct…").click()
    assert [m.name for m in kept(editor)] == ["Sertraline"]


def test_deleting_takes_the_doses_along_and_undo_brings_both_back(
    page_with: MakePage, editor: JournalEditor
) -> None:
    one = lorazepam()
    dose = taken(one, TODAY)
    page = page_with(one, dose)
    answering(MedicineDialog, lambda dialog: dialog.delete.click())  # type: ignore[attr-defined]
    button(page, "Lorazepam: Correct…").click()
    assert kept(editor) == []
    assert editor.journal.medications.doses_between() == ()
    editor.undo()
    assert kept(editor) == [one]
    assert editor.journal.medications.doses_between() == (dose,)


def test_took_one_now_is_a_dose_of_this_moment(
    page_with: MakePage, editor: JournalEditor, clock: FixedClock
) -> None:
    one = lorazepam()
    page = page_with(one)
    assert "No dose entered in the last 90 days." in texts(page.as_needed)
    button(page, "Lorazepam: Took one now").click()
    (dose,) = editor.journal.medications.doses_between()
    assert (dose.medication_id, dose.taken.instant, dose.amount) == (one.id, clock.now(), "1 mg")
    assert "today, 21:14 · 1 mg" in texts(page.as_needed)


def test_the_keyboard_stays_on_took_one_now(page_with: MakePage, qtbot: QtBot) -> None:
    page = page_with(lorazepam())
    page.activateWindow()
    button(page, "Lorazepam: Took one now").setFocus()
    qtbot.waitUntil(lambda: button(page, "Lorazepam: Took one now").hasFocus())
    QTest.keyClick(button(page, "Lorazepam: Took one now"), Qt.Key.Key_Space)
    assert "today, 21:14 · 1 mg" in texts(page.as_needed)
    qtbot.waitUntil(lambda: button(page, "Lorazepam: Took one now").hasFocus())


def test_a_dose_that_was_not_taken_is_removed(page_with: MakePage, editor: JournalEditor) -> None:
    one = lorazepam()
    page = page_with(one, taken(one, TODAY - timedelta(1)))
    button(page, "Remove the dose of yesterday, 12:00 · 1 mg").click()
    assert editor.journal.medications.doses_between() == ()


def test_the_last_five_doses_are_shown(page_with: MakePage) -> None:
    one = lorazepam()
    page = page_with(one, *(taken(one, TODAY - timedelta(days)) for days in range(1, 8)))
    doses = [text for text in texts(page.as_needed) if text.endswith("· 1 mg")]
    assert len(doses) == 5
    assert doses[0].startswith("yesterday")


def test_only_as_needed_medicines_have_single_doses(page_with: MakePage) -> None:
    page = page_with(medicine(FEBRUARY))
    names = [b.accessibleName() for b in page.regular.findChildren(QPushButton)]
    assert "Sertraline: Took one now" not in names


def test_before_the_journal_is_open_nothing_can_be_added(
    closed_editor: JournalEditor, qtbot: QtBot
) -> None:
    page = MedicinesPage(closed_editor)
    qtbot.addWidget(page)
    assert not page.add.isEnabled()
    closed_editor.open()
    assert page.add.isEnabled()


def test_what_was_refused_meanwhile_is_told(page_with: MakePage, editor: JournalEditor) -> None:
    from journal.domain.medicine_entry import Stop
    from journal.ui.medicines import verbs

    one = medicine(FEBRUARY)
    page = page_with(one)
    editor.perform("", verbs.stop(one.id, Stop(date(2026, 1, 1)), TODAY))
    assert "The last day comes before the first." in texts(page)
    assert kept(editor) == [one]


@pytest.mark.parametrize("name", ["W" * 300, "ein sehr langer Name " * 10])
def test_it_fits_the_narrowest_window_even_with_a_long_name(page_with: MakePage, name: str) -> None:
    page = page_with(medicine(FEBRUARY, name=name, dose=name, reason=name))
    area = page.findChild(QScrollArea)
    body = area.widget() if area else None
    assert body is not None
    assert body.minimumSizeHint().width() <= 512
