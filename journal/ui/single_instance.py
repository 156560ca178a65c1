"""A second start raises the first window; that only one writes is the lock's business."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 300


class SingleInstance(QObject):
    """One window for a data folder; `raised` asks this one to come to the front."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()
        self._name = f"symptom-journal-{digest[:16]}"
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask a window that is already open to come to the front; False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()
        return found

    def listen(self) -> None:
        """Be the first window from now on."""
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
