"""F1 leads to the numbers to call from a form too, which has all keys to itself."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.help_dialog import HelpDialog
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from tests.ui.driver import Driver


def numbers_shown() -> list[HelpDialog]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, HelpDialog) and each.isVisible()]


@pytest.mark.parametrize("systems", ["F1", "Ctrl+?"])
def test_f1_in_a_form(
    person: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, systems: str
) -> None:
    """Also where the system has another key for help, as macOS does."""
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _key: [QKeySequence(systems)])
    shown: list[HelpDialog] = []

    def press() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, SessionDialog)
        try:
            qtbot.waitUntil(form.isActiveWindow)
            QTest.keyClick(form.windowHandle(), Qt.Key.Key_F1)
            qtbot.waitUntil(lambda: bool(numbers_shown()))
            shown.extend(numbers_shown())
            shown[0].close()
        finally:
            form.done(0)

    person.window.show_page("sessions")
    QTimer.singleShot(0, press)
    person.click_on("Add session")

    assert len(shown) == 1


def test_a_card_on_sessions_leads_to_help(person: Driver) -> None:
    person.window.show_page("sessions")
    page = person.window.page("sessions")
    assert isinstance(page, SessionsPage)
    page.help_requested.emit()

    assert len(numbers_shown()) == 1
