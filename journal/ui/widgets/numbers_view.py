"""The numbers behind a picture as a table: to read, to copy, and where rows are days to open."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journal.charts.numbers import NumbersTable
from journal.i18n import _
from journal.ui.widgets.numbers_model import NumbersModel, as_tabbed_text

ROW_HEIGHT = 33
MOST_ROWS_SEEN = 9
ROWS_MEASURED = 60
"""So many rows from the top decide how wide the columns are; all would take too long."""

WIDEST_COLUMN = 420


class NumbersView(QTableView):
    """`day_chosen` carries the day of a row that was double-clicked or entered."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = NumbersModel(self)
        self._days: Sequence[date] = ()
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self._set_headers()
        self.doubleClicked.connect(lambda _index: self._choose())
        self._add_copy()

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setResizeContentsPrecision(ROWS_MEASURED)
        columns.setMaximumSectionSize(WIDEST_COLUMN)

    def _add_copy(self) -> None:
        copy = QAction(_("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def table(self) -> NumbersTable:
        """The table that is shown."""
        return self._model.table

    def show_table(self, table: NumbersTable, days: Sequence[date] = ()) -> None:
        """Show a table; `days` are those of its rows, where a row is a day."""
        self._days = days
        self._model.show_table(table)
        self.resizeColumnsToContents()
        self.setAccessibleName(table.caption)
        self.setAccessibleDescription(
            _("Enter opens a day, Ctrl+C copies the selected rows.")
            if days
            else _("Ctrl+C copies the selected rows.")
        )
        rows = min(max(len(table.rows), 1), MOST_ROWS_SEEN)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 14)

    def copy(self) -> None:
        """Copy the selected rows with their headings, all rows where none is selected."""
        selected = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = selected or range(self._model.rowCount())
        QGuiApplication.clipboard().setText(as_tabbed_text(self.table, rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the day of the row; the rest moves about the table."""
        if self._days and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self._days):
            self.day_chosen.emit(self._days[row])
