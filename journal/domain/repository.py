"""What the window and the command line may ask of a kept journal, whatever keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.edit import Edit
from journal.domain.glance import Glance
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.backups import BackupList, BackupOutcome, Contents, RemadeBackups, Restored
    from journal.domain.bin import Deletion
    from journal.domain.restoring import Marks


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


class BinRepository(Protocol):
    """What was deleted in the last 30 days; `domain.bin.put_back` brings it back."""

    def deletions(self) -> tuple[Deletion, ...]:
        """Every deletion, the latest first."""
        ...


class BackupRepository(Protocol):
    """Backups in the data folder and in any other folder they were ever made in.

    None of these methods needs the writer's lock. Those that take long say so; they may run in a
    worker while the journal is written.
    """

    def make(self, folder: Path | None = None) -> BackupOutcome:
        """Make a verified backup in the data folder, the chosen folder and `folder`; takes long.

        Then the older ones are thinned. Raises StorageError where no folder took one: DAMAGED for
        a journal that is not sound, DISK_FULL, READ_ONLY, NOT_REACHABLE.
        """
        ...

    def is_due(self) -> bool:
        """Whether the journal changed since its last backup in the data folder."""
        ...

    def latest(self) -> datetime | None:
        """When the last verified backup was made, as the names of the files tell."""
        ...

    def all(self) -> BackupList:
        """Every backup with what it holds; takes long."""
        ...

    def listed(self) -> BackupList:
        """The same by their names and beginnings alone: nothing is said of what they hold."""
        ...

    @property
    def folder(self) -> Path | None:
        """The one more folder that was chosen for backups."""
        ...

    def choose(self, folder: Path | None) -> None:
        """Make backups in `folder`, too, from now on; None for in the data folder alone.

        Raises StorageError READ_ONLY, DISK_FULL or NOT_REACHABLE where the choice cannot be kept.
        """
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
    @property
    def bin(self) -> BinRepository: ...
    @property
    def backups(self) -> BackupRepository: ...
    @property
    def has_passphrase(self) -> bool: ...

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is its passphrase; takes long, and touches no file."""
        ...

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

    def last_change(self) -> datetime | None:
        """The latest instant at which a record was written down or changed."""
        ...

    def check(self) -> Integrity:
        """Look the whole file over."""
        ...

    def change_passphrase(self, old: str | None, new: str | None) -> RemadeBackups:
        """Set (`old` None), change, or remove (`new` None) the passphrase; takes long.

        The journal is written anew, checked with the new passphrase, and only then put in place of
        the old file; after that every backup that can be reached is remade. Interrupted at any
        point, the journal opens with one of the two, and holds everything. Raises StorageError
        WRONG_PASSPHRASE where `old` is not the journal's, and what writing raises; ValueError
        without the writer's lock, and for an empty passphrase.
        """
        ...

    def preview(self, file: Path, passphrase: str | None = None) -> Contents:
        """What a backup holds; without a passphrase it is opened with the journal's own.

        Raises StorageError as `JournalStore.open` does, DAMAGED also where the file is not sound,
        JOURNAL_ITSELF for the journal's own file.
        """
        ...

    def marks(self, file: Path, passphrase: str | None = None) -> Marks:
        """What a backup that was previewed knows its records by; opened as by `preview`."""
        ...

    def restore(self, file: Path, passphrase: str | None = None) -> Restored:
        """Put what `file` holds in place of the journal, which is kept among the backups.

        The journal keeps its passphrase; where it has none it takes the file's. Whatever is
        raised, the journal is as it was: StorageError as `preview` and as writing raises,
        ValueError without the writer's lock. Restoring the kept file takes it back.
        """
        ...

    def close(self) -> None:
        """Let go of the file and of the writer's lock."""
        ...


class JournalStore(Protocol):
    """Where a journal is kept."""

    def exists(self) -> bool:
        """Whether there is a file yet, sound or not."""
        ...

    def has_passphrase(self) -> bool:
        """Whether there is a file that only a passphrase opens; not to be asked while it is open.

        A file that is no journal has none: opening it says what is wrong.
        """
        ...

    def glance(self, now: datetime, zone: str) -> Glance | None:
        """Today's part of the journal, sooner than it can be opened; None where it cannot tell."""
        ...

    def prepare(self) -> None:
        """Load what opening needs, for when there is time before it; takes long."""
        ...

    def open(self, passphrase: str | None = None, *, writer: bool = False) -> OpenJournal:
        """Open the journal; a writer holds the one lock and makes the file where there is none.

        Raises StorageError: IN_USE when another writer has it, NO_JOURNAL for a reader without a
        file, and the reasons a file cannot be read. A refused file is never touched.
        """
        ...

    def preview(self, file: Path, passphrase: str | None = None) -> Contents:
        """What a backup holds; StorageError as `OpenJournal.preview` raises."""
        ...

    def backups(self) -> BackupList:
        """The backups, for a journal that does not open; takes long.

        What one holds is said where it opens without a passphrase.
        """
        ...

    def restore(self, file: Path, passphrase: str | None = None) -> Restored:
        """Put what `file` holds in the place of a journal that is missing or does not open.

        What lies there is kept among the backups to the byte. Raises StorageError as
        `OpenJournal.restore` does, and IN_USE when a writer has the journal.
        """
        ...

    def delete_everything(self) -> tuple[Path, ...]:
        """Remove the journal and every backup the program made; what could not be removed.

        That is files, and folders that cannot be reached. Raises StorageError IN_USE when a writer
        has the journal.
        """
        ...

    def versions(self) -> Mapping[str, str]:
        """What journals are kept with, by name: `SQLite`, and what comes with it."""
        ...
