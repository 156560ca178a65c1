"""What stands at the end: the total and what it is called, or how much was answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton

from journal.domain.questionnaire import Questionnaire
from journal.domain.scoring import ScoredResponse
from journal.i18n import _
from journal.ui.questionnaires.words import result_heading, result_sentence
from journal.ui.widgets.layout import column, label, row


class EndCard(QFrame):
    """`done` ends the asking, `rest_requested` goes to the first question without an answer."""

    done = Signal()
    rest_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        inside = column(self, spacing=12)
        inside.setContentsMargins(20, 18, 20, 18)
        self.heading = label("", "heading", wraps=True)
        self.sentence = label("", "muted", wraps=True)
        self.finish = QPushButton(_("Done"))
        self.finish.setProperty("kind", "primary")
        self.finish.clicked.connect(self.done)
        self.rest = QPushButton(_("Answer what is open"))
        self.rest.clicked.connect(self.rest_requested)
        buttons = row()
        for button in (self.finish, self.rest):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addWidget(self.heading)
        inside.addWidget(self.sentence)
        inside.addLayout(buttons)

    def show_result(self, entry: ScoredResponse, questionnaire: Questionnaire) -> None:
        """Show what the answers come to."""
        self.heading.setText(result_heading(entry, questionnaire))
        self.sentence.setText(result_sentence(entry))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.rest.setVisible(entry.total is None)
        self.finish.setAccessibleDescription(f"{self.heading.text()} {self.sentence.text()}")

    def take_focus(self) -> None:
        """Put the keyboard on Done."""
        self.finish.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back to the last question."""
        if event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
