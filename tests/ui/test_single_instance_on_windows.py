"""How a second start finds the first window by its pipe, whose names all accounts share."""

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from journal.paths import SOCKET_NAME
from journal.ui.single_instance import SingleInstance
from tests.storage.examples import store_at


@pytest.fixture(autouse=True)
def allowed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Who was allowed to take the front, as Windows was told."""
    told: list[int] = []
    user32 = SimpleNamespace(AllowSetForegroundWindow=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return told


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def is_raised(qtbot: QtBot, first: SingleInstance, folder: Path) -> bool:
    with qtbot.waitSignal(first.raised, timeout=2000, raising=False) as raised:
        found = SingleInstance(folder).raise_first()
    assert raised.signal_triggered == found
    return found


def pipe(folder: Path) -> str:
    return (folder / SOCKET_NAME).read_text()


def test_it_is_found_and_may_take_the_front(qtbot: QtBot, data: Path, allowed: list[int]) -> None:
    first = SingleInstance(data)
    before = first.raise_first()
    first.listen()

    assert (before, is_raised(qtbot, first, data)) == (False, True)
    assert allowed == [-1, -1]


def test_however_the_folder_is_spelled(qtbot: QtBot, data: Path) -> None:
    first = SingleInstance(data)
    first.listen()

    assert is_raised(qtbot, first, data / os.pardir / "data")


def test_nobody_can_guess_its_pipe_and_make_it_first(qtbot: QtBot, data: Path) -> None:
    names = set()
    for _ in range(2):
        first = SingleInstance(data)
        first.listen()
        names.add(pipe(data))
        first.stop()

    assert len(names) == 2


def test_what_a_killed_window_left_is_no_window(qtbot: QtBot, data: Path) -> None:
    data.mkdir()
    (data / SOCKET_NAME).write_text("symptom-journal-0123")
    first = SingleInstance(data)
    before = first.raise_first()
    first.listen()

    assert (before, is_raised(qtbot, first, data)) == (False, True)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a\0b"])
def test_a_note_that_is_none_is_no_window(qtbot: QtBot, data: Path, content: bytes) -> None:
    data.mkdir()
    (data / SOCKET_NAME).write_bytes(content)

    assert not SingleInstance(data).raise_first()


def test_a_window_that_is_closing_is_not_found_any_more(qtbot: QtBot, data: Path) -> None:
    first = SingleInstance(data)
    first.listen()
    name = pipe(data)
    first.stop()
    socket = QLocalSocket()
    socket.connectToServer(name)

    assert not socket.waitForConnected(300)
    assert list(data.iterdir()) == []
    QLocalServer.removeServer(name)


def test_deleting_everything_leaves_no_note(qtbot: QtBot, data: Path) -> None:
    store = store_at(data / "journal.db")
    store.open(writer=True).close()
    first = SingleInstance(data)
    first.listen()
    assert (data / SOCKET_NAME).exists()

    assert store.delete_everything() == ()
    assert not data.exists()
