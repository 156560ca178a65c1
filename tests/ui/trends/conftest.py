"""Real journals to look at: an empty one, and the fictional patient's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.domain.edit import Edit, Record
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner
from journal.ui.trends.page import TrendsPage

TODAY = date(2026, 3, 10)

Show = Callable[[JournalEditor], TrendsPage]


@dataclass
class FixedClock:
    """Tuesday, 10 March 2026, 21:30 in Berlin."""

    instant: datetime = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"


def write(editor: JournalEditor, records: Sequence[Record]) -> None:
    """Write records down, as other pages would have done."""
    editor.perform("", lambda _journal, _stamp: tuple(Edit(None, record) for record in records))


@pytest.fixture
def tasks() -> TaskRunner:
    return ImmediateTaskRunner()


@pytest.fixture
def editor(tmp_path: Path, qapp: object, tasks: TaskRunner) -> Iterator[JournalEditor]:
    """An open journal without an entry."""
    clock = FixedClock()
    editor = JournalEditor(JournalFile(tmp_path / "journal.db", clock.now), tasks, clock)
    editor.open()
    yield editor
    editor.close()


@pytest.fixture
def demo(editor: JournalEditor) -> JournalEditor:
    """The fictional patient's journal."""
    journal, clock = editor.journal, editor.clock
    edits = demo_edits(clock.now(), clock.zone(), journal.scales.all(), journal.settings())
    editor.perform("", lambda _journal, _stamp: edits)
    return editor


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows the page at the usual size of the window, in light colours."""

    def show(editor: JournalEditor) -> TrendsPage:
        page = TrendsPage(editor, lambda: LIGHT)
        qtbot.addWidget(page)
        page.resize(1030, 790)
        page.show()
        return page

    return show
