"""Makes backups by itself: every 30 minutes of use, before a lock and at the end, if there is need.

What is due from before, because none could be made or the program was killed, is made up for soon
after the journal opens: at once where it is more than a week. Only where that fails too, or where
it finds damage, the person is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from journal.domain.backups import EVERY, is_overdue
from journal.domain.errors import StorageError, StorageProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from journal.domain.backups import BackupOutcome
    from journal.domain.repository import OpenJournal
    from journal.ui.journal_editor import JournalEditor

    Work = Callable[[OpenJournal], BackupOutcome | None]


SOON_MS = 60_000
"""After the journal opened: what is shown first comes first."""


class BackupKeeper(QObject):
    """`ended` follows each attempt, whatever came of it: see `last`.

    `alarmed` follows where one failed that the person has to know of: the last backup lies more
    than 7 days back, or the journal is damaged. It carries when the last was made, or None, and
    the StorageError. `made` follows where one was made.
    """

    ended = Signal()
    made = Signal()
    alarmed = Signal(object, object)

    def __init__(self, editor: JournalEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.is_under_way = False
        self.last: BackupOutcome | StorageError | None = None
        """What became of the last one that was tried since the window was opened."""
        self.alarm: tuple[datetime | None, StorageError] | None = None
        """What was told by `alarmed`, until a backup is made."""
        self.put_off_on: date | None = None
        """The day on which the person did not want to hear of it any more."""
        self._timer = QTimer(self, interval=int(EVERY.total_seconds() * 1000))
        self._timer.timeout.connect(self.back_up_if_due)
        self.soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self.soon.timeout.connect(self.back_up_if_due)

    def keep(self) -> None:
        """Make backups by itself for as long as the journal, which is open now, is not locked."""
        if not self._timer.isActive():
            self._editor.locking.connect(self._on_locking)
            self._timer.start()
            self.soon.start()
            now = self._editor.clock.now()
            self._run(lambda journal: _made_if_overdue(journal, now))

    def _on_locking(self) -> None:
        """A lock may be the last that happens before the computer is switched off."""
        self._editor.locking.disconnect(self._on_locking)
        self._timer.stop()
        self.soon.stop()
        self._line_up(_made_if_due)  # behind one under way, which may not have the last change

    def back_up_if_due(self) -> None:
        """Make a backup in the worker where the journal changed since the last one."""
        self._run(_made_if_due)

    def back_up_now(self) -> None:
        """Make a backup in the worker, whether or not something changed."""
        self._run(lambda journal: journal.backups.make())

    def back_up_at_the_end(self) -> None:
        """Make the last backup, after all work; nothing runs in the worker afterwards.

        One that no folder takes holds nobody up: it is tried again after the next start.
        """
        self._editor.worker.finish()
        if self._editor.is_open:
            try:
                _made_if_due(self._editor.journal)
            except StorageError:
                return

    def _run(self, work: Work) -> None:
        if not self.is_under_way:
            self._line_up(work)

    def _line_up(self, work: Work) -> None:
        if not self._editor.is_open or self._editor.is_busy:
            return
        journal = self._editor.journal
        self.is_under_way = True
        self._editor.worker.run(lambda: work(journal), self._on_made, self._on_failed)

    def _on_made(self, outcome: BackupOutcome | None) -> None:
        self.is_under_way = False
        if outcome is not None:
            self.last = outcome
            self.alarm = None
            self.made.emit()
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self.is_under_way = False
        if not isinstance(error, StorageError):
            raise error
        self.last = error
        self.ended.emit()
        if self._editor.is_open:
            self._tell_if_alarming(error)

    def _tell_if_alarming(self, error: StorageError) -> None:
        journal, now = self._editor.journal, self._editor.clock.now()

        def work() -> tuple[bool, datetime | None]:
            latest = journal.backups.latest()
            return is_overdue(latest, journal.settings().created_at, now), latest

        def done(found: tuple[bool, datetime | None]) -> None:
            overdue, latest = found
            if overdue or error.problem is StorageProblem.DAMAGED:
                self._alarm(latest, error)

        self._editor.tasks.run(work, done, lambda _error: self._alarm(None, error))

    def _alarm(self, latest: datetime | None, error: StorageError) -> None:
        self.alarm = latest, error
        self.alarmed.emit(latest, error)


def _made_if_due(journal: OpenJournal) -> BackupOutcome | None:
    return journal.backups.make() if journal.backups.is_due() else None


def _made_if_overdue(journal: OpenJournal, now: datetime) -> BackupOutcome | None:
    began = journal.settings().created_at
    return _made_if_due(journal) if is_overdue(journal.backups.latest(), began, now) else None
