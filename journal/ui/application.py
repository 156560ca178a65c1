"""Starts the window: first paint before anything slow is loaded, then the journal is opened."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from journal import preferences as kept
from journal.clock import Clock
from journal.domain.errors import JournalError
from journal.domain.repository import JournalStore
from journal.i18n import _
from journal.paths import Places
from journal.preferences import Preferences
from journal.theme import Theme
from journal.ui import palette
from journal.ui.journal_editor import JournalEditor
from journal.ui.main_window import MainWindow, PageEntry
from journal.ui.single_instance import SingleInstance
from journal.ui.tasks import TaskRunner, ThreadTaskRunner
from journal.ui.today.page import TodayPage
from journal.wording import error_sentence

SMALLEST = (850, 480)
USUAL = (1240, 820)


class Application:
    """The pieces of a running window, tied together once."""

    def __init__(
        self, store: JournalStore, places: Places, clock: Clock, tasks: TaskRunner
    ) -> None:
        self._places = places
        self.preferences = kept.load(places.preferences)
        self.editor = JournalEditor(store, tasks, clock)
        self.window = MainWindow(self.editor, self._pages(), self._theme())
        self.first_paint = FirstPaint(self.window)
        palette.dress(_gui(), self._theme())
        self.window.setMinimumSize(*SMALLEST)
        size = (self.preferences.window_width, self.preferences.window_height)
        wanted = QSize(*(size if all(size) else USUAL))
        self.window.resize(wanted.boundedTo(self.window.screen().availableSize()))
        self.window.help_requested.connect(self.show_help)
        self.window.import_requested.connect(self.import_diary)
        self.window.closing.connect(self._on_closing)
        self.editor.open_failed.connect(self._on_open_failed)
        hints = _gui().styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._dress())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _contrast: self._dress())

    def _pages(self) -> tuple[PageEntry, ...]:
        return (
            PageEntry("today", _("Today"), lambda: TodayPage(self.editor)),
            PageEntry("sessions", _("Sessions"), self._make_sessions),
            PageEntry("trends", _("Trends"), self._make_trends),
            PageEntry("summary", _("Summary"), self._make_summary),
            PageEntry("settings", _("Settings"), self._make_settings),
        )

    def _make_sessions(self) -> QWidget:
        from journal.ui.sessions.page import SessionsPage  # noqa: PLC0415 - loads at first use

        return SessionsPage(self.editor)

    def _make_trends(self) -> QWidget:
        from journal.ui.trends.page import TrendsPage  # noqa: PLC0415 - loads at first use

        page = TrendsPage(self.editor, self._theme)
        page.day_chosen.connect(self._show_day)
        return page

    def _make_summary(self) -> QWidget:
        from journal.ui.summary.page import SummaryPage  # noqa: PLC0415 - loads at first use

        return SummaryPage(self.editor)

    def _make_settings(self) -> QWidget:
        from journal.ui.settings.page import SettingsPage  # noqa: PLC0415 - loads at first use

        page = SettingsPage(self.editor, self.preferences, self._places.journal)
        page.preferences_changed.connect(self.set_preferences)
        page.import_requested.connect(self.import_diary)
        return page

    def _show_day(self, day: date) -> None:
        self.window.show_page("today")
        today = self.window.page("today")
        assert isinstance(today, TodayPage)  # noqa: S101 - made above
        today.show_day(day)

    def _theme(self) -> Theme:
        return palette.chosen_theme(self.preferences.theme)

    def _dress(self) -> None:
        palette.dress(_gui(), self._theme())
        self.window.show_theme(self._theme())

    def show(self) -> None:
        """Show the window; the journal is opened behind it once it stands on the screen."""
        self.first_paint.over.connect(self.editor.open)
        self.window.show()

    def set_preferences(self, preferences: Preferences) -> None:
        """Keep and follow changed preferences."""
        self.preferences = preferences
        self._dress()
        try:
            kept.save(self._places.preferences, preferences)
        except OSError:
            self._tell(_("Your choice could not be kept: the folder cannot be written to."))

    def _tell(self, words: str) -> None:
        QMessageBox.warning(self.window, _("Symptom Journal"), words)

    def show_help(self) -> None:
        """Show the numbers to call, whatever state the journal is in."""
        from journal.ui.help_dialog import HelpDialog, default_country  # noqa: PLC0415 - rarely

        country = default_country(QLocale.system().name(), self.preferences.country)
        dialog = HelpDialog(country, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.country_changed.connect(
            lambda code: self.set_preferences(replace(self.preferences, country=code))
        )
        dialog.show()

    def import_diary(self) -> None:
        """Bring in another tracker's export."""
        from journal.ui.daylio_import import DaylioImport  # noqa: PLC0415 - rarely

        self._diary_import = DaylioImport(self.editor, self.window)
        self._diary_import.start()

    def _on_open_failed(self, error: JournalError) -> None:
        words = f"{error_sentence(error)}\n\n{self._places.data}"
        box = QMessageBox(QMessageBox.Icon.Warning, _("Symptom Journal"), words, parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        again = box.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
        close = box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(close)
        box.finished.connect(
            lambda: self.editor.open() if box.clickedButton() is again else self.window.close()
        )
        box.open()

    def listen_to_endings(self) -> None:
        """Close as a click would when the process is asked to end; Windows has no such signals."""
        if os.name == "posix":
            from journal.ui.ending import EndingSignals  # noqa: PLC0415 - not for the first paint

            self._ending = EndingSignals(self.window.close)

    def _on_closing(self) -> None:
        size = self.window.size()
        changed = replace(self.preferences, window_width=size.width(), window_height=size.height())
        if changed != self.preferences:
            with suppress(OSError):  # a size is not worth a message to somebody who is leaving
                kept.save(self._places.preferences, changed)
        self.editor.close()


class FirstPaint(QObject):
    """Tells when a window has been painted: whatever loads before that would hold it up."""

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.over.emit)
        return False


def _gui() -> QApplication:
    gui = QApplication.instance()
    assert isinstance(gui, QApplication)  # noqa: S101 - made by run()
    return gui


def run(store: JournalStore, places: Places, clock: Clock) -> int:
    """Show the window until it is closed; the exit code."""
    gui = QApplication(sys.argv[:1])
    gui.setApplicationName("symptom-journal")
    gui.setApplicationDisplayName(_("Symptom Journal"))
    gui.setStyle("Fusion")
    palette.load_fonts()
    gui.setFont(palette.font())
    instance = SingleInstance(places.data)
    if instance.raise_first():
        return 0
    application = Application(store, places, clock, ThreadTaskRunner())
    instance.raised.connect(application.window.come_to_front)
    application.first_paint.over.connect(instance.listen)
    application.first_paint.over.connect(application.listen_to_endings)
    sys.excepthook = _quiet_excepthook(application.window)
    application.show()
    return gui.exec()


def _quiet_excepthook(
    parent: QWidget,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Tell the person once at a time; print where it happened but none of the values involved."""
    is_telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        while trace is not None:
            code = trace.tb_frame.f_code
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
            sys.stderr.write(f"{place}\n")
            trace = trace.tb_next
        sys.stderr.write(f"{kind.__name__}\n")
        if is_telling:
            return
        is_telling = True
        words = _("Something went wrong. What was saved before is safe. Please start again.")
        if isinstance(error, JournalError):
            words = error_sentence(error)
        QMessageBox.warning(parent, _("Symptom Journal"), words)
        is_telling = False

    return hook
