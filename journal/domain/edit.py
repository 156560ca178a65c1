"""Edits: an old record and a new one, so that every change can be undone by turning it round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime
    from uuid import UUID

    from journal.domain.checkin import CheckIn, DayRecord, Scale
    from journal.domain.journal_settings import JournalSettings
    from journal.domain.medication import DoseTaken, Medication
    from journal.domain.questionnaire import Response
    from journal.domain.safety_answer import SafetyAnswer
    from journal.domain.session import TreatmentSession
    from journal.domain.side_effect import SideEffect


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of another tracker's export that came in once, kept even when its check-in is gone.

    Its identity is the source, the file's date, its clock time as HH:MM, and which of the rows
    with these three it is, from 1 and counted from the oldest.
    """

    id: UUID
    source: str
    day: date
    time: str
    nth: int
    check_in_id: UUID
    created_at: datetime
    changed_at: datetime

    @property
    def identity(self) -> tuple[str, date, str, int]:
        """What a row is known by when the same file comes again."""
        return (self.source, self.day, self.time, self.nth)


if TYPE_CHECKING:
    Record = (
        CheckIn
        | DayRecord
        | TreatmentSession
        | SideEffect
        | Scale
        | JournalSettings
        | ImportedRow
        | Response
        | Medication
        | DoseTaken
        | SafetyAnswer
    )
else:
    Record = object  # the window starts without loading every kind of record


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None before is a new record, None after a deleted one."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record the edit is about: as it is afterwards, or as it was when deleted."""
        record = self.after or self.before
        if record is None:
            raise ValueError("an edit without a record")
        return record


Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an edit is made (UTC), and where the identifiers of new records come from."""

    now: datetime
    new_id: Callable[[], UUID]


def undone(edits: Iterable[Edit]) -> Edits:
    """The edits that take `edits` back, last one first."""
    return tuple(Edit(edit.after, edit.before) for edit in reversed(tuple(edits)))
