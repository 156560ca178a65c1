"""Day records in the file: at most one row for a journal day."""

from datetime import date

from sqlalchemy import Connection, select

from journal.domain.checkin import DayRecord
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.day_rows import to_day_record
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import Row, identity_row

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
    return tuple(to_day_record(row) for row in rows)


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
