import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal import preferences as kept
from journal.clock import moment_now
from journal.domain.checkin import CheckIn, Score
from journal.domain.edit import Edit
from journal.domain.period import DAY_STARTS_AT
from journal.domain.profile import Contact
from journal.paths import Places
from journal.preferences import Preferences
from journal.storage.store import JournalFile
from journal.ui.application import Application
from journal.ui.lock.unlock_page import UnlockPage
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner
from tests.ui.twins import FaultyStore, SetClock

PASSPHRASE = "velvet onion tractor"
NOTE = "The rain was loud."
NAME = "Alex Example"
CLINIC = Contact("Riverside Clinic", "555 0100")


REMEMBERED = lru_cache(hashlib.pbkdf2_hmac)


@pytest.fixture(autouse=True)
def remembered_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is worked out as always, and once: the same journal is opened again and again."""
    monkeypatch.setattr(hashlib, "pbkdf2_hmac", REMEMBERED)


@pytest.fixture(scope="session")
def encrypted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted journal with a name, and a check-in of this evening with a note."""
    path = tmp_path_factory.mktemp("encrypted") / "journal.db"
    clock = SetClock()
    journal = JournalFile(path, clock.now).open(PASSPHRASE, writer=True)
    settings = journal.settings()
    named = replace(settings, patient_name=NAME, clinic=CLINIC, set_up=True)
    journal.apply([Edit(settings, named), Edit(None, a_check_in(clock))])
    journal.close()
    return path


def a_check_in(clock: SetClock) -> CheckIn:
    import uuid6

    moment, now = moment_now(clock, DAY_STARTS_AT), clock.now()
    scores = (Score("mood", 2, now), Score("anxiety", 9, now))
    return CheckIn(uuid6.uuid7(), moment, now, now, scores, note=NOTE)


class KeyringInMemory(KeyringBackend):
    """A keychain that lives as long as the test; `is_closed` makes it refuse everything."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the package has no types for it
        self.entries: dict[tuple[str, str], str] = {}
        self.is_closed = False

    def _check(self) -> None:
        if self.is_closed:
            raise keyring.errors.KeyringLocked

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.entries[service, username]

    @property
    def passphrases(self) -> list[str]:
        return list(self.entries.values())


@pytest.fixture(autouse=True)
def no_real_keychain() -> Iterator[None]:
    """No test ever asks the keychain of whoever runs it."""
    nothing_safe = KeyringInMemory()
    nothing_safe.priority = 0
    keyring.set_keyring(nothing_safe)
    yield
    keyring.set_keyring(nothing_safe)


@pytest.fixture
def keychain(no_real_keychain: None) -> KeyringInMemory:
    in_memory = KeyringInMemory()
    keyring.set_keyring(in_memory)
    return in_memory


class Person:
    """Somebody before the window, whatever it shows."""

    def __init__(self, application: Application, store: FaultyStore) -> None:
        self.application = application
        self.window = application.window
        self.editor = application.editor
        self.store = store

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.window.windowHandle(), character)  # type: ignore[call-overload]  # takes characters too

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        held = Qt.KeyboardModifier.NoModifier if modifier is None else modifier
        QTest.keyClick(self.window.windowHandle(), key, held)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.type(passphrase)
        self.press(Qt.Key.Key_Return)

    def lock(self) -> None:
        self.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    @property
    def page(self) -> UnlockPage:
        """The page before the locked journal."""
        page = self.application.lock.page
        assert page is not None
        return page

    @property
    def is_asked(self) -> bool:
        """Whether that page is in front."""
        page = self.application.lock.page
        return page is not None and page.isVisible()

    def told(self) -> str:
        """What stands at the field of the passphrase."""
        return self.page.form.error("passphrase")

    def shown(self) -> str:
        """All that is in sight."""
        QApplication.processEvents()
        return "\n".join(words for each, words in self._words() if each.isVisible())

    def held(self) -> str:
        """All that any widget of the window holds, in sight or not."""
        return "\n".join(words for _each, words in self._words())

    def _words(self) -> Iterator[tuple[QWidget, str]]:
        for each in self.window.findChildren(QWidget):
            if isinstance(each, QLabel | QPushButton | QLineEdit):
                yield each, each.text()
            elif hasattr(each, "toPlainText"):
                yield each, each.toPlainText()
            yield each, each.accessibleName()
            yield each, each.windowTitle()

    def mood_of_today(self) -> list[int]:
        """The moods on the disk, of the last check-in of today."""
        (*_before, last) = self.editor.journal.check_ins.between()
        return [score.value for score in last.scores if score.scale == "mood"]


Start = Callable[..., Person]


@pytest.fixture
def worker() -> TaskRunner:
    """What does the long work."""
    return ImmediateTaskRunner()


@pytest.fixture
def start(
    styled: QApplication,
    closes_anyway: None,
    qtbot: QtBot,
    own_places: Places,
    faulty_store: FaultyStore,
    set_clock: SetClock,
    worker: TaskRunner,
) -> Iterator[Start]:
    """Starts the program as a person does, and waits until it asks or is open."""
    started = []

    def start(*, waits: bool = True, **wanted: object) -> Person:
        if wanted:
            kept.save(own_places.preferences, replace(Preferences(), **wanted))  # type: ignore[arg-type]  # by name
        application = Application(faulty_store, own_places, set_clock, worker)
        qtbot.addWidget(application.window)
        application.window.resize(1240, 820)
        with qtbot.waitExposed(application.window):
            application.show()
        application.window.activateWindow()
        person = Person(application, faulty_store)
        qtbot.waitUntil(lambda: person.editor.is_open or person.is_asked or not waits)
        qtbot.waitUntil(lambda: application.window._is_complete)
        started.append(application)
        return person

    yield start
    for application in started:
        application.window.close()


@pytest.fixture
def encrypted(own_places: Places, encrypted_file: Path) -> None:
    """An encrypted journal lies where the program looks for it."""
    shutil.copy(encrypted_file, own_places.journal)


@pytest.fixture
def person(encrypted: None, start: Start) -> Person:
    """Somebody before their encrypted journal, which is locked."""
    return start()


@pytest.fixture
def inside(person: Person) -> Person:
    """Somebody who has unlocked it."""
    person.unlock()
    assert person.editor.is_open
    return person
