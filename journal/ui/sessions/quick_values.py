"""Buttons that write a usual value into the line beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from journal.ui.widgets.layout import FlowBox


class QuickValues(FlowBox):
    """`chosen` carries the value of the button pressed."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(6)
        self._values: tuple[int, ...] = ()

    def show_values(self, values: Sequence[int], shape: str) -> None:
        """Offer these values, named by `shape` with a place for the `{value}`; none hides all."""
        self.setVisible(bool(values))
        if tuple(values) == self._values:
            return
        self._values = tuple(values)
        self.clear()
        for value in values:
            button = QPushButton(shape.format(value=value))
            button.setProperty("kind", "chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            self.add(button)
