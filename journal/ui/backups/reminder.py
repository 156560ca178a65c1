"""The line on Today where no backup could be made for more than a week, or one found damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QPushButton

from journal import clock as clocks
from journal.domain.errors import StorageProblem
from journal.i18n import _
from journal.ui.widgets.layout import label, row
from journal.wording.backups import overdue

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from journal.domain.errors import StorageError
    from journal.ui.backups.keeper import BackupKeeper
    from journal.ui.journal_editor import JournalEditor


class BackupReminder(QFrame):
    """Shown at most once a day: "Not now" puts it off until tomorrow, with a lock between too."""

    def __init__(
        self, editor: JournalEditor, keeper: BackupKeeper, restore: Callable[[QWidget], object]
    ) -> None:
        super().__init__()
        self._editor = editor
        self._keeper = keeper
        self.setProperty("kind", "banner")
        line = row(self)
        line.setContentsMargins(16, 10, 16, 10)
        self.words = label("", wraps=True)
        self.now = QPushButton(_("Back up now"))
        self.restore = QPushButton(_("Restore from a backup…"))
        self.later = QPushButton(_("Not now"))
        self.now.clicked.connect(keeper.back_up_now)
        self.restore.clicked.connect(lambda: restore(self.window()))
        self.later.clicked.connect(self._on_later)
        line.addWidget(self.words, 1)
        for button in (self.now, self.restore, self.later):
            line.addWidget(button)
        self.hide()
        keeper.alarmed.connect(self._on_alarmed)
        keeper.made.connect(self.hide)
        # Once it stands on its page: shown before, it would be a window of its own.
        QTimer.singleShot(0, self, self._tell_of_before)

    def _tell_of_before(self) -> None:
        if self._keeper.alarm is not None:
            self._on_alarmed(*self._keeper.alarm)

    def _on_alarmed(self, latest: datetime | None, error: StorageError) -> None:
        clock = self._editor.clock
        is_damaged = error.problem is StorageProblem.DAMAGED
        self.restore.setVisible(is_damaged)
        self.now.setVisible(not is_damaged)
        self.words.setText(overdue(latest, error, clock.now(), clock.zone()))
        self.setVisible(self._keeper.put_off_on != self._today())

    def _on_later(self) -> None:
        self._keeper.put_off_on = self._today()
        self.hide()

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)
