"""The numbers behind the timeline as Qt's tables take them."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.charts.description import TableRow
from journal.i18n import _, format_number
from journal.ui.widgets.chart_picture import day_name

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns, from left to right."""

    DAY = 0
    SCORE = 1
    AVERAGE = 2
    MEANING = 3


class TimelineTableModel(QAbstractTableModel):
    """One row for each score, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TableRow, ...] = ()
        self._scale = ""

    def show_rows(self, rows: Sequence[TableRow], scale: str) -> None:
        """Show these rows; `scale` is what their scores are on."""
        self.beginResetModel()
        self._rows, self._scale = tuple(rows), scale
        self.endResetModel()

    def day_at(self, index: Index) -> date:
        """The day of a row."""
        return self._rows[index.row()].day

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each score."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The columns of Column."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text and where it stands."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _headings(self._scale)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def as_text(self, rows: Sequence[int]) -> str:
        """These rows under their headings, cells parted by tabs as spreadsheets take them."""
        lines = [_headings(self._scale)]
        lines += [[_text(self._rows[row], column) for column in Column] for row in rows]
        return "\n".join("\t".join(line) for line in lines)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return _RIGHT if column in (Column.SCORE, Column.AVERAGE) else _LEFT


def _headings(scale: str) -> list[str]:
    return [_("Day"), scale, _("7-day average"), _("Stands for")]


def _text(row: TableRow, column: Column) -> str:
    match column:
        case Column.DAY:
            return day_name(row.day)
        case Column.SCORE:
            return format_number(row.score)
        case Column.AVERAGE:
            return "" if row.average is None else format_number(row.average)
        case Column.MEANING:
            return " · ".join(part for part in (row.kind, row.remark) if part)


def _spoken(row: TableRow, column: Column) -> str:
    if column is Column.AVERAGE and row.average is None:
        return _("too few days")
    return _text(row, column)
