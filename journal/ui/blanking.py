"""Esc twice hides everything at once, and any key brings it back, but before a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from shiboken6 import isValid

from journal.ui.blank_screen import BlankScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

WITHIN_MS = 600


class Blanking(QObject):
    """Puts a blank screen in `front` of a window's content, which is its first widget.

    `leave` saves what is being written; nothing is blanked where `is_locked`: it is hidden anyway.
    A form in front is hidden with the window, and shown again with it; other windows close.
    """

    def __init__(
        self,
        window: QMainWindow,
        front: QStackedWidget,
        leave: Callable[[], None],
        is_locked: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._front = window, front
        self._leave, self._is_locked = leave, is_locked
        self._had_focus: QWidget | None = None
        self.forms: tuple[QDialog, ...] = ()
        """What is hidden until `end`."""
        self.screen = BlankScreen()
        self.screen.left.connect(self.end)
        front.addWidget(self.screen)
        self.timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        escape.setAutoRepeat(False)
        escape.activated.connect(self._on_escape)
        gui = QGuiApplication.instance()
        assert isinstance(gui, QGuiApplication)  # noqa: S101 - there is a window
        gui.focusWindowChanged.connect(self._watch)

    def _watch(self, front: QWindow | None) -> None:
        """A form has all keys to itself: what stands over the window is listened to."""
        if front is not None and front != self._window.windowHandle():
            front.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count Esc in a form, which goes on as ever; the second one only hides."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape or event.isAutoRepeat():
            return False
        if not self.timer.isActive():
            self.timer.start()
            return False
        # Later: it closes the very window that has the key.
        QTimer.singleShot(0, self, self.begin)
        return True

    def _on_escape(self) -> None:
        if self.timer.isActive():
            self.begin()
        else:
            self.timer.start()

    def begin(self) -> None:
        """Hide what is shown."""
        if self._is_locked() or self._front.currentWidget() is self.screen:
            return
        self.timer.stop()
        from journal.ui.lock.put_aside import put_aside  # noqa: PLC0415 - not for the first paint

        hidden, _had_help = put_aside()
        self.forms += hidden
        self._leave()
        self._had_focus = self._window.focusWidget()
        self._window.menuBar().setEnabled(False)
        self._front.setCurrentWidget(self.screen)
        self._window.activateWindow()
        self.screen.setFocus()

    def take_forms(self) -> tuple[QDialog, ...]:
        """The forms that are hidden, for a lock to keep: `end` no longer shows them."""
        forms, self.forms = self.forms, ()
        return forms

    def hold(self) -> None:
        """Hide what is shown until `end`, whatever key is pressed."""
        self.screen.say_what_it_waits_for()
        self.begin()

    def end(self) -> None:
        """Show it again, and put the keyboard back where it was."""
        self.screen.say_how_to_leave()
        self._front.setCurrentIndex(0)
        self._window.menuBar().setEnabled(True)
        if self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()
        self._had_focus = None
        forms = self.take_forms()
        if forms:
            from journal.ui.lock.put_aside import offer_again  # noqa: PLC0415 - as above

            offer_again(forms)
