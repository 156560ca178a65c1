"""A worker for pages, which a lock takes away: what they asked for before is not answered after."""

from collections.abc import Callable
from typing import TypeVar

from journal.ui.tasks import TaskRunner

T = TypeVar("T")


class ForgetfulTasks:
    """TaskRunner over another one; what was asked before `forget` is not answered after it.

    The work itself is done all the same: a file that is being saved is saved.
    """

    def __init__(self, worker: TaskRunner) -> None:
        self._worker = worker
        self._forgotten = 0

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start `work`."""
        asked_after = self._forgotten

        def on_done(value: T) -> None:
            if asked_after == self._forgotten:
                done(value)

        def on_failed(error: Exception) -> None:
            if asked_after == self._forgotten:
                failed(error)

        self._worker.run(work, on_done, on_failed)

    def forget(self) -> None:
        """Nobody waits any more for what was asked until now."""
        self._forgotten += 1

    def finish(self) -> None:
        """Wait for work under way; nothing runs afterwards."""
        self._worker.finish()
