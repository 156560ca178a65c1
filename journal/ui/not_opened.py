"""What is said where the journal did not open, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from journal.domain.errors import JournalError, StorageError
from journal.domain.restoring import GIVES_WAY
from journal.i18n import _
from journal.wording import error_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from journal.ui.backups.restoring import Restoring
    from journal.ui.journal_editor import JournalEditor


def tell_not_opened(
    error: JournalError, folder: Path, editor: JournalEditor, restoring: Restoring, window: QWidget
) -> None:
    """Say why, and where; offer to try again, and a backup where that helps."""
    words = f"{error_sentence(error)}\n\n{folder}"
    box = QMessageBox(QMessageBox.Icon.Warning, _("Symptom Journal"), words, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    again = box.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
    back = None
    if isinstance(error, StorageError) and error.problem in GIVES_WAY:
        back = box.addButton(_("Restore from a backup…"), QMessageBox.ButtonRole.ActionRole)
        _tell_newest_backup(restoring, box)
    close = box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(close)

    def answered() -> None:
        if box.clickedButton() is again:
            editor.open()
        elif back is not None and box.clickedButton() is back:
            restore()
        else:
            window.close()

    def restore() -> None:
        problem = error.problem if isinstance(error, StorageError) else None
        dialog = restoring.ask(window, problem)
        dialog.rejected.connect(ask_again)

    def ask_again() -> None:
        if not editor.is_open:
            tell_not_opened(error, folder, editor, restoring, window)

    box.finished.connect(answered)
    # "Get help now" stays one click away.
    box.setWindowModality(Qt.WindowModality.NonModal)
    box.show()


def _tell_newest_backup(restoring: Restoring, box: QMessageBox) -> None:
    """Looking for it takes a moment, and "Get help now" must not wait for a disk."""

    def told(words: str) -> None:
        if isValid(box):
            box.setInformativeText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(box, words))

    box.setInformativeText(_("Looking for the newest backup…"))
    restoring.tell_newest(told)
