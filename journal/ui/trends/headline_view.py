"""The sentence above the cards, and behind a link the numbers it stands on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.charts.numbers import NumbersTable
from journal.i18n import _
from journal.ui.palette import set_kind
from journal.ui.widgets.layout import GRID, column, label, row
from journal.ui.widgets.numbers_view import NumbersView

TABLE_MARGIN = 6


class HeadlineView(QWidget):
    """Says one sentence, another widget `beside` it.

    The link is there where there are numbers, the table once it was asked for. `day_chosen` carries
    the day of a session to open.
    """

    day_chosen = Signal(object)

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        self._numbers: NumbersTable | None = None
        self._days: Sequence[date] = ()
        self.table: NumbersView | None = None
        self.words = label("", "muted", wraps=True)
        self.swap = QPushButton()
        self.swap.setProperty("kind", "link")
        self.swap.clicked.connect(self._on_swap)
        line = row()
        line.addWidget(self.words, 1)
        line.addSpacing(GRID)
        for widget in (self.swap, beside):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._card.hide()
        inside = column(self)
        inside.addLayout(line)
        inside.addWidget(self._card)
        self._show_parts(as_table=False)

    def show_sentence(
        self, sentence: str, numbers: NumbersTable | None, days: Sequence[date] = ()
    ) -> None:
        """Show another sentence and keep its numbers at hand, and the `days` of their rows."""
        self._days = days
        self._say(sentence, "muted")
        self._numbers = numbers if numbers is not None and numbers.rows else None
        self._show_parts(as_table=not self._card.isHidden())

    def show_error(self, sentence: str) -> None:
        """Say instead why nothing can be said."""
        self._say(sentence, "error")

    def _say(self, words: str, kind: str) -> None:
        set_kind(self.words, kind)
        self.words.setText(words)

    def _on_swap(self) -> None:
        if self.table is None:
            self.table = NumbersView()
            self.table.day_chosen.connect(self.day_chosen)
            inside = column(self._card, margin=TABLE_MARGIN)
            inside.addWidget(self.table)
        self._show_parts(as_table=self._card.isHidden())

    def _show_parts(self, *, as_table: bool) -> None:
        self.swap.setVisible(self._numbers is not None)
        self.swap.setText(_("Hide numbers") if as_table else _("Numbers"))
        self.swap.setAccessibleName(
            _("Hide the numbers behind the sentence")
            if as_table
            else _("The numbers behind the sentence")
        )
        if self.table is not None and self._numbers is not None:
            self.table.show_table(self._numbers, self._days)
        self._card.setVisible(as_table and self._numbers is not None)
