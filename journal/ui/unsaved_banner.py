"""The line above the pages that tells what the disk refused, and tries again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal import wording
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.ui.widgets.layout import label, row


class UnsavedBanner(QFrame):
    """Hidden while all is well."""

    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        line = row(self)
        line.setContentsMargins(16, 10, 16, 10)
        self._words = label("", wraps=True)
        self._retry = QPushButton(_("Try again"))
        self._retry.clicked.connect(self.retry_requested)
        line.addWidget(self._words, 1)
        line.addWidget(self._retry)
        self.hide()

    def show_error(self, error: JournalError, *, has_unsaved: bool) -> None:
        """Say why, and that an entry is still here, or that nothing was changed."""
        words = _("Nothing was changed. {reason}")
        if has_unsaved:
            words = _("Not saved yet; your entry is still here. {reason}")
        self._words.setText(words.format(reason=wording.error_sentence(error)))
        self._retry.setVisible(has_unsaved)
        self.show()
