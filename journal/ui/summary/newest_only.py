"""Work that is asked for faster than it can be done: only the newest request counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from journal.ui.tasks import TaskRunner

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Request(Generic[T]):
    work: Callable[[], T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]


class NewestOnly(Generic[T]):
    """Hands one piece of work at a time to a task runner.

    A request replaces the one that waits; what a replaced one under way comes to is dropped.
    """

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks
        self._waiting: _Request[T] | None = None
        self._is_running = False

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work` next; `done` or `failed` follows unless a newer request comes first."""
        self._waiting = _Request(work, done, failed)
        self._start()

    def forget(self) -> None:
        """Nothing is wanted any more; work under way ends in silence."""
        self._waiting = _Request(_nothing, _ignore, _ignore) if self._is_running else None

    def _start(self) -> None:
        if self._is_running or self._waiting is None:
            return
        request, self._waiting = self._waiting, None
        self._is_running = True
        self._tasks.run(
            request.work,
            lambda value: self._end(lambda: request.done(value)),
            lambda error: self._end(lambda: request.failed(error)),
        )

    def _end(self, answer: Callable[[], None]) -> None:
        self._is_running = False
        if self._waiting is None:
            answer()
        else:
            self._start()
