"""What follows a thought of self-harm: one question, its fixed words, and the way to help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal.domain.safety import YES, Finding
from journal.domain.safety_answer import SafetyQuestion
from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import column, label, row
from journal.wording.safety import Numbers, addition, answer_choices, follow_up, question_text


class SafeTonight(QWidget):
    """`answered` carries the code of an answer; nobody has to give one to go on."""

    answered = Signal(str)
    help_requested = Signal()
    gone_on = Signal()
    back_requested = Signal()

    def __init__(self, numbers: Numbers) -> None:
        super().__init__()
        self._numbers = numbers
        inside = column(self, spacing=12)
        question = question_text(SafetyQuestion.SAFE_TONIGHT)
        choices = answer_choices(SafetyQuestion.SAFE_TONIGHT)
        self._codes = tuple(choices)
        inside.addWidget(label(question, "heading", wraps=True))
        self.answers = ButtonRow(question, tuple(choices.values()))
        self.follow_up = label("", "strong", wraps=True)
        self.more = label("", wraps=True)
        for widget in (self.answers, self.follow_up, self.more):
            inside.addWidget(widget)
        inside.addLayout(self._buttons())
        self.answers.chosen.connect(lambda index: self.answered.emit(self._codes[index]))
        self.answers.cleared.connect(self.back_requested)

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.help = QPushButton(_("Get help now"))
        self.help.clicked.connect(self.help_requested)
        self.go_on = QPushButton(_("Go on"))
        self.go_on.clicked.connect(self.gone_on)
        for button in (self.help, self.go_on):
            button.setAutoDefault(True)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def show_finding(self, finding: Finding | None) -> None:
        """Show what was answered, if anything, and what is said to it."""
        code = finding.answer if finding else ""
        self.answers.show_choice(self._codes.index(code) if code in self._codes else None)
        for words, text in (
            (self.follow_up, follow_up(finding, self._numbers) if finding else ""),
            (self.more, addition(finding, self._numbers) if finding else ""),
        ):
            words.setText(text)
            words.setVisible(bool(text))
        self.help.setVisible(bool(code) and code != YES)

    def say_follow_up(self) -> None:
        """Read the answer's words out, and put the keyboard on what comes next."""
        words = " ".join(part for part in (self.follow_up.text(), self.more.text()) if part)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        (self.go_on if self.help.isHidden() else self.help).setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the answers."""
        self.answers.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back to the question before."""
        if event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
