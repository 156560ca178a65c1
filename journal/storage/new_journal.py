"""A new journal: made under another name and renamed when it is whole.

So a crash, or a full disk, never leaves half a journal behind, and the file never exists with a
mode that others may read.
"""

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert

from journal.domain.checkin import STANDARD_SCALES, Scale
from journal.domain.edit import Edit, Record, Stamp
from journal.domain.journal_settings import JournalSettings
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.faults import writing_faults
from journal.storage.file_form import APPLICATION_ID
from journal.storage.passphrase import key_of_new
from journal.storage.revision import HEAD
from journal.storage.unlocking import unlocked
from journal.storage.writing import write_edits


def make_journal(path: Path, passphrase: str | None, stamp: Stamp) -> None:
    """Make the journal at `path`, where no file is; the caller holds the writer's lock.

    Raises StorageError, and leaves nothing behind.
    """
    unfinished = path.with_name(path.name + ".new")
    with writing_faults():
        try:
            _start(unfinished)
            _fill(unfinished, passphrase, stamp)
            # Opened as it will be from now on, before it gets its name.
            unlocked(unfinished, passphrase).close()
            # A rollback journal without its file would be played back into the new one.
            _rollback_journal(path).unlink(missing_ok=True)
            unfinished.replace(path)
            _sync_folder(path.parent)
        finally:
            _remove(unfinished)


def _start(path: Path) -> None:
    _remove(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _rollback_journal(path).unlink(missing_ok=True)


def _rollback_journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _fill(path: Path, passphrase: str | None, stamp: Stamp) -> None:
    key = None if passphrase is None else key_of_new(passphrase)
    with closing(Database(path, key)) as database, database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        tables.metadata.create_all(connection, checkfirst=False)
        tables.version.create(connection)
        connection.execute(insert(tables.version), {"version_num": HEAD})
        write_edits(connection, _first_edits(stamp))


def _first_edits(stamp: Stamp) -> Sequence[Edit]:
    settings = JournalSettings(stamp.new_id(), stamp.now, stamp.now)
    scales = [
        Scale(
            stamp.new_id(),
            standard.key,
            standard.low,
            standard.high,
            standard.direction,
            standard.active,
            position,
            stamp.now,
            stamp.now,
        )
        for position, standard in enumerate(STANDARD_SCALES)
    ]
    records: tuple[Record, ...] = (settings, *scales)
    return [Edit(None, record) for record in records]


def _sync_folder(folder: Path) -> None:
    # The new name is on the disk only when the folder is; Windows has no such call.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
