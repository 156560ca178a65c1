"""Starts the window: first paint before anything slow is loaded, then the journal is opened."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from journal import preferences as kept
from journal.domain.errors import JournalError, StorageError, StorageProblem
from journal.i18n import _
from journal.ui import palette
from journal.ui.first_paint import FirstPaint
from journal.ui.journal_editor import JournalEditor
from journal.ui.main_window import LOCK_KEY, MainWindow
from journal.ui.pages import page_entries
from journal.ui.quiet_excepthook import quiet_excepthook
from journal.ui.safety.help_keys import help_keys
from journal.ui.single_instance import SingleInstance
from journal.ui.tasks import ThreadTaskRunner
from journal.ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.catalogue import HelpNumbers
    from journal.clock import Clock
    from journal.domain.repository import JournalStore
    from journal.paths import Places
    from journal.preferences import Preferences
    from journal.report.parts import ThreeLines
    from journal.theme import Theme
    from journal.ui.backups.safekeeping import Safekeeping
    from journal.ui.help_dialog import HelpDialog
    from journal.ui.journal_editor import JournalChange
    from journal.ui.lock.journal_lock import JournalLock
    from journal.ui.tasks import TaskRunner
    from journal.ui.today.asides import Asides

SMALLEST = (850, 480)
USUAL = (1240, 820)
OPENS_AFTER_MS = 20
"""Time for what was glanced at to be painted: opening the journal keeps the computer busy."""

ASIDES_AFTER_MS = 50


class Application:
    """The pieces of a running window, tied together once."""

    _keeps_backups = False
    _beside: tuple[QWidget, ...] = ()
    lines: ThreeLines | None = None
    """The lines for an appointment outlast a lock, in memory only."""

    def __init__(
        self, store: JournalStore, places: Places, clock: Clock, tasks: TaskRunner
    ) -> None:
        self.places = places
        self._store = store
        self.preferences = kept.load(places.preferences)
        self.editor = JournalEditor(store, tasks, clock)
        self._needs_passphrase = self.editor.needs_passphrase()
        self._asks_first = self._needs_passphrase and not self.preferences.keychain
        self.window = MainWindow(self.editor, page_entries(self), is_locked=self._asks_first)
        self.first_paint = FirstPaint(self.window)
        self.first_paint.over.connect(lambda: self.window.complete(self.theme()))
        palette.dress(_gui(), self.theme())
        self.window.setMinimumSize(*SMALLEST)
        size = (self.preferences.window_width, self.preferences.window_height)
        wanted = QSize(*(size if all(size) else USUAL))
        self.window.resize(wanted.boundedTo(self.window.screen().availableSize()))
        self.window.help_requested.connect(self.show_help)
        self.window.import_requested.connect(self.import_diary)
        self.window.closing.connect(self._on_closing)
        self._made_asides: Asides | None = None
        # After what is kept of the day was painted: nobody waits for it.
        self.editor.opened.connect(lambda: self._after(ASIDES_AFTER_MS, self._add_asides))
        self.editor.opened.connect(self._on_opened)
        self.editor.changed.connect(self._on_changed)
        self.editor.open_failed.connect(self._on_open_failed)
        self.editor.passphrase_changed.connect(self._on_passphrase_changed)
        self.editor.locked.connect(self._forget_asides)
        _gui().focusWindowChanged.connect(lambda _window: self._keys_in_forms())
        hints = _gui().styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._dress())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _contrast: self._dress())
        if self._asks_first:
            self.lock.ask()

    def today(self) -> TodayPage:
        """The page that is made first and lasts."""
        page = self.window.page("today")
        assert isinstance(page, TodayPage)  # noqa: S101 - made above
        return page

    def _after(self, milliseconds: int, then: Callable[[], None]) -> None:
        """Do it later, unless the window is gone by then."""
        QTimer.singleShot(milliseconds, self.window, then)

    def _add_asides(self) -> None:
        if self.editor.is_open:
            self._asides()

    def _asides(self) -> Asides:
        """What only an open journal can tell, beside the day's entries; made once."""
        if self._made_asides is None:
            self._made_asides = self._make_asides()
        return self._made_asides

    def _make_asides(self) -> Asides:
        from journal.ui.today.asides import Asides  # noqa: PLC0415 - not for the first paint

        today = self.today()
        asides = Asides(self.editor, today.moment, self.numbers, self.window)
        asides.help_requested.connect(self.show_help)
        asides.questionnaire_requested.connect(self._ask_questionnaire)
        asides.dot_changed.connect(self.window.show_help_dot)
        asides.finished.connect(today.take_focus)
        told = (asides.clock, *([self.safekeeping.reminder()] if self._keeps_backups else []))
        above = (*told, asides.first_start, asides.prompt, asides.findings)
        below = (asides.thoughts, asides.doses)
        today.put_beside(above, below)
        self._beside = (*above, *below)
        today.refreshed.connect(asides.refresh)
        asides.refresh(today.day, today.today)
        return asides

    def _ask_questionnaire(self, key: str) -> None:
        self.window.show_page("questionnaires")
        page = self.window.page("questionnaires")
        ask: Callable[[str], None] = page.ask  # type: ignore[attr-defined]  # made above
        ask(key)

    def numbers(self) -> HelpNumbers:
        """The numbers of the person's country."""
        from journal.catalogue import numbers_for  # noqa: PLC0415 - rarely
        from journal.ui.help_dialog import default_country  # noqa: PLC0415 - rarely

        return numbers_for(default_country(QLocale.system().name(), self.preferences.country))

    def theme(self) -> Theme:
        """How the window looks now."""
        return palette.chosen_theme(self.preferences.theme)

    def _dress(self) -> None:
        palette.dress(_gui(), self.theme())
        self.window.show_theme(self.theme())

    def show(self) -> None:
        """Show the window; what is kept of today follows its first paint, and the rest that."""
        self.first_paint.over.connect(gc.enable)
        if self._asks_first:
            self.first_paint.over.connect(self.lock.keychain.look)
            self.first_paint.over.connect(self.editor.prepare)
        else:
            self.first_paint.over.connect(self.editor.look)
        self.editor.glanced.connect(lambda: self._after(OPENS_AFTER_MS, self._open))
        self.window.show()

    def _open(self) -> None:
        if not self.editor.is_closed:
            self.today().complete()
            if self._needs_passphrase:
                self.lock.open_with_keychain()
            else:
                self.editor.open()

    @cached_property
    def lock(self) -> JournalLock:
        """What locks the window; made where there is a passphrase, or could be one."""
        from journal.ui.lock.journal_lock import JournalLock  # noqa: PLC0415 - as it says

        lock = JournalLock(self.editor, self.window, self.places.journal, self.preferences)
        lock.help_requested.connect(self.show_help)
        lock.restore_requested.connect(lambda: self.restore(self.window))
        lock.delete_requested.connect(self._give_up)
        lock.questionnaire_requested.connect(self._ask_questionnaire)
        lock.keychain.failed.connect(self._tell)
        lock.keychain.changed.connect(
            lambda on: self.set_preferences(replace(self.preferences, keychain=on))
        )
        return lock

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Backups, the way back to them, the bin, and the end of everything."""
        from journal.ui.backups.safekeeping import Safekeeping  # noqa: PLC0415 - once it is open

        safekeeping = Safekeeping(self.editor, self._store, self._delete_everything, self.window)
        safekeeping.all_deleted.connect(self.window.close)
        return safekeeping

    def keep_backups(self) -> None:
        """Make backups by itself, at the end too, from the next opening on."""
        self._keeps_backups = True

    def _delete_everything(self) -> tuple[tuple[Path, ...], str]:
        from journal.ui.bin.deleting import delete_everything  # noqa: PLC0415 - once

        self.window.leave_page()
        return delete_everything(self.editor, self._store, self.places, self.preferences)

    def _give_up(self) -> None:
        """Let somebody who lost the passphrase delete what nobody can read any more."""
        from journal.wording.lock import where_it_may_be  # noqa: PLC0415 - rarely

        self.safekeeping.ask_to_delete_everything(where_it_may_be())

    def _on_opened(self) -> None:
        if self.editor.has_passphrase:
            self.lock.follow()
        self._copy_contacts()
        if self._keeps_backups:
            self.safekeeping.keeper.keep()

    def _on_passphrase_changed(self, passphrase: str | None) -> None:
        self.lock.follow_passphrase(passphrase)

    def _forget_asides(self) -> None:
        """They stand on a page that goes with the lock, or stays with a form on it."""
        if self._made_asides is not None:
            self._made_asides.deleteLater()
            self._made_asides = None
            for widget in self._beside:
                if isValid(widget):
                    widget.deleteLater()

    def set_preferences(self, preferences: Preferences) -> None:
        """Keep and follow changed preferences."""
        self.preferences = preferences
        self._dress()
        try:
            kept.save(self.places.preferences, preferences)
        except OSError:
            self._tell(_("Your choice could not be kept: the folder cannot be written to."))

    def _on_changed(self, change: JournalChange) -> None:
        from journal.domain.journal_settings import JournalSettings  # noqa: PLC0415 - as below

        if JournalSettings in change.kinds:
            self._copy_contacts()

    def _copy_contacts(self) -> None:
        """Keep outside the journal what the person wants shown while it is locked, and no more."""
        from journal.ui import contacts_copy  # noqa: PLC0415 - not for the first paint

        path = self.places.preferences
        settings = self.editor.journal.settings()
        self.preferences = contacts_copy.with_copy(self.preferences, settings)
        if kept.is_kept(path, self.preferences):
            return
        try:
            kept.save(path, self.preferences)
        except OSError:
            words = contacts_copy.not_copied_sentence(kept.load(path), self.preferences, path)
            if words:
                self._after(0, lambda: self._tell(words))

    def _tell(self, words: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely

        QMessageBox.warning(self.window, _("Symptom Journal"), words)

    def show_help(self) -> None:
        """Show the numbers to call, whatever state the journal is in."""
        from journal.ui.help_dialog import HelpDialog, default_country  # noqa: PLC0415 - rarely

        country = default_country(QLocale.system().name(), self.preferences.country)
        dialog = HelpDialog(country, QApplication.activeModalWidget() or self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.country_changed.connect(
            lambda code: self.set_preferences(replace(self.preferences, country=code))
        )
        self._tell_own_numbers(dialog)
        dialog.show()

    def _keys_in_forms(self) -> None:
        """A form in front of the window has all keys to itself: F1 and the lock work there too."""
        form = QApplication.activeModalWidget()
        if form is None or not isValid(self.window) or form.findChild(QShortcut, "help"):
            return
        for key in help_keys():
            shortcut = QShortcut(key, form)
            shortcut.setObjectName("help")
            shortcut.activated.connect(self.show_help)
        lock = QShortcut(QKeySequence(LOCK_KEY), form)
        lock.setContext(Qt.ShortcutContext.ApplicationShortcut)
        # Queued: the lock closes the very window that has the key.
        lock.activated.connect(self.window.lock_requested, Qt.ConnectionType.QueuedConnection)

    def _tell_own_numbers(self, dialog: HelpDialog) -> None:
        """The person's own contacts where they may be seen, and what the dot is about."""
        if not self.editor.is_open or self._waits_for_lock():
            from journal.ui.contacts_copy import copied_contacts  # noqa: PLC0415 - rarely

            dialog.show_contacts(*copied_contacts(self.preferences))
            return
        from journal.wording.safety import numbers_of  # noqa: PLC0415 - rarely

        settings = self.editor.journal.settings()
        found = self._asides().open_findings(self.today().today)
        dialog.show_contacts(settings.clinic, settings.person)
        dialog.show_findings(found, numbers_of(settings, self.numbers()))
        dialog.answered.connect(self._asides().answer)

    def _waits_for_lock(self) -> bool:
        return self.editor.has_passphrase and self.lock.waits_for_work

    def import_diary(self) -> None:
        """Bring in another tracker's export."""
        from journal.ui.daylio_import import DaylioImport  # noqa: PLC0415 - rarely

        self._diary_import = DaylioImport(self.editor, self.window)
        self._diary_import.start()

    def _on_open_failed(self, error: JournalError) -> None:
        if isinstance(error, StorageError) and self._asks_for_passphrase(error):
            return
        from journal.ui.not_opened import tell_not_opened  # noqa: PLC0415 - rarely

        restoring = self.safekeeping.restoring
        tell_not_opened(error, self.places.data, self.editor, restoring, self.window)

    def _asks_for_passphrase(self, error: StorageError) -> bool:
        """Let a wrong passphrase, or a missing one, be told where it is asked for."""
        wrong = error.problem is StorageProblem.WRONG_PASSPHRASE
        if wrong or self._needs_passphrase or self.lock.page is not None:
            self.lock.refuse(error)
        return wrong

    def restore(self, parent: QWidget) -> None:
        """Let the person choose a backup to go back to."""
        self.safekeeping.restoring.ask(parent)

    def listen_to_endings(self) -> None:
        """Close as a click would when the process is asked to end; Windows has no such signals.

        A form in front is closed first, and asks; where it stays, so does everything behind it.
        """
        if os.name == "posix":
            from journal.ui.ending import EndingSignals  # noqa: PLC0415 - not for the first paint

            self._ending = EndingSignals(QApplication.closeAllWindows)

    def _on_closing(self) -> None:
        from journal.ui.lock.own_clipboard import clear_own_clipboard  # noqa: PLC0415 - at the end

        clear_own_clipboard()
        if self.editor.is_closed:
            return
        if self._keeps_backups:
            self.window.hide()  # closing is over for the person: what follows may take a second
        size = self.window.size()
        wanted = replace(self.preferences, window_width=size.width(), window_height=size.height())
        if not kept.is_kept(self.places.preferences, wanted):
            with suppress(OSError):  # a size is not worth a message to somebody who is leaving
                kept.save(self.places.preferences, wanted)
        if self._keeps_backups:
            self.safekeeping.keeper.back_up_at_the_end()
        self.editor.close()


def _gui() -> QApplication:
    gui = QApplication.instance()
    assert isinstance(gui, QApplication)  # noqa: S101 - made by run()
    return gui


def run(store: JournalStore, places: Places, clock: Clock) -> int:
    """Show the window until it is closed; the exit code."""
    # The style as an argument: as a call it would load all of QStyle before the first paint.
    gui = QApplication([*sys.argv[:1], "-style", "fusion"])
    gui.setApplicationName("symptom-journal")
    gui.setApplicationDisplayName(_("Symptom Journal"))
    palette.load_fonts()
    gui.setFont(palette.font())
    instance = SingleInstance(places.data)
    if instance.raise_first():
        return 0
    application = Application(store, places, clock, ThreadTaskRunner())
    instance.raised.connect(application.window.come_to_front)
    application.window.leaving.connect(instance.stop)
    application.first_paint.over.connect(instance.listen)
    application.first_paint.over.connect(application.listen_to_endings)
    sys.excepthook = quiet_excepthook(application.window, application.restore)
    application.keep_backups()
    application.show()
    return gui.exec()
