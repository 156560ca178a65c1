"""Esc twice hides a form too, and what was written in it is there again afterwards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.medicines.page import MedicinesPage
from tests.ui.driver import Driver
from tests.ui.questions import answering

ESCAPE = Qt.Key.Key_Escape
QUESTION = QMessageBox.question


def in_a_form(person: Driver, qtbot: QtBot, act: Callable[[MedicineDialog], None]) -> None:
    """Begin to add a medicine, and do something meanwhile."""

    def begin() -> None:
        forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, MedicineDialog)]
        form = forms[-1]
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        act(form)

    person.window.show_page("medicines")
    page = person.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, begin)
    page.add.click()


def is_blank(person: Driver) -> bool:
    return person.window.blanking.screen.isVisible()


def escape_in_front() -> None:
    front = QApplication.focusWindow()
    assert front is not None
    QTest.keyClick(front, ESCAPE)


def test_a_form_that_asks_whether_to_discard_is_hidden_with_its_question(
    person: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", QUESTION)
    person.window.blanking.timer.setInterval(60_000)  # no test types against the clock
    seen = []

    def over_the_form() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        question.activateWindow()
        qtbot.waitUntil(question.isActiveWindow)
        escape_in_front()

    def act(form: MedicineDialog) -> None:
        form.name.setText("Sertraline")
        QTimer.singleShot(0, over_the_form)
        escape_in_front()
        qtbot.waitUntil(lambda: is_blank(person))
        seen.append(form.isVisible())
        person.press(Qt.Key.Key_A)
        seen.append(form.isVisible())
        form.accept()

    in_a_form(person, qtbot, act)

    assert seen == [False, True]
    assert [each.name for each in person.editor.journal.medications.all()] == ["Sertraline"]


def test_a_form_with_nothing_in_it_closes_and_the_window_is_hidden(
    person: Driver, qtbot: QtBot
) -> None:
    person.window.blanking.timer.setInterval(60_000)  # no test types against the clock
    in_a_form(person, qtbot, lambda _form: escape_in_front())
    person.window.activateWindow()
    qtbot.waitUntil(person.window.isActiveWindow)
    person.press(ESCAPE)

    assert is_blank(person)


def test_escape_once_closes_no_more_than_the_form(person: Driver, qtbot: QtBot) -> None:
    in_a_form(person, qtbot, lambda _form: escape_in_front())

    assert not is_blank(person)


def test_a_lock_keeps_the_form_that_was_hidden(
    person: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.editor.change_passphrase(None, "a b c", lambda _remade: None, _raise)
    seen = []

    def act(form: MedicineDialog) -> None:
        form.name.setText("Sertraline")
        person.window.blanking.begin()
        person.application.lock.lock()
        qtbot.waitUntil(lambda: person.application.lock.page is not None)
        seen.append(form.isVisible())
        person.editor.open("a b c")
        seen.append(form.isVisible())
        form.accept()

    in_a_form(person, qtbot, act)

    assert seen == [False, True]


def test_closing_a_hidden_window_asks_where_a_form_is_not_finished(
    person: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, QMessageBox.StandardButton.Cancel)
    seen = []

    def act(form: MedicineDialog) -> None:
        form.name.setText("Sertraline")
        person.window.blanking.begin()
        person.window.close()
        seen.append(person.editor.is_open)
        person.window.blanking.end()
        form.accept()

    in_a_form(person, qtbot, act)

    assert seen == [True]
    assert ["not saved yet" in words for words in asked] == [True]


def _raise(error: Exception) -> None:
    raise error
