"""Asks for one value, in a form that a lock hides and offers again."""

from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QLineEdit, QWidget
from shiboken6 import isValid

from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.widgets.dialog_parts import SaveButtons
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column
from journal.ui.widgets.narrow import narrow

WIDTH = 420
STEP = 0.25
"""A quarter of an hour, of a number of hours."""


class OneQuestion(LastingDialog):
    """One field with its label; `written` is what stands in it."""

    def __init__(
        self, parent: QWidget, title: str, question: str, field: QLineEdit | QDoubleSpinBox
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        inside = column(self, spacing=16, margin=24)
        self.form = Form()
        is_words = isinstance(field, QLineEdit)
        self.form.add("asked", question, field if is_words else narrow(field))
        inside.addWidget(self.form)
        self.buttons = SaveButtons(self, _("Save"))
        inside.addWidget(self.buttons)
        self._first_written = self.written
        self.form.take_focus("asked")
        if isinstance(field, QLineEdit):
            field.textChanged.connect(lambda _text: self._show_complete())
            self._show_complete()
        else:
            field.selectAll()

    @property
    def written(self) -> str:
        """The field's words, as they stand."""
        return self.field.text().strip()

    def _show_complete(self) -> None:
        self.buttons.save.setEnabled(bool(self.written))

    def reject(self) -> None:
        """Close without a value; what was written is thrown away only if the person says so."""
        if self.written == self._first_written or may_discard(self):
            super().reject()


def ask_words(parent: QWidget, title: str, question: str) -> str:
    """Words of the person's own; empty where they thought better of it."""
    field = QLineEdit()
    return field.text().strip() if _is_answered(parent, title, question, field) else ""


def ask_hours(parent: QWidget, title: str, question: str, at_first: float) -> float | None:
    """Hours of a day, 0 to 24, or None."""
    field = QDoubleSpinBox()
    field.setRange(0, 24)
    field.setSingleStep(STEP)
    field.setValue(at_first)
    return field.value() if _is_answered(parent, title, question, field) else None


def _is_answered(
    parent: QWidget, title: str, question: str, field: QLineEdit | QDoubleSpinBox
) -> bool:
    dialog = OneQuestion(parent, title, question, field)
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if isValid(dialog):  # it goes with the window it stands over
        dialog.deleteLater()
    return is_accepted
