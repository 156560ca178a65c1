"""Asks which level each of the person's own mood names stands for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QWidget

from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.dialog_parts import within_screen
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label

LEVELS = range(1, 6)


class MoodLevelsDialog(LastingDialog):
    """One row of levels for each name; it can be accepted once every name has one."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import from Daylio"))
        self.levels: dict[str, int] = {}
        self._names = tuple(names)
        inside = column(self, spacing=16, margin=24)
        inside.addWidget(label(_("Your own moods"), "heading"))
        words = _("How good is each of these, from 1 (worst) to 5 (best)? You are asked once.")
        inside.addWidget(label(words, "muted", wraps=True))
        inside.addWidget(self._rows(), 1)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        inside.addWidget(self.buttons)
        self._show_complete()
        self.resize(within_screen(self, 480, min(220 + 44 * len(self._names), 620)))

    def _rows(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form = Form()
        self.rows: dict[str, ButtonRow] = {}
        for name in self._names:
            row = ButtonRow(name, [str(level) for level in LEVELS])
            row.chosen.connect(lambda index, name=name: self._on_chosen(name, index))
            self.rows[name] = row
            form.add(name, name, row)
        area.setWidget(form)
        return area

    def _on_chosen(self, name: str, index: int) -> None:
        self.levels[name] = LEVELS[index]
        self.rows[name].show_choice(index)
        self._show_complete()

    def _show_complete(self) -> None:
        complete = len(self.levels) == len(self._names)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(complete)

    @classmethod
    def ask(cls, names: Sequence[str], parent: QWidget | None = None) -> dict[str, int] | None:
        """The level of every name, or None where the person would rather not."""
        dialog = cls(names, parent)
        return dialog.levels if dialog.exec() == QDialog.DialogCode.Accepted else None
