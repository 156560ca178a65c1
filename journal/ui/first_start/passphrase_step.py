"""The step of the passphrase: recommended, left out with one click."""

from PySide6.QtCore import Qt, Signal

from journal import clock as clocks
from journal.domain.backups import RemadeBackups
from journal.i18n import _
from journal.ui.first_start.steps import Step
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.passphrase_form import Change, PassphraseForm
from journal.ui.lock.passphrase_outcome import PassphraseOutcome
from journal.ui.widgets.layout import label
from journal.wording.lock import changed_sentences, losing_it, print_it, protects


class PassphraseStep(Step):
    """`went_on` tells that it is under way, done, or refused."""

    went_on = Signal()

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__(_("A passphrase (recommended)"))
        self._editor = editor
        self.is_done = False
        self.is_busy = False
        self._meaning = label(f"{protects()}\n\n{losing_it()} {print_it()}", wraps=True)
        later = _("You can leave this out, and set one later in Settings.")
        self._later = label(later, "small", wraps=True)
        self.form = PassphraseForm(editor, Change.SET)
        self.outcome = PassphraseOutcome()
        for widget in (self._meaning, self.form, self._later, self.outcome):
            self.inside.addWidget(widget)
        self.form.busy_changed.connect(self._on_busy_changed)
        self.form.changed.connect(self._on_changed)

    def take_focus(self) -> None:
        """Put the keyboard on the passphrase."""
        self.form.take_focus()

    def _on_busy_changed(self, busy: bool) -> None:
        self.is_busy = busy
        self.went_on.emit()

    def _on_changed(self, remade: RemadeBackups) -> None:
        self.is_done = True
        today = clocks.today(self._editor.clock, self._editor.day_starts_at)
        said = changed_sentences(remade, had=False, has=True)
        self.outcome.show_outcome(said, self.form.passphrase, today)
        self.form.forget()
        for widget in (self._meaning, self.form, self._later):
            widget.hide()
        self.went_on.emit()
        self.outcome.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The passphrase is no longer known here."""
        self.form.forget()
        self.outcome.forget()
