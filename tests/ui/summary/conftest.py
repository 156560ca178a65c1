import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDate
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.domain.notes import Note
from journal.report import pdf as pdf_module
from journal.report.attachments import Attachment
from journal.report.parts import Paper, Report
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary.page import SummaryPage
from journal.ui.summary.periods import Span
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner
from journal.ui.widgets.day_input import DayInput
from journal.ui.widgets.file_saving import FileKind

ZONE = "Europe/Berlin"
NOW = datetime(2026, 3, 14, 20, 14, tzinfo=UTC)
TODAY = date(2026, 3, 14)
DEMO_VISIT = date(2026, 2, 14)


class FixedClock:
    """Saturday, 14 March 2026, 21:14 in Berlin."""

    def now(self) -> datetime:
        return NOW

    def zone(self) -> str:
        return ZONE


class PatientTaskRunner:
    """Does nothing until it is told to: the window's thread is always ahead of the worker."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[..., None], Callable[..., None]]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.waiting.append((work, done, failed))

    def work(self) -> None:
        """Do the piece of work that waits longest."""
        ImmediateTaskRunner().run(*self.waiting.pop(0))

    def finish(self) -> None:
        """Nothing is ever under way."""


@pytest.fixture(scope="session")
def printed() -> list[tuple[object, bytes]]:
    """Reports and their PDFs: the same come again and again, and one test prints them for all."""
    return []


@pytest.fixture(autouse=True)
def printed_once(printed: list[tuple[object, bytes]], monkeypatch: pytest.MonkeyPatch) -> None:
    render = pdf_module.render_pdf

    def render_once(report: Report, attachments: Sequence[Attachment] = (), **named: Any) -> bytes:
        wanted = (report, tuple(attachments))
        found = next((pdf for before, pdf in printed if before == wanted), None)
        if found is None:
            found = render(report, attachments, **named)
            printed.append((wanted, found))
        return found

    monkeypatch.setattr(pdf_module, "render_pdf", render_once)


@dataclass
class Answers:
    """What the person answers to the dialogs, and what they were asked."""

    path: Path | None = None
    printer: QPrinter | None = None
    notes: frozenset[UUID] | None = None
    proposed: list[Path] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    offered: list[tuple[Note, ...]] = field(default_factory=list)
    ticked: list[frozenset[UUID]] = field(default_factory=list)

    def ask_path(
        self, _parent: QWidget, _title: str, proposed: Path, _kinds: Sequence[FileKind]
    ) -> Path | None:
        self.proposed.append(proposed)
        return self.path

    def ask_printer(self, _parent: QWidget, paper: Paper) -> QPrinter | None:
        self.papers.append(paper)
        return self.printer

    def ask_notes(
        self, _parent: QWidget, notes: Sequence[Note], chosen: frozenset[UUID]
    ) -> frozenset[UUID] | None:
        self.offered.append(tuple(notes))
        self.ticked.append(chosen)
        return self.notes


@pytest.fixture(scope="session")
def demo_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of the fictional patient, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "journal.db"
    journal = JournalFile(path, FixedClock().now).open(writer=True)
    journal.apply(demo_edits(NOW, ZONE, journal.scales.all(), journal.settings()))
    journal.close()
    return path


Opened = Callable[..., JournalEditor]


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[Opened]:
    """Opens a journal, a new one or a copy of another; a task runner of the test's own may wait."""
    editors: list[JournalEditor] = []

    def open_journal(copied: Path | None = None, tasks: TaskRunner | None = None) -> JournalEditor:
        path = tmp_path / "data" / "journal.db"
        path.parent.mkdir()
        if copied is not None:
            shutil.copy(copied, path)
        clock = FixedClock()
        store = JournalFile(path, clock.now)
        editor = JournalEditor(store, tasks or ImmediateTaskRunner(), clock)
        editors.append(editor)
        editor.open()
        return editor

    yield open_journal
    for editor in editors:
        editor.close()


@pytest.fixture
def editor(opened: Opened) -> JournalEditor:
    """A journal in which nothing is written down."""
    return opened()


@pytest.fixture
def demo_editor(opened: Opened, demo_journal: Path) -> JournalEditor:
    return opened(demo_journal)


@pytest.fixture
def answers() -> Answers:
    return Answers()


Shown = Callable[..., SummaryPage]


@pytest.fixture
def shown(answers: Answers, qtbot: QtBot) -> Shown:
    """The page, read anew after every change as the main window has it read."""

    def show(editor: JournalEditor, locale_name: str = "en_GB", folder: str = "") -> SummaryPage:
        page = SummaryPage(
            editor,
            ask_path=answers.ask_path,
            ask_printer=answers.ask_printer,
            ask_notes=answers.ask_notes,
            folder=folder,
            locale_name=locale_name,
        )
        qtbot.addWidget(page)
        editor.changed.connect(lambda _change: page.refresh())
        page.resize(1032, 790)
        page.show()
        return page

    return show


def words(document: QPdfDocument) -> str:
    return " ".join(document.getAllText(0).text().split())


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def choose(page: SummaryPage, span: Span) -> None:
    page.choices.period.span.chosen.emit(span.value)


def enter(field: DayInput, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))
    field.flush()


def visits(editor: JournalEditor) -> tuple[date, ...]:
    return editor.journal.settings().visits
