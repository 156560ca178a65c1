"""Side effects in the file: one row each, tied to a session or not."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
    to_instant,
    to_moment,
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
    return tuple(_from_row(row) for row in rows)


def _from_row(row: Any) -> SideEffect:
    return SideEffect(
        id=UUID(row.id),
        noted=to_moment(row.noted_instant, row.noted_zone, row.noted_day),
        severity=Severity(row.severity) if row.severity else None,
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        effect=row.effect,
        name=row.name,
        onset=_onset(row),
        duration=Duration(Lasted(row.lasted), row.lasted_minutes) if row.lasted else None,
        session_id=UUID(row.session_id) if row.session_id else None,
    )


def _onset(row: Any) -> Onset | None:
    if row.onset_during is None:
        return None
    instant = to_instant(row.onset_instant) if row.onset_instant else None
    return Onset(bool(row.onset_during), instant)


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
