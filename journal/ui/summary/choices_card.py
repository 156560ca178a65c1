"""The card of choices: which days, what of them is on the page, and what goes along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.report.parts import Choices
from journal.ui.summary.contents_part import ContentsPart
from journal.ui.summary.file_part import FilePart
from journal.ui.summary.lines_part import LinesPart
from journal.ui.summary.look_part import LookPart
from journal.ui.summary.period_part import PeriodPart
from journal.ui.widgets.layout import GRID, card, column, row

LEAST_HEIGHT = 300


class ChoicesCard(QFrame):
    """`chosen` carries Choices with one thing changed; its parts tell the rest themselves."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.period, self.contents, self.lines = PeriodPart(), ContentsPart(), LinesPart()
        self.look, self.file = LookPart(), FilePart()
        for part in (self.contents, self.look):
            part.chosen.connect(self.chosen)
        frame, self._inside = card()
        column(self).addWidget(frame)
        self._parts = QWidget()
        self._sides = row(self._parts, spacing=3 * GRID)
        self._sides.addLayout(_side(self.period, self.contents), 1)
        self._sides.addLayout(_side(self.lines, self.look, self.file), 1)
        self._area = _scroll_area()
        self._inside.addWidget(self._parts)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen about the page."""
        self.contents.show_choices(choices)
        self.look.show_choices(choices)
        self.lines.show_lines(choices.lines)

    def show_contents(self, *, is_empty: bool) -> None:
        """Offer the parts of the page to choose from, where it has any."""
        self.contents.setVisible(not is_empty)

    def arrange(self, *, tall: bool) -> None:
        """In one column that scrolls beside the page, or in two above it."""
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if tall else direction.LeftToRight)
        self.contents.arrange(beside=tall)
        if tall and self._area.widget() is None:
            self._inside.removeWidget(self._parts)
            self._inside.addWidget(self._area)
            self._area.setWidget(self._parts)
            self._parts.setAutoFillBackground(False)
            self._area.show()
        elif not tall and self._area.widget() is not None:
            self._area.takeWidget()
            self._inside.removeWidget(self._area)
            self._area.hide()
            self._inside.addWidget(self._parts)
            self._parts.show()

    def flush(self) -> None:
        """Hand over the days and lines that were entered."""
        self.period.flush()
        self.lines.flush()


def _side(*parts: QWidget) -> QVBoxLayout:
    side = column(spacing=3 * GRID)
    for part in parts:
        side.addWidget(part)
    side.addStretch(1)
    return side


def _scroll_area() -> QScrollArea:
    """One that lets the card's own ground through."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(LEAST_HEIGHT)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setStyleSheet("QScrollArea { background: transparent; }")
    area.viewport().setAutoFillBackground(False)
    return area
