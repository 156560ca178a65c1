"""The key: worked out once for each unlocking, away from the window, and gone with the lock."""

import gc
import hashlib
import threading
import weakref
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.storage import database
from journal.storage.database import Database
from journal.ui.tasks import TaskRunner, ThreadTaskRunner
from tests.ui.lock.conftest import REMEMBERED, Person, a_check_in
from tests.ui.twins import SetClock

RAW_KEY = b"x'" + 96 * b"0" + b"'"


@pytest.fixture
def derivations(remembered_keys: None, monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The thread of each time a key is worked out."""
    threads = []

    def counted(*arguments: Any) -> bytes:
        threads.append(threading.current_thread())
        return REMEMBERED(*arguments)

    monkeypatch.setattr(hashlib, "pbkdf2_hmac", counted)
    return threads


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> list[bytes | None]:
    """The key of each connection; SQLCipher works a passphrase out by itself, but no raw key."""
    used = []
    keyed = database.keyed

    def noted(path: Any, key: bytes | None) -> Any:
        used.append(key)
        return keyed(path, key)

    monkeypatch.setattr(database, "keyed", noted)
    return used


@pytest.fixture
def worker() -> TaskRunner:
    return ThreadTaskRunner()


def test_an_evening_works_the_key_out_once_and_not_in_the_window(
    person: Person,
    derivations: list[threading.Thread],
    keys: list[bytes | None],
    set_clock: SetClock,
    qtbot: QtBot,
) -> None:
    person.unlock()
    qtbot.waitUntil(lambda: person.editor.is_open)
    before = len(person.editor.journal.check_ins.between())
    for _time in range(20):
        person.editor.perform("", lambda _journal, _stamp: (Edit(None, a_check_in(set_clock)),))
    assert len(person.editor.journal.check_ins.between()) == before + 20

    (thread,) = derivations
    assert thread is not threading.main_thread()
    assert keys
    assert {len(key or b"") for key in keys} == {len(RAW_KEY)}


def test_a_second_unlocking_works_it_out_once_more(
    person: Person, derivations: list[threading.Thread], qtbot: QtBot
) -> None:
    for times in (1, 2):
        qtbot.waitUntil(lambda: person.is_asked)
        person.unlock()
        qtbot.waitUntil(lambda: person.editor.is_open)
        assert len(derivations) == times
        person.lock()


def databases() -> list[weakref.ref[Database]]:
    """Those in memory, and so the keys there are."""
    gc.collect()
    return [weakref.ref(each) for each in gc.get_objects() if isinstance(each, Database)]


def test_the_key_goes_with_the_lock(person: Person, qtbot: QtBot) -> None:
    before = len(databases())
    person.unlock()
    qtbot.waitUntil(lambda: person.editor.is_open)
    person.type("7")
    key = person.editor.journal.database  # type: ignore[attr-defined]  # what holds it
    open_database = weakref.ref(key)
    del key
    assert open_database() is not None
    person.lock()
    qtbot.waitUntil(lambda: person.is_asked)

    def is_gone() -> bool:
        gc.collect()
        return open_database() is None and len(databases()) == before

    qtbot.waitUntil(is_gone)
