"""The numbers behind a picture as Qt's tables take them, and as text for other programs."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.charts.numbers import NumbersTable
from journal.i18n import format_date
from journal.ui.widgets.chart_picture import day_name

Index = QModelIndex | QPersistentModelIndex

_ROWS_LOOKED_AT = 60
"""So many rows from the top tell whether a column holds numbers."""

_NUMBER = re.compile(r"[+\-−]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_DAY = re.compile(r"\D*(\d{1,2})\D+(\d{4})\D*")
_BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_NOTHING = NumbersTable("", (), ())
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NumbersModel(QAbstractTableModel):
    """A table's rows in its own order; columns of numbers stand at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = _NOTHING
        self._alignments: list[Qt.AlignmentFlag] = []

    def show_table(self, table: NumbersTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        first = table.rows[:_ROWS_LOOKED_AT]
        columns = range(len(table.columns))
        self._alignments = [
            _RIGHT if _are_numbers(row[column] for row in first) else _LEFT for column in columns
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each row of the table."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each column of the table."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text and where it stands."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignments[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignments[section]
        return None


def as_tabbed_text(table: NumbersTable, rows: Sequence[int]) -> str:
    """These rows under their headings, cells parted by tabs as spreadsheets take them."""
    lines = [table.columns, *(table.rows[row] for row in rows)]
    return "\n".join("\t".join(_guarded(" ".join(cell.split())) for cell in line) for line in lines)


def as_csv(table: NumbersTable) -> bytes:
    """The whole table as comma-separated values, UTF-8 with the mark that spreadsheets look for.

    Days are ISO dates, and numbers are written as programs read them.
    """
    text = StringIO()
    lines = ([_for_programs(cell) for cell in line] for line in (table.columns, *table.rows))
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _for_programs(cell: str) -> str:
    if _NUMBER.fullmatch(cell):
        return cell.replace("−", "-").replace(",", "")
    return _iso_day(cell) or _guarded(cell)


def _guarded(cell: str) -> str:
    """Words that a spreadsheet would run as a formula get an apostrophe in front."""
    is_run = cell.startswith(_BEGIN_FORMULAS) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_run else cell


def _iso_day(cell: str) -> str:
    """The date of a cell that is a day in words and nothing else, whatever the language; or ""."""
    found = _DAY.fullmatch(cell)
    if found is None:
        return ""
    number, year = map(int, found.groups())
    for month in range(1, 13):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if cell in (format_date(day), day_name(day)):
            return day.isoformat()
    return ""


def _are_numbers(cells: Iterable[str]) -> bool:
    """Whether every cell that is not empty begins as a number does and ends as one."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_is_number(cell) for cell in filled)


def _is_number(cell: str) -> bool:
    digits = cell.lstrip("+-−").replace(",", "").replace(".", "").replace(" ", "")
    return cell == "–" or digits.isdecimal()
