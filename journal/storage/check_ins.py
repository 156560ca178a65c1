"""Check-ins in the file: a row each, their scores and tags in tables of their own."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from journal.domain.checkin import CheckIn, Score
from journal.domain.period import Moment
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import within
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
    to_day,
    to_instant,
)

_CHECK_IN = tables.check_in.c
_SCORE = tables.score.c
_TAG = tables.check_in_tag.c

_READ_CHECK_INS = select(
    _CHECK_IN.id,
    _CHECK_IN.created_at,
    _CHECK_IN.changed_at,
    _CHECK_IN.instant,
    _CHECK_IN.zone,
    _CHECK_IN.day,
    _CHECK_IN.note,
    _CHECK_IN.note_shared,
    _CHECK_IN.source,
).order_by(_CHECK_IN.instant, _CHECK_IN.id)
_READ_SCORES = select(_SCORE.check_in_id, _SCORE.scale, _SCORE.value, _SCORE.written_at).order_by(
    _SCORE.sequence
)
_READ_TAGS = select(_TAG.check_in_id, _TAG.tag).order_by(_TAG.sequence)
_COUNTED_TAGS = select(_TAG.tag).group_by(_TAG.tag).order_by(func.count().desc(), _TAG.tag)


class SqlCheckInRepository:
    """CheckInRepository over the table `check_in` and its two children."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date | None = None, last: date | None = None) -> tuple[CheckIn, ...]:
        """The check-ins of these journal days, oldest first."""
        with self._database.read() as connection:
            return read_check_ins(connection, first, last)

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, the most frequent first."""
        with self._database.read() as connection:
            return tuple(connection.scalars(_COUNTED_TAGS))


def read_check_ins(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[CheckIn, ...]:
    """The check-ins of these journal days, read with three statements however many they are."""
    days = within(_CHECK_IN.day, first, last)
    scores = _scores(connection, days)
    tags = _tags(connection, days)
    rows = connection.execute(_READ_CHECK_INS.where(*days))
    return tuple(
        _from_row(row, tuple(scores.get(row[0], ())), tuple(tags.get(row[0], ()))) for row in rows
    )


def _scores(connection: Connection, days: Sequence[Any]) -> dict[str, list[Score]]:
    scores = defaultdict[str, list[Score]](list)
    query = _READ_SCORES.where(_SCORE.check_in_id.in_(_ids(days))) if days else _READ_SCORES
    for check_in_id, scale, value, written_at in connection.execute(query):
        scores[check_in_id].append(Score(scale, value, to_instant(written_at)))
    return scores


def _tags(connection: Connection, days: Sequence[Any]) -> dict[str, list[str]]:
    tags = defaultdict[str, list[str]](list)
    query = _READ_TAGS.where(_TAG.check_in_id.in_(_ids(days))) if days else _READ_TAGS
    for check_in_id, tag in connection.execute(query):
        tags[check_in_id].append(tag)
    return tags


def _ids(days: Sequence[Any]) -> Any:
    return select(_CHECK_IN.id).where(*days).scalar_subquery()


def _from_row(row: Any, scores: tuple[Score, ...], tags: tuple[str, ...]) -> CheckIn:
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


def to_row(check_in: CheckIn) -> Row:
    """The row of a check-in, without its scores and tags."""
    return {
        **identity_row(check_in),
        **moment_row(check_in.moment),
        "note": plain_text(check_in.note),
        "note_shared": check_in.note_shared,
        "source": plain_text(check_in.source),
    }


def score_rows(check_in: CheckIn) -> list[Row]:
    """The rows of its scores, in their order."""
    return [
        {
            "check_in_id": str(check_in.id),
            "scale": score.scale,
            "value": score.value,
            "written_at": instant_text(score.written_at),
        }
        for score in check_in.scores
    ]


def tag_rows(check_in: CheckIn) -> list[Row]:
    """The rows of its tags, in their order."""
    tags = dict.fromkeys(plain_text(tag) for tag in check_in.tags)
    return [{"check_in_id": str(check_in.id), "tag": tag} for tag in tags]
