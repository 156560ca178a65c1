"""What long work has to tell or ask: said while the journal is open, else once it is open again."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


class ToldWhenOpen:
    """Keeps the order; what a page wanted to know that is gone by then is told to nobody."""

    def __init__(self, is_open: Callable[[], bool]) -> None:
        self._is_open = is_open
        self._untold: deque[Callable[[], None]] = deque()

    def tell(self, told: Callable[[T], None], value: T) -> None:
        """Call `told` with the value, now or later; a method of a QObject only while that lives."""

        def tell() -> None:
            page = getattr(told, "__self__", None)
            if not isinstance(page, QObject) or isValid(page):
                told(value)

        self._untold.append(tell)
        self.go_on()

    def go_on(self) -> None:
        """Tell what waits, for as long as nothing that is told locks the journal again."""
        while self._untold and self._is_open():
            self._untold.popleft()()
