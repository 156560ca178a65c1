"""The form of the passphrase with what it means, and the buttons that do it or leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.i18n import N_, _
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.passphrase_form import Change, PassphraseForm, TellLater
from journal.ui.widgets.layout import column, label, row
from journal.wording.lock import losing_it, print_it, protects

_ACTIONS = {
    Change.SET: N_("Set the passphrase"),
    Change.CHANGE: N_("Change the passphrase"),
    Change.REMOVE: N_("Remove the passphrase"),
}


class PassphraseAsking(QWidget):
    """`cancelled` says that the person thought better of it."""

    cancelled = Signal()

    def __init__(
        self, editor: JournalEditor, change: Change, tell_later: TellLater | None = None
    ) -> None:
        super().__init__()
        inside = column(self, spacing=10)
        for sentence in _meaning(change):
            inside.addWidget(label(sentence, wraps=True))
        self.form = PassphraseForm(editor, change, tell_later)
        inside.addWidget(self.form)
        foot = row()
        self.cancel = QPushButton(_("Cancel"))
        self.submit = QPushButton(_(_ACTIONS[change]))
        self.submit.setProperty("kind", "primary")
        self.cancel.clicked.connect(self.cancelled)
        self.submit.clicked.connect(self.form.submit)
        foot.addStretch(1)
        foot.addWidget(self.submit)
        foot.addWidget(self.cancel)
        inside.addLayout(foot)
        self.form.busy_changed.connect(self.cancel.setDisabled)
        self.form.busy_changed.connect(self.submit.setDisabled)


def _meaning(change: Change) -> tuple[str, ...]:
    if change is Change.SET:
        return protects(), f"{losing_it()} {print_it()}"
    if change is Change.CHANGE:
        return (f"{losing_it()} {print_it()}",)
    return (
        _("Afterwards anyone who can use this computer account can read your journal."),
        _("Its backups are written anew without a passphrase, too."),
    )
