"""Scales in the file: the standard ones and the person's own, one row each."""

from sqlalchemy import Connection, select

from journal.domain.checkin import Scale
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.day_rows import to_scale
from journal.storage.text_forms import Row, identity_row, plain_text

_SCALE = tables.scale.c
_READ = select(tables.scale).order_by(_SCALE.position, _SCALE.id)


class SqlScaleRepository:
    """ScaleRepository over the table `scale`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Scale, ...]:
        """Every scale, switched on or off, by position."""
        with self._database.read() as connection:
            return read_scales(connection)


def read_scales(connection: Connection) -> tuple[Scale, ...]:
    """Every scale, switched on or off, by position."""
    return tuple(to_scale(row) for row in connection.execute(_READ))


def to_row(scale: Scale) -> Row:
    """The row of a scale."""
    return {
        **identity_row(scale),
        "key": plain_text(scale.key),
        "low": scale.low,
        "high": scale.high,
        "direction": scale.direction,
        "active": scale.active,
        "position": scale.position,
        "name": plain_text(scale.name),
    }
