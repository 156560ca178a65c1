"""The backups as rows: when each was made, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from journal.i18n import N_, _, format_date
from journal.wording.backups import backup_line, instead_of_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from journal.domain.backups import Backup, Contents

_HEADINGS = (
    N_("Made"),
    N_("Check-ins"),
    N_("Sessions"),
    N_("Side effects"),
    N_("First day"),
    N_("Last day"),
)
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class BackupsModel(QAbstractTableModel):
    """One row a backup, newest first; counts that are not known are a dash.

    Where it is known why they are not, the first column of counts says so for all of them.
    """

    def __init__(self, backups: Sequence[Backup], now: datetime, zone: str) -> None:
        super().__init__()
        self.backups = tuple(backups)
        self._now = now
        self._zone = zone

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are backups."""
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """When, three counts, two days."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What stands in a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(_HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        backup = self.backups[index.row()]
        if index.column() == 0:
            return backup_line(backup, self._now, self._zone)
        if words := instead_of_counts(backup):
            return words if index.column() == 1 else ""
        return _CELLS[index.column() - 1](backup.contents) if backup.contents else "–"


def _day(name: str) -> Callable[[Contents], str]:
    def text(contents: Contents) -> str:
        day = getattr(contents, name)
        return "–" if day is None else format_date(day)

    return text


_CELLS: tuple[Callable[[Contents], str], ...] = (
    lambda contents: f"{contents.check_ins:,}",
    lambda contents: f"{contents.sessions:,}",
    lambda contents: f"{contents.side_effects:,}",
    _day("first"),
    _day("last"),
)
