"""What the window and the command line may ask of a kept journal, whatever keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.edit import Edit
from journal.domain.glance import Glance
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect


@dataclass(frozen=True, slots=True)
class Records:
    """Everything a journal holds, each kind oldest first, scales by position."""

    check_ins: tuple[CheckIn, ...]
    days: tuple[DayRecord, ...]
    sessions: tuple[TreatmentSession, ...]
    side_effects: tuple[SideEffect, ...]
    scales: tuple[Scale, ...]
    settings: JournalSettings
    responses: tuple[Response, ...] = ()
    medications: tuple[Medication, ...] = ()
    doses_taken: tuple[DoseTaken, ...] = ()
    safety_answers: tuple[SafetyAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Integrity:
    """What an integrity check found; `faults` is empty for a sound journal."""

    faults: tuple[str, ...]
    check_ins: int
    sessions: int
    side_effects: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


class CheckInRepository(Protocol):
    """Check-ins, oldest first; a bound that is None is open, both are included."""

    def between(self, first: date | None = None, last: date | None = None) -> tuple[CheckIn, ...]:
        """The check-ins of these journal days."""
        ...

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, the most frequent first."""
        ...


class DayRepository(Protocol):
    """Day records, oldest first."""

    def between(self, first: date | None = None, last: date | None = None) -> tuple[DayRecord, ...]:
        """The records of these journal days."""
        ...


class SessionRepository(Protocol):
    """Treatment sessions of every state, by start."""

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[TreatmentSession, ...]:
        """The sessions that start on these journal days."""
        ...


class SideEffectRepository(Protocol):
    """Side effects by the moment they were noted for."""

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[SideEffect, ...]:
        """The effects noted for these journal days."""
        ...


class ResponseRepository(Protocol):
    """Answered questionnaires and totals from paper, by moment."""

    def between(self, first: date | None = None, last: date | None = None) -> tuple[Response, ...]:
        """The responses of these journal days."""
        ...


class MedicationRepository(Protocol):
    """Medicines by their first day, and doses taken as needed."""

    def all(self) -> tuple[Medication, ...]:
        """Every medicine at every dose, those that ended too."""
        ...

    def doses_between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[DoseTaken, ...]:
        """As-needed doses taken on these journal days, by moment."""
        ...


class SafetyRepository(Protocol):
    """Answers to questions asked for safety's sake, by moment."""

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[SafetyAnswer, ...]:
        """The answers of these journal days."""
        ...


class ScaleRepository(Protocol):
    """Scales, by position."""

    def all(self) -> tuple[Scale, ...]:
        """Every scale, switched on or off."""
        ...


class ImportRepository(Protocol):
    """Which rows of other trackers' exports came in."""

    def known(self, source: str) -> frozenset[tuple[str, date, str, int]]:
        """The identities of every row that ever came from `source`."""
        ...


class OpenJournal(Protocol):
    """A journal that is open; every method may raise StorageError."""

    @property
    def check_ins(self) -> CheckInRepository: ...
    @property
    def days(self) -> DayRepository: ...
    @property
    def sessions(self) -> SessionRepository: ...
    @property
    def side_effects(self) -> SideEffectRepository: ...
    @property
    def scales(self) -> ScaleRepository: ...
    @property
    def imports(self) -> ImportRepository: ...
    @property
    def responses(self) -> ResponseRepository: ...
    @property
    def medications(self) -> MedicationRepository: ...
    @property
    def safety_answers(self) -> SafetyRepository: ...

    def settings(self) -> JournalSettings:
        """The journal's own settings."""
        ...

    def is_empty(self) -> bool:
        """Whether no check-in, day, session or side effect was ever entered."""
        ...

    def records(self) -> Records:
        """Everything, read in one transaction so that the parts agree."""
        ...

    def apply(self, edits: Sequence[Edit]) -> None:
        """Write all `edits` in one transaction, or none; committed when this returns."""
        ...

    def check(self) -> Integrity:
        """Look the whole file over."""
        ...

    def close(self) -> None:
        """Let go of the file and of the writer's lock."""
        ...


class JournalStore(Protocol):
    """Where a journal is kept."""

    def exists(self) -> bool:
        """Whether there is a file yet, sound or not."""
        ...

    def glance(self, now: datetime, zone: str) -> Glance | None:
        """Today's part of the journal, sooner than it can be opened; None where it cannot tell."""
        ...

    def open(self, passphrase: str | None = None, *, writer: bool = False) -> OpenJournal:
        """Open the journal; a writer holds the one lock and makes the file where there is none.

        Raises StorageError: IN_USE when another writer has it, NO_JOURNAL for a reader without a
        file, and the reasons a file cannot be read. A refused file is never touched.
        """
        ...
