"""Somebody who reads every window that comes up: its title, its words, what a file is called."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid


@dataclass
class Eyes:
    """See every window that comes up, its title and its words, and close it again."""

    qtbot: QtBot
    folder: Path
    titles: list[str] = field(default_factory=list)
    words: dict[type[QWidget], str] = field(default_factory=dict)

    def look(self) -> None:
        """Read what is on the screen now, and what a file would be called."""
        for each in filter(QWidget.isVisible, QApplication.topLevelWidgets()):
            self.titles.append(each.windowTitle())
            self.words[type(each)] = self.words.get(type(each), "") + words_of(each)
            if isinstance(each, QFileDialog):
                self.titles += [Path(file).name for file in each.selectedFiles()]
        self.titles += [window.title() for window in QGuiApplication.topLevelWindows()]
        self.titles.append(QGuiApplication.applicationDisplayName())

    def meet(
        self, opening: Callable[[], object], act: Callable[[Any], object] = lambda _: None
    ) -> None:
        """Open a window, look at it before and after doing something in it, and close it."""
        before, met = dialogs(), list[QDialog]()
        watch = QTimer(interval=5)

        def look_and_close() -> None:
            for new in [each for each in dialogs() if each not in before]:
                watch.stop()
                met.append(new)
                try:
                    self.look()
                    act(new)
                    self.look()
                finally:
                    if isValid(new):
                        new.done(0)

        watch.timeout.connect(look_and_close)
        watch.start()
        try:
            opening()
            self.qtbot.waitUntil(lambda: bool(met))
        finally:
            watch.stop()

    def choose_file(self, _parent: QWidget, title: str, start: str = "", *_: str) -> Any:
        """Stands in for the system's dialog; there may be a diary to choose."""
        self.titles += [title, Path(start).name]
        self.words[QFileDialog] = ""
        diary = self.folder / "diary.csv"
        return str(diary) if diary.exists() else "", ""

    def choose_printer(self, dialog: QPrintDialog) -> QDialog.DialogCode:
        """Stands in for the system's dialog; chooses a printer that writes a file."""
        self.titles.append(dialog.windowTitle())
        self.words[QPrintDialog] = ""
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(self.folder / "printed.pdf"))
        return QDialog.DialogCode.Accepted


def dialogs() -> list[QDialog]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, QDialog) and each.isVisible()]


def words_of(window: QWidget) -> str:
    """What its visible labels, buttons and fields say."""
    shown = filter(QWidget.isVisible, window.findChildren(QWidget))
    names = ("text", "toPlainText", "currentText")
    ways = [getattr(each, name, None) for each in shown for name in names]
    return "\n".join(str(says()) for says in ways if callable(says))
