"""The threads of this program that read a file, and one that waits for them to have it alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, get_ident

from journal.domain.errors import StorageError, StorageProblem


class Readers:
    """Any number of threads read at a time, or one does what none may read through."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._count = 0
        self._alone: int | None = None

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Read in the block, once no other thread has the file alone."""
        with self._changed:
            self._changed.wait_for(lambda: self._alone in (None, get_ident()))
            self._count += 1
        try:
            yield
        finally:
            with self._changed:
                self._count -= 1
                self._changed.notify_all()

    @contextmanager
    def nobody_else(self, seconds: float) -> Iterator[None]:
        """No other thread reads in the block; this one may. One thread at a time asks for that.

        Who reads is waited for, and StorageError BUSY raised where that takes longer than
        `seconds`. Who begins meanwhile waits for the end of the block.
        """
        with self._changed:
            self._alone = get_ident()
        try:
            with self._changed:
                if not self._changed.wait_for(lambda: not self._count, seconds):
                    raise StorageError(StorageProblem.BUSY)
            yield
        finally:
            with self._changed:
                self._alone = None
                self._changed.notify_all()
