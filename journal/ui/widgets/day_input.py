"""A day that is typed, or picked in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit


class DayInput(QDateEdit):
    """`entered` carries a day once its editing ends, or at once from the calendar."""

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setDateRange(QDate(1800, 1, 1), QDate(2999, 12, 31))
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = self.day
        self.editingFinished.connect(self.flush)
        self.calendarWidget().clicked.connect(self._on_picked)
        self.calendarWidget().activated.connect(self._on_picked)

    @property
    def day(self) -> date:
        """The day in the field."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        """Show a day; what is being typed is left alone."""
        if self.day == self._shown:
            self._shown = day
            self.setDate(QDate(day.year, day.month, day.day))

    def flush(self) -> None:
        """Hand over the day that was entered."""
        if self.day != self._shown:
            self._shown = self.day
            self.entered.emit(self.day)

    def _on_picked(self, day: QDate) -> None:
        self.setDate(day)
        self.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
