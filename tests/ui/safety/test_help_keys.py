"""F1, which the window names, leads to the numbers to call where the system's key is another."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.blank_screen import BlankScreen
from journal.ui.main_window import MainWindow
from journal.ui.safety.help_keys import help_keys
from tests.ui.driver import Driver

ON_MACOS = QKeySequence("Ctrl+?")


@pytest.fixture
def macos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Help has another key, and no key event is the one that Qt has for it."""
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _key: [ON_MACOS])
    monkeypatch.setattr(QKeyEvent, "matches", lambda _event, _key: False)


def test_the_systems_key_stands_behind_f1(macos: None) -> None:
    assert [key.toString() for key in help_keys()] == ["F1", "Ctrl+?"]


def test_f1_is_there_once_where_it_is_the_systems_key(qapp: QApplication) -> None:
    names = [key.toString() for key in help_keys()]
    assert (names[0], names.count("F1")) == ("F1", 1)


def keys_of_help(window: MainWindow) -> list[str]:
    (action,) = window._menus[-1].actions()[:1]
    return [key.toString() for key in action.shortcuts()]


def test_the_window_listens_to_both(macos: None, person: Driver, qtbot: QtBot) -> None:
    assert keys_of_help(person.window) == ["F1", "Ctrl+?"]
    with qtbot.waitSignal(person.window.help_requested, timeout=2000):
        person.press(Qt.Key.Key_F1)


def test_a_screen_that_waits_for_its_lock_listens_to_f1(macos: None, qtbot: QtBot) -> None:
    screen = BlankScreen()
    qtbot.addWidget(screen)
    screen.say_what_it_waits_for()
    press = QEvent.Type.KeyPress
    with qtbot.waitSignal(screen.help_requested, timeout=2000):
        screen.event(QKeyEvent(press, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier))
