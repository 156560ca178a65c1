"""What keeps the journal safe, tied together once: backups, the way back, the bin, and the end.

Everything but the keeper of backups loads when it is first asked for: the window opens without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from journal.ui.backups.keeper import BackupKeeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from journal.domain.repository import JournalStore
    from journal.ui.backups.restoring import Restoring
    from journal.ui.bin.dialog import BinDialog
    from journal.ui.journal_editor import JournalEditor


class Safekeeping(QObject):
    """`all_deleted` follows when nothing is left that the window could show.

    `delete_everything` is for `DeleteEverythingDialog`.
    """

    all_deleted = Signal()

    def __init__(
        self,
        editor: JournalEditor,
        store: JournalStore,
        delete_everything: Callable[[], tuple[tuple[Path, ...], str]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editor = editor
        self._store = store
        self._window = window
        self._delete_everything = delete_everything
        self.keeper = BackupKeeper(editor, self)

    @cached_property
    def restoring(self) -> Restoring:
        """The way back to a backup."""
        from journal.ui.backups.restoring import Restoring  # noqa: PLC0415 - as above

        return Restoring(self._editor, self._store, self)

    def settings_cards(self) -> tuple[QWidget, ...]:
        """What belongs on the Settings page."""
        from journal.ui.backups.section import BackupsSection  # noqa: PLC0415 - as above
        from journal.ui.bin.card import DeletingCard  # noqa: PLC0415 - as above

        section = BackupsSection(self._editor, self.keeper, self.restoring)
        deleting = DeletingCard()
        deleting.bin_requested.connect(self.show_bin)
        deleting.all_requested.connect(self.ask_to_delete_everything)
        return section, deleting

    def reminder(self) -> QWidget:
        """The line for Today where there is no backup for too long."""
        from journal.ui.backups.reminder import BackupReminder  # noqa: PLC0415 - as above

        return BackupReminder(self._editor, self.keeper, self._ask_to_restore)

    def _ask_to_restore(self, parent: QWidget) -> None:
        self.restoring.ask(parent)

    def show_bin(self) -> BinDialog:
        """Show what was deleted in the last 30 days."""
        from journal.ui.bin.dialog import BinDialog  # noqa: PLC0415 - as above

        dialog = BinDialog(self._editor, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def ask_to_delete_everything(self, before: str = "") -> None:
        """Ask for the word, and delete everything where it is given; `before` is said first."""
        from journal.ui.bin.delete_everything_dialog import (  # noqa: PLC0415 - as above
            DeleteEverythingDialog,
        )

        if self._editor.is_busy:
            return
        dialog = DeleteEverythingDialog(self._delete_everything, self._window, before)
        dialog.ended.connect(self.all_deleted)
        dialog.exec()
        dialog.deleteLater()
