"""The program as `python -m journal` runs it, with somebody who looks at every page.

Arguments: the passphrase, empty where there is none, then those of the program. It prints the
titles of its windows, and ends once the summary's preview is there.
"""

import runpy
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.ui.application import Application

PAGES = ("journal", "sessions", "questionnaires", "medicines", "settings", "trends", "summary")
LOOKS_FOR_MS = 150
passphrase = sys.argv.pop(1)
show = Application.show


def say_titles() -> None:
    """Tell the test what stands above the windows and in the list of windows."""
    titles = {window.windowTitle() for window in QApplication.topLevelWidgets()}
    sys.stdout.write("\n".join(sorted(titles)) + "\n")
    sys.stdout.flush()


def show_and_walk(application: Application) -> None:
    """Show the window, and turn to page after page once the journal is open."""
    window, pages = application.window, list(PAGES)

    def unlock() -> None:
        for character in passphrase:
            QTest.keyClick(window.windowHandle(), character)  # type: ignore[call-overload]
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)

    def look_on() -> None:
        say_titles()
        if pages:
            window.show_page(pages.pop(0))
        elif any(document.pageCount() for document in window.findChildren(QPdfDocument)):
            ticks.stop()
            window.close()

    ticks = QTimer(window, interval=LOOKS_FOR_MS)
    ticks.timeout.connect(look_on)
    application.editor.opened.connect(ticks.start)
    if passphrase:
        application.first_paint.over.connect(lambda: QTimer.singleShot(0, unlock))
    show(application)


Application.show = show_and_walk  # type: ignore[method-assign, assignment]
runpy.run_module("journal", run_name="__main__", alter_sys=True)
