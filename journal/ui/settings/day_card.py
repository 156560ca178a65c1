"""The card of when a journal day starts."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QTimeEdit

from journal.domain.journal_settings import LATEST_DAY_START
from journal.i18n import _
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label
from journal.ui.widgets.narrow import narrow


class DayCard(QFrame):
    """Hands the day's start over when its editing ends."""

    start_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._kept = time(0)
        inside.addWidget(label(_("The day"), "heading"))
        self.form = Form()
        self.start = _DayStartEdit()
        self.start.setDisplayFormat("HH:mm")
        self.start.setTimeRange(QTime(0, 0), QTime(LATEST_DAY_START.hour, LATEST_DAY_START.minute))
        self.start.editingFinished.connect(self.flush)
        described = _(
            "What you enter before this time belongs to the day before. "
            "A change counts for new entries only."
        )
        name = _("A new day starts at")
        self.form.add("day_starts_at", name, narrow(self.start), description=described)
        inside.addWidget(self.form)

    def show_start(self, day_starts_at: time) -> None:
        """Show what is kept."""
        self._kept = day_starts_at
        self.start.setTime(QTime(day_starts_at.hour, day_starts_at.minute))

    def show_error(self, message: str) -> None:
        """Say why a time was refused."""
        self.form.show_error("day_starts_at", message)

    def flush(self) -> None:
        """Hand over the time that was entered."""
        self.show_error("")
        entered = self.start.time()
        starts = time(entered.hour(), entered.minute())
        if starts != self._kept:
            self.start_changed.emit(starts)


class _DayStartEdit(QTimeEdit):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change the time that lies under the pointer."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
