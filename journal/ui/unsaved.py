"""The journal as it will be once what waits is saved: so an entry stays on screen meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.errors import JournalError, StorageError, StorageProblem
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.edit import Edit, Edits
    from journal.domain.repository import OpenJournal
    from journal.ui.journal_editor import JournalEditor

Waiting = Callable[["OpenJournal"], "Edits"]
Read = Callable[["date | None", "date | None"], tuple[Any, ...]]


def as_entered(editor: JournalEditor) -> OpenJournal:
    """The editor's open journal with all that waits to be saved on top, to be read only."""
    if not editor.has_unsaved:
        return editor.journal
    return with_unsaved(editor.journal, [waiting.edits for waiting in editor._waiting])


def with_unsaved(journal: OpenJournal | None, waiting: Iterable[Waiting]) -> OpenJournal:
    """`journal` with the edits of `waiting` on top, to be read only; None is an empty one."""
    unsaved = _UnsavedJournal(journal)
    for verb in waiting:
        unsaved.take(verb)
    return cast("OpenJournal", unsaved)


class _UnsavedJournal:
    """What waits changes these kinds of record; the rest is as the journal has it."""

    def __init__(self, journal: OpenJournal | None) -> None:
        self._journal = journal
        self._edits: list[Edit] = []

        def part(name: str, kind: type, place: Callable[[Any], tuple[date, Any]]) -> _Part:
            def read(first: date | None, last: date | None) -> tuple[Any, ...]:
                return getattr(journal, name).between(first, last) if journal else ()

            return _Part(read, kind, place, self._edits)

        self.check_ins = part("check_ins", CheckIn, lambda c: (c.moment.day, c.moment.instant))
        self.days = part("days", DayRecord, lambda d: (d.day, None))
        self.side_effects = part("side_effects", SideEffect, lambda e: (e.noted.day, e.noted))
        self.sessions = part("sessions", TreatmentSession, lambda s: (s.start.day, s.start))
        self.responses = part("responses", Response, lambda r: (r.moment.day, r.moment))
        self.safety_answers = part(
            "safety_answers", SafetyAnswer, lambda a: (a.moment.day, a.moment)
        )
        self.medications = _Medications(journal, self._edits)

    def take(self, verb: Waiting) -> None:
        """Carry a verb out in thought; one that will be refused changes nothing."""
        try:
            self._edits += verb(cast("OpenJournal", self))
        except JournalError:
            return

    def settings(self) -> JournalSettings:
        """The settings as they will be."""
        changed = [e.after for e in self._edits if isinstance(e.after, JournalSettings)]
        if changed:
            return changed[-1]
        kept: JournalSettings = self.__getattr__("settings")()
        return kept

    def __getattr__(self, name: str) -> Any:
        if self._journal is None:
            raise StorageError(StorageProblem.NO_JOURNAL)
        return getattr(self._journal, name)


class _Medications:
    """Medicines, and the doses taken as needed."""

    def __init__(self, journal: OpenJournal | None, edits: list[Edit]) -> None:
        def medicines(_first: date | None, _last: date | None) -> tuple[Medication, ...]:
            return journal.medications.all() if journal else ()

        def doses(first: date | None, last: date | None) -> tuple[DoseTaken, ...]:
            return journal.medications.doses_between(first, last) if journal else ()

        self._medicines = _Part(medicines, Medication, lambda m: (m.first, m.id), edits)
        self._doses = _Part(doses, DoseTaken, lambda d: (d.taken.day, d.taken), edits)

    def all(self) -> tuple[Medication, ...]:
        """Every medicine as it will be."""
        return self._medicines.between()

    def doses_between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[DoseTaken, ...]:
        """The doses of these days as they will be."""
        return self._doses.between(first, last)


class _Part:
    """The records of one kind; `place` gives their journal day and their order within it."""

    def __init__(
        self,
        read: Read,
        kind: type,
        place: Callable[[Any], tuple[date, Any]],
        edits: list[Edit],
    ) -> None:
        self._read = read
        self._kind = kind
        self._place = place
        self._edits = edits

    def between(self, first: date | None = None, last: date | None = None) -> tuple[Any, ...]:
        """The records of these days as they will be."""
        found = {record.id: record for record in self._read(first, last)}
        for edit in self._edits:
            if isinstance(edit.record, self._kind):
                found.pop(edit.record.id, None)
                if edit.after is not None and self._is_within(edit.after, first, last):
                    found[edit.record.id] = edit.after
        return tuple(sorted(found.values(), key=self._place))

    def _is_within(self, record: Any, first: date | None, last: date | None) -> bool:
        day, _ = self._place(record)
        return (first is None or first <= day) and (last is None or day <= last)
