"""A row of buttons of which one may be chosen: one tab stop, arrows move, Space chooses.

A screen reader, a switch or a voice does not click what can be checked: it toggles it. So whatever
follows from a choice listens to `toggled`, and the program shows a choice by `show_checked` only.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton

from journal.ui.widgets.layout import FlowBox

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def show_checked(button: QAbstractButton, on: bool) -> None:
    """Show a button as checked or not; `toggled` is kept for what the person chooses."""
    before = button.blockSignals(True)
    button.setChecked(on)
    button.blockSignals(before)


class ChoiceButton(QPushButton):
    """A button that only shows whether it is chosen: the row decides, not the click."""

    focus_left = Signal()

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that a screen reader calls it one of several
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.toggled.connect(self._on_toggled)

    def nextCheckState(self) -> None:
        """Stay as it is."""

    def _on_toggled(self, on: bool) -> None:
        """Take what was not clicked but toggled for a click."""
        show_checked(self, not on)
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the row."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is on its way elsewhere."""
        super().focusOutEvent(event)
        self.focus_left.emit()


class ButtonRow(FlowBox):
    """Options side by side, nothing chosen until the person chooses.

    `chosen` carries the option's index; `cleared` asks to take the choice back.
    """

    chosen = Signal(int)
    cleared = Signal()

    def __init__(self, name: str, options: Sequence[str], kind: str = "segment") -> None:
        super().__init__(6)
        self._index: int | None = None
        self._focus = 0
        self.setAccessibleName(name)
        held = QButtonGroup(self, exclusive=False)  # or no choice could be taken back
        self.buttons = tuple(ChoiceButton(option, kind) for option in options)
        for index, button in enumerate(self.buttons):
            button.setAccessibleName(f"{name}: {options[index]}")
            button.clicked.connect(lambda _checked=False, i=index: self._on_clicked(i))
            held.addButton(button)
            self.add(button)
        self._hold_tab_stop(0)

    def set_description(self, description: str) -> None:
        """What a screen reader adds to each option's name."""
        self.setAccessibleDescription(description)
        for button in self.buttons:
            button.setAccessibleDescription(description)

    def show_choice(self, index: int | None) -> None:
        """Show option `index` as chosen, or none; the focus stays where it is."""
        self._index = index
        for i, button in enumerate(self.buttons):
            show_checked(button, i == index)
        if not self.has_focus():
            self._hold_tab_stop(index or 0)

    @property
    def choice(self) -> int | None:
        """The index shown as chosen, or None."""
        return self._index

    def has_focus(self) -> bool:
        """Whether one of the buttons has the keyboard."""
        return any(button.hasFocus() for button in self.buttons)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen option, or the first."""
        self._move_focus(self._index or 0)

    def _hold_tab_stop(self, index: int) -> None:
        self._focus = index
        for i, button in enumerate(self.buttons):
            policy = Qt.FocusPolicy.StrongFocus if i == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _on_clicked(self, index: int) -> None:
        self._hold_tab_stop(index)
        self.chosen.emit(index)

    def _move_focus(self, index: int) -> None:
        index = max(0, min(index, len(self.buttons) - 1))
        self._hold_tab_stop(index)
        self.buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Space and Enter choose; Delete takes back."""
        key = event.key()
        focused = next((i for i, b in enumerate(self.buttons) if b.hasFocus()), self._focus)
        if key in _BACK:
            self._move_focus(focused - 1)
        elif key in _FORTH:
            self._move_focus(focused + 1)
        elif key == Qt.Key.Key_Home:
            self._move_focus(0)
        elif key == Qt.Key.Key_End:
            self._move_focus(len(self.buttons) - 1)
        elif key in _CHOOSE:
            self.chosen.emit(focused)
        elif key in _CLEAR:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
