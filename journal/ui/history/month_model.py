"""A month of days as Qt's tables take them: six weeks, and which days have something to tell."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.i18n import _
from journal.wording.history import day_in_full

Index = QModelIndex | QPersistentModelIndex

WEEKS, DAYS = 6, 7


@dataclass(frozen=True, slots=True)
class DayMarks:
    """The days with entries, those of them with a session that took place, and today."""

    entries: Collection[date] = frozenset()
    sessions: Collection[date] = frozenset()
    today: date = date.max


class MonthModel(QAbstractTableModel):
    """Six weeks that hold the month; `begins` is the week's first day, 0 Monday to 6 Sunday."""

    def __init__(self, begins: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begins = begins
        self.month = date(2000, 1, 1)
        self.marks = DayMarks()

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        if day.replace(day=1) != self.month:
            self.beginResetModel()
            self.month = day.replace(day=1)
            self.endResetModel()

    def show_marks(self, marks: DayMarks) -> None:
        """Mark these days."""
        self.marks = marks
        last = self.index(WEEKS - 1, DAYS - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _first(self) -> int:
        """The ordinal of the first day shown; at least one day of the month before is."""
        return self.month.toordinal() - ((self.month.weekday() - self._begins - 1) % DAYS + 1)

    def day_at(self, index: Index) -> date:
        """The day of a cell."""
        return date.fromordinal(self._first() + index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day that is shown."""
        week, place = divmod(day.toordinal() - self._first(), DAYS)
        return self.index(week, place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Days of a week."""
        return 0 if parent.isValid() else DAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days to come cannot be chosen."""
        if self.day_at(index) > self.marks.today:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day's number; for a screen reader the whole day with its marks."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.day_at(index).day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self.day_at(index))
        return None

    def _spoken(self, day: date) -> str:
        words = [day_in_full(day)]
        if day in self.marks.entries:
            words.append(_("has entries"))
        if day in self.marks.sessions:
            words.append(_("treatment session"))
        return ", ".join(words)
