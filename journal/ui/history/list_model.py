"""The days that were found as Qt's lists take them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.ui.history.day_row import DayRow

Index = QModelIndex | QPersistentModelIndex


class DayListModel(QAbstractListModel):
    """One row for each day, in the order given: newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DayRow, ...] = ()

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> DayRow:
        """The row of an index."""
        return self.rows[index.row()]

    def place_of(self, day: date) -> int | None:
        """Where a day stands, or None."""
        return next((place for place, row in enumerate(self.rows) if row.day == day), None)

    def place_before(self, day: date) -> int:
        """Where the first day before `day` stands; the last place where there is none."""
        earlier = (place for place, row in enumerate(self.rows) if row.day < day)
        return next(earlier, len(self.rows) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each day."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day's heading, or the whole row in words for a screen reader."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_at(index).heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row_at(index).spoken
        return None
