"""A second start raises the first window; that only one writes is the lock's business."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 300


class SingleInstance(QObject):
    """One window for a data folder; `raised` asks this one to come to the front."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        name = str(folder).encode("utf-8", "surrogateescape")
        digest = QCryptographicHash.hash(name, QCryptographicHash.Algorithm.Sha256)
        self._name = f"symptom-journal-{bytes(digest.data()).hex()[:16]}"
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask a window that is already open to come to the front; False where there is none."""
        if sys.platform != "win32" and not Path(QDir.tempPath(), self._name).exists():
            return False
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - the first paint waits for it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return found

    def listen(self) -> None:
        """Be the first window from now on."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def _on_connection(self) -> None:
        assert self._server is not None  # noqa: S101 - connected in listen()
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raised.emit()
