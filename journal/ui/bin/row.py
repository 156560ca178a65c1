"""One deletion in the bin: what it was, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal.i18n import _
from journal.ui.widgets.layout import card, column, label, row


class DeletionRow(QFrame):
    """`put_back_requested` asks for everything of this deletion."""

    put_back_requested = Signal()

    def __init__(self, title: str, gist: str, kept: str) -> None:
        super().__init__()
        frame, inside = card()
        inside.setContentsMargins(16, 12, 16, 12)
        column(self).addWidget(frame)
        line = row(spacing=16)
        words = column(spacing=2)
        words.addWidget(label(title, "strong", wraps=True))
        if gist:
            words.addWidget(label(gist, wraps=True))
        words.addWidget(label(kept, "small", wraps=True))
        line.addLayout(words, 1)
        self.put_back = QPushButton(_("Put back"))
        self.put_back.setAccessibleName(_("Put back: {what}").format(what=f"{title}. {gist}"))
        self.put_back.clicked.connect(self.put_back_requested)
        line.addWidget(self.put_back)
        inside.addLayout(line)
        self.message = label("", "error", wraps=True)
        self.message.hide()
        inside.addWidget(self.message)

    def show_message(self, message: str) -> None:
        """Say why it was not put back."""
        self.message.setText(message)
        self.message.show()
