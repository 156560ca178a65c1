"""What a journal's file holds, in numbers and days; whatever form of the tables it has."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, select, union_all

from journal.domain.backups import Contents
from journal.domain.session import SessionState
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.text_forms import to_day

_SESSION = tables.treatment_session.c
# Planned sessions lie ahead of what was written down.
_DAYS = union_all(
    select(tables.check_in.c.day),
    select(tables.day_record.c.day),
    select(tables.side_effect.c.noted_day),
    select(_SESSION.start_day).where(_SESSION.state != SessionState.PLANNED),
).subquery()
_ENDS = select(func.min(_DAYS.c.day), func.max(_DAYS.c.day))


def contents_of(database: Database) -> Contents:
    """What is in the file; StorageError where it cannot be read."""
    with database.read() as connection:
        first, last = connection.execute(_ENDS).one()
        return Contents(
            _count(connection, tables.check_in),
            _count(connection, tables.treatment_session),
            _count(connection, tables.side_effect),
            _day(first),
            _day(last),
        )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _day(text: Any) -> date | None:
    return None if text is None else to_day(text)
