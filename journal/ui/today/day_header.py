"""The head of a day: which day it is, where the last session stands, and ways to other days."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.i18n import _, format_date
from journal.ui.widgets.layout import column, label, row


class DayHeader(QWidget):
    """`day_chosen` carries a day to show; days after today cannot be chosen."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = self._today = date.min
        line = row(self)
        words = column(spacing=2)
        self._title = label("", "title", wraps=True)
        self._state = label("", "muted", wraps=True)
        words.addWidget(self._title)
        words.addWidget(self._state)
        line.addLayout(words, 1)
        self.back = self._button("‹", _("Previous day"), -1)
        self.today = QPushButton(_("Today"))
        self.today.clicked.connect(lambda: self.day_chosen.emit(self._today))
        self.forward = self._button("›", _("Next day"), 1)
        self.calendar = QPushButton("▾")
        self.calendar.setAccessibleName(_("Choose a day"))
        self.calendar.setToolTip(_("Choose a day"))
        self.calendar.setFixedWidth(40)
        self.calendar.clicked.connect(self._show_calendar)
        for button in (self.back, self.today, self.forward, self.calendar):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def _button(self, text: str, name: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(40)
        button.clicked.connect(
            lambda: self.day_chosen.emit(date.fromordinal(self._day.toordinal() + step))
        )
        return button

    def show_day(self, day: date, today: date, state: str) -> None:
        """Name the day; the way forward ends at today."""
        self._day, self._today = day, today
        year = "" if day.year == today.year else f" {day.year}"
        self._title.setText(format_date(day, "weekday") + year)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self.forward.setEnabled(day < today)
        self.today.setEnabled(day != today)

    def _show_calendar(self) -> None:
        from PySide6.QtCore import QDate  # noqa: PLC0415 - none of it is for the first paint
        from PySide6.QtWidgets import QMenu, QWidgetAction  # noqa: PLC0415 - as above

        from journal.ui.widgets.calendar import plain_calendar  # noqa: PLC0415 - as above

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = plain_calendar(_("Choose a day"))
        calendar.setMinimumDate(QDate(1900, 1, 1))
        calendar.setMaximumDate(QDate(self._today.year, self._today.month, self._today.day))
        calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def choose(chosen: QDate) -> None:
            calendar.blockSignals(True)
            menu.close()
            self.day_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        menu.popup(self.calendar.mapToGlobal(self.calendar.rect().bottomLeft()))
        calendar.setFocus()
