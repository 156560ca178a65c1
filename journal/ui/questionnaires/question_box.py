"""One question and its answers: a digit chooses and goes on, arrows move, Backspace goes back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.domain.questionnaire import Item, Option
from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import column, label

_NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class AnswerRow(ButtonRow):
    """The answers to one question; signals carry the option's index where one is meant."""

    typed = Signal(int)
    typed_off = Signal()
    back_requested = Signal()
    focus_gone = Signal()

    def __init__(self, name: str, options: Sequence[Option]) -> None:
        super().__init__(name, [f"{option.value}   {option.text}" for option in options])
        self._digits = {str(option.value): index for index, option in enumerate(options)}
        for button, option in zip(self.buttons, options, strict=True):
            button.setAccessibleName(f"{name}: {option.value}, {option.text}")
            button.focus_left.connect(self._on_focus_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose and go on, Backspace goes back; the rest is any row's."""
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        elif text.isdecimal() and not event.modifiers() & _NOT_TYPED:
            index = self._digits.get(text)
            self.typed_off.emit() if index is None else self.typed.emit(index)
        else:
            super().keyPressEvent(event)

    def _on_focus_left(self) -> None:
        """The keyboard has gone to something else in the window, not merely to another window."""
        focused = QApplication.focusWidget()
        if focused is not None and focused not in self.buttons:
            self.focus_gone.emit()


class QuestionBox(QWidget):
    """A question, its answers, and a line below where there is something to say.

    `chosen` carries the value and whether it was typed; `gone_on` says that the keyboard went to
    something else.
    """

    chosen = Signal(int, bool)
    cleared = Signal()
    back_requested = Signal()
    gone_on = Signal()

    def __init__(self, item: Item, options: Sequence[Option], place: str, note: str = "") -> None:
        super().__init__()
        self.item = item
        self._options = tuple(options)
        self.answers = AnswerRow(item.text, options)
        self.answers.set_description(place)
        self._message = label("", "error", wraps=True)
        self._message.hide()
        inside = column(self, spacing=10)
        inside.addWidget(label(item.text, "heading", wraps=True))
        inside.addWidget(self.answers)
        inside.addWidget(self._message)
        if note:
            inside.addWidget(label(note, "small", wraps=True))
        self.answers.chosen.connect(lambda index: self._on_chosen(index, typed=False))
        self.answers.typed.connect(lambda index: self._on_chosen(index, typed=True))
        self.answers.typed_off.connect(self._on_typed_off)
        self.answers.cleared.connect(self.cleared)
        self.answers.back_requested.connect(self.back_requested)
        self.answers.focus_gone.connect(self.gone_on)

    def show_answer(self, value: int | None) -> None:
        """Show which answer is chosen, or none."""
        values = [option.value for option in self._options]
        self.answers.show_choice(values.index(value) if value in values else None)
        self._message.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the answer that is chosen, or the first."""
        self.answers.take_focus()

    def _on_chosen(self, index: int, *, typed: bool) -> None:
        self._message.hide()
        self.chosen.emit(self._options[index].value, typed)

    def _on_typed_off(self) -> None:
        low, high = self._options[0].value, self._options[-1].value
        self._message.setText(_("Answers go from {low} to {high}.").format(low=low, high=high))
        self._message.show()
