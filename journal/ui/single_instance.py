"""A second start raises the first window; that only one writes is the lock's business.

The way to the first window lies in the data folder, where no other account can put one of its own.
Where that folder takes no socket, or its name is too long for one, it lies in the folder for such
things; whatever somebody else put there is not believed.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

from journal.paths import SOCKET_NAME, make_private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 300

LONGEST_FOLDER = 90
"""In bytes: macOS takes 103 for the whole name (`sun_path`), and Qt binds it in a folder below."""


class SingleInstance(QObject):
    """One window for a data folder; `raised` asks this one to come to the front."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._addresses = _addresses(folder)
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask a window that is already open to come to the front; False where there is none."""
        return any(_answers(address) for address in self._addresses if _is_ours(address))

    def listen(self) -> None:
        """Be the first window from now on; one that cannot be found is a window all the same."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        with suppress(OSError):
            make_private_folder(self._folder)
        for address in self._addresses:
            QLocalServer.removeServer(address)  # what a killed window left
            if self._server.listen(address):
                return

    def stop(self) -> None:
        """Be found no more: a window that is closing would not come to the front."""
        if self._server is not None:
            self._server.close()

    def _on_connection(self) -> None:
        assert self._server is not None  # noqa: S101 - connected in listen()
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raised.emit()


def _addresses(folder: Path) -> tuple[str, ...]:
    """Where a window for the folder may be found, the best place first."""
    path = str(folder).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    name = f"symptom-journal-{bytes(digest.data()).hex()[:16]}"
    if sys.platform == "win32":
        return (name,)
    elsewhere = str(Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath(), name))
    is_short = len(path) <= LONGEST_FOLDER
    return (str(folder / SOCKET_NAME), elsewhere) if is_short else (elsewhere,)


def _is_ours(address: str) -> bool:
    """Whether this account put something there; on Windows there is nothing to look at."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(address).st_uid == os.getuid()
    except OSError:
        return False


def _answers(address: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - the first paint waits for it

    socket = QLocalSocket()
    socket.connectToServer(address)
    found = socket.waitForConnected(WAIT_MS)
    socket.disconnectFromServer()
    return found
