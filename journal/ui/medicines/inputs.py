"""The two inputs that the forms of medicines are made of."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from journal.domain.checkin import MAX_NAME
from journal.ui.widgets.day_input import DayInput

DAY_WIDTH = 150


def text_input(text: str, placeholder: str = "") -> QLineEdit:
    """A line of the person's words."""
    line = QLineEdit(text)
    line.setMaxLength(MAX_NAME)
    line.setPlaceholderText(placeholder)
    line.setCursorPosition(0)
    return line


def day_input(day: date) -> DayInput:
    """A day, shown as `day` at first."""
    shown = DayInput()
    shown.show_day(day)
    return shown
