from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.backups import Backup
from journal.paths import Places
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui.application import Application
from journal.ui.backups import restoring
from journal.ui.backups.card import BackupsCard
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.tasks import ImmediateTaskRunner
from tests.ui.driver import Driver
from tests.ui.twins import FaultyStore, SetClock


@pytest.fixture
def keeping(
    styled: QApplication,
    closes_anyway: None,
    qtbot: QtBot,
    own_places: Places,
    faulty_store: FaultyStore,
    set_clock: SetClock,
) -> Iterator[Driver]:
    """A person before the window as the program starts it: with backups, the journal not open."""
    application = Application(faulty_store, own_places, set_clock, ImmediateTaskRunner())
    application.keep_backups()
    qtbot.addWidget(application.window)
    application.window.resize(1240, 820)
    with qtbot.waitExposed(application.window):
        application.window.show()
    application.window.complete(LIGHT)
    yield Driver(application, set_clock, faulty_store)
    application.window.close()


@pytest.fixture
def backup_files(own_places: Places, set_clock: SetClock) -> Callable[[], tuple[Backup, ...]]:
    """The backups that lie beside the journal, newest first."""
    return lambda: JournalFile(own_places.journal, set_clock.now).backups().backups


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody who wants every restore; what was asked."""
    asked: list[str] = []

    def is_sure(_parent: QWidget, question: str, _action: str = "") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(RestoreDialog, "is_sure", is_sure)
    monkeypatch.setattr(restoring, "is_sure", is_sure)
    return asked


def settings_card(person: Driver) -> BackupsCard:
    """The card of backups on the Settings page, which is in front."""
    person.window.show_page("settings")
    (card,) = person.window.findChildren(BackupsCard)
    return card


def dialog_of(person: Driver) -> RestoreDialog:
    """The dialog that is open."""
    (dialog,) = (d for d in person.window.findChildren(RestoreDialog) if d.isVisible())
    return dialog


def box_of(person: Driver) -> QMessageBox:
    """The box that is open."""
    (box,) = (b for b in person.window.findChildren(QMessageBox) if b.isVisible())
    return box


def no_folder(path: Path) -> Path:
    """A file in the place of a folder: whatever is to go there cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path
