"""What Settings shows of backups, read anew whenever something may have changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from journal.domain.errors import StorageError, StorageProblem
from journal.i18n import _
from journal.ui.backups.card import BackupsCard
from journal.ui.widgets.layout import column
from journal.wording.backups import (
    earlier_passphrase,
    fault_sentence,
    folders_lost,
    last_backup,
    missed_sentences,
    own_folder,
    unreachable_folder,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from journal.domain.repository import OpenJournal
    from journal.ui.backups.keeper import BackupKeeper
    from journal.ui.backups.restoring import Restoring
    from journal.ui.journal_editor import JournalEditor


@dataclass(frozen=True, slots=True)
class _Kept:
    latest: datetime | None
    folder: Path | None
    is_reachable: bool
    earlier: int
    folders_lost: bool


class BackupsSection(QWidget):
    """The card of backups, and what its buttons do."""

    def __init__(self, editor: JournalEditor, keeper: BackupKeeper, restoring: Restoring) -> None:
        super().__init__()
        self._editor = editor
        self._keeper = keeper
        self._restoring = restoring
        self.card = BackupsCard()
        column(self).addWidget(self.card)
        self.card.backup_requested.connect(self._on_backup)
        self.card.folder_chosen.connect(self._on_folder)
        self.card.restore_requested.connect(lambda: restoring.ask(self.window()))
        self.card.go_back_requested.connect(lambda: restoring.go_back(self.window()))
        keeper.ended.connect(self.refresh)
        restoring.restored.connect(self.refresh)
        editor.opened.connect(self.refresh)
        editor.busy_changed.connect(self._on_busy_changed)

    def _on_busy_changed(self, busy: bool) -> None:
        self.card.setEnabled(not busy)

    def showEvent(self, event: QShowEvent) -> None:
        """What was made while another page was in front is told now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Have the worker look when the last backup was made."""
        self.card.setEnabled(self._editor.is_open)
        self.card.now.setEnabled(not self._keeper.is_under_way)
        self.card.offer_way_back(self._restoring.kept is not None)
        if self._editor.is_open:
            journal = self._editor.journal
            self._editor.tasks.run(lambda: _read(journal), self._show, self._on_not_read)

    def _show(self, kept: _Kept) -> None:
        last, clock = self._keeper.last, self._editor.clock
        said = last_backup(kept.latest, clock.now(), clock.zone())
        if isinstance(last, StorageError):
            said = "" if kept.latest is None else said
            ails = fault_sentence(last.problem)
        else:
            ails = missed_sentences(last) if last else ""
        self.card.show_state(f"{said} {ails}".strip(), is_fault=bool(ails))
        self.card.open_to_others.setVisible(not self._editor.has_passphrase)
        self.card.show_earlier(earlier_passphrase(kept.earlier))
        self.card.show_folder(kept.folder, _of_folder(kept))

    def _on_not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.card.show_state(fault_sentence(error.problem), is_fault=True)

    def _on_backup(self) -> None:
        self.card.now.setEnabled(False)
        self.card.show_state(_("Making a backup, and looking into it…"))
        self._keeper.back_up_now()

    def _on_folder(self, folder: Path | None) -> None:
        backups = self._editor.journal.backups
        try:
            backups.choose(folder)
        except StorageError as error:
            is_own = error.problem is StorageProblem.JOURNAL_ITSELF
            words = own_folder() if is_own else fault_sentence(error.problem)
            self.card.form.show_error("folder", words)
            return
        self.card.show_folder(folder)
        if folder is not None:
            self._on_backup()


def _of_folder(kept: _Kept) -> str:
    """What there is to say at the chosen folder, or where one was chosen; empty for nothing."""
    if kept.folders_lost:
        return f"{folders_lost()} {_('If you had none, press “None”.')}"
    return "" if kept.folder is None or kept.is_reachable else unreachable_folder()


def _read(journal: OpenJournal) -> _Kept:
    folder, found = journal.backups.folder, journal.backups.listed()
    return _Kept(
        journal.backups.latest(),
        folder,
        folder is None or folder.is_dir(),
        len(found.with_earlier_passphrase),
        found.folders_lost,
    )
