"""The bin: what was deleted in the last 30 days, the latest first, each with the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from journal.domain.bin import KEPT_FOR, put_back
from journal.domain.errors import InvalidValue, JournalError, StorageError
from journal.i18n import _
from journal.questionnaire_files import shelf
from journal.ui.bin.row import DeletionRow
from journal.ui.widgets.dialog_parts import within_screen
from journal.ui.widgets.layout import clear, column, label, row
from journal.wording import error_sentence
from journal.wording.bin import deletion_gist, deletion_title, kept_sentence, refused_sentence

if TYPE_CHECKING:
    from journal.domain.bin import Deletion
    from journal.ui.journal_editor import JournalEditor

SIZE = (640, 520)
SHOWN_AT_ONCE = 40


class BinDialog(QDialog):
    """Putting something back is a change like any other: it can be undone."""

    def __init__(self, editor: JournalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._most = SHOWN_AT_ONCE
        self.setWindowTitle(_("Deleted in the last 30 days"))
        self.resize(within_screen(self, *SIZE))
        inside = column(self, spacing=12, margin=24)
        inside.addWidget(label(_("Deleted in the last 30 days"), "heading"))
        self.state = label("", "muted", wraps=True)
        inside.addWidget(self.state)
        self._rows = self._list(inside)
        self.rows: list[DeletionRow] = []
        self.more = QPushButton(_("Show more"))
        self.more.clicked.connect(self._on_more)
        self.close_ = QPushButton(_("Close"))
        self.close_.clicked.connect(self.accept)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        inside.addLayout(foot)
        self.refresh()

    def _list(self, inside: QVBoxLayout) -> QVBoxLayout:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("kind", "page")
        rows = column(body, spacing=8)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setWidget(body)
        inside.addWidget(area, 1)
        return rows

    def refresh(self) -> None:
        """Read the bin anew, but for what its 30 days are over of."""
        clear(self._rows)
        self.rows = []
        now = self._editor.clock.now()
        try:
            found = self._editor.journal.bin.deletions()
        except StorageError as error:
            self.state.setText(error_sentence(error))
            self.more.hide()
            return
        kept = [each for each in found if now < each.kept_until]
        words = _(
            "The latest comes first. After {count} days it is no longer shown, and one of the next "
            "starts takes it out of the journal; backups made before hold it longer."
        )
        if not kept:
            words = _("Nothing was deleted in the last {count} days.")
        self.state.setText(words.format(count=KEPT_FOR.days))
        for deletion in kept[: self._most]:
            self._add(deletion)
        self.more.setVisible(len(kept) > self._most)

    def _add(self, deletion: Deletion) -> None:
        clock = self._editor.clock
        shown = DeletionRow(
            deletion_title(deletion),
            deletion_gist(deletion, self._editor.journal.scales.all(), shelf().find),
            kept_sentence(deletion, clock.now(), clock.zone()),
        )
        shown.put_back_requested.connect(partial(self._on_put_back, shown, deletion))
        self._rows.addWidget(shown)
        self.rows.append(shown)

    def _on_put_back(self, shown: DeletionRow, deletion: Deletion) -> None:
        """Have the worker do it, as it may be a whole import; the row says why it did not."""
        words = _("Put back: {what}").format(what=deletion_title(deletion))
        self.setEnabled(False)
        self._editor.perform_in_worker(
            words,
            partial(put_back, deletion),
            lambda _edits: self._on_done(),
            partial(self._on_failed, shown),
        )

    def _on_done(self) -> None:
        if isValid(self):
            self.setEnabled(True)
            self.refresh()
            self.close_.setFocus()

    def _on_failed(self, shown: DeletionRow, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if not isValid(self):
            return
        self.setEnabled(True)
        if isinstance(error, InvalidValue):
            shown.show_message(refused_sentence(error))
        else:
            reason = error_sentence(error)
            shown.show_message(_("Not put back; it is still here. {reason}").format(reason=reason))

    def _on_more(self) -> None:
        self._most += SHOWN_AT_ONCE
        self.refresh()
