"""The card of the passphrase: set, change, remove, lock, and the keychain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from journal import clock as clocks
from journal.i18n import _
from journal.ui.lock.passphrase_form import Change, outcome_sentences
from journal.ui.lock.passphrase_outcome import PassphraseOutcome
from journal.ui.lock.passphrase_proof import PassphraseProof
from journal.ui.settings.passphrase_asking import PassphraseAsking
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import FlowBox, card, column, label
from journal.wording.lock import (
    keychain_waits,
    keychain_warning,
    made_to_unlock,
)

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.backups import RemadeBackups
    from journal.ui.journal_editor import JournalEditor
    from journal.ui.lock.journal_lock import JournalLock


class PassphraseCard(QFrame):
    """It asks one thing at a time; a passphrase it knows can be printed until the page is left.

    Without `use_lock` there is no keychain to choose and nothing to lock.
    """

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._lock: JournalLock | None = None
        self._has_keychain = False
        self.asking: PassphraseAsking | None = None
        self.proof: PassphraseProof | None = None
        frame, self._inside = card()
        column(self).addWidget(frame)
        self._build()
        editor.opened.connect(self.refresh)
        editor.passphrase_changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        inside = self._inside
        inside.setSpacing(12)
        inside.addWidget(label(_("Passphrase"), "heading"))
        self.state = label("", "muted", wraps=True)
        inside.addWidget(self.state)
        self._without, self._with = FlowBox(), FlowBox()
        self.set = _button(_("Set a passphrase…"), self._without)
        self.change = _button(_("Change it…"), self._with)
        self.remove = _button(_("Remove it…"), self._with)
        self.print = _button(_("Print it…"), self._with)
        self.lock_now = _button(_("Lock now"), self._with)
        self.lock_now.setToolTip(_("Ctrl+L"))
        self.set.clicked.connect(lambda: self._ask(Change.SET))
        self.change.clicked.connect(lambda: self._ask(Change.CHANGE))
        self.remove.clicked.connect(lambda: self._ask(Change.REMOVE))
        self.print.clicked.connect(self._ask_to_print)
        self.lock_now.clicked.connect(self._on_lock)
        inside.addWidget(self._without)
        inside.addWidget(self._with)
        self.outcome = PassphraseOutcome()
        inside.addWidget(self.outcome)
        inside.addWidget(self._keychain())
        self._anyone = label(made_to_unlock(), "small", wraps=True)
        inside.addWidget(self._anyone)

    def _keychain(self) -> QWidget:
        self._keychain_place = QWidget()
        inside = column(self._keychain_place, spacing=3)
        self.keychain = QCheckBox(_("Remember it in this computer’s keychain"))
        self.keychain.setAccessibleDescription(keychain_warning())
        self.keychain.toggled.connect(self._on_keychain)
        inside.addWidget(self.keychain)
        inside.addWidget(label(keychain_warning(), "small", wraps=True))
        self.keychain_told = label("", "small", wraps=True)
        self.keychain_told.hide()
        inside.addWidget(self.keychain_told)
        return self._keychain_place

    def use_lock(self, lock: JournalLock) -> None:
        """Offer to lock, and the keychain where there is one."""
        self._lock = lock
        lock.keychain.offered.connect(self._on_keychain_offered)
        lock.keychain.changed.connect(self._show_keychain)
        lock.told_later.connect(self._show_untold)
        lock.keychain.look()
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is a passphrase, and what can be done."""
        is_open, has = self._editor.is_open, self._editor.has_passphrase
        self.setEnabled(is_open)
        if has:
            words = _(
                "Your journal is encrypted. It locks when you choose File, Lock, after 15 minutes "
                "without a key or the mouse, and when the computer has slept."
            )
        else:
            words = _(
                "Your journal is not encrypted: "
                "anyone who can use this computer account, or has its disk, can read it."
            )
        self.state.setText(words)
        is_asking = self.asking is not None or self.proof is not None
        self._without.setVisible(not has and not is_asking)
        self._with.setVisible(has and not is_asking)
        self.lock_now.setVisible(self._lock is not None)
        self._anyone.setVisible(has)
        self._show_keychain()

    def _show_keychain(self) -> None:
        is_on = self._lock is not None and self._lock.keychain.is_on
        self._keychain_place.setVisible(self._has_keychain and self._editor.has_passphrase)
        show_checked(self.keychain, is_on)
        if not is_on:
            self.keychain_told.hide()

    def _on_keychain_offered(self, is_there: bool) -> None:
        self._has_keychain = is_there
        self._show_keychain()

    def _on_keychain(self, on: bool) -> None:
        if self._lock is None:
            return
        known = self.outcome.passphrase
        self.keychain_told.setVisible(on and not known)
        self.keychain_told.setText(keychain_waits())
        if on:
            self._lock.keychain.switch_on(known)
        else:
            self._lock.keychain.switch_off()

    def _on_lock(self) -> None:
        if self._lock is not None:
            self._lock.lock()

    def _ask(self, change: Change) -> None:
        self.outcome.forget()
        self._end_asking()
        later = None if self._lock is None else self._lock.tell_later
        self.asking = PassphraseAsking(self._editor, change, later)
        self.asking.cancelled.connect(self._on_cancelled)
        self.asking.form.changed.connect(self._on_changed)
        self._inside.insertWidget(self._inside.indexOf(self.outcome), self.asking)
        self.refresh()
        self.asking.form.take_focus()

    def _ask_to_print(self) -> None:
        self.outcome.forget()
        self._end_asking()
        self.proof = PassphraseProof(self._editor)
        self.proof.cancelled.connect(self._on_cancelled)
        self.proof.proved.connect(self._on_proved)
        self._inside.insertWidget(self._inside.indexOf(self.outcome), self.proof)
        self.refresh()
        self.proof.take_focus()

    def _on_proved(self, passphrase: str) -> None:
        self._end_asking()
        self.outcome.show_outcome((), passphrase, self._today())
        self.refresh()
        self.outcome.print.setFocus(Qt.FocusReason.OtherFocusReason)
        self.outcome.print.click()

    def _end_asking(self) -> None:
        if self.proof is not None:
            self.proof.hide()
            self.proof.forget()
            self.proof.deleteLater()
            self.proof = None
        if self.asking is not None:
            self.asking.hide()
            self.asking.form.forget()
            self.asking.deleteLater()
            self.asking = None

    def _on_cancelled(self) -> None:
        self._end_asking()
        self.refresh()
        self._first_action().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_action(self) -> QPushButton:
        return self.change if self._editor.has_passphrase else self.set

    def _on_changed(self, remade: RemadeBackups) -> None:
        if self.asking is None:
            return
        change, passphrase = self.asking.form.change, self.asking.form.passphrase
        has, said = change is not Change.REMOVE, outcome_sentences(change, remade)
        self._end_asking()
        self.outcome.show_outcome(said, passphrase if has else "", self._today())
        self.refresh()
        shown = self.outcome.print if has else self.set
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def _show_untold(self) -> None:
        """Say what came of a change that was under way when the window was locked."""
        if self._lock is not None and self._lock.untold and self.isVisible():
            self.outcome.show_outcome(self._lock.untold, "", self._today())

    def showEvent(self, event: QShowEvent) -> None:
        """What could not be told before is told now."""
        super().showEvent(event)
        self._show_untold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page leaves no passphrase behind."""
        super().hideEvent(event)
        if event.spontaneous() or self._editor.is_busy:
            return
        if self._lock is not None and self._editor.is_open:
            self._lock.untold = ()  # a lock, which closes the journal, is not leaving the page
        self.outcome.forget()
        self._end_asking()
        self.refresh()


def _button(words: str, place: FlowBox) -> QPushButton:
    button = QPushButton(words)
    place.add(button)
    return button
