"""A new journal, with the standard scales and the usual settings."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert

from journal.domain.checkin import STANDARD_SCALES, Scale
from journal.domain.edit import Edit, Record, Stamp
from journal.domain.journal_settings import JournalSettings
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.file_form import APPLICATION_ID
from journal.storage.new_file import new_file
from journal.storage.passphrase import key_of_new
from journal.storage.revision import HEAD
from journal.storage.unlocking import unlocked
from journal.storage.writing import write_edits


def make_journal(path: Path, passphrase: str | None, stamp: Stamp) -> None:
    """Make the journal at `path`, where no file is; the caller holds the writer's lock.

    Raises StorageError, and leaves nothing behind.
    """
    with new_file(path) as unfinished:
        _fill(unfinished, passphrase, stamp)
        # Opened as it will be from now on, before it gets its name.
        unlocked(unfinished, passphrase).close()


def _fill(path: Path, passphrase: str | None, stamp: Stamp) -> None:
    key = None if passphrase is None else key_of_new(passphrase)
    with closing(Database(path, key)) as database, database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        tables.metadata.create_all(connection, checkfirst=False)
        tables.version.create(connection)
        connection.execute(insert(tables.version), {"version_num": HEAD})
        write_edits(connection, _first_edits(stamp), stamp.now)


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
