"""The table of sessions: Enter changes one, Delete deletes it, a menu has the rest."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from journal.domain.session import SessionState
from journal.i18n import _
from journal.ui.sessions.table_model import SessionTableModel
from journal.ui.sessions.table_row import Column, SessionRow
from journal.ui.widgets.column_widths import shared

ROW_HEIGHT = 37
ROWS_SEEN = 4
"""The table is never lower than this many rows, if it has them; the rest is scrolled to."""

CELL_MARGIN = 24
SORT_MARK = 16
GIVE_WAY = (
    (Column.STATE, 88),
    (Column.EFFECTS, 200),
    (Column.SCORES, 120),
    (Column.TREATMENT, 106),
    (Column.EFFECTS, 76),
)
"""Where there is little room these columns are cut down so far, in this order."""

_LEFT_OUT = (Column.LENGTH, Column.NUMBER, Column.PRESSURE, Column.SCORES)


class SessionTableView(QTableView):
    """Signals carry the session's identifier; `fitted` the height that all rows need."""

    fitted = Signal(int)
    change_requested = Signal(UUID)
    done_requested = Signal(UUID)
    move_requested = Signal(UUID)
    state_requested = Signal(UUID, object)
    removal_requested = Signal(UUID)

    def __init__(self, model: SessionTableModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(_("Sessions"))
        self.setAccessibleDescription(
            _("Enter changes a session, Delete deletes it, the menu key has more and sorts.")
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self._set_headers()
        self.doubleClicked.connect(lambda _index: self._request(self.change_requested))

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(30)
        columns.sortIndicatorChanged.connect(self._on_sorted)
        columns.setSortIndicator(self._model.sorted_by, self._model.order)
        self.setSortingEnabled(True)

    def _on_sorted(self) -> None:
        """The mark of the sorted column takes room."""
        self._fit_columns()

    @property
    def current(self) -> SessionRow | None:
        """The row the keyboard is on."""
        return self._model.row_at(self.currentIndex())

    def select(self, session: UUID) -> None:
        """Put the keyboard's mark on a session, if it is there."""
        for place, row in enumerate(self._model.rows):
            if row.session.id == session:
                self.setCurrentIndex(self._model.index(place, self._column()))

    def select_place(self, place: int) -> None:
        """Put the mark on the row at `place`, or the last one."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(place, last), self._column()))

    def _column(self) -> int:
        return max(self.currentIndex().column(), Column.WHEN)

    def fit(self) -> None:
        """Give every column its width and the table the height of its rows."""
        self._fit_columns()
        rows = self._model.rowCount()
        self.setMinimumHeight(self._height(min(rows, ROWS_SEEN)))
        self.setMaximumHeight(self._height(rows))
        self.updateGeometry()
        self.fitted.emit(self.maximumHeight())

    def _height(self, rows: int) -> int:
        bar = self.horizontalScrollBar()
        scrolls = bar.sizeHint().height() if bar.maximum() else 0
        around = 2 * self.frameWidth()
        return self.horizontalHeader().height() + rows * ROW_HEIGHT + scrolls + around

    def _fit_columns(self) -> None:
        """Where there is little room columns are cut off, then left out, then scrolled to."""
        wanted = {column: self._wanted(column) for column in self._columns()}
        narrowest = dict(GIVE_WAY)
        least = {column: min(narrowest.get(column, w), w) for column, w in wanted.items()}
        room = self.viewport().width()
        for column in _LEFT_OUT:
            if sum(least.values()) > room:
                least.pop(column, None)
        for column in Column:
            self.setColumnHidden(column, column not in least)
        widths = shared(
            {column: wanted[column] for column in least}, room, GIVE_WAY, rest=Column.EFFECTS
        )
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        longest = wanted[Column.SCORES]
        one_line = widths.get(Column.SCORES, longest) >= longest
        lines = self.horizontalHeader().fontMetrics().lineSpacing() * (1 if one_line else 2)
        self.horizontalHeader().setFixedHeight(lines + CELL_MARGIN)

    def _columns(self) -> list[Column]:
        """All, but state and blood pressure only where there is something to tell."""
        rows = self._model.rows
        told = set(Column)
        if all(row.session.is_done for row in rows):
            told.remove(Column.STATE)
        if not any(row.session.highest_pressure for row in rows):
            told.remove(Column.PRESSURE)
        return [column for column in Column if column in told]

    def _wanted(self, column: Column) -> int:
        heading = self._model.headerData(column, Qt.Orientation.Horizontal)
        metrics = self.horizontalHeader().fontMetrics()
        mark = SORT_MARK if column is self._model.sorted_by else 0
        above = metrics.horizontalAdvance(heading) + CELL_MARGIN + mark
        return max(self.sizeHintForColumn(column), above)

    def sizeHint(self) -> QSize:
        """A few rows: the page's layout gives more where it has more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width, and the height follows a heading of two lines."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on a row: the first where there was none; a click says which itself."""
        had_row = self.current is not None  # Qt would go to the first without showing it
        super().focusInEvent(event)
        if not had_row and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select_place(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes, Delete deletes; the rest moves about the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request(self.change_requested)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._request(self.removal_requested)
        else:
            super().keyPressEvent(event)

    def _request(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current.session.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the current one for the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() if by_key else event.pos()
        self._open_menu(index, place)

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        row = self._model.row_at(index)
        menu = self.menu_of(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    def menu_of(self, row: SessionRow | None) -> QMenu:
        """What can be done with a session, and the columns to sort by."""
        menu = QMenu(self)
        if row is not None:
            self._add_verbs(menu, row)
            menu.addSeparator()
        columns = menu.addMenu(_("Sort by"))
        for column in Column:
            if not self.isColumnHidden(column):
                name = self._model.headerData(column, Qt.Orientation.Horizontal)
                columns.addAction(name).triggered.connect(
                    lambda _checked=False, c=column: self._sort_by(c)
                )
        return menu

    def _add_verbs(self, menu: QMenu, row: SessionRow) -> None:
        id_, states = row.session.id, SessionState
        menu.addAction(_("Change…")).triggered.connect(lambda: self.change_requested.emit(id_))
        if row.session.state is states.PLANNED:
            menu.addAction(_("Mark as done…")).triggered.connect(
                lambda: self.done_requested.emit(id_)
            )
            menu.addAction(_("Move to another time…")).triggered.connect(
                lambda: self.move_requested.emit(id_)
            )
            menu.addAction(_("Cancelled")).triggered.connect(
                lambda: self.state_requested.emit(id_, states.CANCELLED)
            )
            menu.addAction(_("Did not take place")).triggered.connect(
                lambda: self.state_requested.emit(id_, states.DID_NOT_TAKE_PLACE)
            )
        menu.addAction(_("Delete")).triggered.connect(lambda: self.removal_requested.emit(id_))

    def _sort_by(self, column: Column) -> None:
        """Sort by a column, or turn the order round where it is sorted by it already."""
        order = Qt.SortOrder.AscendingOrder
        if self._model.sorted_by is column and self._model.order == order:
            order = Qt.SortOrder.DescendingOrder
        self.sortByColumn(column, order)
