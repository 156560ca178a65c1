"""Which rows of other trackers' exports came in: they stay known when their check-in is gone."""

from datetime import date

from sqlalchemy import select

from journal.domain.edit import ImportedRow
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.text_forms import Row, identity_row, plain_text, to_day

_ROW = tables.imported_row.c


class SqlImportRepository:
    """ImportRepository over the table `imported_row`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, source: str) -> frozenset[tuple[str, date, str, int]]:
        """The identities of every row that ever came from `source`."""
        query = select(_ROW.source, _ROW.day, _ROW.time, _ROW.nth).where(_ROW.source == source)
        with self._database.read() as connection:
            return frozenset(
                (source, to_day(day), time, nth)
                for source, day, time, nth in connection.execute(query)
            )


def to_row(imported: ImportedRow) -> Row:
    """The row that remembers an imported one."""
    return {
        **identity_row(imported),
        "source": plain_text(imported.source),
        "day": imported.day.isoformat(),
        "time": plain_text(imported.time),
        "nth": imported.nth,
        "check_in_id": str(imported.check_in_id),
    }
