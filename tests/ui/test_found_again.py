"""A treatment recorded in the window, page by page, is found again on the Journal page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.medicine_entry import DoseChange
from journal.ui.history.page import HistoryPage
from journal.ui.medicines import verbs as medicines
from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.today.asides import Asides
from tests.domain.medicines import medicine
from tests.ui.driver import Driver
from tests.ui.today.conftest import AddSession, add_session

__all__ = ["add_session"]


def keys(person: Driver, typed: str) -> None:
    for key in typed:
        QTest.keyClick(person.window.windowHandle(), key)  # type: ignore[call-overload]


def spoken(person: Driver) -> str:
    person.window.show_page("journal")
    page = person.window.page("journal")
    assert isinstance(page, HistoryPage)
    model = page.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return "\n".join(model.index(row, 0).data(role) for row in range(model.rowCount()))


@pytest.fixture(autouse=True)
def asides(person: Driver, qtbot: QtBot) -> None:
    """The window as it is a moment after it opened."""
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Asides)))


def fill_in_phq9(person: Driver) -> None:
    """Eight items at 1, item 9 at 2, the difficulty at 1: by keyboard alone."""
    person.window.show_page("questionnaires")
    page = person.window.page("questionnaires")
    assert isinstance(page, QuestionnairesPage)
    page.ask("phq-9")
    keys(person, "11111111" + "2")


def test_item_nine_above_zero_asks_whether_tonight_is_safe(person: Driver) -> None:
    fill_in_phq9(person)

    assert any("Can you keep yourself safe tonight?" in words for words in person.texts())
    assert person.window._help.has_dot


def test_everything_of_a_day_is_found_again(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11)
    person.type("7")
    person.effects.added.emit("nausea")
    fill_in_phq9(person)
    today = person.page.day
    old = medicine(today - timedelta(30), dose="50 mg")
    person.editor.perform("", lambda _journal, _stamp: (Edit(None, old),))
    change = DoseChange(today, "100 mg", reason="too little")
    person.editor.perform("", medicines.change_dose(old.id, change, today))

    told = spoken(person)
    answered = person.editor.journal.responses.between()

    assert "mood 7" in told
    assert "Session 1" in told
    assert "nausea" in told.lower()
    assert "PHQ-9" in told
    assert "100 mg" in told
    assert answered[0].value("9") == 2
