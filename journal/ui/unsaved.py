"""The journal as it will be once what waits is saved: so an entry stays on screen meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.errors import JournalError, StorageError, StorageProblem
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.edit import Edit, Edits
    from journal.domain.repository import OpenJournal

Waiting = Callable[["OpenJournal"], "Edits"]


def with_unsaved(journal: OpenJournal | None, waiting: Iterable[Waiting]) -> OpenJournal:
    """`journal` with the edits of `waiting` on top, to be read only; None is an empty one."""
    unsaved = _UnsavedJournal(journal)
    for verb in waiting:
        unsaved.take(verb)
    return cast("OpenJournal", unsaved)


class _UnsavedJournal:
    """What waits changes these four kinds of record; the rest is as the journal has it."""

    def __init__(self, journal: OpenJournal | None) -> None:
        self._journal = journal
        self._edits: list[Edit] = []

        def part(name: str, kind: type, place: Callable[[Any], tuple[date, Any]]) -> _Part:
            return _Part(getattr(journal, name, None), kind, place, self._edits)

        self.check_ins = part("check_ins", CheckIn, lambda c: (c.moment.day, c.moment.instant))
        self.days = part("days", DayRecord, lambda d: (d.day, None))
        self.side_effects = part("side_effects", SideEffect, lambda e: (e.noted.day, e.noted))
        self.sessions = part("sessions", TreatmentSession, lambda s: (s.start.day, s.start))

    def take(self, verb: Waiting) -> None:
        """Carry a verb out in thought; one that will be refused changes nothing."""
        try:
            self._edits += verb(cast("OpenJournal", self))
        except JournalError:
            return

    def __getattr__(self, name: str) -> Any:
        if self._journal is None:
            raise StorageError(StorageProblem.NO_JOURNAL)
        return getattr(self._journal, name)


class _Part:
    """The records of one kind; `place` gives their journal day and their order within it."""

    def __init__(
        self,
        kept: Any,
        kind: type,
        place: Callable[[Any], tuple[date, Any]],
        edits: list[Edit],
    ) -> None:
        self._kept = kept
        self._kind = kind
        self._place = place
        self._edits = edits

    def between(self, first: date | None = None, last: date | None = None) -> tuple[Any, ...]:
        """The records of these days as they will be."""
        kept = self._kept.between(first, last) if self._kept else ()
        found = {record.id: record for record in kept}
        for edit in self._edits:
            if isinstance(edit.record, self._kind):
                found.pop(edit.record.id, None)
                if edit.after is not None and self._is_within(edit.after, first, last):
                    found[edit.record.id] = edit.after
        return tuple(sorted(found.values(), key=self._place))

    def _is_within(self, record: Any, first: date | None, last: date | None) -> bool:
        day, _ = self._place(record)
        return (first is None or first <= day) and (last is None or day <= last)
