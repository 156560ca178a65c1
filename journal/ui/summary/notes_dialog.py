"""Which notes go along: each by its day and first words, nothing ticked that was not marked."""

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from journal.domain.notes import Note
from journal.i18n import _, format_date
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.widgets.dialog_parts import within_screen
from journal.ui.widgets.layout import column, label, shortened

SIZE = (560, 520)
ROW_HEIGHT = 33
FIRST_WORDS = 60
_ID = Qt.ItemDataRole.UserRole


class NotesDialog(LastingDialog):
    """A list to tick, the newest note first, and the whole of the one that is looked at."""

    def __init__(self, parent: QWidget, notes: Sequence[Note], chosen: frozenset[UUID]) -> None:
        super().__init__(parent)
        self._notes = {note.id: note for note in notes}
        self.setWindowTitle(_("Choose notes"))
        self.resize(within_screen(self, *SIZE))
        inside = column(self, margin=20)
        inside.addWidget(
            label(_("Only ticked notes go into this summary, in full."), "muted", wraps=True)
        )
        self.list = self._list(chosen)
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName(_("The whole note"))
        inside.addWidget(self.list, 2)
        inside.addWidget(self.whole, 1)
        inside.addWidget(self._buttons())
        self.list.setCurrentCell(0, 0)

    def _list(self, chosen: frozenset[UUID]) -> QTableWidget:
        ticks = QTableWidget(len(self._notes), 1)
        ticks.setAccessibleName(_("Notes"))
        ticks.setAccessibleDescription(_("Space ticks a note."))
        ticks.setShowGrid(False)
        ticks.setTabKeyNavigation(False)
        ticks.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        for header in (ticks.horizontalHeader(), ticks.verticalHeader()):
            header.hide()
        ticks.horizontalHeader().setStretchLastSection(True)
        ticks.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for place, note in enumerate(self._notes.values()):
            ticks.setItem(place, 0, _item(note, is_chosen=note.id in chosen))
        ticks.currentItemChanged.connect(lambda item, _before: self._show_whole(item))
        return ticks

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        ok = buttons.button(standard.Ok)
        ok.setText(_("Use ticked notes"))
        ok.setProperty("kind", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_whole(self, item: QTableWidgetItem | None) -> None:
        self.whole.setPlainText(self._notes[UUID(item.data(_ID))].text if item else "")

    @property
    def ticked(self) -> frozenset[UUID]:
        """The notes that are ticked."""
        rows = (self.list.item(row, 0) for row in range(self.list.rowCount()))
        return frozenset(
            UUID(row.data(_ID))
            for row in rows
            if row is not None and row.checkState() == Qt.CheckState.Checked
        )

    @classmethod
    def ask(
        cls: type[Self], parent: QWidget, notes: Sequence[Note], chosen: frozenset[UUID]
    ) -> frozenset[UUID] | None:
        """The notes that were ticked, or None where the person thought better of it."""
        dialog = cls(parent, notes, chosen)
        is_accepted = dialog.exec()
        ticked = dialog.ticked
        dialog.deleteLater()
        return ticked if is_accepted else None


def _item(note: Note, *, is_chosen: bool) -> QTableWidgetItem:
    flags = Qt.ItemFlag
    item = QTableWidgetItem(_first_words(note))
    item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
    item.setData(_ID, str(note.id))
    item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
    return item


def _first_words(note: Note) -> str:
    day = format_date(note.moment.day)
    words = shortened(" ".join(note.text.split()), FIRST_WORDS)
    if note.session is not None:
        return _("{day}, session {number}: {words}").format(
            day=day, number=note.session, words=words
        )
    return _("{day}: {words}").format(day=day, words=words)
