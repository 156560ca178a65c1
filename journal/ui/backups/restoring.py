"""The way back to a backup: listed, looked into, confirmed, restored; and back again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from journal.domain.backups import RemadeBackups, newest
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.restoring import PassphraseAfter, can_go_back, look_at_replaced
from journal.i18n import _
from journal.ui.backups.looked_into import Found, NotOpened, look_into, look_unopened
from journal.ui.backups.restore_dialog import RestoreDialog, is_sure
from journal.wording import error_sentence
from journal.wording.backups import offered, remade_sentences
from journal.wording.restoring import (
    go_back_question,
    gone_back,
    kept_as_it_was,
    kept_damaged,
    not_restored,
    opens_with_the_backups,
    opens_without_passphrase,
    restore_question,
    restored_sentence,
    wrong_for_backup,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.backups import BackupList, Contents, Restored
    from journal.domain.repository import JournalStore
    from journal.domain.restoring import Replaced
    from journal.ui.journal_editor import JournalEditor


class Restoring(QObject):
    """Restores into the open journal, or into the place of one that does not open.

    `restored` follows each restore; `kept` is the journal that the last one replaced, where it was
    sound, for as long as the window is open.
    """

    restored = Signal()

    def __init__(
        self, editor: JournalEditor, store: JournalStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._store = store
        self.kept: Path | None = None
        self._problem: StorageProblem | None = None
        self._is_asking = False
        self._has_taken_passphrase = False
        self._looking: RestoreDialog | None = None
        editor.locked.connect(self._stop_looking)

    def ask(self, parent: QWidget, problem: StorageProblem | None = None) -> RestoreDialog:
        """Let the person choose a backup; `problem` is why the journal does not open, if known."""
        self._problem = problem
        clock = self._editor.clock
        dialog = RestoreDialog(clock.now(), clock.zone(), parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._look_into, dialog))
        dialog.go_back_requested.connect(dialog.accept)
        dialog.go_back_requested.connect(lambda: self.go_back(parent))
        dialog.open()
        self._run(dialog, self._list(), dialog.show_backups)
        return dialog

    def tell_newest(self, told: Callable[[str], None]) -> None:
        """Say which backup a journal that does not open can go back to, once it was looked for."""
        clock = self._editor.clock
        now, zone = clock.now(), clock.zone()

        def found(backups: BackupList) -> None:
            told(offered(newest(backups, now), now, zone))

        self._editor.tasks.run(self._store.backups, found, _raise)

    def go_back(self, parent: QWidget) -> None:
        """Take the last restore back, once the person knows what that does."""
        if self.kept is None or not self._editor.is_open:
            return
        journal, kept = self._editor.journal, self.kept

        def look() -> tuple[Contents, Replaced]:
            contents = journal.preview(kept)
            return contents, look_at_replaced(journal, kept, None, contents)

        done = partial(self._confirm_going_back, parent, kept)
        self._editor.tasks.run(look, done, partial(_tell_not_restored, parent))

    def _confirm_going_back(
        self, parent: QWidget, kept: Path, found: tuple[Contents, Replaced]
    ) -> None:
        if self._is_asking or kept != self.kept:  # asked twice
            return
        keeps_passphrase = self._has_taken_passphrase and self._editor.has_passphrase
        question = go_back_question(*found, keeps_passphrase=keeps_passphrase)
        self._is_asking = True
        try:
            wants_it = is_sure(parent, question, _("Go back"))
        finally:
            self._is_asking = False
        if wants_it and self._editor.is_open:
            words = gone_back(keeps_passphrase=keeps_passphrase)
            failed = partial(_tell_not_restored, parent)
            self._editor.restore(words, kept, None, self._on_gone_back, failed)

    def _list(self) -> Callable[[], BackupList]:
        return self._editor.journal.backups.all if self._editor.is_open else self._store.backups

    def _look_into(self, dialog: RestoreDialog, file: Path, passphrase: str | None) -> None:
        journal = self._editor.journal if self._editor.is_open else None
        problem = self._problem

        def look() -> Found | None:
            if journal is not None:
                return look_into(journal, file, passphrase)
            return look_unopened(self._store, file, passphrase, problem)

        def done(found: Found | None) -> None:
            self._looking = None
            if found is None:
                self._open_after_all(dialog, passphrase)
            else:
                self._confirm(dialog, file, found)

        dialog.show_busy(True)
        self._looking = dialog
        self._run(dialog, look, done, file, passphrase)

    def _stop_looking(self) -> None:
        """What is found after a lock is told to nobody: no dialog may wait for it for ever."""
        dialog, self._looking = self._looking, None
        if dialog is not None and isValid(dialog):
            dialog.show_busy(False)
            dialog.reject()

    def _open_after_all(self, dialog: RestoreDialog, passphrase: str | None) -> None:
        """Nothing is put aside where the journal opens with what was typed for its backup."""

        def opened() -> None:
            if isValid(dialog):
                self._run(dialog, self._list(), dialog.show_open)

        def failed(_error: object) -> None:
            if isValid(dialog):
                dialog.show_busy(False)

        once = Qt.ConnectionType.SingleShotConnection
        self._editor.opened.connect(opened, once)
        self._editor.open_failed.connect(failed, once)
        self._editor.open(passphrase if self._editor.needs_passphrase() else None)

    def _confirm(self, dialog: RestoreDialog, file: Path, found: Found) -> None:
        question = restore_question(
            found.contents,
            found.replaced,
            dialog.made(file),
            found.after,
            may_be_sound=found.may_be_sound,
        )
        if dialog.is_sure(question):
            self._restore(dialog, file, found)
        elif isValid(dialog):
            dialog.show_busy(False)

    def _restore(self, dialog: RestoreDialog, file: Path, found: Found) -> None:
        passphrase = found.passphrase
        failed = partial(self._on_failed, dialog, file, passphrase)
        if self._editor.is_open:
            words = _("Restored: your journal is as it was in the backup.")
            done = partial(self._on_restored, dialog)
            self._editor.restore(words, file, passphrase, done, failed)
            return

        def opened(restored: Restored) -> None:
            self._editor.open(passphrase)
            self._on_rescued(dialog, restored, found.after)

        self._editor.worker.run(lambda: self._store.restore(file, passphrase), opened, failed)

    def _on_restored(self, dialog: RestoreDialog, restored: Restored) -> None:
        self._has_taken_passphrase = restored.remade is not None
        self._keep(restored, partial(self._show_restored, dialog, restored))

    def _show_restored(self, dialog: RestoreDialog, restored: Restored) -> None:
        if not isValid(dialog):
            return
        said = [restored_sentence(restored.contents)]
        if restored.remade is not None:
            said.append(opens_with_the_backups(and_backups=True))
        remade = restored.remade or RemadeBackups()
        if restored.kept is not None and self.kept is None and restored.kept not in remade.deleted:
            said.append(kept_damaged(restored.kept))
        said.append(remade_sentences(remade))
        dialog.show_restored("\n\n".join(filter(None, said)), can_go_back=self.kept is not None)

    def _on_rescued(
        self, dialog: RestoreDialog, restored: Restored, after: PassphraseAfter
    ) -> None:
        said = [restored_sentence(restored.contents)]
        if after is PassphraseAfter.NONE:
            said.append(opens_without_passphrase())
        elif after is PassphraseAfter.OF_BACKUP:
            said.append(opens_with_the_backups(and_backups=False))
        if restored.kept is not None:
            said.append(kept_as_it_was(restored.kept))
        dialog.show_restored("\n\n".join(said), can_go_back=False)

    def _on_gone_back(self, restored: Restored) -> None:
        self._has_taken_passphrase = False
        self._keep(restored, lambda: None)

    def _keep(self, restored: Restored, then: Callable[[], None]) -> None:
        """Find out whether there is a way back, also where the window is locked meanwhile."""

        def found(backups: BackupList) -> None:
            self.kept = restored.kept if can_go_back(restored, backups) else None
            self.restored.emit()
            then()

        self._editor.worker.run(self._store.backups, found, _raise)

    def _run(
        self,
        dialog: RestoreDialog,
        work: Callable[[], object],
        done: Callable[..., None],
        file: Path | None = None,
        passphrase: str | None = None,
    ) -> None:
        """Have the worker do it; a dialog that was closed meanwhile is told nothing."""

        def told(value: object) -> None:
            if isValid(dialog):
                done(value)

        self._editor.tasks.run(work, told, partial(self._on_failed, dialog, file, passphrase))

    def _on_failed(
        self, dialog: RestoreDialog, file: Path | None, passphrase: str | None, error: Exception
    ) -> None:
        self._looking = None
        if not isinstance(error, StorageError | NotOpened):
            raise error
        if not isValid(dialog):
            return
        if isinstance(error, NotOpened):
            dialog.show_message(error_sentence(error.error))
        elif error.problem is StorageProblem.WRONG_PASSPHRASE and file is not None:
            dialog.ask_passphrase(file, wrong_for_backup() if passphrase else "")
        else:
            dialog.show_message(not_restored(error.problem))


def _raise(error: Exception) -> None:
    raise error


def _tell_not_restored(parent: QWidget, error: Exception) -> None:
    if not isinstance(error, StorageError):
        raise error
    QMessageBox.warning(parent, _("Restore from a backup"), not_restored(error.problem))
