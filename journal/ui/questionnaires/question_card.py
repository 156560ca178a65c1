"""The questions of one questionnaire: the one that is asked now, or all below each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.scoring import options_of
from journal.i18n import _
from journal.ui.questionnaires.question_box import QuestionBox
from journal.ui.questionnaires.safe_tonight import SafeTonight
from journal.ui.questionnaires.words import progress_words
from journal.ui.widgets.layout import column, label, row, rule
from journal.wording.questionnaires import only_on_this_computer


class QuestionCard(QFrame):
    """Signals carry the question's place, from 0; `chosen` also the value and whether it was typed.

    `safe_tonight` stands below the safety item's question.
    """

    chosen = Signal(int, int, bool)
    cleared = Signal(int)
    back_requested = Signal(int)
    gone_on = Signal(int)
    skip_requested = Signal()
    end_requested = Signal()

    def __init__(self, questionnaire: Questionnaire, safe_tonight: SafeTonight) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._safe_tonight = safe_tonight
        self._index = 0
        self.setProperty("kind", "card")
        inside = column(self, spacing=16)
        inside.setContentsMargins(20, 18, 20, 18)
        self._opening = self._make_opening()
        inside.addWidget(self._opening)
        self.boxes = tuple(self._make_box(index) for index in range(len(questionnaire.items)))
        for box in self.boxes:
            inside.addWidget(box)
            if box.item.key == questionnaire.safety_item:
                inside.addWidget(safe_tonight)
        self._line = rule()
        inside.addWidget(self._line)
        inside.addLayout(self._buttons())

    def _make_opening(self) -> QWidget:
        opening = QWidget()
        inside = column(opening)
        for text in (self._questionnaire.instructions, self._questionnaire.stem):
            if text:
                inside.addWidget(label(text, "muted", wraps=True))
        return opening

    def _make_box(self, index: int) -> QuestionBox:
        questionnaire, item = self._questionnaire, self._questionnaire.items[index]
        place = progress_words(questionnaire, index)
        description = f"{place}. {questionnaire.stem}" if item.scored else place
        note = only_on_this_computer() if item.key == questionnaire.safety_item else ""
        box = QuestionBox(item, options_of(questionnaire, item), description, note)
        box.chosen.connect(lambda value, typed: self.chosen.emit(index, value, typed))
        box.cleared.connect(lambda: self.cleared.emit(index))
        box.back_requested.connect(lambda: self.back_requested.emit(index))
        box.gone_on.connect(lambda: self.gone_on.emit(index))
        return box

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.back = QPushButton(_("Back"))
        self.back.clicked.connect(lambda: self.back_requested.emit(self._index))
        self.skip = QPushButton()
        self.skip.setProperty("kind", "link")
        self.skip.clicked.connect(self.skip_requested)
        self.finish = QPushButton(_("Finish"))
        self.finish.setProperty("kind", "primary")
        self.finish.clicked.connect(self.end_requested)
        for button in (self.back, self.skip, self.finish):
            button.setAutoDefault(True)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def show_questions(
        self, response: Response, index: int, *, one_by_one: bool, follows_up: bool
    ) -> None:
        """Show the question at `index` or all of them; `follows_up` shows what item 9 raises.

        Asked one by one, that stands in the place of the question.
        """
        self._index = index
        for i, box in enumerate(self.boxes):
            box.show_answer(response.value(box.item.key))
            box.setVisible(not one_by_one or (i == index and not follows_up))
        item = self._questionnaire.items[min(index, len(self.boxes) - 1)]
        asks_one = one_by_one and not follows_up
        self._safe_tonight.setVisible(follows_up)
        # The opening is that of the questions that make up the total.
        self._opening.setVisible(not one_by_one or (asks_one and item.scored))
        self._line.setVisible(asks_one or not one_by_one)
        self.back.setVisible(asks_one)
        self.back.setEnabled(index > 0)
        answered = response.value(item.key) is not None
        self.skip.setText(_("Next") if answered else _("Skip this question"))
        self.skip.setVisible(asks_one)
        self.finish.setVisible(not one_by_one)
