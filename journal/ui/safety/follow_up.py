"""One finding: its question where it has one, then what is said to the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from journal.domain.safety import NO, NOT_SURE, YES, Finding, FindingKind
from journal.i18n import _
from journal.ui.safety.selectable_label import SelectableLabel
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import card, column, label, row
from journal.wording.safety import (
    Numbers,
    addition,
    answer_choices,
    effects_line,
    finding_line,
    follow_up,
    question_text,
)

_THOUGHTS = (FindingKind.SELF_HARM, FindingKind.THOUGHTS)


class FollowUp(QFrame):
    """`answered` carries the code of the answer.

    `in_help`, away from where it was entered, it says what was found, and when.
    """

    answered = Signal(str)
    help_requested = Signal()
    closed = Signal()

    def __init__(self, finding: Finding, numbers: Numbers, *, in_help: bool = False) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        heading = finding_line(finding) if in_help else effects_line(finding)
        self._in_help = in_help
        self.heading = label(heading, "heading", wraps=True)
        self.heading.setVisible(bool(heading))
        self.question = label("", "strong", wraps=True)
        self.answers = self._answer_row(finding)
        self.sentence = SelectableLabel("strong", wraps=True)
        self.addition = SelectableLabel(wraps=True)
        for widget in (self.heading, self.question, self.answers, self.sentence, self.addition):
            if widget is not None:
                inside.addWidget(widget)
        inside.addLayout(self._links())
        self.show_finding(finding, numbers)

    def _answer_row(self, finding: Finding) -> ButtonRow | None:
        if finding.question is None:
            self.question.hide()
            return None
        question = question_text(finding.question)
        self.question.setText(question)
        choices = answer_choices(finding.question)
        codes = tuple(choices)
        self._codes = codes
        answers = ButtonRow(question, tuple(choices.values()))
        answers.chosen.connect(lambda index: self.answered.emit(codes[index]))
        return answers

    def _links(self) -> QHBoxLayout:
        line = row()
        self.help = QPushButton(_("Get help now"))
        self.help.clicked.connect(self.help_requested)
        self.close_link = QPushButton(_("Close"))
        self.close_link.setProperty("kind", "link")
        self.close_link.clicked.connect(self.closed)
        line.addWidget(self.help)
        line.addStretch(1)
        line.addWidget(self.close_link)
        return line

    def show_finding(self, finding: Finding, numbers: Numbers) -> None:
        """Show the answer given so far and what is said to it."""
        if self.answers is not None:
            chosen = self._codes.index(finding.answer) if finding.answer in self._codes else None
            self.answers.show_choice(chosen)
        for words, text in (
            (self.sentence, follow_up(finding, numbers)),
            (self.addition, addition(finding, numbers)),
        ):
            words.setText(text)
            words.setVisible(bool(text))
        self.help.setVisible(_needs_help(finding) and not self._in_help)

    @property
    def spoken(self) -> str:
        """All that it says, for a screen reader."""
        said = (self.heading, self.question, self.sentence, self.addition)
        return " ".join(words.text() for words in said if words.text())

    def take_focus(self) -> None:
        """Put the keyboard on the first answer, or on the way out where nothing is asked."""
        if self.answers is not None:
            self.answers.take_focus()
        else:
            self.close_link.setFocus(Qt.FocusReason.OtherFocusReason)


def _needs_help(finding: Finding) -> bool:
    if finding.kind in _THOUGHTS:
        return finding.answer in (NO, NOT_SURE)
    return finding.kind is FindingKind.MIGHT_ACT or finding.answer == YES
