"""Side effects in the file: one row each, tied to a session or not."""

from datetime import date

from sqlalchemy import Connection, select

from journal.domain.side_effect import SideEffect
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.day_rows import to_side_effect
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
)

_EFFECT = tables.side_effect.c
_READ = (
    select(tables.side_effect)
    .where(asked_for(_EFFECT.noted_day))
    .order_by(_EFFECT.noted_instant, _EFFECT.id)
)


class SqlSideEffectRepository:
    """SideEffectRepository over the table `side_effect`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[SideEffect, ...]:
        """The effects noted for these journal days, by the moment they were noted for."""
        with self._database.read() as connection:
            return read_side_effects(connection, first, last)


def read_side_effects(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[SideEffect, ...]:
    """The effects noted for these journal days, by the moment they were noted for."""
    rows = connection.execute(_READ, days(first, last))
    return tuple(to_side_effect(row) for row in rows)


def to_row(effect: SideEffect) -> Row:
    """The row of a side effect."""
    onset, duration = effect.onset, effect.duration
    return {
        **identity_row(effect),
        **moment_row(effect.noted, "noted_"),
        "session_id": str(effect.session_id) if effect.session_id else None,
        "effect": plain_text(effect.effect),
        "name": plain_text(effect.name),
        "severity": effect.severity,
        "onset_during": onset.during if onset else None,
        "onset_instant": instant_text(onset.instant) if onset and onset.instant else None,
        "lasted": duration.lasted if duration else None,
        "lasted_minutes": duration.minutes if duration else None,
    }
