"""What hides the window on a shared computer until a key is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from journal.i18n import _
from journal.ui.safety.help_keys import is_help_key

_NO_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)


class BlankScreen(QPushButton):
    """`left` follows on any key or click; the key does nothing else.

    While it waits for something, no key brings the window back, but the one for help is heard:
    `help_requested` follows.
    """

    left = Signal()
    help_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waits = False
        self.clicked.connect(self._on_click)
        self.say_how_to_leave()

    def say_how_to_leave(self) -> None:
        """Say that a key brings the window back."""
        self._waits = False
        self.setText(_("Symptom Journal\n\nPress any key to go on."))
        self.setAccessibleName(_("Hidden. Press any key to go on."))

    def say_what_it_waits_for(self) -> None:
        """Say that no key does, and why."""
        self._waits = True
        self.setText(
            _(
                "Symptom Journal\n\nIt locks itself once what it is doing is done. "
                "Nothing is lost.\n\nF1 shows numbers to call."
            )
        )
        self.setAccessibleName(
            _("Hidden. It locks itself once what it is doing is done. F1 shows numbers to call.")
        )

    def _on_click(self) -> None:
        if not self._waits:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Take every key before it can mean something to the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_key(event)
            return True
        return super().event(event)

    def _on_key(self, event: QKeyEvent) -> None:
        if self._waits:
            if is_help_key(event):
                self.help_requested.emit()
        elif event.key() not in _NO_KEYS:
            self.left.emit()
