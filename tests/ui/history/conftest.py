"""Real journals to look back on: an empty one, and the fictional patient's."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.domain.edit import Edit, Record
from journal.storage.store import JournalFile
from journal.ui.history.page import HistoryPage
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner

TODAY = date(2026, 3, 10)


class FixedClock:
    """Tuesday, 10 March 2026, 21:30 in Berlin."""

    instant = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"


@pytest.fixture
def tasks() -> TaskRunner:
    return ImmediateTaskRunner()


@pytest.fixture
def editor(tmp_path: Path, qapp: QApplication, tasks: TaskRunner) -> Iterator[JournalEditor]:
    """An open journal without an entry."""
    clock = FixedClock()
    store = JournalFile(tmp_path / "journal.db", clock.now)
    editor = JournalEditor(store, tasks, clock)
    editor.open()
    yield editor
    editor.close()


@pytest.fixture
def demo(editor: JournalEditor) -> JournalEditor:
    """The fictional patient's journal."""
    journal, clock = editor.journal, editor.clock
    journal.apply(demo_edits(clock.now(), clock.zone(), journal.scales.all(), journal.settings()))
    return editor


Keep = Callable[..., None]


@pytest.fixture
def keep(editor: JournalEditor) -> Keep:
    """Writes records down, as other pages would have done."""

    def keep(*records: Record) -> None:
        edits = tuple(Edit(None, record) for record in records)
        editor.perform("", lambda _journal, _stamp: edits)

    return keep


Show = Callable[[JournalEditor], HistoryPage]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows the page at the usual size of the window; it follows the journal as in the window."""

    def show(editor: JournalEditor) -> HistoryPage:
        page = HistoryPage(editor)
        editor.changed.connect(lambda _change: page.refresh())
        qtbot.addWidget(page)
        page.resize(1030, 790)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    return show
