"""A row of scores: a click, a digit, or arrows and Space rate; nothing is rated until then."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import column, label

SECOND_DIGIT_WITHIN_MS = 800

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ScoreRow(ButtonRow):
    """The buttons of one scale.

    `rated` carries the value and whether the focus may go on; `typed_off_scale` tells of a digit
    that is not on the scale, `typed_on` of one that does not continue the score before it.
    """

    rated = Signal(int, bool)
    typed_off_scale = Signal()
    typed_on = Signal(str)

    def __init__(
        self, name: str, values: Sequence[int], texts: Sequence[str], typable: Sequence[int]
    ) -> None:
        super().__init__(name, texts, "score")
        self.values = tuple(values)
        self.held: list[str] | None = None
        """Digits kept for later while the scales that follow are not known; None: none are."""
        self._typable = {str(value): value for value in typable}
        self._typed = ""
        self._texts = tuple(texts)
        self._timer = QTimer(self, singleShot=True, interval=SECOND_DIGIT_WITHIN_MS)
        self._timer.timeout.connect(self.commit_typed)
        self.chosen.connect(lambda index: self.rated.emit(self.values[index], False))
        for button in self.buttons:
            button.focus_left.connect(lambda: self.commit_typed(go_on=False))

    def set_size(self, size: int) -> None:
        """Make every button `size` pixels high, and wide enough for each text."""
        metrics = self.buttons[0].fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{text}…") for text in self._texts)
        for button in self.buttons:
            button.setFixedSize(max(size, widest), size)

    def show_value(self, value: int | None) -> None:
        """Show a rating; none, or one that no button stands for, leaves every button free."""
        self.show_choice(self.values.index(value) if value in self.values else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits rate at once, or wait 0.8 s where a second digit could follow."""
        text = event.text()
        if (text.isdecimal() or text == "-") and not event.modifiers() & _COMMANDS:
            self.type_key(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed:
            self.commit_typed()
        else:
            self.commit_typed()
            super().keyPressEvent(event)

    def type_key(self, key: str) -> None:
        """Take one digit, or the minus before it."""
        typed = self._typed + key
        if self.held is not None:
            self.held.append(key)
        elif self._begins_score(typed):
            self._typed = typed
            self._wait_or_commit()
        elif self._typed:
            self.commit_typed()
            self.typed_on.emit(key)
        else:
            self.typed_off_scale.emit()

    def _begins_score(self, typed: str) -> bool:
        return any(text.startswith(typed) for text in self._typable)

    def _wait_or_commit(self) -> None:
        if any(text.startswith(self._typed) and text != self._typed for text in self._typable):
            self._show_typing()
            self._timer.start()
        else:
            self.commit_typed()

    def _show_typing(self) -> None:
        value = self._typable.get(self._typed)
        if value in self.values:
            self.buttons[self.values.index(value)].setText(f"{self._typed}…")

    def commit_typed(self, *, go_on: bool = True) -> None:
        """Rate what was typed so far; nothing happens where nothing was."""
        typed, self._typed = self._typed, ""
        self._timer.stop()
        for button, text in zip(self.buttons, self._texts, strict=True):
            button.setText(text)
        if typed in self._typable:
            self.rated.emit(self._typable[typed], go_on)


class ScoreInput(QWidget):
    """A scale's row of scores with the place where a wrong digit is told.

    `rated` carries the value and whether it was typed (then the focus goes on to the next scale).
    `typable` are the values the keyboard may give where they are more than the buttons.
    """

    rated = Signal(int, bool)
    cleared = Signal()

    def __init__(
        self,
        name: str,
        description: str,
        values: Sequence[int],
        *,
        texts: Sequence[str] | None = None,
        typable: Sequence[int] | None = None,
        size: int = 30,
    ) -> None:
        super().__init__()
        typable = typable or values
        texts = texts or [str(value) for value in values]
        self.row = ScoreRow(name, values, texts, typable)
        self.row.set_size(size)
        self.row.set_description(description)
        self._off_scale = _("{name} goes from {low} to {high}.").format(
            name=name, low=typable[0], high=typable[-1]
        )
        self._message = _message_label()
        inside = column(self, spacing=2)
        inside.addWidget(self.row)
        inside.addWidget(self._message)
        self.row.rated.connect(self._on_rated)
        self.row.cleared.connect(self.cleared)
        self.row.typed_off_scale.connect(lambda: self.show_message(self._off_scale))

    def show_value(self, value: int | None) -> None:
        """Show a rating, or that there is none."""
        self.row.show_value(value)

    def show_message(self, message: str) -> None:
        """Say what is wrong, at the row itself; an empty message takes it away."""
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def take_focus(self) -> None:
        """Put the keyboard on this scale."""
        self.row.take_focus()

    def _on_rated(self, value: int, typed: bool) -> None:
        self.show_message("")
        self.row.show_value(value)
        self.rated.emit(value, typed)


def _message_label() -> QLabel:
    message = label("", "error", wraps=True)
    message.hide()
    return message
