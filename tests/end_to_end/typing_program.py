"""The program as `python -m journal` runs it, with somebody at the keyboard.

Arguments: the keys to press, then those of the program. It prints what the window says it saved.
"""

import runpy
import sys

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from journal.ui.application import Application
from journal.ui.main_window import MainWindow

keys = sys.argv.pop(1)
show = Application.show
come_to_front = MainWindow.come_to_front


def say(words: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def show_and_type(application: Application) -> None:
    """Show the window, and press the keys as soon as it is painted."""

    def type_keys() -> None:
        for key in keys:
            QTest.keyClick(application.window.windowHandle(), key)  # type: ignore[call-overload]

    application.editor.saved.connect(lambda words, _at: say(words))
    application.first_paint.over.connect(lambda: QTimer.singleShot(0, type_keys))
    application.editor.opened.connect(lambda: say("opened"))
    show(application)


def come_and_say(window: MainWindow) -> None:
    """Come to the front, as somebody asked who started the program again."""
    come_to_front(window)
    say("in front")


MainWindow.come_to_front = come_and_say  # type: ignore[method-assign, assignment]
Application.show = show_and_type  # type: ignore[method-assign, assignment]
runpy.run_module("journal", run_name="__main__", alter_sys=True)
