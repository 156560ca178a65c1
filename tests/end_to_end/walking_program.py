"""The program as `python -m journal` runs it, with somebody who looks at every page.

Arguments: those of the program. It ends once the summary's preview is there.
"""

import runpy

from PySide6.QtCore import QTimer
from PySide6.QtPdf import QPdfDocument

from journal.ui.application import Application

PAGES = ("journal", "sessions", "questionnaires", "medicines", "settings", "trends", "summary")
LOOKS_FOR_MS = 150
show = Application.show


def show_and_walk(application: Application) -> None:
    """Show the window, and turn to page after page once the journal is open."""
    window, pages = application.window, list(PAGES)

    def look_on() -> None:
        if pages:
            window.show_page(pages.pop(0))
        elif any(document.pageCount() for document in window.findChildren(QPdfDocument)):
            ticks.stop()
            window.close()

    ticks = QTimer(window, interval=LOOKS_FOR_MS)
    ticks.timeout.connect(look_on)
    application.editor.opened.connect(ticks.start)
    show(application)


Application.show = show_and_walk  # type: ignore[method-assign, assignment]
runpy.run_module("journal", run_name="__main__", alter_sys=True)
