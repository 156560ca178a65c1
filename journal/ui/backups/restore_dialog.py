"""Choose a backup by its date and what it holds; nothing changes before the person says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QMessageBox,
    QTableView,
    QWidget,
)

from journal.i18n import _
from journal.ui.backups.list_model import BackupsModel
from journal.ui.lock.passphrase_line import PassphraseLine, show_tick
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.unremembered import unremembered
from journal.wording.backups import instead_of_counts, when
from journal.wording.restoring import opens_after_all

if TYPE_CHECKING:
    from datetime import datetime

    from journal.domain.backups import BackupList

SIZE = (820, 500)


class RestoreDialog(QDialog):
    """`chosen` carries a Path and the passphrase for it, or None: nothing is restored by that.

    `go_back_requested` asks for the journal that was replaced.
    """

    chosen = Signal(object, object)
    go_back_requested = Signal()

    def __init__(self, now: datetime, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._file: Path | None = None
        self._is_busy = False
        self.setWindowTitle(_("Restore from a backup"))
        self.resize(*SIZE)
        inside = column(self, spacing=12, margin=24)
        inside.addWidget(label(_("Restore from a backup"), "heading"))
        self.state = label(_("Looking into the backups…"), "muted", wraps=True)
        inside.addWidget(self.state)
        self.table = self._table()
        inside.addWidget(self.table, 1)
        self.form = self._form()
        inside.addWidget(self.form)
        self.message = label("", "error", wraps=True)
        self.message.hide()
        inside.addWidget(self.message)
        self.outcome = label("", wraps=True)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcome.hide()
        inside.addWidget(self.outcome, 1)
        inside.addWidget(self._buttons())

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(_("Backups, newest first"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.doubleClicked.connect(self._on_restore)
        return table

    def _form(self) -> Form:
        form = Form()
        self.passphrase = PassphraseLine()
        form.add("passphrase", _("Its passphrase"), self.passphrase)
        form.add("show", "", show_tick(self.passphrase))
        form.hide()
        return form

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox()
        self.other = box.addButton(_("Another file…"), roles.ActionRole)
        self.go_back = box.addButton(_("Go back to the journal as it was before"), roles.ActionRole)
        self.restore = box.addButton(_("Restore…"), roles.AcceptRole)
        self.cancel = box.addButton(_("Cancel"), roles.RejectRole)
        self.restore.setProperty("kind", "primary")
        self.restore.setDefault(True)
        self.restore.setEnabled(False)
        self.go_back.hide()
        self.restore.clicked.connect(self._on_restore)
        self.other.clicked.connect(self._on_other)
        self.go_back.clicked.connect(self.go_back_requested)
        self.cancel.clicked.connect(self.reject)
        return box

    def show_backups(self, found: BackupList) -> None:
        """List what was found; the newest is chosen until another one is."""
        self.table.setModel(BackupsModel(found.backups, self._now, self._zone))
        self.table.selectionModel().selectionChanged.connect(self._forget_file)
        self.table.clearSpans()
        for place, backup in enumerate(found.backups):
            if instead_of_counts(backup):
                self.table.setSpan(place, 1, 1, self.table.model().columnCount() - 1)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        words = _("Choose the moment to go back to. Before anything changes you are asked again.")
        if not found.backups:
            words = _("There is no backup here yet. A file from elsewhere can be chosen below.")
        if found.unreachable:
            lost = ", ".join(str(folder) for folder in found.unreachable)
            words += " " + _("Not reachable at the moment: {folders}.").format(folders=lost)
        if found.folders_lost:
            words += " " + _("The list of your folders for backups was lost.")
        self.state.setText(words)
        self.restore.setEnabled(bool(found.backups))
        if found.backups:
            self.table.selectRow(0)
            self.table.setFocus()

    def show_open(self, found: BackupList) -> None:
        """Say that the journal opens after all; a backup can still be chosen."""
        self.show_busy(False)
        self._forget_file()
        self.show_backups(found)
        self.state.setText(opens_after_all())

    def ask_passphrase(self, file: Path, message: str = "") -> None:
        """Ask for the passphrase of a backup that does not open with the journal's."""
        self.show_busy(False)
        self._file = file
        words = _("{file} is locked. Type the passphrase it was made with, then “Restore…”.")
        self.state.setText(words.format(file=file.name))
        self.form.show()
        self.form.show_error("passphrase", message)
        self.restore.setEnabled(True)
        self.passphrase.selectAll()
        self.form.take_focus("passphrase")

    def show_message(self, message: str) -> None:
        """Say what went wrong; the journal is as it was."""
        self.show_busy(False)
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def show_busy(self, busy: bool) -> None:
        """Nothing can be chosen, and nothing closed, while a restore is under way."""
        self._is_busy = busy
        for part in (self.table, self.form, self.other, self.restore, self.cancel):
            part.setEnabled(not busy)
        if busy:
            self.message.hide()

    def show_restored(self, words: str, *, can_go_back: bool) -> None:
        """Say what the journal holds now."""
        self.show_busy(False)
        for part in (self.state, self.table, self.form, self.message, self.other, self.restore):
            part.hide()
        self.outcome.setText(words)
        self.outcome.show()
        self.go_back.setVisible(can_go_back)
        self.cancel.setText(_("Close"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.adjustSize()

    def made(self, file: Path) -> str:
        """When a backup was made, in words; empty for a file that is none of the list."""
        model = self.table.model()
        listed = model.backups if isinstance(model, BackupsModel) else ()
        same = (each for each in listed if each.file.resolve() == file.resolve())
        return next((when(each.made_at, self._now, self._zone) for each in same), "")

    def is_sure(self, question: str) -> bool:
        """Whether the person wants it, knowing what it does; leaving it is the default."""
        return is_sure(self, question)

    def reject(self) -> None:
        """Close, but not in the middle of a restore."""
        if not self._is_busy:
            self.passphrase.forget()
            super().reject()

    def _selected(self) -> Path | None:
        model = self.table.model()
        if not isinstance(model, BackupsModel):
            return None
        rows = self.table.selectionModel().selectedRows()
        return model.backups[rows[0].row()].file if rows else None

    def _forget_file(self) -> None:
        """Another one is chosen: what was asked about the one before is over."""
        self._file = None
        self.form.hide()
        self.passphrase.forget()
        self.message.hide()

    def _on_restore(self) -> None:
        file = self._file or self._selected()
        if file is not None:
            self.chosen.emit(file, self.passphrase.text() or None)

    def _on_other(self) -> None:
        with unremembered():
            name, _kind = QFileDialog.getOpenFileName(self, _("A backup of a journal"))
        if name:
            self._forget_file()
            self.chosen.emit(Path(name), None)


def is_sure(parent: QWidget, question: str, action: str = "") -> bool:
    """Whether the person wants it, knowing what it does; leaving it is the default."""
    title = _("Restore from a backup")
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    does_it = box.addButton(action or _("Restore"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is does_it
