"""The bin: what was deleted stays in the journal for 30 days and can be put back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.day_entries import DayEntries
from journal.domain.edit import Edit, ImportedRow
from journal.domain.entry import put_side_effect
from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import DoseTaken, Medication
from journal.domain.side_effect import SideEffect

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from journal.domain.edit import Edits, Record, Stamp
    from journal.domain.repository import OpenJournal

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Deletion:
    """Records that were deleted in one step, in the order in which they went."""

    number: int
    deleted_at: datetime
    records: tuple[Record, ...]

    @property
    def kept_until(self) -> datetime:
        """The instant from which it may be gone for good."""
        return self.deleted_at + KEPT_FOR


def put_back(deletion: Deletion, journal: OpenJournal, stamp: Stamp) -> Edits:
    """The edits that bring everything of one deletion back; with them it leaves the bin.

    A side effect whose session is gone comes back to its day alone, and lifts "none today".
    Raises InvalidValue, naming the field, where something stands in the way: TAKEN for a day, a
    scale or an import that is there anew, MISSING for a dose whose medicine is gone, UNKNOWN for a
    score whose scale is.
    """
    there = _There(journal, deletion.records)
    edits: Edits = ()
    for record in deletion.records:
        there.check_place_for(record)
        if isinstance(record, SideEffect):
            edits += there.side_effect(record, stamp)
        else:
            edits += (Edit(None, record),)
    return edits


class _There:
    """What a deleted record finds when it comes back: the journal, and what comes back with it."""

    def __init__(self, journal: OpenJournal, together: tuple[Record, ...]) -> None:
        self._journal = journal
        self._together = together

    def check_place_for(self, record: Record) -> None:
        """Raise InvalidValue where `record` has no place any more."""
        match record:
            case CheckIn():
                refused = {score.scale for score in record.scores} - self._scale_keys()
                _refuse("scale", Problem.UNKNOWN, refused)
            case DayRecord():
                _refuse("day", Problem.TAKEN, self._day_is_taken(record))
            case Scale():
                taken = record.key in {scale.key for scale in self._journal.scales.all()}
                _refuse("scale", Problem.TAKEN, taken)
            case ImportedRow():
                taken = record.identity in self._journal.imports.known(record.source)
                _refuse("entries", Problem.TAKEN, taken)
            case DoseTaken():
                gone = record.medication_id not in self._medication_ids()
                _refuse("medicine", Problem.MISSING, gone)

    def side_effect(self, effect: SideEffect, stamp: Stamp) -> Edits:
        """The edits that bring a side effect back to its day, and to its session if it is there."""
        sessions = tuple(s for s in self._journal.sessions.between() if s.id == effect.session_id)
        if not sessions and effect.session_id not in {record.id for record in self._together}:
            effect = replace(effect, session_id=None)
        day = effect.noted.day
        record = next(iter(self._journal.days.between(day, day)), None)
        entries = DayEntries(day, record=record, sessions=sessions)
        return put_side_effect(entries, None, effect, stamp)

    def _day_is_taken(self, record: DayRecord) -> bool:
        day = record.day
        has_effects = record.no_side_effects and self._journal.side_effects.between(day, day)
        return bool(self._journal.days.between(day, day) or has_effects)

    def _scale_keys(self) -> set[str]:
        scales = (*self._journal.scales.all(), *self._together)
        return {scale.key for scale in scales if isinstance(scale, Scale)}

    def _medication_ids(self) -> set[UUID]:
        medicines = (*self._journal.medications.all(), *self._together)
        return {medicine.id for medicine in medicines if isinstance(medicine, Medication)}


def _refuse(field: str, problem: Problem, when: object) -> None:
    if when:
        raise InvalidValue(field, problem)
