"""The Questionnaires page over a real journal, driven by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal.catalogue import numbers_for
from journal.domain.edit import Edit, Record
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.questionnaires.asking_view import AskingView
from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.tasks import ImmediateTaskRunner
from tests.ui.twins import SetClock


class Person:
    """Somebody before the page."""

    def __init__(self, page: QuestionnairesPage, editor: JournalEditor, clock: SetClock) -> None:
        self.page = page
        self.editor = editor
        self.clock = clock

    @property
    def asking(self) -> AskingView:
        """What is being asked."""
        assert self.page.asking is not None
        return self.page.asking

    def type(self, digits: str) -> None:
        """Press the key of every digit, wherever the keyboard is."""
        for digit in digits:
            self.press(Qt.Key(ord(digit)))

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(self.page.windowHandle(), key)
            QApplication.processEvents()

    def click_on(self, words: str) -> None:
        """Click the one visible button that says this."""
        buttons = self.page.findChildren(QPushButton)
        (found,) = [b for b in buttons if b.isVisible() and b.text() == words]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def texts(self) -> list[str]:
        """What the visible labels say."""
        QApplication.processEvents()
        labels = self.page.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def says(self, words: str) -> bool:
        """Whether a visible label says this."""
        return any(words in text for text in self.texts())

    def focused_name(self) -> str:
        """What a screen reader calls the widget with the keyboard."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused else ""

    def responses(self) -> tuple[Response, ...]:
        """The responses on the disk."""
        return self.editor.journal.responses.between()

    def response(self) -> Response:
        """The only response on the disk."""
        (only,) = self.responses()
        return only

    def values(self) -> dict[str, int]:
        """The answers of the only response."""
        return {answer.item: answer.value for answer in self.response().answers}

    def safety_answers(self) -> tuple[SafetyAnswer, ...]:
        """The safety answers on the disk."""
        return self.editor.journal.safety_answers.between()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def editor(clock: SetClock, tmp_path: Path, qapp: object) -> Iterator[JournalEditor]:
    store = JournalFile(tmp_path / "journal.db", clock.now)
    editor = JournalEditor(store, ImmediateTaskRunner(), clock)
    editor.open()
    yield editor
    editor.close()


Keep = Callable[..., None]


@pytest.fixture
def keep(editor: JournalEditor) -> Keep:
    """Puts records into the journal."""

    def keep(*records: Record) -> None:
        editor.journal.apply([Edit(None, record) for record in records])

    return keep


Show = Callable[[], Person]


@pytest.fixture
def show(editor: JournalEditor, clock: SetClock, qtbot: QtBot) -> Show:
    """Shows the page; what the window would do on a change is done here."""

    def show() -> Person:
        page = QuestionnairesPage(editor, lambda: LIGHT, lambda: numbers_for("US"))
        editor.changed.connect(lambda _change: page.refresh())
        qtbot.addWidget(page)
        page.resize(1000, 760)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return Person(page, editor, clock)

    return show


@pytest.fixture
def person(show: Show) -> Person:
    """Somebody before the page of an empty journal."""
    return show()
