"""Day records in the file: at most one row for a journal day."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.checkin import DayRecord
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import Row, identity_row, to_day, to_instant

_DAY = tables.day_record.c
_READ = (
    select(
        _DAY.id,
        _DAY.day,
        _DAY.created_at,
        _DAY.changed_at,
        _DAY.no_side_effects,
        _DAY.too_unwell,
        _DAY.sleep_hours,
        _DAY.sleep_quality,
    )
    .where(asked_for(_DAY.day))
    .order_by(_DAY.day)
)


class SqlDayRepository:
    """DayRepository over the table `day_record`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date | None = None, last: date | None = None) -> tuple[DayRecord, ...]:
        """The records of these journal days, oldest first."""
        with self._database.read() as connection:
            return read_days(connection, first, last)


def read_days(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[DayRecord, ...]:
    """The records of these journal days, oldest first."""
    rows = connection.execute(_READ, days(first, last))
    return tuple(_from_row(row) for row in rows)


def _from_row(row: Any) -> DayRecord:
    key, day, created_at, changed_at, no_side_effects, too_unwell, hours, quality = row
    return DayRecord(
        UUID(key),
        to_day(day),
        to_instant(created_at),
        to_instant(changed_at),
        bool(no_side_effects),
        bool(too_unwell),
        hours,
        quality,
    )


def to_row(record: DayRecord) -> Row:
    """The row of a day record."""
    return {
        **identity_row(record),
        "day": record.day.isoformat(),
        "no_side_effects": record.no_side_effects,
        "too_unwell": record.too_unwell,
        "sleep_hours": record.sleep_hours,
        "sleep_quality": record.sleep_quality,
    }
