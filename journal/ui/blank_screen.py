"""What hides the window on a shared computer until a key is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from journal.i18n import _

_NO_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)


class BlankScreen(QPushButton):
    """`left` follows on any key or click; the key does nothing else."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self.left)
        self.say_how_to_leave()

    def say_how_to_leave(self) -> None:
        """Say that a key brings the window back."""
        self.setText(_("Symptom Journal\n\nPress any key to go on."))
        self.setAccessibleName(_("Hidden. Press any key to go on."))

    def say_what_it_waits_for(self) -> None:
        """Say that no key does, and why."""
        self.setText(
            _("Symptom Journal\n\nIt locks itself once what it is doing is done. Nothing is lost.")
        )
        self.setAccessibleName(_("Hidden. It locks itself once what it is doing is done."))

    def event(self, event: QEvent) -> bool:
        """Take every key before it can mean something to the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in _NO_KEYS:
                self.left.emit()
            return True
        return super().event(event)
