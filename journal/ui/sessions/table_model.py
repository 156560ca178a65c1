"""The sessions as Qt's tables take them, sorted by any column; empty cells always come last."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.i18n import _
from journal.ui.sessions.table_row import Column, SessionRow, title

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SessionTableModel(QAbstractTableModel):
    """One row for each session; newest first until the person sorts otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SessionRow] = []
        self._today = date.min
        self._scale = _("Mood")
        self.sorted_by = Column.WHEN
        self.order = Qt.SortOrder.DescendingOrder

    def show_rows(self, rows: Iterable[SessionRow], scale: str, today: date) -> None:
        """Show these sessions in the chosen order; `scale` is what their scores are on."""
        self.beginResetModel()
        self._scale, self._today = scale, today
        self._rows = self._sorted(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> SessionRow | None:
        """The session of an index, or None for none."""
        return self._rows[index.row()] if index.isValid() else None

    @property
    def rows(self) -> tuple[SessionRow, ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each session."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The columns of Column."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, what a screen reader says for it, and where it stands."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text(column, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken(column, self._scale, self._today)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column is Column.NUMBER else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return title(column, self._scale)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = _RIGHT if column is Column.NUMBER else _LEFT
            return side.value | Qt.TextFlag.TextWordWrap.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the selection stays on its session."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._rows[index.row()].session.id for index in before]
        self.sorted_by, self.order = Column(column), order
        self._rows = self._sorted(self._rows)
        places = {row.session.id: place for place, row in enumerate(self._rows)}
        after = [
            self.index(places[id_], index.column()) for id_, index in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self, rows: Iterable[SessionRow]) -> list[SessionRow]:
        column, descending = self.sorted_by, self.order == Qt.SortOrder.DescendingOrder
        newest_first = sorted(rows, key=lambda row: row.session.start.instant, reverse=True)
        known = [row for row in newest_first if row.sort_key(column) is not None]
        empty = [row for row in newest_first if row.sort_key(column) is None]
        # Either way round, rows of the same value stay newest first: the sort is stable.
        known.sort(key=lambda row: row.sort_key(column), reverse=descending)
        return known + empty
