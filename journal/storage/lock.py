"""The writer's lock: one program at a time writes a journal.

It is a lock of the operating system on a file beside the journal, so it ends with the program that
holds it, however that ends.
"""

from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import writing_faults

LOCK_NAME = "journal.lock"


class WritersLock:
    """Held from the moment it is made until `release`.

    Raises StorageError: IN_USE at once when another writer holds it, READ_ONLY and NOT_REACHABLE
    when the folder does not take the lock's file.
    """

    def __init__(self, folder: Path) -> None:
        # Opened in a worker thread and closed in another one: not thread-local.
        self._lock = FileLock(folder / LOCK_NAME, mode=0o600, thread_local=False)
        with writing_faults():
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                raise StorageError(StorageProblem.IN_USE) from None

    def release(self) -> None:
        """Let the next writer in; does nothing the second time."""
        self._lock.release()

    def __enter__(self) -> None:
        """Held already."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()
