"""The journal as a file in a folder: whether it is there, and the way in.

This module loads without SQLAlchemy, the driver and Alembic, so that a window can show itself
before the journal is open; `JournalFile.open` loads them, in whatever thread it runs.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import reading_faults
from journal.storage.file_form import FileForm, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from uuid import UUID

    from journal.domain.backups import BackupList, Contents, Restored
    from journal.domain.glance import Glance
    from journal.domain.repository import OpenJournal


class JournalFile:
    """JournalStore over the one file at `path`; `clock` dates what storage itself writes down.

    Where a link is, it is followed once, here: see `linked`. One that leads nowhere is taken for a
    disk that is not there, and all that needs the journal raises NOT_REACHABLE.

    A program opens its journal once: on POSIX systems, closing a second opening of the same file
    would end the locks SQLite holds through the first.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        is_link = os.path.islink(path)  # noqa: PTH114 - false for whatever cannot be looked at
        self._link = path if is_link else None
        self._path = Path(os.path.realpath(path)) if is_link else path
        self._clock = clock

    def exists(self) -> bool:
        """Whether there is a file yet, sound or not."""
        with reading_faults():
            is_there = self._path.exists()
        if not is_there and self._link is not None and self._link.is_symlink():
            raise StorageError(StorageProblem.NOT_REACHABLE)
        return is_there

    def has_passphrase(self) -> bool:
        """Whether there is a file that only a passphrase opens.

        It looks into the file: see above why that is for the time before `open`.
        """
        try:
            return form_of(self._path, with_passphrase=True) is FileForm.ENCRYPTED
        except StorageError:
            return False

    def glance(self, now: datetime, zone: str) -> Glance | None:
        """Today's part of the journal, sooner than it can be opened; None where it cannot tell.

        It is for the time before `open`: see there why a file is not opened beside itself.
        """
        from journal.storage.glance import glance  # noqa: PLC0415 - loads the driver

        return glance(self._path, now, zone)

    def prepare(self) -> None:
        """Load what opening needs: somebody who types a passphrase need not wait for it."""
        from journal.storage import opening  # noqa: F401, PLC0415 - SQLAlchemy and the driver

    def open(self, passphrase: str | None = None, *, writer: bool = False) -> OpenJournal:
        """Open the journal; a writer holds the one lock and makes the file where there is none.

        Raises StorageError: NO_JOURNAL, EMPTY_FILE, NOT_A_JOURNAL, DAMAGED, NEWER_VERSION, IN_USE,
        WRONG_PASSPHRASE (also where one is missing, or given for a journal without one), READ_ONLY,
        DISK_FULL, NOT_REACHABLE. A refused file is never touched.
        """
        if self.exists():
            form_of(self._path, with_passphrase=passphrase is not None)
        elif not writer:
            raise StorageError(StorageProblem.NO_JOURNAL)
        from journal.storage import opening  # noqa: PLC0415 - loads SQLAlchemy and the driver

        if writer:
            journal = opening.open_for_writing(self._path, passphrase, self._clock, _new_id)
            if self._link is not None:
                from journal.storage import linked  # noqa: PLC0415 - only for a link

                linked.remember_earlier_backups(self._link, self._path)
            return journal
        return opening.open_for_reading(self._path, passphrase, self._clock)

    def backups(self) -> BackupList:
        """The backups, for a journal that does not open; takes long.

        Those without a passphrase say what they hold, the others their names alone.
        """
        from journal.storage import backup_folders  # noqa: PLC0415 - only where it is asked for
        from journal.storage.backups import look_into_all  # noqa: PLC0415 - loads SQLAlchemy

        return look_into_all(backup_folders.load(self._path.parent), None)

    def preview(self, file: Path, passphrase: str | None = None) -> Contents:
        """What a backup holds."""
        from journal.storage import restoring  # noqa: PLC0415 - loads SQLAlchemy and the driver

        return restoring.preview(self._path, file, passphrase, None)

    def restore(self, file: Path, passphrase: str | None = None) -> Restored:
        """Put what `file` holds in the place of a journal that is missing or does not open."""
        self.exists()  # a journal that cannot be reached is not missing
        from journal.storage import restoring  # noqa: PLC0415 - loads SQLAlchemy and the driver

        return restoring.restore_unopened(self._path, file, passphrase, self._clock())

    def delete_everything(self) -> tuple[Path, ...]:
        """Remove the journal and every backup the program made; what could not be removed."""
        self.exists()  # what cannot be reached would remain
        from journal.storage import deleting  # noqa: PLC0415 - only where it is asked for

        remaining = deleting.delete_everything(self._path)
        if self._link is None:
            return remaining
        from journal.storage import linked  # noqa: PLC0415 - only for a link

        return (*remaining, *linked.delete_link(self._link))

    def versions(self) -> Mapping[str, str]:
        """The SQLite, SQLCipher and OpenSSL inside the driver, by name."""
        from journal.storage.versions import versions  # noqa: PLC0415 - loads the driver

        return versions()


def _new_id() -> UUID:
    from uuid6 import uuid7  # noqa: PLC0415 - 30 ms that only a new journal waits for

    return uuid7()
