"""The bin in the file: every deleted record whole, until it is there again or 30 days are over."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby

from sqlalchemy import Connection, Delete, Table, bindparam, delete, exists, func, insert, select

from journal.domain.bin import KEPT_FOR, Deletion
from journal.domain.edit import Record
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.record_json import from_json, to_json
from journal.storage.text_forms import instant_text, to_instant

Deleted = tuple[str, Record]
"""The name of a record's table, and the record."""

_BIN = tables.deleted_record.c
_KEEP = insert(tables.deleted_record).prefix_with("OR REPLACE")
_LAST = select(func.coalesce(func.max(_BIN.together), 0))
_IS_OVER = _BIN.deleted_at <= bindparam("until")
_HAS_OVER = select(exists(select(_BIN.sequence).where(_IS_OVER)))
_PURGE = delete(tables.deleted_record).where(_IS_OVER)
_READ = select(_BIN.together, _BIN.deleted_at, _BIN.kind, _BIN.record).order_by(
    _BIN.together.desc(), _BIN.sequence
)


class SqlBinRepository:
    """BinRepository over the table `deleted_record`; `kinds` are its records' by their names."""

    def __init__(self, database: Database, kinds: Mapping[str, type]) -> None:
        self._database = database
        self._kinds = kinds

    def deletions(self) -> tuple[Deletion, ...]:
        """Every deletion, the latest first."""
        with self._database.read() as connection:
            rows = connection.execute(_READ).all()
        return tuple(
            Deletion(
                together,
                to_instant(deleted_at),
                tuple(from_json(self._kinds[row.kind], row.record) for row in group),
            )
            for (together, deleted_at), group in groupby(rows, lambda row: (row[0], row[1]))
        )


def keep(connection: Connection, deleted: Sequence[Deleted], now: datetime) -> None:
    """Put what was deleted in one step into the bin."""
    if not deleted:
        return
    together = (connection.scalar(_LAST) or 0) + 1
    rows = [
        {
            "record_id": str(record.id),
            "kind": kind,
            "record": to_json(record),
            "deleted_at": instant_text(now),
            "together": together,
        }
        for kind, record in deleted
    ]
    connection.execute(_KEEP, rows)


def forget_what_is_there(connection: Connection, tables_added_to: Iterable[Table]) -> None:
    """Take what is in the journal again out of the bin."""
    for table in tables_added_to:
        connection.execute(_forget(table))


def has_over(database: Database, now: datetime) -> bool:
    """Whether anything has been in the bin for 30 days."""
    with database.read() as connection:
        return bool(connection.scalar(_HAS_OVER, _until(now)))


def purge(database: Database, now: datetime) -> None:
    """Let what has been in the bin for 30 days go, out of the file's free pages too."""
    if has_over(database, now):
        with database.write() as connection:
            connection.execute(_PURGE, _until(now))
        database.vacuum()


def _until(now: datetime) -> dict[str, str]:
    return {"until": instant_text(now - KEPT_FOR)}


@cache
def _forget(table: Table) -> Delete:
    is_there = _BIN.record_id.in_(select(table.c.id))
    return delete(tables.deleted_record).where(_BIN.kind == table.name, is_there)
