"""Scales in the file: the standard ones and the person's own, one row each."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.checkin import Direction, Scale
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.text_forms import Row, identity_row, plain_text, to_instant

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
    return tuple(_from_row(row) for row in connection.execute(_READ))


def _from_row(row: Any) -> Scale:
    return Scale(
        id=UUID(row.id),
        key=row.key,
        low=row.low,
        high=row.high,
        direction=Direction(row.direction),
        active=bool(row.active),
        position=row.position,
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        name=row.name,
    )


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
