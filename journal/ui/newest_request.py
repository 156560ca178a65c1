"""Requests that overtake each other: only the newest is answered, those between never begin."""

from collections.abc import Callable
from typing import Generic, TypeVar

from journal.ui.tasks import TaskRunner

T = TypeVar("T")


class NewestRequest(Generic[T]):
    """Has at most one piece of work under way and one that waits; what it overtook is dropped.

    Exactly one of `done` and `failed` is called for the newest request, in the window's thread,
    and none for a request that was forgotten.
    """

    def __init__(
        self, tasks: TaskRunner, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._tasks = tasks
        self._done = done
        self._failed = failed
        self._next: Callable[[], T] | None = None
        self._under_way = False
        self._wanted = False

    def ask(self, work: Callable[[], T]) -> None:
        """Ask for `work`; the answer to anything asked before is no longer wanted."""
        self._next = work
        self._wanted = True
        if not self._under_way:
            self._begin(work)

    def forget(self) -> None:
        """Nothing is wanted any more; work under way ends in silence."""
        self._next = None
        self._wanted = False

    def _begin(self, work: Callable[[], T]) -> None:
        self._next = None
        self._under_way = True
        self._tasks.run(work, self._on_done, self._on_failed)

    def _on_done(self, value: T) -> None:
        if self._is_answer():
            self._done(value)

    def _on_failed(self, error: Exception) -> None:
        if self._is_answer():
            self._failed(error)

    def _is_answer(self) -> bool:
        self._under_way = False
        if self._next is not None:
            self._begin(self._next)
            return False
        return self._wanted
