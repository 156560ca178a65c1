"""A question's card: its sentence, its picture or its numbers, and what can be done with them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QWidget

from journal.charts.numbers import NumbersTable
from journal.i18n import _
from journal.theme import Theme
from journal.ui.newest_request import NewestRequest
from journal.ui.palette import set_kind
from journal.ui.tasks import TaskRunner
from journal.ui.trends.card_picture import CardPicture
from journal.ui.trends.pick_box import PickBox, PickButtons
from journal.ui.trends.question import Answer, Question, within
from journal.ui.trends.saving import Saving
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import column, label, row
from journal.ui.widgets.narrow import at_left
from journal.ui.widgets.numbers_model import as_csv
from journal.ui.widgets.numbers_view import NumbersView

_Numbered = tuple[NumbersTable, tuple[date, ...]]
"""A table, and the days of its rows where rows are days or sessions."""

WAITING_HEIGHT = 200
"""Of a card without an answer yet, so that only those in sight are asked for."""


class QuestionCard(QFrame):
    """Shows what the worker answered, of a picture that is zoomed the part about its days.

    `day_chosen` carries a day to open, `option_chosen` an option's key and whether it is on,
    `picked` the question's key and what was picked; `opened` says that a question on request was
    asked.
    """

    day_chosen = Signal(object)
    option_chosen = Signal(str, bool)
    picked = Signal(str, object)
    opened = Signal()

    def __init__(
        self,
        question: Question[Any],
        tasks: TaskRunner,
        theme: Callable[[], Theme],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.question = question
        self.answer: Answer | None = None
        self._shown: Answer | None = None
        self.is_wanted = not question.on_request
        self.is_stale = True
        self.table: NumbersView | None = None
        self.picture = CardPicture(question, tasks, theme)
        self.saving = Saving(tasks, today, self)
        self._numbering = NewestRequest[_Numbered](tasks, self._on_numbers, _raise)
        self._retelling = NewestRequest[Answer](tasks, self._on_retold, _raise)
        self._build()
        self._connect()
        self._show_parts()

    def _build(self) -> None:
        inside = column(self)
        inside.setContentsMargins(20, 18, 20, 18)
        self._inside = inside
        self.heading = label(self.question.title(), "heading", wraps=True)
        self.sentence = label("", wraps=True)
        self.legend = label("", "small", wraps=True)
        self.hint = label(_hint(self.question), "small", wraps=True)
        self.told = label("", "muted", wraps=True)
        inside.addLayout(self._head())
        self._options_line = self._options()
        for part in (
            self.sentence,
            self._options_line,
            self.legend,
            self.picture,
            self.hint,
            self.told,
        ):
            inside.addWidget(part)
        inside.addStretch(1)  # all a card is higher than it needs beside another stays below
        self.told.hide()
        self.setMinimumHeight(WAITING_HEIGHT if self.is_wanted else 0)

    def _head(self) -> QHBoxLayout:
        line = row(spacing=2)
        line.addWidget(self.heading, 1)
        self.zoom_back = _link(_("Zoom back"))
        self.swap = _link("")
        self.copy = _link(_("Copy"))
        self.save = _link("")
        self.open = QPushButton(_("Show"))
        self.open.setAccessibleName(f"{_('Show')}: {self.question.title()}")
        for button in (self.zoom_back, self.swap, self.copy, self.save, self.open):
            line.addWidget(button)
        return line

    def _options(self) -> QWidget:
        holder = QWidget()
        inside = column(holder)
        self.pick = _pick_of(self.question)
        if self.pick is not None:
            self.pick.picked.connect(lambda value: self.picked.emit(self.question.key, value))
            inside.addWidget(at_left(self.pick) if isinstance(self.pick, PickBox) else self.pick)
        self.options = {option.key: QCheckBox(option.words()) for option in self.question.options}
        for key, box in self.options.items():
            box.toggled.connect(lambda is_on, key=key: self.option_chosen.emit(key, is_on))
            inside.addWidget(at_left(box))
        return holder

    def _connect(self) -> None:
        self.open.clicked.connect(self._on_opened)
        self.swap.clicked.connect(self._on_swap)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.zoom_back.clicked.connect(self.picture.go_back)
        self.picture.day_chosen.connect(self.day_chosen)
        self.picture.zoomed.connect(self.zoom_back.setVisible)
        self.picture.drawn.connect(self._on_drawn)
        self.saving.told.connect(self._on_told)

    def show_answer(self, answer: Answer, options: frozenset[str]) -> None:
        """Show another answer in words, its picture follows with `show_picture`.

        The very one that is shown changes nothing.
        """
        self.is_stale = False
        for option in self.question.options:
            show_checked(self.options[option.key], option.key in options)
            self.options[option.key].setVisible(option.applies(answer.result))
        if answer is self.answer:
            return
        self.answer = answer
        self.setMinimumHeight(0)
        self._retelling.forget()
        self._tell(answer)
        if self.pick is not None and self.question.picks is not None:
            picks = self.question.picks
            self.pick.show_offered(picks.offered(answer.result), picks.picked(answer.result))
        self._show_parts()

    def _tell(self, answer: Answer) -> None:
        """Say an answer, or what of it is shown; then the picture below must not jump about."""
        self._shown = answer
        for words, said in ((self.sentence, answer.sentence), (self.legend, answer.legend)):
            words.setMinimumHeight(0 if answer is self.answer else words.height())
            words.setText(said)
        if answer.has_picture and self._shows_table():
            self._ask_numbers()

    def _on_drawn(self) -> None:
        """Tell of other days once they are drawn, so that zooming does not wait for words."""
        window = self.picture.zoomed_to
        if self.answer is not None and window is not None:
            self._retelling.ask(partial(within, self.answer, window))
        elif self.answer is not None:
            self._retelling.forget()
            if self._shown is not self.answer:
                self._on_retold(self.answer)

    def _on_retold(self, answer: Answer) -> None:
        self._tell(answer)
        self.picture.show_description(answer.description)

    def show_picture(self) -> None:
        """Have the picture of the answer drawn; the window breathes between the two."""
        if self.answer is not None and self.answer.has_picture:
            self.picture.show_answer(self.answer)
            self._show_parts()

    def show_theme(self) -> None:
        """Draw the picture in the theme's colours."""
        self.picture.show_theme()

    def _shows_table(self) -> bool:
        return self.table is not None and not self.table.isHidden()

    def _show_parts(self, *, as_table: bool | None = None) -> None:
        """Show what there is: the picture or the table, and the buttons that go with it."""
        as_table = self._shows_table() if as_table is None else as_table
        answered = self.answer is not None
        drawn = self.answer is not None and self.answer.has_picture
        pictured = drawn and self.picture.view is not None
        self.open.setVisible(not self.is_wanted)
        self.sentence.setVisible(answered)
        self._options_line.setVisible(answered and bool(self.options or self.pick))
        self.legend.setVisible(drawn and not as_table and bool(self.legend.text()))
        self.picture.setVisible(pictured and not as_table)
        self.hint.setVisible(pictured and not as_table and bool(self.hint.text()))
        if self.table is not None:
            self.table.setVisible(drawn and as_table)
        self.swap.setVisible(drawn)
        self.save.setVisible(drawn)
        self.copy.setVisible(drawn and as_table)
        self.zoom_back.setVisible(drawn and not as_table and self.picture.zoomed_to is not None)
        title = self.question.title()
        for button, words in (
            (self.swap, _("As picture") if as_table else _("As table")),
            (self.save, _("Save as CSV…") if as_table else _("Save picture…")),
            (self.copy, self.copy.text()),
        ):
            button.setText(words)
            button.setAccessibleName(f"{words}: {title}")

    def _on_opened(self) -> None:
        self.is_wanted = True
        self._show_parts()
        self.opened.emit()

    def _on_swap(self) -> None:
        as_table = not self._shows_table()
        if as_table and self.table is None:
            self.table = NumbersView()
            self.table.day_chosen.connect(self.day_chosen)
            self._inside.insertWidget(self._inside.indexOf(self.picture) + 1, self.table)
        self._show_parts(as_table=as_table)
        if as_table:
            self._ask_numbers()

    def _ask_numbers(self) -> None:
        if self._shown is not None:
            self._numbering.ask(partial(_numbered, self.question, self._shown.result))

    def _on_numbers(self, numbered: _Numbered) -> None:
        if self.table is not None:
            self.table.show_table(*numbered)

    def _on_copy(self) -> None:
        if self.table is not None:
            self.table.copy()
            self._on_told(_("Copied."), "muted")

    def _on_save(self) -> None:
        if self.answer is None:
            return
        if self.table is not None and self._shows_table():
            self.saving.save_table(partial(as_csv, self.table.table))
        else:
            self.saving.save_picture(self.picture.file_maker(self.answer))

    def _on_told(self, words: str, kind: str) -> None:
        set_kind(self.told, kind)
        self.told.setText(words)
        self.told.show()


def _numbered(question: Question[Any], result: Any) -> _Numbered:
    """The numbers behind a result; many take their time, so this is for the worker."""
    return question.numbers(result), question.days(result) if question.days else ()


def _pick_of(question: Question[Any]) -> PickBox | PickButtons | None:
    if question.picks is None:
        return None
    kind = PickButtons if question.picks.as_buttons else PickBox
    return kind(question.picks.name())


def _hint(question: Question[Any]) -> str:
    """What a hand can do in a picture over time; the keys are told by its description."""
    if question.over_time is None:
        return ""
    return _("Drag to look closer, double-click to go back, click a day to open it.")


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "link")
    return button


def _raise(error: Exception) -> None:
    """Numbers are made of what was read already: what fails is a defect of the program."""
    raise error
