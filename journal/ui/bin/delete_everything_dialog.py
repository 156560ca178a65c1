"""Asks for a word before everything is deleted, and says afterwards what remains elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.ui.widgets.dialog_parts import make_room
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.wording import error_sentence
from journal.wording.backups import deleted_sentence, deletes

if TYPE_CHECKING:
    from pathlib import Path

DeleteEverything = Callable[[], "tuple[tuple[Path, ...], str]"]
"""Deletes, and answers with what could not be removed and a sentence about the keychain."""

WIDTH = 560


class DeleteEverythingDialog(QDialog):
    """`ended` follows where it was tried and the person has read what remains.

    `before` is said above what is deleted, before a journal that is locked.
    """

    ended = Signal()

    def __init__(
        self, delete: DeleteEverything, parent: QWidget | None = None, before: str = ""
    ) -> None:
        super().__init__(parent)
        self._delete = delete
        self._is_done = False
        self.setWindowTitle(_("Delete everything"))
        self.setMinimumWidth(WIDTH)
        inside = column(self, spacing=16, margin=24)
        inside.addWidget(label(_("Delete everything"), "heading"))
        self.said = label(_paragraphs(before, deletes(is_locked=bool(before))), wraps=True)
        inside.addWidget(self.said)
        self.form = Form()
        self.word = QLineEdit()
        self.word.textChanged.connect(lambda _text: self._on_typed())
        asked = _("Type “{word}” to go on").format(word=_word())
        self.form.add("word", asked, self.word)
        inside.addWidget(self.form)
        inside.addStretch(1)
        inside.addWidget(self._buttons())
        self.word.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.delete = box.addButton(_("Delete everything"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.delete.setEnabled(False)
        self.cancel.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _on_typed(self) -> None:
        is_given = self.word.text().strip().casefold() == _word().casefold()
        self.delete.setEnabled(is_given)
        self.delete.setDefault(is_given)

    def accept(self) -> None:
        """Delete; what could not be removed, and what remains elsewhere, is said here."""
        if self._is_done:
            self._leave()
            return
        self._is_done = True
        try:
            left, keychain = self._delete()
        except JournalError as error:
            self._show_outcome(error_sentence(error))
        else:
            self._show_outcome(deleted_sentence(left), keychain)

    def _show_outcome(self, *sentences: str) -> None:
        self.said.setText(_paragraphs(*sentences))
        self.form.hide()
        self.cancel.hide()
        self.delete.setText(_("Close"))
        self.delete.setDefault(True)
        self.delete.setFocus()
        make_room(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the looks of the words are known."""
        super().showEvent(event)
        make_room(self)

    def reject(self) -> None:
        """Leave everything as it is, or, once it is gone, close."""
        if self._is_done:
            self._leave()
        else:
            super().reject()

    def _leave(self) -> None:
        super().accept()
        self.ended.emit()


def _paragraphs(*sentences: str) -> str:
    return "\n\n".join(sentence for sentence in sentences if sentence)


def _word() -> str:
    """What has to be typed."""
    return _("delete")
