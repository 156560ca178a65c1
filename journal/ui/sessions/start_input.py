"""When a session begins: a date and a time on the wall clock of one zone."""

from datetime import datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from journal.domain.period import Moment, local_moment
from journal.i18n import _, format_date
from journal.ui.widgets.layout import label, row


class _DateEdit(QDateEdit):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class _TimeEdit(QTimeEdit):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class StartInput(QWidget):
    """Shows a moment and answers with one in the same zone."""

    changed = Signal()

    def __init__(self, start: Moment, day_starts_at: time) -> None:
        super().__init__()
        self._shown = start
        self._day_starts_at = day_starts_at
        line = row(self)
        self.date = _DateEdit()
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setDateRange(QDate(1800, 1, 1), QDate(2999, 12, 31))
        self.date.setCalendarPopup(True)
        self.time = _TimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(_("Time of the start"))
        self._weekday = label("", "muted")
        for widget in (self.date, self.time, self._weekday):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(widget)
        self._weekday.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line.addStretch(1)
        self.setFocusProxy(self.date)
        local = start.local
        self.date.setDate(QDate(local.year, local.month, local.day))
        self.time.setTime(QTime(local.hour, local.minute))
        self.date.dateChanged.connect(self._on_changed)
        self.time.timeChanged.connect(self._on_changed)
        self._name_day()

    @property
    def wall_clock(self) -> datetime:
        """The date and time shown."""
        day, clock = self.date.date(), self.time.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001 - local_moment gives it its zone

    @property
    def is_changed(self) -> bool:
        """Whether another date or time than the first is shown."""
        first = self._shown.local.replace(second=0, microsecond=0, tzinfo=None)
        return self.wall_clock != first

    def moment(self) -> Moment:
        """The moment shown, the first one itself where it is unchanged.

        Raises InvalidValue for an hour that the clocks skipped.
        """
        if not self.is_changed:
            return self._shown
        return local_moment(self.wall_clock, self._shown.zone, "start", self._day_starts_at)

    def _on_changed(self) -> None:
        self._name_day()
        self.changed.emit()

    def _name_day(self) -> None:
        self._weekday.setText(format_date(self.wall_clock.date(), "weekday"))
