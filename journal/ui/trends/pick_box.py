"""What can be picked on a card: a list of many things, or a few buttons side by side."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import clear, row

MOST_SEEN = 18

Offered = tuple[tuple[Hashable, str], ...]


class PickBox(QComboBox):
    """A list of things, past which the wheel scrolls; `picked` carries what the person picked."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxVisibleItems(MOST_SEEN)
        self.setMinimumContentsLength(24)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._offered: Offered = ()
        self.activated.connect(lambda index: self.picked.emit(self._offered[index][0]))

    def show_offered(self, offered: Offered, shown: Hashable) -> None:
        """Offer these in their words; the one that is shown is marked."""
        if offered != self._offered:
            self._offered = offered
            self.clear()
            self.addItems([words for _value, words in offered])
        self.setCurrentIndex(_place(offered, shown))
        self.setEnabled(bool(offered))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PickButtons(QWidget):
    """A few things side by side; `picked` carries the one that the person picked."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._offered: Offered = ()
        self._line = row(self)
        self.buttons: ButtonRow | None = None

    def show_offered(self, offered: Offered, shown: Hashable) -> None:
        """Offer these in their words; where there is no choice nothing is offered."""
        if self.buttons is None or offered != self._offered:
            self._offered = offered
            clear(self._line)
            self.buttons = ButtonRow(self._name, [words for _value, words in offered])
            self.buttons.chosen.connect(lambda index: self.picked.emit(self._offered[index][0]))
            self._line.addWidget(self.buttons, 1)
        place = _place(offered, shown)
        self.buttons.show_choice(None if place < 0 else place)
        self.setVisible(len(offered) > 1)


def _place(offered: Offered, shown: Hashable) -> int:
    return next((place for place, (value, _) in enumerate(offered) if value == shown), -1)
