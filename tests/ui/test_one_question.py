"""One value asked for: what is typed is what comes back, and leaving it changes nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.widgets.one_question import OneQuestion, ask_hours, ask_words
from tests.ui.questions import answering


@pytest.fixture
def page(styled: QApplication, qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def in_the_form(page: QWidget, act: Callable[[OneQuestion], None]) -> None:
    QTimer.singleShot(0, lambda: act(page.findChildren(OneQuestion)[-1]))


def type_and_enter(form: OneQuestion, words: str) -> None:
    assert isinstance(form.field, QLineEdit | QDoubleSpinBox)
    form.field.selectAll()
    QTest.keyClicks(form.field, words)
    QTest.keyClick(form.field, Qt.Key.Key_Return)


def test_words_come_back_without_what_is_around_them(page: QWidget) -> None:
    in_the_form(page, lambda form: type_and_enter(form, "  Cold hands "))

    assert ask_words(page, "Side effect", "What was it?") == "Cold hands"


def test_nothing_cannot_be_saved(page: QWidget) -> None:
    seen = []

    def look(form: OneQuestion) -> None:
        seen.append(form.buttons.save.isEnabled())
        form.reject()

    in_the_form(page, look)

    assert ask_words(page, "Side effect", "What was it?") == ""
    assert seen == [False]


def test_hours_come_back_as_a_number(page: QWidget) -> None:
    in_the_form(page, lambda form: type_and_enter(form, "2.25"))

    assert ask_hours(page, "Sleep", "Hours slept", 7) == 2.25


def test_hours_that_are_not_told_are_none(page: QWidget) -> None:
    in_the_form(page, lambda form: form.reject())

    assert ask_hours(page, "Sleep", "Hours slept", 7) is None


def test_what_was_written_is_not_thrown_away_by_a_slip(
    page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, QMessageBox.StandardButton.Cancel)

    def slip(form: OneQuestion) -> None:
        form.field.setFocus()
        QTest.keyClicks(form.field, "Cold")
        form.reject()
        form.accept()

    in_the_form(page, slip)

    assert ask_words(page, "Side effect", "What was it?") == "Cold"
    assert asked == ["What you entered here is not saved. Discard it?"]
