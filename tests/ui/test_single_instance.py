"""How a second start finds the first window, and whom it does not believe."""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.paths import SOCKET_NAME
from journal.ui.single_instance import LONGEST_FOLDER, SingleInstance
from tests.storage.examples import store_at
from tests.storage.test_opening import mode
from tests.systems import posix

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files")

ANOTHER_ACCOUNT = 4242
LONGEST_ON_MACOS = 103


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder whose name leaves room: that of a socket may not be long."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def runtime(short: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for sockets, which other accounts may share."""
    folder = short / "run"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def data(short: Path) -> Path:
    folder = short / "data"
    folder.mkdir(mode=0o700)
    return folder


def is_raised(qtbot: QtBot, first: SingleInstance, folder: Path) -> bool:
    with qtbot.waitSignal(first.raised, timeout=2000, raising=False) as raised:
        found = SingleInstance(folder).raise_first()
    assert raised.signal_triggered == found
    return found


def test_the_way_to_it_lies_in_the_data_folder(qtbot: QtBot, data: Path, runtime: Path) -> None:
    first = SingleInstance(data)
    first.listen()
    assert [entry.name for entry in data.iterdir()] == [SOCKET_NAME]
    assert mode(data / SOCKET_NAME) & 0o077 == 0
    assert not list(runtime.iterdir())
    assert is_raised(qtbot, first, data)


def test_it_is_found_where_the_data_folder_takes_no_socket(
    qtbot: QtBot, data: Path, runtime: Path
) -> None:
    (data / SOCKET_NAME).mkdir()
    first = SingleInstance(data)
    first.listen()
    assert len(list(runtime.iterdir())) == 1
    assert is_raised(qtbot, first, data)


def test_it_is_found_where_the_name_of_the_data_folder_is_long(
    qtbot: QtBot, data: Path, runtime: Path
) -> None:
    long = data / ("x" * LONGEST_FOLDER)
    long.mkdir()
    first = SingleInstance(long)
    first.listen()
    assert len(list(runtime.iterdir())) == 1
    assert is_raised(qtbot, first, long)


def test_a_folder_of_the_longest_name_takes_it(qtbot: QtBot, short: Path, runtime: Path) -> None:
    folder = short / ("x" * (LONGEST_FOLDER - len(str(short)) - 1))
    assert len(os.fsencode(folder / SOCKET_NAME)) == LONGEST_ON_MACOS
    first = SingleInstance(folder)
    first.listen()
    assert mode(folder) == 0o700
    assert not list(runtime.iterdir())
    assert is_raised(qtbot, first, folder)


def test_what_a_killed_window_left_is_no_window(qtbot: QtBot, data: Path) -> None:
    with socket.socket(posix("socket").AF_UNIX) as killed:
        killed.bind(str(data / SOCKET_NAME))
    first = SingleInstance(data)
    assert not first.raise_first()
    first.listen()
    assert is_raised(qtbot, first, data)


def test_what_another_account_listens_on_is_not_believed(
    qtbot: QtBot, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / SOCKET_NAME).mkdir()
    first = SingleInstance(data)
    first.listen()
    monkeypatch.setattr(os, "getuid", lambda: ANOTHER_ACCOUNT)
    assert not SingleInstance(data).raise_first()


def test_deleting_everything_leaves_no_way_to_it(qtbot: QtBot, data: Path) -> None:
    store = store_at(data / "journal.db")
    store.open(writer=True).close()
    first = SingleInstance(data)
    first.listen()
    assert (data / SOCKET_NAME).exists()
    assert store.delete_everything() == ()
    assert not data.exists()


def test_a_window_that_is_closing_is_not_found_any_more(qtbot: QtBot, data: Path) -> None:
    first = SingleInstance(data)
    first.listen()
    before = is_raised(qtbot, first, data)

    first.stop()

    assert (before, is_raised(qtbot, first, data)) == (True, False)
