"""Opens the journal once another window, which may be closing, has let go of it."""

from collections.abc import Callable
from time import sleep

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import JournalStore, OpenJournal

TRIES, BETWEEN_TRIES = 21, 0.25
"""Up to five seconds, in the worker, for a writer that is on its way out."""


def open_once_free(
    store: JournalStore, passphrase: str | None, is_closing: Callable[[], bool]
) -> OpenJournal:
    """Try for a while, unless this window closes: another that does makes a last backup.

    Raises StorageError as `JournalStore.open` does.
    """
    for _time in range(TRIES - 1):
        try:
            return store.open(passphrase, writer=True)
        except StorageError as error:
            if error.problem is not StorageProblem.IN_USE or is_closing():
                raise
        sleep(BETWEEN_TRIES)
    return store.open(passphrase, writer=True)
