"""What the Trends page is made of: a sentence on top, and below it a card for each question."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from journal import clock as clocks
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.theme import Theme
from journal.ui.journal_editor import JournalEditor
from journal.ui.newest_request import NewestRequest
from journal.ui.trends import work
from journal.ui.trends.card import QuestionCard
from journal.ui.trends.card_pairs import CardPairs
from journal.ui.trends.choice import Choice, Range
from journal.ui.trends.headline_view import HeadlineView
from journal.ui.trends.question import Answer
from journal.ui.trends.questions import QUESTIONS
from journal.ui.trends.reading import Reading
from journal.ui.trends.scale_choice import ScaleChoice
from journal.ui.trends.words import range_in_words, range_name
from journal.ui.trends.work import Head, Loaded
from journal.ui.undisturbed import UndisturbedTasks
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import GRID, card, column, label
from journal.wording import error_sentence

SETTLED_AFTER_MS = 150
"""While the window is being resized nothing is worked out anew."""


class TrendsBoard(QWidget):
    """The worker reads the journal once, and works out and draws what is in sight.

    Cards are made one after the other, and answered one after the other. `ranges` are the buttons
    beside the page's title; `day_chosen` carries a day.
    """

    day_chosen = Signal(object)

    def __init__(
        self, editor: JournalEditor, theme: Callable[[], Theme], area: QScrollArea
    ) -> None:
        super().__init__()
        self._editor = editor
        self._theme = theme
        self._area = area
        self._questions = QUESTIONS
        self._choice = Choice()
        self._reading: Reading | None = None
        self._head: Head | None = None
        self._asked: QuestionCard | None = None
        self._answered: QuestionCard | None = None
        self._is_reading = self._under_way = self._is_loaded = False
        self.cards: list[QuestionCard] = []
        self._tasks = UndisturbedTasks(editor.tasks)
        self._readings = NewestRequest[Reading](self._tasks, self._on_read, self._on_failed)
        self._answers = NewestRequest[Head | Loaded | Answer](
            self._tasks, self._on_answered, self._on_failed
        )
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_AFTER_MS)
        self._settled.timeout.connect(self._ask_all_again)
        self.ranges = self._make_ranges()
        self._build()
        area.verticalScrollBar().valueChanged.connect(lambda _place: self._soon.start())

    def _make_ranges(self) -> ButtonRow:
        ranges = ButtonRow(_("Range"), [range_name(range_) for range_ in Range])
        for button, range_ in zip(ranges.buttons, Range, strict=True):
            button.setAccessibleName(range_in_words(range_))
            button.setToolTip(range_in_words(range_))
        ranges.chosen.connect(self._on_range_chosen)
        return ranges

    def _build(self) -> None:
        self._inside = column(self, spacing=2 * GRID)
        self.scale = ScaleChoice()
        self.scale.chosen.connect(self._on_scales_chosen)
        self.scale.hide()
        self.headline = HeadlineView(self.scale)
        self.headline.day_chosen.connect(self.day_chosen)
        self.nothing = self._nothing_card()
        self._inside.addWidget(self.headline)
        self._inside.addWidget(self.nothing)
        self._pairs = CardPairs()
        self._inside.addWidget(self._pairs)

    def _nothing_card(self) -> QFrame:
        frame, inside = card()
        words = _("Rate a day on Today, and it becomes the first dot here.")
        inside.addWidget(label(words, "strong", wraps=True))
        frame.hide()
        return frame

    def refresh(self) -> None:
        """Have the journal read anew; what it says is shown as the worker gets to it."""
        self.ranges.show_choice(list(Range).index(self._choice.range))
        if self._editor.is_open:
            self._is_reading = True
            self._readings.ask(partial(work.read, self._editor.journal, self._today()))

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def show_theme(self) -> None:
        """Draw the pictures in the theme's colours."""
        for each in self.cards:
            each.show_theme()

    def _on_read(self, reading: Reading) -> None:
        self._reading, self._is_reading = reading, False
        self._answer_anew()

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self.ranges.show_choice(list(Range).index(choice.range))
        self._answer_anew()

    def _answer_anew(self) -> None:
        """Have everything worked out for the present choice; what is known already is quick."""
        self._head = None
        self._ask_all_again()

    def _ask_all_again(self) -> None:
        self._answers.forget()
        self._asked = None
        self._under_way = False
        for each in self.cards:
            each.is_stale = True
        self._soon.start()

    def _go_on(self) -> None:
        """The next step: what stands on top, the cards, then one answer after the other."""
        if self._reading is None or self._under_way:
            return
        if self._answered is not None:
            self._answered.show_picture()
            self._answered = None
            self._soon.start()
        elif self._head is None:
            self._ask(partial(work.head, self._reading, self._choice))
        elif self._head.is_empty:
            return
        elif self._add_card():
            self._soon.start()
        elif not self._is_loaded:
            self._ask(work.load_drawing)
        else:
            self._ask_for_card(self._reading)

    def _ask(self, for_: Callable[[], Head | Loaded | Answer]) -> None:
        self._under_way = True
        self._answers.ask(for_)

    def _ask_for_card(self, reading: Reading) -> None:
        """Ask for the first card in sight that has no answer to the present choice."""
        missing = (each for each in self.cards if each.is_stale and each.is_wanted)
        self._asked = next((each for each in missing if self._is_in_sight(each)), None)
        if (asked := self._asked) is not None:
            width = self._pairs.picture_width(asked)
            self._ask(
                partial(work.answered, asked.question, reading, self._choice, width, asked.answer)
            )

    def _is_in_sight(self, part: QWidget) -> bool:
        viewport = self._area.viewport()
        place = QRect(part.mapTo(viewport, part.rect().topLeft()), part.size())
        return part.isVisible() and viewport.rect().intersects(place)

    @property
    def is_at_rest(self) -> bool:
        """Whether all that is in sight is answered and drawn."""
        is_busy = self._is_reading or self._under_way or self._soon.isActive()
        if self._head is None or is_busy:
            return False
        if self._head.is_empty:
            return True
        is_laid_out = self._is_loaded and all(each.isVisible() for each in self.cards)
        seen = filter(self._is_in_sight, self.cards)
        return is_laid_out and all(map(self._is_complete, seen))

    def _is_complete(self, each: QuestionCard) -> bool:
        if each.is_stale and each.is_wanted:
            return False
        return each.picture.is_drawn or not self._is_in_sight(each.picture)

    def _add_card(self) -> bool:
        """Make one more card; False where all are there."""
        if len(self.cards) == len(self._questions):
            return False
        question = self._questions[len(self.cards)]
        made = QuestionCard(question, self._tasks, self._theme, self._today)
        made.day_chosen.connect(self.day_chosen)
        made.option_chosen.connect(self._on_option_chosen)
        made.picked.connect(self._on_picked)
        made.opened.connect(self._soon.start)
        self.cards.append(made)
        self._pairs.add(made)
        return True

    def _on_answered(self, answered: Head | Loaded | Answer) -> None:
        self._under_way = False
        if isinstance(answered, Head):
            self._show_head(answered)
        elif isinstance(answered, Loaded):
            self._is_loaded = True
        elif self._asked is not None:
            self._asked.show_answer(answered, self._choice.options)
            self._answered = self._asked
            for each in self._pairs.place_answered():
                each.is_stale = True  # its picture has another width
        self._soon.start()

    def _show_head(self, head: Head) -> None:
        self._head = head
        self.headline.show_sentence(head.sentence, head.numbers, head.days)
        self.ranges.setVisible(not head.is_empty)
        self.scale.setVisible(not head.is_empty)
        self.nothing.setVisible(head.is_empty)
        for each in self.cards:
            each.setVisible(not head.is_empty)
        self.scale.show_head(head)

    def _on_failed(self, error: Exception) -> None:
        self._is_reading = self._under_way = False
        if not isinstance(error, JournalError):
            raise error
        self.headline.show_error(error_sentence(error))

    def _on_range_chosen(self, index: int) -> None:
        self._choose(replace(self._choice, range=list(Range)[index]))

    def _on_scales_chosen(self, scales: frozenset[str], questionnaires: frozenset[str]) -> None:
        self._choose(replace(self._choice, scales=scales, questionnaires=questionnaires))

    def _on_option_chosen(self, key: str, is_on: bool) -> None:
        self._choose(self._choice.with_option(key, is_on=is_on))

    def _on_picked(self, question: str, value: Hashable) -> None:
        self._choose(self._choice.with_pick(question, value))

    def showEvent(self, event: QShowEvent) -> None:
        """Answer what nobody could see before."""
        super().showEvent(event)
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other cards may be in sight; some pictures are higher where they are narrower."""
        super().resizeEvent(event)
        self._soon.start()
        if event.oldSize().width() != event.size().width() and self._reading is not None:
            self._settled.start()
