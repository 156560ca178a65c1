"""The dot on "Get help now": seen, and said."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journal.ui.safety.help_button import HelpButton


@pytest.fixture
def button(qtbot: QtBot) -> HelpButton:
    button = HelpButton()
    qtbot.addWidget(button)
    button.resize(184, 40)
    return button


def picture(button: HelpButton) -> QImage:
    return button.grab().toImage()


def test_the_dot_is_drawn_and_taken_away(button: HelpButton) -> None:
    without = picture(button)
    button.show_dot(True)
    assert picture(button) != without
    button.show_dot(False)
    assert picture(button) == without


def test_a_screen_reader_hears_of_it(button: HelpButton) -> None:
    assert button.accessibleDescription() == ""
    button.show_dot(True)
    assert button.accessibleDescription() == "There is something to tell your clinic."
    assert button.text() == "Get help now"
