"""Numbers and times of day that only change on purpose: the wheel scrolls the page instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QTimeEdit


class ClockInput(QTimeEdit):
    """A time of day; `confirmed` tells that Enter was pressed on it, changed or not."""

    confirmed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(72)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the time as it stands."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class HoursInput(QDoubleSpinBox):
    """A number of hours in half-hour steps; zero stands for "not told" and shows as empty."""

    def __init__(self, name: str, suffix: str) -> None:
        super().__init__()
        self.setRange(0, 8784)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setSuffix(suffix)
        self.setSpecialValueText(" ")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(84)

    def textFromValue(self, value: float) -> str:
        """Whole hours without decimals."""
        return self.locale().toString(value, "g", 5)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
