"""A new journal, with the standard scales and the usual settings."""

from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import Index, Table, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

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
        for statement in _statements():
            connection.exec_driver_sql(statement)
        connection.execute(insert(tables.version), {"version_num": HEAD})
        write_edits(connection, _first_edits(stamp), stamp.now)


@cache
def _statements() -> tuple[str, ...]:
    """What makes the tables and their indexes, in words of SQL: to find them takes longest."""
    every = (*tables.metadata.sorted_tables, tables.version)
    made: list[ExecutableDDLElement] = []
    for table in every:
        made += [CreateTable(table), *(CreateIndex(each) for each in _indexes(table))]
    return tuple(str(each.compile(dialect=sqlite.dialect())) for each in made)


def _indexes(table: Table) -> list[Index]:
    return sorted(table.indexes, key=lambda index: str(index.name))


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
