"""A drop-down list of values, each under its name."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

T = TypeVar("T")


class ChoiceBox(QComboBox, Generic[T]):
    """One of `values`; the wheel scrolls the form past it instead of changing it."""

    def __init__(self, values: Sequence[T], names: Sequence[str]) -> None:
        super().__init__()
        self._all = tuple(values)
        self._names = tuple(names)
        self.values = self._all
        self.is_touched = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems(list(names))
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> T:
        """The chosen value."""
        return self.values[self.currentIndex()]

    def show_value(self, value: T) -> None:
        """Show a value as chosen."""
        self.setCurrentIndex(self.values.index(value))

    def show_values(self, values: Sequence[T]) -> None:
        """Offer only these of the values; the chosen one stays chosen if it is among them."""
        if tuple(values) == self.values:
            return
        chosen = self.value
        self.values = tuple(values)
        self.clear()
        self.addItems([self._names[self._all.index(value)] for value in values])
        if chosen in self.values:
            self.show_value(chosen)

    def add_value(self, value: T) -> None:
        """Offer a value too, in its place among the others."""
        self.show_values([each for each in self._all if each in (*self.values, value)])

    def offer(self, value: T) -> None:
        """Show a value unless the person has chosen one."""
        if not self.is_touched:
            self.show_value(value)

    def _on_activated(self) -> None:
        self.is_touched = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
