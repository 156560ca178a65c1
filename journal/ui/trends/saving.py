"""Saving what a card shows as a picture or as a table for other programs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal.i18n import _
from journal.report.saving import write_whole
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.file_saving import (
    AskPath,
    FileKind,
    ask_path,
    documents,
    free_name,
    refused_sentence,
)

_STEM = "chart"
"""Names of files say neither who they are about nor what."""


class Saving(QObject):
    """Asks where to save and has the worker write; `told` carries what came of it, and its kind."""

    told = Signal(str, str)

    def __init__(self, tasks: TaskRunner, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.ask_path: AskPath = ask_path
        self._tasks = tasks
        self._today = today
        self._parent = parent
        self._folder: Path | None = None

    def save_picture(self, content: Callable[[str], bytes]) -> None:
        """Save a picture; `content` makes it as a file that ends as it is told."""
        kinds = (
            FileKind(_("PNG picture"), ".png"),
            FileKind(_("SVG drawing"), ".svg"),
            FileKind(_("PDF page"), ".pdf"),
        )
        path = self._ask(_("Save the picture"), kinds)
        if path is not None:
            self._write(lambda: content(path.suffix.lower()), path)

    def save_table(self, content: Callable[[], bytes]) -> None:
        """Save a table."""
        path = self._ask(_("Save the numbers"), (FileKind(_("CSV table"), ".csv"),))
        if path is not None:
            self._write(content, path)

    def _ask(self, title: str, kinds: tuple[FileKind, ...]) -> Path | None:
        folder = self._folder or documents()
        proposed = free_name(folder, _STEM, self._today(), kinds[0].suffix)
        return self.ask_path(self._parent, title, proposed, kinds)

    def _write(self, content: Callable[[], bytes], path: Path) -> None:
        self._folder = path.parent
        self.told.emit(_("Saving…"), "muted")
        self._tasks.run(
            lambda: write_whole(content(), path),
            lambda _none: self.told.emit(_("Saved as {path}.").format(path=path), "muted"),
            lambda error: self._on_refused(error, path),
        )

    def _on_refused(self, error: Exception, path: Path) -> None:
        if not isinstance(error, OSError):
            raise error
        self.told.emit(refused_sentence(path, error), "error")
