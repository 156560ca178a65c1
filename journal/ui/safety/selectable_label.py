"""Text with a number in it, to read out or copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel

_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class SelectableLabel(QLabel):
    """The tabulator stops at it and selects it: where the keyboard is shows."""

    def __init__(self, kind: str = "", *, wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(wraps)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, ready to be copied."""
        super().focusInEvent(event)
        # A dialog that opens says "tab" before the label has the keyboard; that selects nothing.
        if self.hasFocus() and event.reason() in _TAB_REASONS:
            self.setSelection(0, len(self.text()))
