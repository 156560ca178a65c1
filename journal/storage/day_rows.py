"""Rows of a day's tables as the domain's values, for readers with and without SQLAlchemy."""

from typing import Any
from uuid import UUID

from journal.domain.checkin import CheckIn, DayRecord, Direction, Scale, Score
from journal.domain.period import Moment
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.storage.text_forms import to_day, to_instant, to_moment


def to_check_in(row: Any, scores: tuple[Score, ...], tags: tuple[str, ...]) -> CheckIn:
    """The check-in of its row, whose columns come in the order of the table's first form."""
    key, created_at, changed_at, instant, zone, day, note, note_shared, source = row
    return CheckIn(
        UUID(key),
        Moment(to_instant(instant), zone, to_day(day)),
        to_instant(created_at),
        to_instant(changed_at),
        scores,
        tags,
        note,
        bool(note_shared),
        source,
    )


def to_day_record(row: Any) -> DayRecord:
    """The day record of its row, whose columns come in the table's order."""
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


def to_scale(row: Any) -> Scale:
    """The scale of its row, whose columns are attributes."""
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


def to_side_effect(row: Any) -> SideEffect:
    """The side effect of its row, whose columns are attributes."""
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
