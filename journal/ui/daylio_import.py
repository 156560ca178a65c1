"""Brings a Daylio export in: choose a file, name the levels of own moods, one step to undo."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from journal.domain.edit import Edits, Stamp
from journal.domain.errors import ImportProblem, ImportRefused, JournalError
from journal.domain.import_plan import ExportRow, ImportPlan, plan
from journal.domain.repository import OpenJournal
from journal.i18n import _
from journal.interchange import daylio_csv
from journal.ui.journal_editor import JournalEditor
from journal.ui.mood_levels_dialog import MoodLevelsDialog
from journal.ui.widgets.unremembered import unremembered
from journal.wording import count_check_ins, error_sentence

ChooseFile = Callable[[QWidget], Path | None]
AskLevels = Callable[[tuple[str, ...], QWidget], dict[str, int] | None]
Tell = Callable[[QWidget, str], None]


def choose_file(parent: QWidget) -> Path | None:
    """The export the person points at, or None."""
    words = _("Import from Daylio")
    with unremembered():
        chosen, _kind = QFileDialog.getOpenFileName(parent, words, "", _("Daylio export (*.csv)"))
    return Path(chosen) if chosen else None


def ask_levels(names: tuple[str, ...], parent: QWidget) -> dict[str, int] | None:
    """The level of every mood name, or None."""
    return MoodLevelsDialog.ask(names, parent)


def tell(parent: QWidget, words: str) -> None:
    """Say how it went."""
    QMessageBox.information(parent, _("Import from Daylio"), words)


class DaylioImport(QObject):
    """One import at a time, over the window it belongs to."""

    def __init__(
        self,
        editor: JournalEditor,
        window: QWidget,
        choose: ChooseFile = choose_file,
        ask: AskLevels = ask_levels,
        say: Tell = tell,
    ) -> None:
        super().__init__(window)
        self._editor = editor
        self._window = window
        self._choose, self._ask, self._say = choose, ask, say
        self._progress: QProgressDialog | None = None
        editor.locking.connect(self._hide_progress)

    def start(self) -> None:
        """Ask for the file and read it in the worker."""
        file = self._choose(self._window) if self._editor.is_open else None
        if file is not None:
            self._show_progress()
            self._editor.run_and_tell(lambda: _read(file), self._on_read, self._on_failed)

    def _on_read(self, rows: tuple[ExportRow, ...]) -> None:
        self._write(rows, {})

    def _write(self, rows: tuple[ExportRow, ...], levels: Mapping[str, int]) -> None:
        zone = self._editor.clock.zone()
        planned: list[ImportPlan] = []

        def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
            known = journal.imports.known(daylio_csv.SOURCE)
            scales = journal.scales.all()
            planned.append(plan(rows, daylio_csv.SOURCE, levels, known, scales, zone, stamp))
            return planned[0].edits

        def failed(error: Exception) -> None:
            self._on_not_written(error, rows)

        words = _("Daylio diary imported.")
        self._editor.perform_in_worker(words, verb, lambda _e: self._on_written(planned[0]), failed)

    def _on_not_written(self, error: Exception, rows: tuple[ExportRow, ...]) -> None:
        if isinstance(error, ImportRefused) and error.problem is ImportProblem.UNKNOWN_MOODS:
            self._hide_progress()
            levels = self._ask(error.names, self._window)
            if levels is not None:
                self._show_progress()
                self._write(rows, levels)
            return
        self._on_failed(error)

    def _on_written(self, planned: ImportPlan) -> None:
        self._hide_progress()
        words = _("Saved {added}; in the journal already: {known}")
        added = count_check_ins(planned.added)
        self._say(self._window, words.format(added=added, known=planned.already_known))

    def _on_failed(self, error: Exception) -> None:
        self._hide_progress()
        if not isinstance(error, JournalError):
            raise error
        self._say(self._window, error_sentence(error))

    def _show_progress(self) -> None:
        words = _("Reading your diary…")
        self._progress = QProgressDialog(words, "", 0, 0, self._window)
        self._progress.setCancelButton(None)
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMinimumDuration(400)

    def _hide_progress(self) -> None:
        if self._progress is not None:
            self._progress.reset()
            self._progress.deleteLater()
            self._progress = None


def _read(file: Path) -> tuple[ExportRow, ...]:
    try:
        data = file.read_bytes()
    except OSError:
        raise ImportRefused(ImportProblem.UNREADABLE) from None
    return daylio_csv.read(data)
