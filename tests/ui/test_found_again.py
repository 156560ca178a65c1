"""What a newcomer records in the window, page by page, is found again on the Journal page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from journal.ui.history.page import HistoryPage
from journal.ui.medicines.ending_dialogs import DoseChangeDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.today.asides import Asides
from tests.ui.driver import CONTROL, Driver
from tests.ui.esketamine_day import live_through_the_day, plan, sessions_page

MOST_STOPS = 30


@pytest.fixture(autouse=True)
def asides(person: Driver, qtbot: QtBot) -> Asides:
    """The window as it is a moment after it opened."""
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Asides)))
    (found,) = person.window.findChildren(Asides)
    return found


def days(person: Driver) -> dict[str, str]:
    """What the Journal page says for each day, by the day's heading."""
    person.window.show_page("journal")
    page = person.window.page("journal")
    assert isinstance(page, HistoryPage)
    rows = page.list._model.rows
    return {
        row.heading: "\n".join(line.text for line in row.lines).replace("\N{NO-BREAK SPACE}", " ")
        for row in rows
    }


def tab_to(person: Driver, name: str) -> None:
    """Press Tab until the keyboard is on the input of this name."""
    for _ in range(MOST_STOPS):
        if person.focused_name() == name:
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {name} by keyboard")


def fill_in_phq9_by_keyboard(person: Driver) -> None:
    """Eight items at 1 and item 9 at 2; "Not sure" about tonight; the difficulty at 1."""
    person.window.activateWindow()  # as a window manager does when a form closes
    person.press(Qt.Key.Key_4, modifier=CONTROL)
    tab_to(person, "Fill in PHQ-9")
    person.press(Qt.Key.Key_Space)
    person.type("111111112")
    assert person.says("Can you keep yourself safe tonight?")
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert person.says("Please talk to someone now: emergency 112.")
    person.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    person.type("1")
    assert person.says("Your total is 10 of 27.")
    person.press(Qt.Key.Key_Space)


def in_form(kind: type[QDialog], **fields: str) -> None:
    """Type into the form that is about to open, and press Enter."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            for name, text in fields.items():
                line: QLineEdit = getattr(dialog, name)
                line.selectAll()
                QTest.keyClicks(line, text)
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        finally:
            if dialog.isVisible():
                dialog.done(0)

    QTimer.singleShot(0, fill)


def take_sertraline(person: Driver) -> None:
    person.window.show_page("medicines")
    in_form(MedicineDialog, name="Sertraline", dose="50 mg", how_often="mornings")
    person.click_on("Add medicine")


def double_the_dose(person: Driver) -> None:
    person.window.show_page("medicines")
    in_form(DoseChangeDialog, dose="100 mg", reason="too little")
    person.click_on("Change dose…")


def test_item_nine_above_zero_leaves_a_dot(person: Driver) -> None:
    fill_in_phq9_by_keyboard(person)
    assert person.window._help.has_dot


def test_a_planned_session_is_named_on_today(person: Driver) -> None:
    person.clock.set("2026-03-09 19:00")
    plan(sessions_page(person))
    person.window.show_page("today")
    person.page.look_at_clock()
    assert person.says("Next session: tomorrow, 10:00")


def test_a_whole_treatment_is_found_again(person: Driver, asides: Asides) -> None:
    asides.first_start.skip_all.click()
    person.clock.set("2026-03-09 18:00")
    person.page.look_at_clock()
    take_sertraline(person)
    live_through_the_day(person)
    fill_in_phq9_by_keyboard(person)
    double_the_dose(person)

    told = days(person)

    assert told["Tue 10 March 2026"].split("\n") == [
        "08:20 · mood 4",
        "12:00 · mood 6",
        "Session 1 · 10:00 · Esketamine nasal spray · 56 mg · 2 h",
        "Blood pressure: before 134/86 · 40 min 152/94 · 120 min 138/84",
        "Side effects: dissociation (moderate, from 10:20, 60 min)",
    ]
    assert told["Wed 11 March 2026"].split("\n") == [
        "mood 7",
        "PHQ-9: 10 · thoughts of self-harm: 2",
        "Safe tonight: not sure",
        "Sertraline changed: 50 mg, mornings → 100 mg, mornings (too little)",
    ]
    assert told["Mon 9 March 2026"] == "Sertraline begun: 50 mg, mornings"


def test_a_day_found_again_opens_to_be_changed(person: Driver) -> None:
    live_through_the_day(person)
    days(person)
    page = person.window.page("journal")
    assert isinstance(page, HistoryPage)
    page.list.go_to(date(2026, 3, 10))
    page.list.setFocus()
    person.press(Qt.Key.Key_Return)

    assert person.window.current == "today"
    assert person.page.day == date(2026, 3, 10)
    assert person.says("08:20 · mood 4")
