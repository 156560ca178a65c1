"""Where the cards of the page stand: small ones two by two where there is room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.ui.trends.card import QuestionCard
from journal.ui.widgets.layout import GRID

IN_CARD = 2 * 20
"""The margins of a card: the rest of its width is the picture's."""

TWO_FROM = 880
"""Pixels from which on two cards stand side by side."""

_BETWEEN = 2 * GRID


class CardPairs(QWidget):
    """Cards in the order they were added, which is also the order of the Tab key.

    Two small ones in a row stand side by side; any other card has all the width, and so has one
    that was answered in words alone, which would stand high and empty beside a picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QuestionCard] = []
        self._halves: frozenset[QuestionCard] = frozenset()
        self._is_double = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        for side in range(2):
            self._grid.setColumnStretch(side, 1)

    def add(self, card: QuestionCard) -> None:
        """Put a card after the others."""
        self._cards.append(card)
        self._place()

    def picture_width(self, card: QuestionCard) -> int:
        """How wide the card's picture is, in pixels, whether it has been laid out yet or not."""
        width = (self.width() - _BETWEEN) // 2 if card in self._halves else self.width()
        return max(width - IN_CARD, 1)

    def place_answered(self) -> frozenset[QuestionCard]:
        """Place them as they are answered by now; the cards whose pictures' widths that changes.

        Whether a card has a picture does not go by its width, so that this comes to rest.
        """
        before = self._halves
        if self._paired() != before:
            self._place()
        return frozenset(card for card in before ^ self._halves if _has_picture(card))

    def _paired(self) -> frozenset[QuestionCard]:
        """The cards that stand beside another."""
        found: list[QuestionCard] = []
        before: QuestionCard | None = None
        for card in self._cards if self._is_double else ():
            if before is not None and _may_stand_beside(before) and _may_stand_beside(card):
                found += (before, card)
                before = None
            else:
                before = card
        return frozenset(found)

    def _place(self) -> None:
        self._halves = self._paired()
        row, side = 0, 0
        for card in self._cards:
            is_half = card in self._halves
            self._grid.addWidget(card, row, side, 1, 1 if is_half else 2)
            side = 1 - side if is_half else 0
            row += not side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side, or below each other, as the width allows."""
        super().resizeEvent(event)
        is_double = self.width() >= TWO_FROM
        if is_double is not self._is_double:
            self._is_double = is_double
            self._place()


def _may_stand_beside(card: QuestionCard) -> bool:
    """Whether it is small and, as far as is known, has a picture."""
    return card.question.is_small and (card.answer is None or _has_picture(card))


def _has_picture(card: QuestionCard) -> bool:
    return card.answer is not None and card.answer.has_picture
