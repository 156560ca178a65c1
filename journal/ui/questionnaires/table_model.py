"""The history of a questionnaire as Qt's tables take it, newest first."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.domain.scoring import ScoredResponse
from journal.i18n import _, format_date
from journal.wording.questionnaires import place_words, result_words

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    DAY = 0
    RESULT = 1
    CALLED = 2
    PLACE = 3
    LOOKS_BACK = 4
    REMARK = 5


class HistoryTableModel(QAbstractTableModel):
    """One row for each response."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ScoredResponse, ...] = ()

    def show_entries(self, entries: Iterable[ScoredResponse]) -> None:
        """Show these responses, oldest first as given."""
        self.beginResetModel()
        self._rows = tuple(entries)[::-1]
        self.endResetModel()

    def entry_at(self, index: Index) -> ScoredResponse | None:
        """The response of an index, or None for none."""
        return self._rows[index.row()] if index.isValid() else None

    @property
    def has_remarks(self) -> bool:
        """Whether there is anything to remark on one of the responses."""
        return any(_remarks(entry) for entry in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each response."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The columns of Column."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(self._rows[index.row()], Column(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return side.value | Qt.TextFlag.TextWordWrap.value
        return None


def _headings() -> list[str]:
    return [
        _("Day"),
        _("Total"),
        _("Called"),
        _("In treatment"),
        _("Looks back to"),
        _("Remark"),
    ]


def cell_text(entry: ScoredResponse, column: Column) -> str:
    """What stands in a cell."""
    match column:
        case Column.DAY:
            day = format_date(entry.day, "short")
            return _("{day} {year}").format(day=day, year=entry.day.year)
        case Column.RESULT:
            return result_words(entry)
        case Column.CALLED:
            return entry.band.name if entry.band else "–"
        case Column.PLACE:
            return place_words(entry.place) if entry.place else _("before session 1")
        case Column.LOOKS_BACK:
            back = entry.looks_back_to
            return format_date(back, "short") if back else "–"
        case Column.REMARK:
            return " · ".join(_remarks(entry))


def _remarks(entry: ScoredResponse) -> list[str]:
    remarks = {
        _("from paper"): entry.from_paper,
        _("entered later"): entry.late,
        _("thoughts of self-harm: {value}").format(value=entry.safety): bool(entry.safety),
        _("under 18: no bands"): entry.minor_age is not None,
    }
    return [words for words, holds in remarks.items() if holds]
