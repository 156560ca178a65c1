"""What stands in for the clock, the worker and the disk, so that a test can set them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from journal.domain.backups import BackupList, Contents, Restored
from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.glance import Glance
from journal.domain.repository import JournalStore, OpenJournal

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class SetClock:
    """Tuesday, 10 March 2026, 21:14 in Berlin, until it is set."""

    instant: datetime = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"

    def set(self, local: str) -> None:
        """Make it this time in Berlin, such as `2026-03-11 04:00`."""
        self.instant = datetime.fromisoformat(local).replace(tzinfo=BERLIN).astimezone(UTC)

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.instant += timedelta(**by)


class HeldTasks:
    """A worker that does nothing until it is let go."""

    def __init__(self) -> None:
        self._held: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[..., None]]] = []

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[..., None]
    ) -> None:
        self._held.append((work, done, failed))

    def let_go(self) -> None:
        """Do everything that was held up."""
        held, self._held = self._held, []
        for work, done, failed in held:
            try:
                value = work()
            except Exception as error:
                failed(error)
            else:
                done(value)

    def finish(self) -> None:
        self._held.clear()


class FaultyJournal:
    """A real journal on a disk that refuses while `problem` is set; it counts what was tried."""

    def __init__(self, journal: OpenJournal, store: "FaultyStore") -> None:
        self._journal = journal
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._journal, name)

    def apply(self, edits: Sequence[Edit]) -> None:
        self._store.tried += 1
        if self._store.problem is not None:
            raise StorageError(self._store.problem)
        self._journal.apply(edits)


class FaultyStore:
    """A real store whose disk can be made to refuse, at opening or at saving."""

    def __init__(self, store: JournalStore) -> None:
        self._store = store
        self.problem: StorageProblem | None = None
        self.opening_problem: StorageProblem | None = None
        self.tried = 0

    def exists(self) -> bool:
        return self._store.exists()

    def has_passphrase(self) -> bool:
        return self._store.has_passphrase()

    def glance(self, now: datetime, zone: str) -> Glance | None:
        return self._store.glance(now, zone)

    def prepare(self) -> None:
        self._store.prepare()

    def open(self, passphrase: str | None = None, *, writer: bool = False) -> OpenJournal:
        if self.opening_problem is not None:
            raise StorageError(self.opening_problem)
        journal = self._store.open(passphrase, writer=writer)
        return FaultyJournal(journal, self)

    def preview(self, file: Path, passphrase: str | None = None) -> Contents:
        return self._store.preview(file, passphrase)

    def backups(self) -> BackupList:
        return self._store.backups()

    def restore(self, file: Path, passphrase: str | None = None) -> Restored:
        return self._store.restore(file, passphrase)

    def delete_everything(self) -> tuple[Path, ...]:
        return self._store.delete_everything()

    def versions(self) -> Mapping[str, str]:
        return self._store.versions()


def files_in(folder: Path) -> set[str]:
    """The names of everything in a folder."""
    return {path.name for path in folder.iterdir()}
