"""Sets, changes or removes the passphrase, and shows that the journal is written anew."""

from collections.abc import Callable
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from journal.domain.backups import RemadeBackups
from journal.domain.errors import JournalError, StorageError, StorageProblem
from journal.i18n import _
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.passphrase_line import PassphraseLine, show_tick
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.wording import error_sentence
from journal.wording.lock import changed_sentences

TellLater = Callable[[tuple[str, ...]], None]


class Change(Enum):
    """What becomes of the passphrase."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()


class PassphraseForm(QWidget):
    """`changed` carries what became of the backups, `busy_changed` whether it is under way.

    A new passphrase is asked for twice; what is wrong stands at its field. `tell_later` gets what
    came of a change that was under way when the form went, with a lock.
    """

    changed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self, editor: JournalEditor, change: Change, tell_later: TellLater | None = None
    ) -> None:
        super().__init__()
        self._editor = editor
        self.change = change
        self._tell_later = tell_later
        self._is_waiting = False
        self.old, self.new, self.again = PassphraseLine(), PassphraseLine(), PassphraseLine()
        inside = column(self, spacing=10)
        self.form = Form()
        self._add_fields()
        inside.addWidget(self.form)
        self.message = label("", "error", wraps=True)
        self.message.hide()
        inside.addWidget(self.message)
        inside.addWidget(self._progress())

    def _add_fields(self) -> None:
        has, gets = self.change is not Change.SET, self.change is not Change.REMOVE
        lines = []
        if has:
            self.form.add("old", _("Passphrase now"), self.old)
            lines.append(self.old)
        if gets:
            described = _("Four or five words that have nothing to do with each other are good.")
            self.form.add("new", _("New passphrase"), self.new, description=described)
            self.form.add("again", _("Once more"), self.again)
            lines += [self.new, self.again]
        self.show_words = show_tick(*lines)
        self.form.add("show", "", self.show_words)
        for line, following in pairwise(lines):
            line.returnPressed.connect(following.setFocus)
        lines[-1].returnPressed.connect(self.submit)

    def _progress(self) -> QWidget:
        self.progress = QWidget()
        inside = column(self.progress, spacing=6)
        words = _("Your journal and its backups are written anew. What you enter waits meanwhile.")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        inside.addWidget(label(words, "small", wraps=True))
        inside.addWidget(bar)
        self.progress.hide()
        return self.progress

    def take_focus(self) -> None:
        """Put the keyboard on the first field."""
        self.form.take_focus("new" if self.change is Change.SET else "old")

    @property
    def passphrase(self) -> str:
        """The new passphrase as it is typed."""
        return self.new.text()

    def forget(self) -> None:
        """Forget what was typed; what is under way is told elsewhere."""
        self._is_waiting = False
        show_checked(self.show_words, False)
        for line in (self.old, self.new, self.again):
            line.forget()
        self._clear_errors()

    def submit(self) -> None:
        """Have it done, or say at the field what is wrong."""
        self._clear_errors()
        if self._editor.is_busy:
            return
        wrong = self._wrong()
        if wrong is not None:
            self._refuse(*wrong)
            return
        self._show_busy(True)
        old = None if self.change is Change.SET else self.old.text()
        new = None if self.change is Change.REMOVE else self.new.text()
        self._have_changed(old, new)

    def _have_changed(self, old: str | None, new: str | None) -> None:
        self._is_waiting = True
        tell_later, change = self._tell_later, self.change

        def done(remade: RemadeBackups) -> None:
            if self._is_there():
                self._on_changed(remade)
            elif tell_later is not None:
                tell_later(outcome_sentences(change, remade))

        def failed(error: Exception) -> None:
            if not isinstance(error, JournalError):
                raise error
            field, words = _refusal(change, new, error)
            if self._is_there():
                self._on_failed(field, words)
            elif tell_later is not None:
                tell_later((words,))

        self._editor.change_passphrase(old, new, done, failed)

    def _is_there(self) -> bool:
        return self._is_waiting and isValid(self)

    def _wrong(self) -> tuple[str, str] | None:
        """The first field with something wrong, and what that is."""
        if self.change is not Change.SET and not self.old.text():
            return "old", _("Please type the passphrase that opens the journal now.")
        if self.change is Change.REMOVE:
            return None
        if not self.new.text():
            return "new", _("Please type a passphrase.")
        if self.new.text() != self.again.text():
            return "again", _("This is not the same. Please type it once more.")
        if self.change is Change.CHANGE and self.new.text() == self.old.text():
            return "new", _("This is the passphrase it has already.")
        return None

    def _refuse(self, field: str, words: str) -> None:
        self.form.show_error(field, words)
        self.form.take_focus(field)

    def _clear_errors(self) -> None:
        self.form.clear_errors()
        self.message.hide()

    def _show_busy(self, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.busy_changed.emit(busy)

    def _on_changed(self, remade: RemadeBackups) -> None:
        self._is_waiting = False
        self._show_busy(False)
        self.changed.emit(remade)

    def _on_failed(self, field: str, words: str) -> None:
        self._is_waiting = False
        self._show_busy(False)
        if field:
            self._refuse(field, words)
        else:
            self.message.setText(words)
            self.message.show()
        if field == "old":
            self.old.selectAll()


def outcome_sentences(change: Change, remade: RemadeBackups) -> tuple[str, ...]:
    """What is said once the passphrase was set, changed or removed."""
    had, has = change is not Change.SET, change is not Change.REMOVE
    return changed_sentences(remade, had=had, has=has)


def _refusal(change: Change, new: str | None, error: JournalError) -> tuple[str, str]:
    """The field where it stands, or an empty text, and why nothing has changed."""
    wrong = isinstance(error, StorageError) and error.problem is StorageProblem.WRONG_PASSPHRASE
    if not wrong:
        return "", error_sentence(error)
    if change is Change.SET or _is_a_key(new or ""):
        return "new", _("This one cannot be used. Please choose another.")
    return "old", _("This is not the journal’s passphrase. Nothing has changed.")


def _is_a_key(passphrase: str) -> bool:
    """Whether SQLCipher would read this as a key in hexadecimal digits."""
    return passphrase.lower().startswith("x'")
