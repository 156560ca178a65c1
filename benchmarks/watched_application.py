"""The program's Application, listened to: what is painted, what is kept."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from benchmarks.watching import FirstPaint, say, say_memory
from journal.ui import application
from journal.ui.today.page import TodayPage

SETTLED_AFTER_MS = 500
"""When everything that Today shows is there, what comes last included."""


class WatchedApplication(application.Application):
    """Says when it is there; `kept` once the journal has the key, or its data is shown."""

    kept = False

    def show(self) -> None:
        super().show()
        if sys.argv[2] == "opened":
            self.editor.opened.connect(lambda: QTimer.singleShot(SETTLED_AFTER_MS, self._on_there))
        elif sys.argv[2] == "stored":
            self._stored = _StoredScore(self.window, self._on_there)
        else:
            self._watch = FirstPaint(self.window.windowHandle(), self._on_painted)

    def _on_painted(self) -> None:
        say("there")
        today = self.window.page("today")
        assert isinstance(today, TodayPage)
        assert today.check_in.focused_scale() == "mood"
        assert not self.editor.is_open
        self.editor.saved.connect(self._on_saved)
        focused = QApplication.focusWidget()
        assert focused is not None
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")
        QApplication.sendEvent(focused, press)

    def _on_saved(self) -> None:
        WatchedApplication.kept = True
        QTimer.singleShot(0, self.window.close)

    def _on_there(self) -> None:
        say("there")
        say_memory()
        WatchedApplication.kept = True
        self.window.close()


class _StoredScore(QObject):
    """Calls `done` once, as soon as a score button with a kept rating has been painted."""

    def __init__(self, parent: QObject, done: Callable[[], None]) -> None:
        super().__init__(parent)
        self._done = done
        running = QApplication.instance()
        assert running is not None
        self._application = running
        self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and _is_rated(watched):
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self._done)  # when the whole picture is on the screen
        return False


def _is_rated(widget: QObject) -> bool:
    return (
        isinstance(widget, QPushButton)
        and widget.property("kind") == "score"
        and widget.isChecked()
    )
