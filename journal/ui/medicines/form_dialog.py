"""A form in a window of its own that stays open until what is entered can be true."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from journal.domain.errors import InvalidValue
from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.widgets.dialog_parts import SaveButtons, make_room
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.wording.medicines import medicine_error

WIDTH = 560


class FormDialog(LastingDialog):
    """Its children fill `form`, and say in `read` what was entered or why it cannot be.

    What was `written` since it was shown is thrown away only if the person says so.
    """

    def __init__(self, parent: QWidget | None, title: str, save: str, explained: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Medicines"))  # a medicine's name is nobody else's business
        self.setMinimumWidth(WIDTH)
        self._first_written: object = None
        self.form = Form()
        inside = column(self, spacing=16, margin=24)
        inside.addWidget(label(title, "heading", wraps=True))
        if explained:
            inside.addWidget(label(explained, "muted", wraps=True))
        inside.addWidget(self.form)
        inside.addStretch(1)
        self.buttons = SaveButtons(self, save)
        self.save = self.buttons.save
        inside.addWidget(self.buttons)

    def add_deletion(self, text: str) -> QPushButton:
        """A button at the side that does not save."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.DestructiveRole)
        button.setAutoDefault(False)
        return button

    def read(self) -> None:
        """Take over what is in the fields; raises InvalidValue for what cannot be."""
        raise NotImplementedError

    def written(self) -> object:
        """All that stands in the fields, sound or not."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close without an answer."""
        if self._first_written in (None, self.written()) or may_discard(self):
            super().reject()

    def accept(self) -> None:
        """Close with what was entered; otherwise say at its field what is wrong."""
        self.form.clear_errors()
        try:
            self.read()
        except InvalidValue as error:
            self.form.show_error(error.field, medicine_error(error))
            self.form.take_focus(error.field)
            if self.isVisible():
                make_room(self)
            return
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the looks of the fields are known."""
        super().showEvent(event)
        if self._first_written is None:
            self._first_written = self.written()
        make_room(self)
