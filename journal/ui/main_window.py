"""The window: a sidebar, one page at a time, menus, and what concerns all pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.theme import Theme
from journal.ui.blanking import Blanking
from journal.ui.hushed import hush
from journal.ui.journal_editor import JournalEditor
from journal.ui.safety.help_button import HelpButton
from journal.ui.safety.help_keys import help_keys
from journal.ui.said_line import SaidLine
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import column, label, row
from journal.ui.widgets.nav_button import NavButton

if TYPE_CHECKING:
    from journal.ui.unsaved_banner import UnsavedBanner

LOCK_KEY = "Ctrl+L"
LETS_GO_AFTER_MS = 50
"""Time for a question over a page, which a lock closes, to be over."""


class Page(Protocol):
    """What the window asks of a page; every page is a QWidget."""

    def refresh(self) -> None:
        """Read and show everything anew."""
        ...


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the sidebar; it is made when first shown."""

    key: str
    title: str
    make: Callable[[], QWidget]


class MainWindow(QMainWindow):
    """Shows pages and tells what was saved; help, import and closing are for the application.

    `leaving` comes right before `closing`, which saves what there is to save and may take a while.
    It starts without any page where it `is_locked`, until `show_unlocked`.
    """

    help_requested = Signal()
    import_requested = Signal()
    lock_requested = Signal()
    leaving = Signal()
    closing = Signal()

    def __init__(
        self, editor: JournalEditor, pages: tuple[PageEntry, ...], *, is_locked: bool = False
    ) -> None:
        super().__init__()
        self._editor = editor
        self._entries = {entry.key: entry for entry in pages}
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self.current = ""
        self._is_complete = False
        self._is_locked = is_locked
        self._has_passphrase = False
        self._lock_page: QWidget | None = None
        self._forms: tuple[QDialog, ...] = ()
        self.setWindowTitle(_("Symptom Journal"))
        self._build()
        self._add_menus()
        editor.changed.connect(self._on_changed)
        editor.opened.connect(self._on_opened)
        editor.saved.connect(
            lambda words, _at: self._said.say(words, can_undo=editor.undo_stack.canUndo())
        )
        editor.save_failed.connect(self._on_save_failed)
        editor.locking.connect(self.leave_page)
        self._letting_go = QTimer(self, interval=LETS_GO_AFTER_MS)
        self._letting_go.timeout.connect(self._let_go_of_pages)
        if is_locked:
            self.current = pages[0].key
        else:
            self.show_page(pages[0].key)

    def _build(self) -> None:
        centre = QWidget()
        hush(centre)
        line = row(centre, spacing=0)
        line.addWidget(self._sidebar())
        right = column(spacing=0)
        self._right = right
        self._unsaved: UnsavedBanner | None = None
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        self._said = SaidLine()
        self._said.undo_requested.connect(self._undo)
        right.addWidget(self._said)
        line.addLayout(right, 1)
        self._front = QStackedWidget()
        self._front.addWidget(centre)
        self.blanking = Blanking(self, self._front, self.leave_page, lambda: self._is_locked)
        self.blanking.screen.help_requested.connect(self.help_requested)
        self.setCentralWidget(self._front)

    def _sidebar(self) -> QWidget:
        side = QWidget()
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setProperty("kind", "sidebar")
        side.setFixedWidth(208)
        inside = column(side, spacing=4)
        inside.setContentsMargins(12, 18, 12, 24)
        inside.addWidget(label(_("Symptom Journal"), "app"))
        self._buttons = QButtonGroup(self)
        self._nav: dict[str, NavButton] = {}
        for entry in self._entries.values():
            self._add_nav(entry, inside)
        inside.addStretch(1)
        self._help = HelpButton()
        self._help.clicked.connect(self.help_requested)
        inside.addWidget(self._help)
        return side

    def _add_nav(self, entry: PageEntry, inside: QVBoxLayout) -> None:
        button = NavButton(entry.title)
        button.toggled.connect(lambda on, key=entry.key: self._on_toggled(key, on))
        button.clicked.connect(lambda _on, key=entry.key: self._on_clicked(key))
        self._buttons.addButton(button)
        self._nav[entry.key] = button
        inside.addWidget(button)

    def _on_toggled(self, key: str, on: bool) -> None:
        if on:
            self.show_page(key)

    def _on_clicked(self, key: str) -> None:
        if key == self.current:  # it may have been so before, and the keyboard is wanted there
            self._take_focus()

    def show_theme(self, theme: Theme) -> None:
        """Draw the sidebar's icons and the pages' pictures in the theme's colours."""
        from journal.ui.widgets.line_icon import line_icon  # noqa: PLC0415 - not for the first paint

        for key, button in self._nav.items():
            button.show_picture(line_icon(key, theme.text, self.devicePixelRatioF()))
        for page in self._pages.values():
            show_theme = getattr(page, "show_theme", None)
            if show_theme is not None:
                show_theme()

    def show_help_dot(self, has_dot: bool) -> None:
        """Put the dot on "Get help now", or take it away."""
        self._help.show_dot(has_dot)

    def page(self, key: str) -> QWidget:
        """The page of this key, made when first asked for."""
        if key not in self._pages:
            self._pages[key] = self._entries[key].make()
            self._pages[key].setAccessibleName(self._entries[key].title)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front; what the one before was writing is saved.

        While the journal is opening only the first page is there.
        """
        if self.current and not self._editor.is_open:
            show_checked(self._nav[self.current], True)
            return
        self.leave_page()
        page = self.page(key)
        self.current = key
        show_checked(self._nav[key], True)
        self._stack.setCurrentWidget(page)
        if key in self._stale:
            self._refresh(key)
        self._take_focus()

    def _take_focus(self) -> None:
        take_focus = getattr(self._pages[self.current], "take_focus", None)
        if take_focus is not None:
            take_focus()

    def leave_page(self) -> None:
        """Have what is being written on the page in front saved."""
        leave = getattr(self._pages.get(self.current), "leave", None)
        if leave is not None:
            leave()

    def _refresh(self, key: str) -> None:
        self._stale.discard(key)
        page = self._pages[key]
        page.refresh()  # type: ignore[attr-defined]  # every page is a Page

    def hide_for_lock(self, forms: tuple[QDialog, ...]) -> None:
        """Hide everything until `show_locked`: it has to wait; `forms` are as there."""
        self._forms = forms
        self.blanking.hold()

    def show_after_all(self) -> None:
        """Show the window again that was hidden for a lock which did not come."""
        self._forms = ()
        self.blanking.end()

    def show_locked(self, page: QWidget, forms: tuple[QDialog, ...] = ()) -> None:
        """Show `page` alone, and let go of every other that tells of the journal.

        `forms` are hidden and not finished; each stays, with the page it was opened from.
        """
        self._is_locked, self._lock_page, self._forms = True, page, forms
        self._said.forget()
        self._hide_unsaved()
        self.show_help_dot(False)
        self.blanking.end()
        self._front.addWidget(page)
        self._front.setCurrentWidget(page)
        self._follow_lock()
        self._letting_go.start()

    def show_unlocked(self) -> None:
        """Show the page that was open, read anew."""
        self._is_locked, self._forms = False, ()
        self._letting_go.stop()
        self._front.setCurrentIndex(0)
        if self._lock_page is not None:
            self._front.removeWidget(self._lock_page)
            self._lock_page.deleteLater()
            self._lock_page = None
        self._follow_lock()
        self.show_page(self.current)

    def _let_go_of_pages(self) -> None:
        for key, page in tuple(self._pages.items()):
            if page.findChild(QDialog) is None:
                del self._pages[key]
                self._stack.removeWidget(page)
                page.deleteLater()
        if all(page.findChild(QDialog) in self._forms for page in self._pages.values()):
            self._letting_go.stop()

    def offer_lock(self, has_passphrase: bool) -> None:
        """Offer to lock the window, or no longer: without a passphrase it would be no lock."""
        self._has_passphrase = has_passphrase
        self._follow_lock()

    def _follow_lock(self) -> None:
        if not self._is_complete:
            return
        for action in self._journal_actions:
            action.setEnabled(not self._is_locked)
        self._lock_action.setVisible(self._has_passphrase and not self._is_locked)

    def _on_opened(self) -> None:
        self._stale.update(key for key in self._pages if key != "today")
        if self.current in self._stale:
            self._refresh(self.current)

    def _on_changed(self) -> None:
        self._stale.update(self._pages)
        if not self._editor.has_unsaved:
            self._hide_unsaved()
        self._refresh(self.current)

    def _on_save_failed(self, error: JournalError) -> None:
        if self._unsaved is None:
            self._unsaved = self._make_unsaved()
        self._unsaved.show_error(error, has_unsaved=self._editor.has_unsaved)
        self._said.hide()

    def _make_unsaved(self) -> "UnsavedBanner":
        from journal.ui.unsaved_banner import UnsavedBanner  # noqa: PLC0415 - rarely

        banner = UnsavedBanner()
        banner.retry_requested.connect(self._retry)
        self._right.insertWidget(0, banner)
        return banner

    def _hide_unsaved(self) -> None:
        if self._unsaved is not None:
            self._unsaved.hide()

    def _retry(self) -> None:
        self._editor.retry()
        if not self._editor.has_unsaved:
            self._hide_unsaved()

    def _add_menus(self) -> None:
        self._menus = [
            self.menuBar().addMenu(title)
            for title in (_("&File"), _("&Edit"), _("&View"), _("&Help"))
        ]
        get_help = self._add(self._menus[-1], _("&Get help now"), self.help_requested.emit)
        get_help.setShortcuts(help_keys())

    def complete(self, theme: Theme) -> None:
        """Add, once, what the first paint does not wait for: the menus' actions and the icons."""
        if not self._is_complete:
            self._is_complete = True
            self._fill_menus()
            self.show_theme(theme)

    def _fill_menus(self) -> None:
        keys = QKeySequence.StandardKey
        file, edit, view, about = self._menus
        diary = self._add(file, _("&Import from Daylio…"), self.import_requested.emit)
        file.addSeparator()
        lock_key = QKeySequence(LOCK_KEY)
        self._lock_action = self._add(file, _("&Lock"), self.lock_requested.emit, lock_key)
        self._lock_action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._add(file, _("&Quit"), self.close, keys.Quit)
        self._undo_action = self._add(edit, _("&Undo"), self._undo, keys.Undo)
        self._redo_action = self._add(edit, _("&Redo"), self._redo, keys.Redo)
        self._journal_actions = [diary]
        for number, entry in enumerate(self._entries.values(), 1):
            key, show = QKeySequence(f"Ctrl+{number}"), partial(self.show_page, entry.key)
            self._journal_actions.append(self._add(view, entry.title, show, key))
        self._add(about, _("&About"), self._show_about)
        self._follow_undo_stack()
        self._follow_lock()

    def _add(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[[], object],
        shortcut: QKeySequence | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(text, self)
        if isinstance(shortcut, QKeySequence.StandardKey):
            action.setShortcuts(shortcut)
        elif shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        return action

    def _follow_undo_stack(self) -> None:
        stack = self._editor.undo_stack
        for action, is_enabled, changed in (
            (self._undo_action, stack.canUndo(), stack.canUndoChanged),
            (self._redo_action, stack.canRedo(), stack.canRedoChanged),
        ):
            action.setEnabled(is_enabled)
            changed.connect(action.setEnabled)

    def _undo(self) -> None:
        self.leave_page()
        self._said.hide()
        self._editor.undo()

    def _redo(self) -> None:
        self.leave_page()
        self._editor.redo()

    def _show_about(self) -> None:
        from journal.ui.about import show_about  # noqa: PLC0415 - rarely asked for

        show_about(self, self._editor.versions())

    def come_to_front(self) -> None:
        """Show the window to somebody who started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab the way the eye goes."""
        from journal.ui.widgets.tab_order import tab_as_seen  # noqa: PLC0415 - not for first paint

        return tab_as_seen(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being written; an entry the disk refused keeps the window open."""
        self.leave_page()
        if self._editor.has_unsaved and self._editor.is_open:
            self._editor.retry()
        waits = self._editor.has_unsaved or self._forms or self.blanking.forms
        if waits and not self._editor.is_closed and not self._close_anyway():
            event.ignore()
            return
        self.leaving.emit()
        self.closing.emit()
        event.accept()

    def _close_anyway(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only when the disk refuses

        answer = QMessageBox.question(
            self,
            _("Not saved yet"),
            _("Something you entered is not saved yet and would be lost. Close all the same?"),
            QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Discard,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard
