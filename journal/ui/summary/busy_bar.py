"""A thin bar that moves while something is being made, and is not there otherwise."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from journal.i18n import _
from journal.ui.widgets.layout import column

SHOWN_AFTER_MS = 400
"""Shorter work would only make it flicker."""

HEIGHT = 4


class BusyBar(QWidget):
    """Has its height always, so that nothing below it jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(HEIGHT)
        self._bar.setAccessibleName(_("Being made"))
        self._bar.hide()
        column(self).addWidget(self._bar)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._bar.show)

    def begin(self) -> None:
        """Work has begun."""
        if self._bar.isHidden() and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """Work is over."""
        self._timer.stop()
        self._bar.hide()
