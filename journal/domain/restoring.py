"""What a restore takes from the journal, and whether it can be taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.medication import DoseTaken
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import SessionState, TreatmentSession
from journal.domain.side_effect import SideEffect

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from journal.domain.backups import BackupList, Contents, Restored
    from journal.domain.checkin import Scale
    from journal.domain.journal_settings import JournalSettings
    from journal.domain.medication import Medication
    from journal.domain.repository import OpenJournal, Records

    Entry = (
        CheckIn
        | DayRecord
        | TreatmentSession
        | SideEffect
        | Response
        | Medication
        | DoseTaken
        | SafetyAnswer
        | Scale
    )

GIVES_WAY = (StorageProblem.DAMAGED, StorageProblem.EMPTY_FILE, StorageProblem.NOT_A_JOURNAL)
"""Why a file in the journal's place does not open and may give way to a backup; it is kept."""


class PassphraseAfter(Enum):
    """What opens the journal after a restore: what it is now, the backup's passphrase, nothing."""

    SAME = auto()
    OF_BACKUP = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Marks:
    """What a backup knows its records by: when each was last changed, by its identifier.

    `journal` is the identifier of its settings, which no other journal has.
    """

    journal: UUID
    changed: Mapping[UUID, datetime]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a journal holds and a backup does not, counted by the identifiers of the records.

    `others` are days, questionnaires, medicines, doses, safety answers and own scales; `changed`
    are entries that are in both and not the same, and `settings` tells it of what there is one of.
    `days` are journal days with such entries after the backup's last one; `newest` is the last.
    """

    check_ins: int = 0
    sessions: int = 0
    side_effects: int = 0
    days: int = 0
    newest: date | None = None
    others: int = 0
    changed: int = 0
    settings: bool = False
    of_another: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """The journal that gives way to a backup; `loss` is None where it cannot be read."""

    is_sound: bool
    loss: Loss | None


def look_at_replaced(
    journal: OpenJournal, file: Path, passphrase: str | None, backup: Contents
) -> Replaced:
    """What the open journal loses to this backup, and whether it is sound; takes long."""
    marks = journal.marks(file, passphrase)
    try:
        loss = loss_to(marks, backup.last, journal.records())
        return Replaced(journal.check().is_sound, loss)
    except StorageError as error:
        if error.problem is not StorageProblem.DAMAGED:
            raise
        return Replaced(is_sound=False, loss=None)


def loss_to(backup: Marks, last: date | None, records: Records) -> Loss:
    """What `records` hold that the backup does not; `last` is the last day it holds."""
    entries = _entries(records)
    missing = [each for each in entries if each.id not in backup.changed]
    kinds = Counter(type(each) for each in missing)
    later = {day for day in map(_day, missing) if day is not None and (not last or day > last)}
    standard = (scale for scale in records.scales if not scale.is_own)
    return Loss(
        check_ins=kinds.pop(CheckIn, 0),
        sessions=kinds.pop(TreatmentSession, 0),
        side_effects=kinds.pop(SideEffect, 0),
        days=len(later),
        newest=max(later, default=None),
        others=kinds.total(),
        changed=sum(_differs(each, backup) for each in entries),
        settings=_differs(records.settings, backup) or any(_differs(s, backup) for s in standard),
        of_another=records.settings.id != backup.journal,
    )


def _entries(records: Records) -> list[Entry]:
    return [
        *records.check_ins,
        *records.sessions,
        *records.side_effects,
        *records.days,
        *records.responses,
        *records.medications,
        *records.doses_taken,
        *records.safety_answers,
        *(scale for scale in records.scales if scale.is_own),
    ]


def _differs(record: Entry | JournalSettings, backup: Marks) -> bool:
    return backup.changed.get(record.id, record.changed_at) != record.changed_at


def _day(entry: Entry) -> date | None:
    """The day it was entered for; planned sessions lie ahead, medicines and scales have none."""
    match entry:
        case CheckIn() | Response() | SafetyAnswer():
            return entry.moment.day
        case DayRecord():
            return entry.day
        case SideEffect():
            return entry.noted.day
        case DoseTaken():
            return entry.taken.day
        case TreatmentSession() if entry.state is not SessionState.PLANNED:
            return entry.start.day
    return None


def can_go_back(restored: Restored, found: BackupList) -> bool:
    """Whether what was replaced is one of the backups: only what is sound becomes one."""
    return any(backup.file == restored.kept for backup in found.backups)
