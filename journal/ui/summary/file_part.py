"""What a saved PDF has besides the page: the records as data, and a password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal.i18n import _, format_number, ngettext
from journal.ui.summary.making import FileWishes
from journal.ui.summary.passwords import password_error
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label


class FilePart(QWidget):
    """Nothing is ticked at first. `attach_chosen` tells whether the data are to go along."""

    attach_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.attach = QCheckBox(_("Attach the records as data"))
        self.attach.toggled.connect(self.attach_chosen)
        self._data = label("", "small", wraps=True)
        self.protect = QCheckBox(_("Protect the PDF with a password"))
        self.protect.toggled.connect(self._on_protect)
        inside = column(self)
        inside.addWidget(label(_("The saved file"), "heading"))
        for widget in (self.attach, self._data, self.protect, self._password_part()):
            inside.addWidget(widget)
        self._on_protect(on=False)
        self.show_data(0)

    def _password_part(self) -> QWidget:
        self._passwords = QWidget()
        inside = column(self._passwords)
        self.form = Form()
        self.password, self.again = QLineEdit(), QLineEdit()
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textEdited.connect(lambda _text: self.form.clear_errors())
        self.form.add("password", _("Password"), self.password)
        self.form.add("again", _("Once more"), self.again)
        told = _(
            "Whoever opens the file needs it; tell it another way than the file. It is kept "
            "nowhere. A PDF with a password is no archive PDF (PDF/A) any more."
        )
        self.protect.setAccessibleDescription(told)
        inside.addWidget(self.form)
        inside.addWidget(label(told, "small", wraps=True))
        return self._passwords

    def _on_protect(self, on: bool) -> None:
        self._passwords.setVisible(on)
        self.forget_password()

    def show_data(self, days: int) -> None:
        """Say how much goes along where the data are attached."""
        words = ngettext(
            "{count} day; anyone with the file can read it.",
            "{count} days; anyone with the file can read them.",
            days,
        ).format(count=format_number(days))
        self._data.setText(words)
        self._data.setVisible(days > 0)
        self.attach.setAccessibleDescription(words if days else "")

    def wishes(self) -> FileWishes | None:
        """What is wished for; None where the password will not do, which is told at its field."""
        if not self.protect.isChecked():
            return FileWishes(self.attach.isChecked())
        error = password_error(self.password.text(), self.again.text())
        if error is not None:
            self.form.show_error(error.field, error.words)
            self.form.take_focus(error.field)
            return None
        return FileWishes(self.attach.isChecked(), self.password.text())

    def forget_password(self) -> None:
        """Empty both fields; a ticked box asks for a password again."""
        self.password.clear()
        self.again.clear()
        self.form.clear_errors()
