import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.paths import Places, places
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui import palette
from journal.ui.application import Application
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner
from tests.ui.driver import Driver
from tests.ui.twins import FaultyStore, HeldTasks, SetClock

LONGEST_FORM_MS = 20_000


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """What long work keeps out of collections is collected after the test all the same."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _no_form_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that fails while a form is asked ends, instead of waiting for an answer."""
    ask = LastingDialog.exec

    def ask_for_a_while(form: LastingDialog) -> int:
        QTimer.singleShot(LONGEST_FORM_MS, form, lambda: form.done(0))
        return ask(form)

    monkeypatch.setattr(LastingDialog, "exec", ask_for_a_while)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for another window that may be closing."""
    monkeypatch.setattr("journal.ui.opening.sleep", lambda _seconds: None)


@pytest.fixture
def set_clock() -> SetClock:
    return SetClock()


@pytest.fixture
def own_places(tmp_path: Path) -> Places:
    return places(tmp_path)


@pytest.fixture
def faulty_store(own_places: Places, set_clock: SetClock) -> FaultyStore:
    return FaultyStore(JournalFile(own_places.journal, set_clock.now))


@pytest.fixture(scope="session")
def styled(qapp: QApplication) -> QApplication:
    """The application as the program starts it."""
    qapp.setStyle("Fusion")
    return qapp


@pytest.fixture
def dressed(styled: QApplication) -> Iterator[QApplication]:
    """The application in its own typeface and looks, where sizes are what a test is about."""
    before = styled.font()
    palette.load_fonts()
    styled.setFont(palette.font())
    palette.dress(styled, LIGHT)
    yield styled
    styled.setFont(before)
    QFontDatabase.removeAllApplicationFonts()


@pytest.fixture
def held_tasks() -> HeldTasks:
    return HeldTasks()


def window_of(
    qtbot: QtBot, places: Places, store: FaultyStore, clock: SetClock, tasks: TaskRunner
) -> Application:
    application = Application(store, places, clock, tasks)
    qtbot.addWidget(application.window)
    application.window.resize(1240, 820)
    with qtbot.waitExposed(application.window):
        application.window.show()
    application.window.complete(LIGHT)
    application.window.activateWindow()
    return application


@pytest.fixture
def closes_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to answer when a test ends in the middle of things."""
    discard = QMessageBox.StandardButton.Discard
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: discard)


@pytest.fixture
def opening(
    styled: QApplication,
    closes_anyway: None,
    qtbot: QtBot,
    own_places: Places,
    faulty_store: FaultyStore,
    set_clock: SetClock,
    held_tasks: HeldTasks,
) -> Iterator[Driver]:
    """A window that is shown, its journal still on the way: `held_tasks.let_go` opens it."""
    application = window_of(qtbot, own_places, faulty_store, set_clock, held_tasks)
    application.editor.open()
    yield Driver(application, set_clock, faulty_store)
    application.window.close()


@pytest.fixture
def person(
    styled: QApplication,
    closes_anyway: None,
    qtbot: QtBot,
    own_places: Places,
    faulty_store: FaultyStore,
    set_clock: SetClock,
) -> Iterator[Driver]:
    """A person before the window, with an empty journal."""
    application = window_of(qtbot, own_places, faulty_store, set_clock, ImmediateTaskRunner())
    application.editor.open()
    yield Driver(application, set_clock, faulty_store)
    application.window.close()


@pytest.fixture
def demo_person(person: Driver, dressed: QApplication) -> Driver:
    """The person of the demo before the window, in its own typeface and looks."""
    clock, journal = person.editor.clock, person.editor.journal
    journal.apply(demo_edits(clock.now(), clock.zone(), journal.scales.all(), journal.settings()))
    person.page.refresh()
    return person
