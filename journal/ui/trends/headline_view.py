"""The sentence above the cards, and behind a link the numbers it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from journal.charts.numbers import NumbersTable
from journal.i18n import _
from journal.ui.palette import set_kind
from journal.ui.widgets.layout import GRID, column, label, row
from journal.ui.widgets.numbers_view import NumbersView


class HeadlineView(QWidget):
    """Says one sentence, another widget `beside` it.

    The link is there where there are numbers, the table once it was asked for.
    """

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        self._numbers: NumbersTable | None = None
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
        self._inside = column(self)
        self._inside.addLayout(line)
        self._show_parts(as_table=False)

    def show_sentence(self, sentence: str, numbers: NumbersTable | None) -> None:
        """Show another sentence and keep its numbers at hand."""
        self._say(sentence, "muted")
        self._numbers = numbers if numbers is not None and numbers.rows else None
        self._show_parts(as_table=self.table is not None and not self.table.isHidden())

    def show_error(self, sentence: str) -> None:
        """Say instead why nothing can be said."""
        self._say(sentence, "error")

    def _say(self, words: str, kind: str) -> None:
        set_kind(self.words, kind)
        self.words.setText(words)

    def _on_swap(self) -> None:
        if self.table is None:
            self.table = NumbersView()
            self.table.hide()
            self._inside.addWidget(self.table)
        self._show_parts(as_table=self.table.isHidden())

    def _show_parts(self, *, as_table: bool) -> None:
        self.swap.setVisible(self._numbers is not None)
        self.swap.setText(_("Hide numbers") if as_table else _("Numbers"))
        self.swap.setAccessibleName(
            _("Hide the numbers behind the sentence")
            if as_table
            else _("The numbers behind the sentence")
        )
        if self.table is not None:
            if self._numbers is not None:
                self.table.show_table(self._numbers)
            self.table.setVisible(as_table and self._numbers is not None)
