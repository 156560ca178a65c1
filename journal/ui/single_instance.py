"""A second start raises the first window; that only one writes is the lock's business.

The way to the first window lies in the data folder, where no other account can put one of its own.
Where that folder takes no socket, or its name is too long for one, it lies in the folder for such
things; whatever somebody else put there is not believed. On Windows it is a pipe, whose names all
accounts share: its name is nobody's guess, and stands in the data folder.
"""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

from journal.paths import SOCKET_NAME, make_private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 300

LONGEST_FOLDER = 103 - len(f"/{SOCKET_NAME}")
"""In bytes: macOS takes 103 for the whole name (`sun_path`)."""

ANY_PROCESS = -1


class SingleInstance(QObject):
    """One window for a data folder; `raised` asks this one to come to the front."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask a window that is already open to come to the front; False where there is none."""
        _lend_the_front()
        return any(_answers(address) for address in _known(self._folder))

    def listen(self) -> None:
        """Be the first window from now on; one that cannot be found is a window all the same."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        with suppress(OSError):
            make_private_folder(self._folder)
        is_windows = sys.platform == "win32"
        for address in (_new_pipe(),) if is_windows else _sockets(self._folder):
            QLocalServer.removeServer(address)  # what a killed window left
            if self._server.listen(address):
                _note(address, self._folder)
                return

    def stop(self) -> None:
        """Be found no more: a window that is closing would not come to the front."""
        if self._server is not None:
            self._server.close()
            _forget(self._folder)

    def _on_connection(self) -> None:
        assert self._server is not None  # noqa: S101 - connected in listen()
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raised.emit()


def _known(folder: Path) -> tuple[str, ...]:
    """Where a window for the folder may be found, as far as this account has put it there."""
    if sys.platform == "win32":
        found = _noted(folder)
    else:
        found = tuple(address for address in _sockets(folder) if _is_ours(address))
    return found


def _sockets(folder: Path) -> tuple[str, ...]:
    """Where a window for the folder may listen, the best place first."""
    path = str(folder).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    name = f"symptom-journal-{bytes(digest.data()).hex()[:16]}"
    elsewhere = str(Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath(), name))
    is_short = len(path) <= LONGEST_FOLDER
    return (str(folder / SOCKET_NAME), elsewhere) if is_short else (elsewhere,)


def _is_ours(address: str) -> bool:
    """Whether this account put something there."""
    try:
        return sys.platform != "win32" and os.lstat(address).st_uid == os.getuid()
    except OSError:
        return False


def _new_pipe() -> str:
    return f"symptom-journal-{secrets.token_hex(16)}"


def _noted(folder: Path) -> tuple[str, ...]:
    """The name of the pipe, where a window left it in the folder."""
    with suppress(OSError, ValueError):
        return ((folder / SOCKET_NAME).read_text("ascii"),)
    return ()


def _note(address: str, folder: Path) -> None:
    if sys.platform == "win32":
        with suppress(OSError):
            (folder / SOCKET_NAME).write_text(address, "ascii")


def _forget(folder: Path) -> None:
    if sys.platform == "win32":
        with suppress(OSError):
            (folder / SOCKET_NAME).unlink()


def _lend_the_front() -> None:
    """On Windows a window comes to the front if whoever has the front allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - the others need none

        ctypes.windll.user32.AllowSetForegroundWindow(ANY_PROCESS)


def _answers(address: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - the first paint waits for it

    socket = QLocalSocket()
    socket.connectToServer(address)
    found = socket.waitForConnected(WAIT_MS)
    socket.disconnectFromServer()
    return found
