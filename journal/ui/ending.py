"""Ctrl-C and a polite kill close every window as a click would: what is written is saved first.

A form that is not finished asks, as it does when it is closed by hand.
"""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class EndingSignals(QObject):
    """Calls `close` in the window's thread when the process is asked to end.

    A signal may come in the middle of anything, even of saving; what it asks for is done when
    Qt's loop comes round, woken up by the notifier.
    """

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        signal.set_wakeup_fd(self._writing.fileno())
        self._close = close
        for kind in (signal.SIGINT, signal.SIGTERM):
            signal.signal(kind, _let_the_loop_do_it)

    def _on_woken(self) -> None:
        self._reading.recv(64)
        self._close()


def _let_the_loop_do_it(_kind: int, _frame: FrameType | None) -> None:
    """Replaces what Python does by itself; the wake-up is enough."""
