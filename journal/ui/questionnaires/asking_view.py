"""Asks one questionnaire, one question after the other or all on one page; every answer is saved.

It decides which question comes next and what every key changes; the cards only show it.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from journal.catalogue import HelpNumbers
from journal.domain.questionnaire import Response
from journal.domain.safety import self_harm
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.scoring import all_left, safety_value, scored, total, with_answer
from journal.i18n import _
from journal.ui.journal_editor import JournalEditor
from journal.ui.questionnaires import verbs
from journal.ui.questionnaires.end_card import EndCard
from journal.ui.questionnaires.question_card import QuestionCard
from journal.ui.questionnaires.safe_tonight import SafeTonight
from journal.ui.questionnaires.verbs import Asking
from journal.ui.questionnaires.words import answered_so_far, progress_words
from journal.ui.safety.verbs import answer as answer_safety
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import column, label, row
from journal.wording.safety import numbers_of

ABOVE_AND_BELOW = 120
"""So many pixels stay visible around what has the keyboard."""


class AskingView(QWidget):
    """`closed` says that the person is done or left; what was answered is in the journal.

    `way_changed` carries whether questions come one after the other.
    """

    closed = Signal()
    help_requested = Signal()
    way_changed = Signal(bool)

    def __init__(
        self,
        editor: JournalEditor,
        asking: Asking,
        country: HelpNumbers,
        *,
        one_by_one: bool,
    ) -> None:
        super().__init__()
        self.asking = asking
        self._editor = editor
        self._one_by_one = one_by_one
        self._follows_up = False
        self._offered = False
        self._items = asking.questionnaire.items
        self._response = self._read()
        self._index = self._first_open() % len(self._items)
        self._build(country)
        self._connect()
        self._show()

    def _build(self, country: HelpNumbers) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("kind", "page")
        self._area.setWidget(body)
        column(self).addWidget(self._area)
        inside = column(body, spacing=16)
        inside.setContentsMargins(36, 28, 36, 24)
        inside.addLayout(self._header())
        settings = self._editor.journal.settings()
        self.safe_tonight = SafeTonight(numbers_of(settings, country))
        self.questions = QuestionCard(self.asking.questionnaire, self.safe_tonight)
        self.end = EndCard()
        inside.addWidget(self.questions)
        inside.addWidget(self.end)
        inside.addStretch(1)
        inside.addWidget(label(self.asking.questionnaire.notice, "small", wraps=True))

    def _header(self) -> QHBoxLayout:
        line = row(spacing=16)
        words = column(spacing=2)
        words.addWidget(label(self.asking.questionnaire.title, "title"))
        self.progress = label("", "muted")
        words.addWidget(self.progress)
        names = [_("One by one"), _("All on one page")]
        self.way = ButtonRow(_("How the questions come"), names)
        self.leave_button = QPushButton(_("Leave"))
        self.leave_button.setToolTip(_("What you answered is kept (Esc)."))
        line.addLayout(words, 1)
        line.addWidget(self.way, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _connect(self) -> None:
        questions, safe_tonight, end = self.questions, self.safe_tonight, self.end
        questions.chosen.connect(self._on_chosen)
        questions.cleared.connect(self._on_cleared)
        questions.back_requested.connect(self._on_back)
        questions.gone_on.connect(self._on_gone_on)
        questions.skip_requested.connect(lambda: self._go_to(self._index + 1))
        questions.end_requested.connect(self._on_end)
        safe_tonight.answered.connect(self._on_safe_tonight)
        safe_tonight.help_requested.connect(self.help_requested)
        safe_tonight.gone_on.connect(lambda: self._go_to(self._safety_index + 1))
        safe_tonight.back_requested.connect(lambda: self._go_to(self._safety_index))
        end.done.connect(self._on_done)
        end.rest_requested.connect(lambda: self._go_to(self._first_open()))
        end.back_requested.connect(lambda: self._go_to(len(self._items) - 1))
        self.way.chosen.connect(self._on_way)
        self.leave_button.clicked.connect(self.close_asking)

    def _show(self) -> None:
        self.way.show_choice(0 if self._one_by_one else 1)
        self.questions.setVisible(not self._at_end)
        self.questions.show_questions(
            self._response,
            self._index,
            one_by_one=self._one_by_one,
            follows_up=self._follows_up,
        )
        self.progress.setText(self._progress())
        self._show_safe_tonight()
        self._show_end()

    def _progress(self) -> str:
        if self._at_end:
            return _("All through")
        if self._one_by_one:
            return progress_words(self.asking.questionnaire, self._index)
        return answered_so_far(self.asking.questionnaire, self._response)

    def _show_safe_tonight(self) -> None:
        journal = self._editor.journal
        answers = journal.safety_answers.between()
        finding = self_harm(self._response, journal.responses.between(), answers)
        self.safe_tonight.show_finding(finding)

    def _show_end(self) -> None:
        self.end.setVisible(self._at_end)
        if self._at_end:
            settings = self._editor.journal.settings()
            (entry,) = scored(self.asking.questionnaire, [self._response], (), settings)
            self.end.show_result(entry, self.asking.questionnaire)

    # where it stands

    def _read(self) -> Response:
        responses = self._editor.journal.responses.between()
        kept = next((response for response in responses if response.id == self.asking.id), None)
        return kept or self.asking.new(self._editor.stamp())

    @property
    def _at_end(self) -> bool:
        return self._index == len(self._items)

    @property
    def _safety_index(self) -> int:
        keys = [item.key for item in self._items]
        return keys.index(self.asking.questionnaire.safety_item)

    def _is_safety(self, index: int) -> bool:
        return self._items[index].key == self.asking.questionnaire.safety_item

    def _first_open(self) -> int:
        """The first question without an answer; one past the last where there is none."""
        values = [self._response.value(item.key) for item in self._items]
        return values.index(None) if None in values else len(values)

    def take_focus(self) -> None:
        """Put the keyboard where the next key belongs."""
        if self._at_end:
            self.end.take_focus()
        elif self._follows_up and self._one_by_one:
            self.safe_tonight.take_focus()
        else:
            self.questions.boxes[self._index].take_focus()
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self._area.ensureWidgetVisible(focused, 0, ABOVE_AND_BELOW)

    def _go_to(self, index: int) -> None:
        """Show a question, or the end; reaching it with a total finishes."""
        self._index = min(index, len(self._items))
        self._follows_up = self._follows_up and not self._one_by_one
        if self._at_end:
            self._leave_all(finished=self._has_total(self._response))
        self._show()
        self.take_focus()

    def _has_total(self, response: Response) -> bool:
        return total(self.asking.questionnaire, response) is not None

    # what every key changes

    def _on_chosen(self, index: int, value: int, typed: bool) -> None:
        """Typed or asked one by one, an answer goes on; on one page a click may be corrected."""
        if not self._is_safety(index):
            self._leave_safety_item()
        self._index = index
        goes_on = typed or self._one_by_one
        self._answer(index, value, left=goes_on)
        if self._is_safety(index):
            self._follows_up = False
        if not goes_on:
            self._show()
        elif self._is_safety(index) and value > 0:
            self._ask_safe_tonight()
        elif self._one_by_one or index + 1 < len(self._items):
            self._go_to(index + 1)
        else:
            self._show()
            self.questions.finish.setFocus()

    def _answer(self, index: int, value: int, *, left: bool) -> None:
        key = self._items[index].key
        answered = with_answer(self._response, key, value, left=left)
        ends = self._one_by_one and index + 1 == len(self._items)
        finished = ends and self._has_total(answered)
        self._response = all_left(answered, finished=True) if finished else answered
        words = _("{title}: answer saved.").format(title=self.asking.questionnaire.title)
        verb = verbs.answer(self.asking, key, value, left=left, finished=finished)
        self._editor.perform(words, verb)

    def _on_cleared(self, index: int) -> None:
        key = self._items[index].key
        self._response = with_answer(self._response, key, None, left=True)
        if self._is_safety(index):
            self._follows_up = False
        words = _("{title}: answer taken back.").format(title=self.asking.questionnaire.title)
        self._editor.perform(words, verbs.take_back(self.asking, key))
        self._show()

    def _on_back(self, index: int) -> None:
        if index > 0:
            self._go_to(index - 1)

    def _on_way(self, choice: int) -> None:
        self._leave_safety_item()
        self._one_by_one = choice == 0
        self._index = min(self._index, len(self._items) - 1)
        if self._follows_up:
            self._index = self._safety_index
        self._show()
        self.way_changed.emit(self._one_by_one)

    def _on_gone_on(self, index: int) -> None:
        """On one page a question is left when the keyboard goes elsewhere."""
        if self._is_safety(index):
            self._leave_safety_item()

    def _on_end(self) -> None:
        if not self._safety_comes_first():
            self._go_to(len(self._items))

    def _on_done(self) -> None:
        if self._response.answers:
            self._leave_all(finished=True)
        self.closed.emit()

    def _leave_all(self, *, finished: bool = False) -> None:
        left = all_left(self._response, finished=finished)
        if left != self._response:
            self._response = left
            self._editor.perform("", verbs.leave(self.asking, finished=finished))

    # thoughts of self-harm

    def _leave_safety_item(self) -> None:
        """Mark the safety item as left; its question follows where it was not left before."""
        questionnaire = self.asking.questionnaire
        if safety_value(questionnaire, self._response) is not None:
            return
        if self._response.value(questionnaire.safety_item) is None:
            return
        self._leave_all()
        if safety_value(questionnaire, self._response):
            self._follows_up, self._offered = True, False
            self._show()

    def _ask_safe_tonight(self) -> None:
        self._follows_up = self._offered = True
        self._show()
        self.safe_tonight.take_focus()
        self._bring_into_sight()

    def _safety_comes_first(self) -> bool:
        """Whether there is a question to show before the person leaves; it is shown once."""
        self._leave_safety_item()
        if not self._follows_up or self._offered:
            return False
        self._ask_safe_tonight()
        return True

    def _on_safe_tonight(self, code: str) -> None:
        asking, question = self.asking, SafetyQuestion.SAFE_TONIGHT
        verb = answer_safety(question, asking.moment, (code,), asking.id)
        self._editor.perform(_("Saved."), verb)
        self._show_safe_tonight()
        self.safe_tonight.say_follow_up()

    # coming and going

    def refresh(self) -> None:
        """Follow what was undone; the first question that changed comes to the front."""
        if self._editor.has_unsaved:
            return
        shown, self._response = self._response, self._read()
        changed = [
            index
            for index, item in enumerate(self._items)
            if shown.value(item.key) != self._response.value(item.key)
        ]
        if changed:
            self._follows_up = False
            self._index = changed[0]
            self._show()
            self.take_focus()
        else:
            self._show_safe_tonight()

    def leave(self) -> None:
        """The page goes out of sight: the question that is shown was left."""
        self._leave_safety_item()

    def close_asking(self) -> None:
        """Leave with what was answered; a question that it raises comes first."""
        if not self._safety_comes_first():
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc leaves, and the window hears it too: pressed twice it blanks everything."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and not event.isAutoRepeat()
        ):
            QTimer.singleShot(0, self, self.close_asking)
        return super().event(event)
