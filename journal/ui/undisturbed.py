"""Work that does not hold up the window: Python's own pauses are kept short, or put off."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from journal.ui.tasks import TaskRunner

SECONDS_IN_TURN = 0.0005
"""How long the worker keeps Python to itself while the window waits for it."""

MANY = 20_000
"""Objects that take more than a few milliseconds to look through."""

_YOUNG = 0

T = TypeVar("T")


class UndisturbedTasks:
    """Runs work as `tasks` does, and lets the window in often meanwhile.

    The usual turn of 5 ms adds up, as every step of painting waits for one; and a collection of
    garbage stops the window too. So there is one only at the end, of what the work left alone.
    """

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start `work`; exactly one of `done` and `failed` is called in the window's thread."""

        def undisturbed() -> T:
            with _undisturbed():
                return work()

        self._tasks.run(undisturbed, done, failed)

    def finish(self) -> None:
        """Wait for work under way."""
        self._tasks.finish()


@contextmanager
def _undisturbed() -> Iterator[None]:
    usual, was_enabled = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(SECONDS_IN_TURN)
    gc.disable()
    try:
        yield
    finally:
        gc.collect(_YOUNG)
        sys.setswitchinterval(usual)
        if was_enabled:
            gc.enable()


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Leave what undisturbed work makes within out of later collections of garbage, if it is much.

    Records and modules stay, and looking through them all takes longer than the window may stand
    still. What is no longer used of them is freed all the same, by its count. Of a short journal
    there is little: nothing else is kept for its sake.
    """
    gc.collect(_YOUNG)
    yield
    made, *_older = gc.get_count()
    if made >= MANY:
        gc.freeze()
