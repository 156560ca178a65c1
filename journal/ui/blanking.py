"""Esc twice hides the window at once, and any key brings it back, but before a lock."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from journal.ui.blank_screen import BlankScreen

WITHIN_MS = 600


class Blanking(QObject):
    """Puts a blank screen in `front` of a window's content, which is its first widget.

    `leave` saves what is being written; nothing is blanked where `is_locked`: it is hidden anyway.
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
        self.screen = BlankScreen()
        self.screen.left.connect(self.end)
        front.addWidget(self.screen)
        self.timer = QTimer(self, singleShot=True, interval=WITHIN_MS)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        escape.setAutoRepeat(False)
        escape.activated.connect(self._on_escape)

    def _on_escape(self) -> None:
        if self.timer.isActive():
            self.begin()
        else:
            self.timer.start()

    def begin(self) -> None:
        """Hide what is shown."""
        if self._is_locked() or self._front.currentWidget() is self.screen:
            return
        self._leave()
        self._had_focus = self._window.focusWidget()
        self._window.menuBar().setEnabled(False)
        self._front.setCurrentWidget(self.screen)
        self.screen.setFocus()

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
