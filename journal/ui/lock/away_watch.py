"""Notices that nobody is there: no key and no mouse for a while, or a computer that slept."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

AWAY_AFTER = timedelta(minutes=15)
SLEPT_FROM = timedelta(minutes=1)
LOOKS_EVERY_MS = 5_000

_USED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


_SHOWN = frozenset({QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.Paint})
"""What a window hears first when the screen is on again: nobody has done anything yet."""


class AwayWatch(QObject):
    """`away` follows 15 minutes in which nobody did anything in any window, and after sleep.

    `wall` is the clock of the calendar, `monotonic` counts seconds and stands still, on most
    systems, while the computer sleeps. Where it goes on, the look that did not come tells.
    """

    away = Signal()

    def __init__(
        self, wall: Callable[[], datetime], monotonic: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._wall, self._monotonic = wall, monotonic
        self._is_on = False
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        gui = QGuiApplication.instance()
        assert isinstance(gui, QGuiApplication)  # noqa: S101 - there is a window
        gui.focusWindowChanged.connect(self._watch)
        # An input method writes into the widget that has the keyboard, past its window.
        gui.focusObjectChanged.connect(self._watch)
        gui.focusObjectChanged.connect(self._listen)
        self._written_in: QObject | None = None
        gui.applicationStateChanged.connect(self.look)

    def start(self) -> None:
        """Count from now on."""
        self._is_on = True
        self._used_at = self._looked_at = self._monotonic()
        self._wall_at = self._wall()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._watch(QGuiApplication.focusObject())
        self._listen(QGuiApplication.focusObject())
        self._timer.start()

    def stop(self) -> None:
        """Nobody has to be there any more."""
        self._is_on = False
        self._timer.stop()
        self._listen(None)

    def note_use(self, *_what: object) -> None:
        """Somebody is there: dictation, a switch or a voice makes no event in a window."""
        if self._is_on and not self.look():
            self._used_at = self._monotonic()

    def look(self) -> bool:
        """See whether somebody is there; whether `away` was told."""
        if not self._is_on:
            return False
        monotonic, wall = self._monotonic(), self._wall()
        counted = timedelta(seconds=monotonic - self._looked_at)
        slept = wall - self._wall_at - counted > SLEPT_FROM
        missed = counted > timedelta(milliseconds=LOOKS_EVERY_MS) + SLEPT_FROM
        self._looked_at, self._wall_at = monotonic, wall
        unused = timedelta(seconds=monotonic - self._used_at)
        is_away = slept or missed or unused >= AWAY_AFTER
        if is_away:
            self.away.emit()
        return is_away

    def _look_for_sleep(self) -> None:
        """Look where the last look is so long ago that the timer must have stood still."""
        wall = self._wall()
        if wall - self._wall_at > SLEPT_FROM:
            self.look()

    def _watch(self, used: QObject | None) -> None:
        if used is not None and self._is_on:
            used.installEventFilter(self)

    def _listen(self, used: QObject | None) -> None:
        """Note that the words change in what has the keyboard, whoever writes them."""
        before, self._written_in = self._written_in, None
        if before is not None and isValid(before):
            _words_of(before).disconnect(self.note_use)
        if used is not None and self._is_on and hasattr(used, "textChanged"):
            self._written_in = used
            _words_of(used).connect(self.note_use)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; the first key after sleep does nothing but lock."""
        if self._is_on and event.type() in _SHOWN:
            self._look_for_sleep()
        if not self._is_on or event.type() not in _USED:
            return False
        if self.look():
            return True
        self._used_at = self._monotonic()
        return False


def _words_of(used: QObject) -> SignalInstance:
    signal: SignalInstance = used.textChanged  # type: ignore[attr-defined]  # it was looked for
    return signal
