"""A line of text that is handed over when its editing ends."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from journal.domain.checkin import MAX_NAME


class KeptLine(QLineEdit):
    """`entered` carries the text once it differs from what is kept; empty is an answer too."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MAX_NAME)
        self._kept = ""
        self.editingFinished.connect(self.flush)

    def show_kept(self, text: str) -> None:
        """Show what is kept; what is being typed is left alone."""
        self._kept = text
        if not self.isModified() and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Hand over what was typed."""
        text = self.text().strip()
        self.setModified(False)
        if text != self._kept:
            self.entered.emit(text)
