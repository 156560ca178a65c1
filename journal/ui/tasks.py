"""Long work away from the window's thread: frozen values in, a value or an error out."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class TaskRunner(Protocol):
    """Runs work one piece after the other and tells the window's thread how each ended."""

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start `work`; exactly one of `done` and `failed` is called in the window's thread.

        What comes after `finish` does not begin, and neither is called.
        """
        ...

    def finish(self) -> None:
        """Wait for work under way; nothing runs afterwards."""
        ...


class ThreadTaskRunner(QObject):
    """One worker thread, so that pieces of work never run at the same time."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended.connect(self._on_ended)
        self._is_finished = False

    @cached_property
    def _worker(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the first paint

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Start `work` in the worker thread; a page may still ask for some while all is closing."""
        if self._is_finished:
            return
        future = self._worker.submit(work)
        future.add_done_callback(lambda ended: self._ended.emit(ended, (done, failed)))

    @Slot(object, object)
    def _on_ended(self, future: "Future[Any]", answers: tuple[Any, Any]) -> None:
        if future.cancelled():
            return
        done, failed = answers
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error

    def finish(self) -> None:
        """Wait for the work under way and drop what has not begun."""
        self._is_finished = True
        self._worker.shutdown(wait=True, cancel_futures=True)


class ImmediateTaskRunner:
    """Runs work at once in the calling thread: the twin that tests use."""

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work` now."""
        try:
            value = work()
        except Exception as error:
            failed(error)
        else:
            done(value)

    def finish(self) -> None:
        """Nothing is ever under way."""
