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
from journal.ui.trends import board
from journal.ui.trends.board import TrendsBoard
from journal.ui.trends.card import QuestionCard
from journal.ui.trends.page import TrendsPage
from journal.ui.trends.questions import QUESTIONS

TODAY = date(2026, 3, 10)

USUAL, TALL = 790, 3000
"""The height of the usual window, and one for all cards to be in sight."""

Show = Callable[..., TrendsBoard]


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
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Shows the page in light colours, all its questions or some, and waits for what is in sight.

    With some questions it is high enough for all of them.
    """
    pages: list[TrendsPage] = []

    def show(editor: JournalEditor, *questions: str, height: int = 0) -> TrendsBoard:
        if questions:
            some = tuple(each for each in QUESTIONS if each.key in questions)
            monkeypatch.setattr(board, "QUESTIONS", some)
        page = TrendsPage(editor, lambda: LIGHT)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1030, height or (TALL if questions else USUAL))
        page.show()
        qtbot.waitUntil(lambda: page.is_at_rest)
        assert page.board is not None
        return page.board

    return show


def ask(qtbot: QtBot, board: TrendsBoard, key: str) -> QuestionCard:
    """The card of a question on request, once it was asked and answered."""
    shown = card(board, key)
    shown.open.click()
    qtbot.waitUntil(lambda: shown.answer is not None and board.is_at_rest)
    return shown


def card(board: TrendsBoard, key: str) -> QuestionCard:
    """The card of a question."""
    return next(each for each in board.cards if each.question.key == key)
