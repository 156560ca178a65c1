"""Tells on Today that the computer's clock shows less than it did when something was saved."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from journal.domain.clock_gone_back import clock_gone_back
from journal.domain.errors import StorageError
from journal.ui.journal_editor import JournalEditor
from journal.ui.widgets.layout import column, label
from journal.wording.clock_gone_back import clock_gone_back_sentence


class ClockLine(QWidget):
    """Knows the journal's last change from its opening on, and looks at the clock in `refresh`."""

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._last_change: datetime | None = None
        self.words = label("", "warning", wraps=True)
        column(self).addWidget(self.words)
        self.hide()
        editor.opened.connect(self._look)
        editor.saved.connect(self._on_saved)
        if editor.is_open:
            self._look()

    def refresh(self) -> None:
        """Say it, or say it no longer."""
        clock = self._editor.clock
        found = clock_gone_back(self._last_change, clock.now())
        if found is not None:
            self.words.setText(clock_gone_back_sentence(found, clock.zone()))
        self.setVisible(found is not None)

    def _look(self) -> None:
        self._editor.tasks.run(self._editor.journal.last_change, self._on_read, _on_not_read)

    def _on_read(self, last_change: datetime | None) -> None:
        self._last_change = last_change
        self.refresh()

    def _on_saved(self, _words: str, at: datetime) -> None:
        if self._last_change is None or at > self._last_change:
            self._last_change = at


def _on_not_read(error: Exception) -> None:
    """What ails the file is told where something is saved."""
    if not isinstance(error, StorageError):
        raise error
