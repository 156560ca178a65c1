"""Asks for the passphrase of the open journal, which the program does not keep, to print it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from journal.i18n import _
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.passphrase_line import PassphraseLine, show_tick
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label, row


class PassphraseProof(QWidget):
    """`proved` carries what was typed, once the journal's passphrase is that; or `cancelled`."""

    proved = Signal(str)
    cancelled = Signal()

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        inside = column(self, spacing=10)
        words = _("The program does not keep your passphrase. Type it, and it can be printed.")
        inside.addWidget(label(words, wraps=True))
        self.form = Form()
        self.line = PassphraseLine()
        self.line.returnPressed.connect(self._on_submit)
        self.show_words = show_tick(self.line)
        self.form.add("passphrase", _("Passphrase now"), self.line)
        self.form.add("show", "", self.show_words)
        inside.addWidget(self.form)
        inside.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        foot = row()
        self.cancel = QPushButton(_("Cancel"))
        self.submit = QPushButton(_("Print your passphrase…"))
        self.submit.setProperty("kind", "primary")
        self.cancel.clicked.connect(self.cancelled)
        self.submit.clicked.connect(self._on_submit)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.submit)
        return foot

    def take_focus(self) -> None:
        """Put the keyboard on the field."""
        self.form.take_focus("passphrase")

    def forget(self) -> None:
        """Forget what was typed."""
        show_checked(self.show_words, False)
        self.line.forget()
        self.form.clear_errors()

    def _on_submit(self) -> None:
        self.form.clear_errors()
        typed = self.line.text()
        if not typed:
            self._refuse(_("Please type the passphrase that opens the journal now."))
        elif self._editor.is_open and self.submit.isEnabled():
            self._set_busy(True)
            work = partial(self._editor.journal.opens_with, typed)
            done = partial(self._on_tried, typed)
            self._editor.tasks.run(work, done, self._on_failed)

    def _on_tried(self, typed: str, fits: bool) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        if fits:
            self.proved.emit(typed)
        else:
            self._refuse(_("This is not the journal’s passphrase. Please type it once more."))

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._set_busy(False)
        raise error

    def _set_busy(self, busy: bool) -> None:
        for part in (self.form, self.submit):
            part.setDisabled(busy)

    def _refuse(self, words: str) -> None:
        self.form.show_error("passphrase", words)
        self.line.selectAll()
        self.take_focus()
