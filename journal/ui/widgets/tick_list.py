"""A list of values of which any number may be ticked."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox

from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import GRID, FlowBox

T = TypeVar("T", bound=StrEnum)


class TickList(FlowBox, Generic[T]):
    """`ticked` carries the frozen set of ticked values after a tick was set or taken away."""

    ticked = Signal(object)

    def __init__(self, name: str, values: Sequence[T], names: Sequence[str]) -> None:
        super().__init__(2 * GRID)
        self.setAccessibleName(name)
        self.boxes = {value: QCheckBox(text) for value, text in zip(values, names, strict=True)}
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
            box.toggled.connect(lambda _on: self.ticked.emit(self.values))
            self.add(box)

    def showEvent(self, event: QShowEvent) -> None:
        """Make all as wide as the widest, so that they stand below each other."""
        widest = max(box.sizeHint().width() for box in self.boxes.values())
        for box in self.boxes.values():
            box.setMinimumWidth(widest)
        super().showEvent(event)

    @property
    def values(self) -> frozenset[T]:
        """What is ticked."""
        return frozenset(value for value, box in self.boxes.items() if box.isChecked())

    def show_values(self, values: Collection[T]) -> None:
        """Show these as ticked, and no others."""
        for value, box in self.boxes.items():
            show_checked(box, value in values)
