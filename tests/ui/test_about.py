"""About: the version, what to expect, and the notice of every questionnaire."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import journal
from journal.questionnaire_files import shelf
from journal.ui.about import AboutDialog
from tests.ui.driver import Driver

WITH_NOTICE = [each for each in shelf().questionnaires if each.notice]


@pytest.fixture
def about(person: Driver) -> AboutDialog:
    """Opened from the menu."""
    person.window._show_about()
    (dialog,) = person.window.findChildren(AboutDialog)
    QApplication.processEvents()
    return dialog


def name(widget: object) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)  # type: ignore[arg-type]


def test_it_says_what_the_program_is(person: Driver, about: AboutDialog) -> None:
    words = person.texts(about)

    assert f"Symptom Journal {journal.__version__}" in words
    assert "Made for adults. Under 18: use it only together with your clinic." in words


def test_every_notice_stands_there_word_for_word(person: Driver, about: AboutDialog) -> None:
    words = person.texts(about)

    assert len(WITH_NOTICE) == 4
    for questionnaire in WITH_NOTICE:
        assert questionnaire.title in words
        assert questionnaire.notice in words


def test_the_tabulator_goes_through_them_and_each_says_whose_it_is(about: AboutDialog) -> None:
    heard, sight = [], about.area.viewport()
    for _ in WITH_NOTICE:
        focused = QApplication.focusWidget()
        assert focused is not None
        heard.append(name(focused))
        assert sight.rect().contains(focused.mapTo(sight, focused.rect().bottomLeft()))
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert heard == [f"{each.title}: {each.notice}" for each in WITH_NOTICE]
    assert QApplication.focusWidget().text() == "Close"  # type: ignore[union-attr]


def test_escape_closes_it(about: AboutDialog) -> None:
    QTest.keyClick(about, Qt.Key.Key_Escape)

    assert not about.isVisible()


def test_it_says_what_the_journal_is_kept_with(person: Driver, about: AboutDialog) -> None:
    (words,) = [text for text in person.texts(about) if "is kept with" in text]

    number = r"\d+\.\d+\.\d+"
    parts = f"SQLite {number}, SQLCipher {number}, OpenSSL {number}"
    assert re.fullmatch(rf"Your journal is kept with {parts}\.", words)
