"""The one thing asked for in an evening: a card with its question, and "Not now"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.prompts import Prompt, PromptKind
from journal.domain.safety import BLADDER_EFFECTS
from journal.domain.safety_answer import SafetyQuestion
from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import FlowBox, card, column, label, row
from journal.wording import effect_label
from journal.wording.safety import answer_choices, question_text


class PromptCard(QFrame):
    """A question and a way not to answer it tonight."""

    put_off = Signal()

    def __init__(self, question: str, about: str = "") -> None:
        super().__init__()
        frame, self.inside = card()
        column(self).addWidget(frame)
        self.inside.addWidget(label(question, "heading", wraps=True))
        if about:
            self.inside.addWidget(label(about, "muted", wraps=True))

    def add_ways_out(self, *buttons: QPushButton) -> QHBoxLayout:
        """The buttons of the card, "Not now" last."""
        line = row()
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        self.not_now = QPushButton(_("Not now"))
        self.not_now.setProperty("kind", "link")
        self.not_now.clicked.connect(self.put_off)
        line.addWidget(self.not_now)
        self.inside.addLayout(line)
        return line


class BladderCheck(PromptCard):
    """The monthly check; `answered` carries the catalogue's keys, an empty tuple for none."""

    answered = Signal(tuple)

    def __init__(self) -> None:
        question = question_text(SafetyQuestion.BLADDER)
        super().__init__(
            question, _("Asked once a month, because ketamine can irritate the bladder.")
        )
        box = FlowBox(6)
        box.setAccessibleName(question)
        self.chips = {key: self._chip(key) for key in BLADDER_EFFECTS}
        for chip in self.chips.values():
            box.add(chip)
        self.inside.addWidget(box)
        self.none = QPushButton(_("None of these"))
        self.none.clicked.connect(lambda: self.answered.emit(()))
        self.save = QPushButton(_("Save"))
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda: self.answered.emit(self.ticked))
        self.add_ways_out(self.none, self.save)

    def _chip(self, key: str) -> QPushButton:
        chip = QPushButton(effect_label(key))
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(self._on_toggled)
        return chip

    def _on_toggled(self) -> None:
        self.save.setEnabled(bool(self.ticked))
        self.none.setEnabled(not self.ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of what is ticked, in the order of the catalogue."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())


class TiredQuestion(PromptCard):
    """Asked after two days of higher mood and little sleep; `answered` carries yes or no."""

    answered = Signal(str)

    def __init__(self) -> None:
        question = question_text(SafetyQuestion.TIRED)
        super().__init__(question, _("You wrote down higher mood and little sleep twice in a row."))
        choices = answer_choices(SafetyQuestion.TIRED)
        codes = tuple(choices)
        self.answers = ButtonRow(question, tuple(choices.values()))
        self.answers.chosen.connect(lambda index: self.answered.emit(codes[index]))
        line = self.add_ways_out()
        line.insertWidget(0, self.answers)


class QuestionnaireDue(PromptCard):
    """Offers a questionnaire by its title; `started` where the person wants it now."""

    started = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(_("{questionnaire} is due").format(questionnaire=title))
        self.start = QPushButton(_("Answer it now"))
        self.start.clicked.connect(self.started)
        self.add_ways_out(self.start)


class PromptPlace(QWidget):
    """Where the one prompt of an evening stands, if there is one.

    `answered` carries the question and the answers' codes, `put_off` the PromptKind, and
    `questionnaire_requested` the key of the one to open.
    """

    answered = Signal(object, tuple)
    put_off = Signal(object)
    questionnaire_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._inside: QVBoxLayout = column(self)
        self._shown: Prompt | None = None
        self.card: PromptCard | None = None
        self.hide()

    def show_prompt(self, prompt: Prompt | None, title: str = "") -> None:
        """Show a prompt, or none; `title` names the questionnaire that is due."""
        if prompt == self._shown:
            return
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
        self._shown = prompt
        self.card = None if prompt is None else self._card(prompt, title)
        if self.card is not None:
            self._inside.addWidget(self.card)
        self.setVisible(self.card is not None)

    def _card(self, prompt: Prompt, title: str) -> PromptCard:
        made: PromptCard
        match prompt.kind:
            case PromptKind.TIRED:
                made = tired = TiredQuestion()
                question = SafetyQuestion.TIRED
                tired.answered.connect(lambda code: self.answered.emit(question, (code,)))
            case PromptKind.BLADDER:
                made = check = BladderCheck()
                check.answered.connect(
                    lambda keys: self.answered.emit(SafetyQuestion.BLADDER, keys)
                )
            case PromptKind.QUESTIONNAIRE:
                made = due = QuestionnaireDue(title)
                key = prompt.questionnaire
                due.started.connect(lambda: self.questionnaire_requested.emit(key))
        made.put_off.connect(lambda: self.put_off.emit(prompt.kind))
        return made
