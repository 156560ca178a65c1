"""What long work has to tell or ask waits behind the lock, and is told once it is open again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journal.ui.daylio_import import DaylioImport
from journal.ui.summary.page import SummaryPage
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.told_when_open import ToldWhenOpen
from tests.ui.lock.conftest import Person
from tests.ui.twins import HeldTasks

SAMPLES = Path(__file__).parents[2] / "interchange" / "samples"
DEFAULT_MOODS = SAMPLES / "staticf0x_test_data.csv"
OWN_MOODS = SAMPLES / "MichaelCurrin_sample.csv"


class Somebody(QObject):
    """Remembers what was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def hear(self, words: str) -> None:
        self.told.append(words)


def test_what_is_told_of_an_open_journal_is_told_at_once(qapp: QApplication) -> None:
    somebody = Somebody()
    ToldWhenOpen(lambda: True).tell(somebody.hear, "done")

    assert somebody.told == ["done"]


def test_the_order_stays_behind_a_lock(qapp: QApplication) -> None:
    is_open, somebody = False, Somebody()
    told = ToldWhenOpen(lambda: is_open)
    for words in ("first", "second"):
        told.tell(somebody.hear, words)
    before = list(somebody.told)
    is_open = True
    told.go_on()
    told.go_on()

    assert (before, somebody.told) == ([], ["first", "second"])


def test_what_locks_again_lets_the_rest_wait_on(qapp: QApplication) -> None:
    is_open, somebody = False, Somebody()
    told = ToldWhenOpen(lambda: is_open)

    def lock(_value: object) -> None:
        nonlocal is_open
        is_open = False

    told.tell(lock, None)
    told.tell(somebody.hear, "later")
    is_open = True
    told.go_on()
    between = list(somebody.told)
    is_open = True
    told.go_on()

    assert (between, somebody.told) == ([], ["later"])


def test_a_page_that_is_gone_is_told_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    is_open, page = False, Somebody()
    told = ToldWhenOpen(lambda: is_open)
    told.tell(page.hear, "done")
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    is_open = True
    told.go_on()

    assert page.told == []


class Importing:
    """A diary that comes in while somebody locks; what was asked and said, and was it locked."""

    def __init__(self, person: Person, file: Path) -> None:
        self.person = person
        self.asked: list[bool] = []
        self.said: list[tuple[bool, str]] = []
        self.diary = DaylioImport(
            person.editor, person.window, lambda _parent: file, self.ask, self.say
        )

    def ask(self, names: tuple[str, ...], _parent: QWidget) -> dict[str, int]:
        self.asked.append(self.person.is_asked)
        return dict.fromkeys(names, 3)

    def say(self, _parent: QWidget, words: str) -> None:
        self.said.append((self.person.is_asked, words))


@pytest.fixture
def lock_meanwhile(inside: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Has the journal locked in the middle of the import, once."""

    def lock_at_once() -> None:
        imports: Any = inside.editor.journal.imports
        known = imports.known

        def known_and_locked(source: str) -> object:
            monkeypatch.setattr(imports, "known", known)
            inside.application.lock.lock()
            return known(source)

        monkeypatch.setattr(imports, "known", known_and_locked)

    return lock_at_once


def test_the_levels_of_own_moods_are_asked_for_after_unlocking(
    inside: Person, lock_meanwhile: Callable[[], None]
) -> None:
    importing = Importing(inside, OWN_MOODS)
    before = len(inside.editor.journal.check_ins.between())
    lock_meanwhile()
    importing.diary.start()
    locked = inside.is_asked, list(importing.asked)
    inside.unlock()

    assert locked == (True, [])
    assert importing.asked == [False]
    assert len(inside.editor.journal.check_ins.between()) > before
    assert [was_locked for was_locked, _words in importing.said] == [False]


def test_what_an_import_came_to_is_said_after_unlocking(
    inside: Person, lock_meanwhile: Callable[[], None]
) -> None:
    importing = Importing(inside, DEFAULT_MOODS)
    lock_meanwhile()
    importing.diary.start()
    locked = list(importing.said)
    inside.unlock()

    assert locked == []
    assert importing.said == [(False, "Saved 32 check-ins; in the journal already: 0")]


def test_a_diary_that_is_being_read_when_it_is_locked_comes_in_afterwards(
    inside: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = Importing(inside, DEFAULT_MOODS)
    read_bytes = Path.read_bytes

    def read_and_lock(path: Path) -> bytes:
        if path == DEFAULT_MOODS:
            inside.application.lock.lock()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read_and_lock)
    importing.diary.start()
    locked = inside.is_asked
    inside.unlock()

    assert locked
    assert importing.said == [(False, "Saved 32 check-ins; in the journal already: 0")]


class Boxes:
    """The boxes somebody was shown over the window, each read and closed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        monkeypatch.setattr(QMessageBox, "information", self.show)

    def show(self, _parent: QWidget, _title: str, words: str) -> None:
        self.said.append(words)


class DoneButNotTold(HeldTasks):
    """A worker that does everything at once, and says how it went when it is let go."""

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[..., None]
    ) -> None:
        ImmediateTaskRunner().run(
            work,
            lambda value: super(DoneButNotTold, self).run(lambda: value, done, failed),
            lambda error: super(DoneButNotTold, self).run(partial(_raise, error), done, failed),
        )


def _raise(error: Exception) -> None:
    raise error


def summary_saved_while_locked(inside: Person, path: Path, qtbot: QtBot) -> None:
    """Save the summary, and lock and let its page go before it is told how that went."""
    inside.window.show_page("summary")
    page = inside.window.page("summary")
    assert isinstance(page, SummaryPage)
    tasks = DoneButNotTold()
    inside.editor.worker, worker = tasks, inside.editor.worker
    page._handing_over._ask_path = lambda *_arguments: path
    page.preview.save_text.click()
    inside.editor.worker = worker
    inside.lock()
    qtbot.waitUntil(lambda: not isValid(page))
    tasks.let_go()


def test_a_summary_that_is_saved_meanwhile_is_told_of_and_kept_as_a_visit(
    inside: Person, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = Boxes(monkeypatch)
    summary_saved_while_locked(inside, tmp_path / "summary.txt", qtbot)
    locked = list(boxes.said)
    inside.unlock()

    assert locked == []
    assert boxes.said == ["Saved as text, without data or password."]
    assert len(inside.editor.journal.settings().visits) == 1


def test_a_summary_that_could_not_be_saved_meanwhile_is_told_of(
    inside: Person, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = Boxes(monkeypatch)
    summary_saved_while_locked(inside, tmp_path / "gone" / "summary.txt", qtbot)
    inside.unlock()

    assert ["Try another folder" in words for words in boxes.said] == [True]
    assert inside.editor.journal.settings().visits == ()
