"""What a restore takes from the journal, and whether it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.session import SessionState

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.backups import BackupList, Contents, Restored
    from journal.domain.repository import OpenJournal, Records


@dataclass(frozen=True, slots=True)
class Loss:
    """What a journal holds more than a backup: counts, never below 0, and later days.

    `days` are journal days with entries after the backup's last one; `newest` is the last of them.
    """

    check_ins: int
    sessions: int
    side_effects: int
    days: int = 0
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """The journal that gives way to a backup; `loss` is None where it cannot be read."""

    is_sound: bool
    loss: Loss | None


def look_at_replaced(journal: OpenJournal, backup: Contents) -> Replaced:
    """What the open journal loses to this backup, and whether it is sound; takes long."""
    try:
        return Replaced(journal.check().is_sound, loss_to(backup, journal.records()))
    except StorageError as error:
        if error.problem is not StorageProblem.DAMAGED:
            raise
        return Replaced(is_sound=False, loss=None)


def loss_to(backup: Contents, records: Records) -> Loss:
    """What `records` hold more than the backup."""
    later = {day for day in _days(records) if backup.last is None or day > backup.last}
    return Loss(
        max(0, len(records.check_ins) - backup.check_ins),
        max(0, len(records.sessions) - backup.sessions),
        max(0, len(records.side_effects) - backup.side_effects),
        len(later),
        max(later, default=None),
    )


def _days(records: Records) -> set[date]:
    """The days that `Contents` counts from its first to its last: planned sessions lie ahead."""
    return {
        *(check_in.moment.day for check_in in records.check_ins),
        *(day.day for day in records.days),
        *(effect.noted.day for effect in records.side_effects),
        *(each.start.day for each in records.sessions if each.state is not SessionState.PLANNED),
    }


def can_go_back(restored: Restored, found: BackupList) -> bool:
    """Whether what was replaced is one of the backups: only what is sound becomes one."""
    return any(backup.file == restored.kept for backup in found.backups)
