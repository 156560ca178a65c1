"""The line on Today where no backup could be made for more than a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton

from journal import clock as clocks
from journal.i18n import _
from journal.ui.widgets.layout import label, row
from journal.wording.backups import overdue

if TYPE_CHECKING:
    from datetime import date, datetime

    from journal.domain.errors import StorageError
    from journal.ui.backups.keeper import BackupKeeper
    from journal.ui.journal_editor import JournalEditor


class BackupReminder(QFrame):
    """Shown at most once a day: "Not now" puts it off until tomorrow."""

    def __init__(self, editor: JournalEditor, keeper: BackupKeeper) -> None:
        super().__init__()
        self._editor = editor
        self._put_off_on: date | None = None
        self.setProperty("kind", "banner")
        line = row(self)
        line.setContentsMargins(16, 10, 16, 10)
        self.words = label("", wraps=True)
        self.now = QPushButton(_("Back up now"))
        self.later = QPushButton(_("Not now"))
        self.now.clicked.connect(keeper.back_up_now)
        self.later.clicked.connect(self._on_later)
        line.addWidget(self.words, 1)
        line.addWidget(self.now)
        line.addWidget(self.later)
        self.hide()
        keeper.overdue.connect(self._on_overdue)
        keeper.made.connect(self.hide)

    def _on_overdue(self, latest: datetime | None, error: StorageError) -> None:
        clock = self._editor.clock
        self.words.setText(overdue(latest, error, clock.now(), clock.zone()))
        self.setVisible(self._put_off_on != self._today())

    def _on_later(self) -> None:
        self._put_off_on = self._today()
        self.hide()

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)
