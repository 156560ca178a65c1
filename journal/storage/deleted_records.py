"""The bin in the file: every deleted record whole, until it is there again or 30 days are over.

A clock that is ahead for once must not empty it for good. So what is over is let go in two steps:
an opening that finds something over notes when it did, in the number that SQLite keeps in a file
for its program (`PRAGMA user_version`, here minutes since 1970, 0 for none); one at least a day
later lets go what was over at that time. The note goes where the clock shows less than it says. It
stands unguarded in a plain file, so it may say anything: it never lets go what is not over.

Nor must a clock that is behind. What was deleted then has the day on which the journal was last
written, or its 30 days would be over as soon as the clock is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby

from sqlalchemy import (
    Connection,
    Delete,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    union,
)

from journal.domain.bin import KEPT_FOR, Deletion
from journal.domain.edit import Record
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.record_json import from_json, to_json
from journal.storage.text_forms import instant_text, to_instant

Deleted = tuple[str, Record]
"""The name of a record's table, and the record."""

SURE_AFTER = timedelta(days=1)
"""So far apart are two openings that have to agree that something's 30 days are over."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_BIN = tables.deleted_record.c
_KEEP = insert(tables.deleted_record).prefix_with("OR REPLACE")
_LAST = select(func.coalesce(func.max(_BIN.together), 0))
_DAYS_WRITTEN = union(
    *(
        select(func.date(table.c.changed_at).label("day"))
        for table in tables.metadata.sorted_tables
        if "changed_at" in table.c
    )
).subquery()
# The last but one: a clock that is once ahead, or one damaged date, holds nothing back for years.
_LAST_DAYS_WRITTEN = (
    select(_DAYS_WRITTEN.c.day)
    .where(_DAYS_WRITTEN.c.day.is_not(None))
    .order_by(_DAYS_WRITTEN.c.day.desc())
    .limit(2)
)
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
    deleted_at = _deleted_at(connection, now)
    rows = [
        {
            "record_id": str(record.id),
            "kind": kind,
            "record": to_json(record),
            "deleted_at": deleted_at,
            "together": together,
        }
        for kind, record in deleted
    ]
    connection.execute(_KEEP, rows)


def _deleted_at(connection: Connection, now: datetime) -> str:
    days: Sequence[str] = connection.scalars(_LAST_DAYS_WRITTEN).all()
    return max([instant_text(now), *(f"{day}T00:00:00.000000+00:00" for day in days[-1:])])


def forget_what_is_there(connection: Connection, tables_added_to: Iterable[Table]) -> None:
    """Take what is in the journal again out of the bin."""
    for table in tables_added_to:
        connection.execute(_forget(table))


def purge(database: Database, now: datetime) -> None:
    """Let what was over at an opening a day ago go, out of the file's free pages too."""
    with database.read() as connection:
        found = _found_over(connection)
        is_over = _has_over(connection, now)
    if not is_over:
        if found is not None:
            _note(database, None)
    elif found is None or found > now:
        _note(database, now)
    elif now - found >= SURE_AFTER:
        _let_go(database, found, now)


def _let_go(database: Database, found: datetime, now: datetime) -> None:
    with database.write() as connection:
        # The note has no seconds: what was over within its minute, was over when it was made.
        gone = connection.execute(_PURGE, _until(found + _MINUTE)).rowcount
        _write_note(connection, now if _has_over(connection, now) else None)
    if gone:
        database.vacuum()


def _note(database: Database, found: datetime | None) -> None:
    with database.write() as connection:
        _write_note(connection, found)


def _write_note(connection: Connection, found: datetime | None) -> None:
    minutes = 0 if found is None else (found - _EPOCH) // _MINUTE
    connection.exec_driver_sql(f"PRAGMA user_version = {minutes}")


def _found_over(connection: Connection) -> datetime | None:
    minutes = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return _EPOCH + minutes * _MINUTE if minutes > 0 else None


def _has_over(connection: Connection, now: datetime) -> bool:
    return bool(connection.scalar(_HAS_OVER, _until(now)))


def _until(now: datetime) -> dict[str, str]:
    return {"until": instant_text(now - KEPT_FOR)}


@cache
def _forget(table: Table) -> Delete:
    is_there = _BIN.record_id.in_(select(table.c.id))
    return delete(tables.deleted_record).where(_BIN.kind == table.name, is_there)
