"""The evening line about thoughts of not wanting to live, for those who switched it on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal.domain.safety_answer import SafetyQuestion
from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import card, column, label
from journal.wording.safety import answer_choices, question_text

_MIGHT_ACT = "might-act"


class EveningThoughts(QFrame):
    """One line, nothing chosen until the person chooses; the last answer asks for help at once.

    `answered` carries the code, `cleared` asks to take the answer back.
    """

    answered = Signal(str)
    cleared = Signal()
    help_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        question = question_text(SafetyQuestion.EVENING_THOUGHTS)
        choices = answer_choices(SafetyQuestion.EVENING_THOUGHTS)
        self._codes = tuple(choices)
        inside.addWidget(label(question, "strong", wraps=True))
        self.answers = ButtonRow(question, tuple(choices.values()))
        self.answers.chosen.connect(self._on_chosen)
        self.answers.cleared.connect(self.cleared)
        inside.addWidget(self.answers)
        inside.addWidget(label(_("Nobody watches this journal."), "small", wraps=True))

    def show_answer(self, code: str) -> None:
        """Show the evening's answer; an empty code shows none."""
        self.answers.show_choice(self._codes.index(code) if code in self._codes else None)

    def _on_chosen(self, index: int) -> None:
        code = self._codes[index]
        self.answered.emit(code)
        if code == _MIGHT_ACT:
            self.help_requested.emit()
