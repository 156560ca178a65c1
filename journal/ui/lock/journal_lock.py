"""Locks the window and opens it again: on demand, when nobody is there, and after sleep."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog

from journal.domain.errors import StorageError, StorageProblem
from journal.preferences import Preferences
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.away_watch import AwayWatch
from journal.ui.lock.keychain import Keychain
from journal.ui.lock.keychain_choice import KeychainChoice
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.lock.own_clipboard import clear_own_clipboard
from journal.ui.lock.put_aside import offer_again, put_aside
from journal.ui.lock.unfinished import unfinished_questionnaire
from journal.ui.lock.unlock_page import UnlockPage
from journal.ui.main_window import MainWindow
from journal.wording.lock import keychain_has_none, keychain_is_outdated, wrong_passphrase

TIDIES_AFTER_MS = 500
"""When the pages that told of the journal are gone, what they held is let go of too."""


class JournalLock(QObject):
    """`help_requested` comes from the page before the locked journal.

    `questionnaire_requested` carries the key of one that was being answered when it was locked.
    `told_later` says that there is something `untold`.
    Only a journal with a passphrase is ever locked: its key is dropped with it.
    """

    help_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()
    questionnaire_requested = Signal(str)
    told_later = Signal()

    def __init__(
        self,
        editor: JournalEditor,
        window: MainWindow,
        journal: Path,
        preferences: Preferences,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._editor, self._window = editor, window
        is_on = preferences.keychain
        self.keychain = KeychainChoice(Keychain(journal), editor.worker, is_on, self)
        self.page: UnlockPage | None = None
        self._questionnaire = ""
        self._hidden: tuple[QDialog, ...] = ()
        self._typed = ""
        self._wants_keychain: bool | None = None
        self._from_keychain = False
        self.untold: tuple[str, ...] = ()
        """What came of a change of the passphrase, until it was read: words, no passphrase."""
        self.waits_for_work = False
        """Whether everything is hidden and the key is not dropped yet."""
        self.watch = AwayWatch(editor.clock.now, monotonic, self)
        # Queued: what an answer to a form opens must not stand on the watch that noticed.
        self.watch.away.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        editor.saved.connect(self.watch.note_use)
        window.lock_requested.connect(self.lock)
        editor.opened.connect(self._on_opened)
        editor.busy_changed.connect(self._on_busy_changed)
        self.keychain.offered.connect(self._on_keychain_offered)
        self.follow()

    def lock(self) -> None:
        """Hide everything at once and drop the key, once the file is free from long work."""
        if not self._editor.has_passphrase:
            return
        clear_own_clipboard()
        hidden, had_help = put_aside()
        self._hidden += (*self._window.blanking.take_forms(), *hidden)
        self.waits_for_work = self._editor.is_busy
        if self.waits_for_work:
            self._window.hide_for_lock(self._forms())
        else:
            self._lock_now()
        if had_help:  # without what the journal told beside the numbers
            self.help_requested.emit()

    def _lock_now(self) -> None:
        self._questionnaire = unfinished_questionnaire(self._editor.journal, self._window)
        self._editor.lock()
        self.follow()
        self.ask()
        self.keychain.look()
        QTimer.singleShot(TIDIES_AFTER_MS, self, gc.collect)

    def _offer_again(self) -> None:
        hidden, self._hidden = self._hidden, ()
        offer_again(hidden)

    def _forms(self) -> tuple[LastingDialog, ...]:
        """Of what is hidden, what somebody was filling in."""
        return tuple(each for each in self._hidden if isinstance(each, LastingDialog))

    def ask(self, message: str = "") -> None:
        """Ask for what opens the journal: one key, where the keychain has the passphrase.

        `keychain.look` brings the choice onto the page; at the start it waits for the first paint.
        """
        if self.page is None:
            self.page = self._make_page()
            self._window.show_locked(self.page, self._forms())
        if self.keychain.is_on and not message:
            self.page.ask_key()
        else:
            self.page.ask_passphrase(message)

    def _make_page(self) -> UnlockPage:
        page = UnlockPage()
        page.unlock_requested.connect(self._unlock)
        page.keychain_requested.connect(self.open_with_keychain)
        page.help_requested.connect(self.help_requested)
        page.restore_requested.connect(self.restore_requested)
        page.delete_requested.connect(self.delete_requested)
        return page

    def open_with_keychain(self) -> None:
        """Open the journal with the keychain's copy; where there is none, ask."""
        if self.page is not None:
            self.page.show_opening()
        self._from_keychain = True
        self.keychain.fetch(self._editor.open, lambda: self._ask_instead(keychain_has_none()))

    def _ask_instead(self, message: str) -> None:
        """Ask before a journal that was to open by itself; what was typed meanwhile is kept."""
        is_first = self.page is None
        if is_first:
            self._window.leave_page()
        self.ask(message)
        if is_first:
            self.keychain.look()

    def _unlock(self, passphrase: str, wants_keychain: bool | None) -> None:
        assert self.page is not None  # noqa: S101 - it has asked
        self._typed = passphrase
        self._wants_keychain = wants_keychain
        self._from_keychain = False
        self.page.show_opening()
        self._editor.open(passphrase)

    def refuse(self, error: StorageError) -> None:
        """The journal did not open: a wrong passphrase is told at the field, all else elsewhere."""
        was_typed, self._typed = bool(self._typed), ""
        was_fetched, self._from_keychain = self._from_keychain, False
        if error.problem is not StorageProblem.WRONG_PASSPHRASE:
            if self.page is not None:
                self.page.ask_again()
        elif not self._editor.needs_passphrase():  # another program took it away meanwhile
            self.keychain.follow(None)
            self._editor.open()
        elif was_fetched:
            self._ask_instead(keychain_is_outdated())
        elif was_typed:
            self._ask_instead(wrong_passphrase())
        elif self.keychain.is_on:
            self.open_with_keychain()
        else:
            self._ask_instead("")

    def _on_opened(self) -> None:
        if self.page is not None:
            self.page = None
            self._window.show_unlocked()
            self._follow_keychain()
            self._offer_again()
            asked, self._questionnaire = self._questionnaire, ""
            if asked:
                self.questionnaire_requested.emit(asked)
        self._typed = ""
        self.follow()

    def _follow_keychain(self) -> None:
        if not self._typed or self._wants_keychain is None:
            return
        if self._wants_keychain:
            self.keychain.switch_on(self._typed)
        elif self.keychain.is_on:
            self.keychain.switch_off()

    def _on_keychain_offered(self, is_there: bool) -> None:
        if is_there and self.page is not None:
            self.page.offer_keychain(self.keychain.is_on)

    def _on_busy_changed(self, busy: bool) -> None:
        if not self.waits_for_work or busy:
            return
        if self._editor.has_passphrase:
            self.lock()
        else:  # the work took it away
            self.waits_for_work = False
            self._window.show_after_all()
            self._offer_again()

    def follow_passphrase(self, passphrase: str | None) -> None:
        """The journal has this passphrase now, or none any more."""
        self.keychain.follow(passphrase)
        self.follow()

    def tell_later(self, sentences: tuple[str, ...]) -> None:
        """Have Settings say what came of a change whose form went with a lock."""
        self.untold = sentences
        self.told_later.emit()

    def follow(self) -> None:
        """Offer the lock, and watch whether somebody is there, where there is a passphrase."""
        has_passphrase = self._editor.has_passphrase
        self._window.offer_lock(has_passphrase)
        if has_passphrase:
            self.watch.start()
        else:
            self.watch.stop()
