"""The timeline as a table: newest first, to read, to copy, and to open a day from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journal.i18n import _
from journal.ui.trends.look import Look
from journal.ui.trends.table_model import TimelineTableModel
from journal.wording import scale_name

ROW_HEIGHT = 33
ROWS_SEEN = 6
ROWS_MEASURED = 60
"""So many rows from the top decide how wide the columns are; all would take too long."""


class TimelineTableView(QTableView):
    """`day_chosen` carries the day of a row that was double-clicked or entered."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = TimelineTableModel(self)
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
        self.setMinimumHeight(ROWS_SEEN * ROW_HEIGHT)

    def _add_copy(self) -> None:
        copy = QAction(_("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_look(self, look: Look) -> None:
        """Show the numbers behind another timeline."""
        scale = scale_name(look.timeline.scale)
        self._model.show_rows(look.rows, scale)
        self.resizeColumnsToContents()
        self.setAccessibleName(_("{scale}, day by day").format(scale=scale))
        self.setAccessibleDescription(
            _("Newest first. Enter opens a day, Ctrl+C copies the selected rows.")
        )

    def copy(self) -> None:
        """Copy the selected rows with their headings, all rows where none is selected."""
        selected = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = selected or range(self._model.rowCount())
        QGuiApplication.clipboard().setText(self._model.as_text(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the day; the rest moves about the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.day_chosen.emit(self._model.day_at(index))
