"""The line below the pages that says what was saved, with a way to take it back."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.i18n import _
from journal.ui.widgets.layout import label, row, shortened

SAID_FOR_MS = 10_000


class SaidLine(QWidget):
    """It keeps its place while it says nothing."""

    undo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self)
        line.setContentsMargins(36, 4, 36, 10)
        self._words = label("", "small")
        self._undo = QPushButton(_("Undo"))
        self._undo.setProperty("kind", "link")
        self._undo.clicked.connect(self.undo_requested)
        line.addWidget(self._words)
        line.addWidget(self._undo)
        line.addStretch(1)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        self.timer = QTimer(self, singleShot=True, interval=SAID_FOR_MS)
        self.timer.timeout.connect(self.hide)

    def say(self, words: str, *, can_undo: bool) -> None:
        """Say what was saved, for 10 seconds; no words are nothing to say."""
        self._undo.setVisible(can_undo)
        self._words.setText(shortened(words, 80))
        self.setVisible(bool(words))
        self.timer.start()

    def forget(self) -> None:
        """Say nothing, and hold no words either."""
        self._words.setText("")
        self.hide()
