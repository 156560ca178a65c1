"""The one writer: every change in the window goes through here, is announced, and can be undone.

A change is a verb: a function of the open journal that answers with edits. Verbs wait in line while
the journal is still opening, while long work has the file, or after the disk refused one, and are
carried out in order as soon as that is over; so nothing that was entered gets lost. Locked, the
editor has no journal: what waits stays in line, what long work has to tell too, and there is
nothing to undo.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from journal.domain.day_entries import DayEntries, read_entries
from journal.domain.edit import Stamp, undone
from journal.domain.errors import JournalError, StorageError
from journal.domain.period import DAY_STARTS_AT
from journal.ui.lock.forgetful_tasks import ForgetfulTasks
from journal.ui.told_when_open import ToldWhenOpen
from journal.ui.waiting_verb import WaitingVerb, new_id

if TYPE_CHECKING:
    from datetime import date, time
    from pathlib import Path

    from journal.clock import Clock
    from journal.domain.backups import RemadeBackups, Restored
    from journal.domain.edit import Edits, Record
    from journal.domain.glance import Glance
    from journal.domain.repository import JournalStore, OpenJournal
    from journal.ui.tasks import TaskRunner

Verb = Callable[["OpenJournal", Stamp], "Edits"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class JournalChange:
    """What kinds of record changed; pages refresh by it."""

    kinds: frozenset[type[Record]]


class _DoneEdits(QUndoCommand):
    """An entry of the undo stack; the editor itself writes, so that a full disk can be told."""

    def __init__(self, text: str, edits: Edits) -> None:
        super().__init__(text)
        self.edits = edits


class JournalEditor(QObject):
    """Opens the journal, writes to it, and keeps what can be undone.

    `locking` comes while the journal can still be written, `locked` when it is gone.
    `passphrase_changed` carries the new passphrase, or None where it was removed.
    """

    glanced = Signal()
    opened = Signal()
    open_failed = Signal(object)
    changed = Signal(object)
    saved = Signal(str, object)
    refused = Signal(object)
    save_failed = Signal(object)
    busy_changed = Signal(bool)
    locking = Signal()
    locked = Signal()
    passphrase_changed = Signal(object)

    def __init__(
        self, store: JournalStore, tasks: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.worker = tasks
        """For work that outlasts a lock; pages, which do not, use `tasks`."""
        self.tasks = ForgetfulTasks(tasks)
        self.clock = clock
        self.undo_stack = QUndoStack(self)
        self.day_starts_at: time = DAY_STARTS_AT
        self._store = store
        self.is_closed = False
        self.glance: Glance | None = None
        """Today as it is kept, once `glanced` told that it was looked for; None where it is not."""
        self._journal: OpenJournal | None = None
        self._leaving: OpenJournal | None = None
        self._waiting: deque[WaitingVerb] = deque()
        self._stuck = False
        self._busy = False
        self._told = ToldWhenOpen(lambda: self.is_open)

    @property
    def journal(self) -> OpenJournal:
        """The open journal; an error before `opened`."""
        if self._journal is None:
            raise RuntimeError("the journal is not open")
        return self._journal

    @property
    def is_open(self) -> bool:
        """Whether the journal can be read."""
        return self._journal is not None

    @property
    def is_busy(self) -> bool:
        """Whether long work has the journal to itself."""
        return self._busy

    @property
    def has_passphrase(self) -> bool:
        """Whether the journal is open and only a passphrase opens it."""
        return self._journal is not None and self._journal.has_passphrase

    @property
    def has_unsaved(self) -> bool:
        """Whether something entered is not on the disk yet."""
        return bool(self._waiting)

    def look(self) -> None:
        """Read today's part of the journal in the worker, before `open`; `glanced` follows."""
        now, zone = self.clock.now(), self.clock.zone()
        self.worker.run(lambda: self._store.glance(now, zone), self._on_glanced, self._on_blind)

    def _on_glanced(self, glance: Glance | None) -> None:
        self.glance = glance
        if glance is not None:
            self.day_starts_at = glance.day_starts_at
        self.glanced.emit()

    def _on_blind(self, error: Exception) -> None:
        self._on_glanced(None)
        raise error

    def needs_passphrase(self) -> bool:
        """Whether only a passphrase opens the journal, which is not open yet."""
        return self._store.has_passphrase()

    def prepare(self) -> None:
        """Have the worker load what opening needs, while the passphrase is being typed."""
        if not self.is_closed:
            self.worker.run(self._store.prepare, lambda _none: None, lambda _error: None)

    def open(self, passphrase: str | None = None) -> None:
        """Open the journal in the worker; `opened` or `open_failed` follows."""
        from journal.ui.opening import open_once_free  # noqa: PLC0415 - not for the first paint

        def work() -> tuple[OpenJournal, time]:
            journal = open_once_free(self._store, passphrase, lambda: self.is_closed)
            return journal, journal.settings().day_starts_at

        self.worker.run(work, self._on_opened, self._on_open_failed)

    def _on_opened(self, opened: tuple[OpenJournal, time]) -> None:
        self._journal, self.day_starts_at = opened
        self.glance = None
        self.opened.emit()
        self.retry()
        self._told.go_on()

    def _on_open_failed(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self.open_failed.emit(error)

    def lock(self) -> None:
        """Let go of the journal, its key and the writer's lock, until it is opened again.

        What waits to be saved stays in line; nothing done before can be undone afterwards, since
        others may write meanwhile. RuntimeError while long work has the file.
        """
        if self._busy:
            raise RuntimeError("the journal is being written anew")
        self.locking.emit()
        journal = self._leaving = self.journal
        self._journal = None
        self.undo_stack.clear()
        self.tasks.forget()
        # In the worker, behind whatever still reads from it.
        self.worker.run(journal.close, lambda _none: self._forget_journal(), _raise)
        self.locked.emit()

    def _forget_journal(self) -> None:
        self._leaving = None

    def close(self) -> None:
        """Let go of the journal's file; it is not opened again."""
        self.is_closed = True
        self.worker.finish()
        for journal in (self._journal, self._leaving):
            if journal is not None:
                journal.close()
        self._journal = self._leaving = None

    def versions(self) -> Mapping[str, str]:
        """What the journal is kept with, and in which version."""
        return self._store.versions()

    def entries(self, day: date) -> DayEntries:
        """All that is written down for a day, what waits to be saved included."""
        journal = self._readable()
        if self._waiting:
            from journal.ui.unsaved import with_unsaved  # noqa: PLC0415 - not for the first paint

            journal = with_unsaved(journal, [w.edits for w in self._waiting])
        return DayEntries(day) if journal is None else read_entries(journal, day)

    def _readable(self) -> OpenJournal | None:
        if self._journal is None and self.glance is not None:
            from journal.ui.glanced import glanced_journal  # noqa: PLC0415 - as above

            return glanced_journal(self.glance)
        return self._journal

    def stamp(self) -> Stamp:
        """The present instant, and a source of time-ordered identifiers."""
        return Stamp(self.clock.now(), new_id)

    def perform(self, text: str, verb: Verb) -> None:
        """Carry out a verb, or line it up; `saved`, `refused` or `save_failed` follows."""
        self._waiting.append(WaitingVerb(text, verb, self.clock.now()))
        self._drain()

    def retry(self) -> None:
        """Try again to write what the disk refused."""
        self._stuck = False
        self._drain()

    def _drain(self) -> None:
        while self._waiting and self._journal is not None and not self._stuck and not self._busy:
            self._carry_out(self._waiting[0])

    def _carry_out(self, waiting: WaitingVerb) -> None:
        try:
            edits = waiting.edits(self.journal)
            if edits:
                self.journal.apply(edits)
        except StorageError as error:
            self._stuck = True
            self.save_failed.emit(error)
            return
        except JournalError as error:
            self._waiting.popleft()
            self.refused.emit(error)
            return
        except Exception:  # a defect of the program must not hold up what comes after
            self._waiting.popleft()
            raise
        self._waiting.popleft()
        if edits:
            self._keep(waiting.text, edits)

    def _keep(self, text: str, edits: Edits) -> None:
        self.undo_stack.push(_DoneEdits(text, edits))
        self._announce(text, edits)

    def _announce(self, text: str, edits: Edits) -> None:
        kinds = frozenset(type(edit.record) for edit in edits)
        from journal.domain.journal_settings import JournalSettings  # noqa: PLC0415 - as above

        if JournalSettings in kinds:
            self.day_starts_at = self.journal.settings().day_starts_at
        self.saved.emit(text, self.clock.now())
        self.changed.emit(JournalChange(kinds))

    def run_and_tell(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run in the worker what outlasts a lock; it is told of once the journal is open again."""
        self.worker.run(
            work,
            lambda value: self._told.tell(done, value),
            lambda error: self._told.tell(failed, error),
        )

    def perform_in_worker(
        self, text: str, verb: Verb, done: Callable[[Edits], None], failed: Callable[..., None]
    ) -> None:
        """Carry out long work that writes; other verbs wait meanwhile, and it is one undo step."""
        stamp = self.stamp()

        def work(journal: OpenJournal) -> Edits:
            edits = verb(journal, stamp)
            if edits:
                journal.apply(edits)
            return edits

        def keep(edits: Edits) -> None:
            if edits:
                self._keep(text, edits)

        self._run_alone(work, keep, done, failed)

    def change_passphrase(
        self,
        old: str | None,
        new: str | None,
        done: Callable[[RemadeBackups], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Set (`old` None), change or remove (`new` None) the passphrase in the worker.

        Entries wait meanwhile. `passphrase_changed` comes before `done`.
        """
        self._run_alone(
            lambda journal: journal.change_passphrase(old, new),
            lambda _remade: self.passphrase_changed.emit(new),
            done,
            failed,
        )

    def restore(
        self,
        text: str,
        file: Path,
        passphrase: str | None,
        done: Callable[[Restored], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Put a backup in place of the journal, in the worker; nothing before it can be undone.

        Entries wait meanwhile. `opened` comes anew before `done`, so that every page reads again.
        """

        def take(restored: Restored) -> None:
            self.undo_stack.clear()
            self.day_starts_at = self.journal.settings().day_starts_at
            if restored.remade is not None:
                self.passphrase_changed.emit(passphrase)
            self.opened.emit()
            self.saved.emit(text, self.clock.now())

        self._run_alone(lambda journal: journal.restore(file, passphrase), take, done, failed)

    def _run_alone(
        self,
        work: Callable[[OpenJournal], T],
        take: Callable[[T], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Let `work` have the journal; `take` its outcome before entries go on, then tell of it.

        A lock may have waited for the work: then what it has to tell waits in turn.
        """
        journal = self.journal
        self._set_busy(True)

        def on_done(value: T) -> None:
            take(value)
            self._set_busy(False)
            self._told.tell(done, value)

        def on_failed(error: Exception) -> None:
            self._set_busy(False)
            self._told.tell(failed, error)

        self.worker.run(lambda: work(journal), on_done, on_failed)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
        self._drain()

    def undo(self) -> None:
        """Take the last change back; where the disk refuses, it stays and `save_failed` tells."""
        self._step(self.undo_stack.index() - 1, backwards=True)

    def redo(self) -> None:
        """Make the last change that was undone again."""
        self._step(self.undo_stack.index(), backwards=False)

    def _step(self, index: int, *, backwards: bool) -> None:
        command = self.undo_stack.command(index)
        if not isinstance(command, _DoneEdits) or self._busy or self._waiting:
            return
        edits = undone(command.edits) if backwards else command.edits
        try:
            self.journal.apply(edits)
        except StorageError as error:
            self.save_failed.emit(error)
            return
        if backwards:
            self.undo_stack.undo()
        else:
            self.undo_stack.redo()
        self._announce("", edits)


def _raise(error: Exception) -> None:
    raise error
