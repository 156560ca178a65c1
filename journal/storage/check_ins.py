"""Check-ins in the file: a row each, their scores and tags in tables of their own."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, func, select

from journal.domain.checkin import CheckIn, Score
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.day_rows import to_check_in
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    instant_text,
    moment_row,
    plain_text,
    to_instant,
)

_CHECK_IN = tables.check_in.c
_SCORE = tables.score.c
_TAG = tables.check_in_tag.c

_OF_DAYS = asked_for(_CHECK_IN.day)
_IDS_OF_DAYS = select(_CHECK_IN.id).where(_OF_DAYS).scalar_subquery()
_READ_CHECK_INS = (
    select(
        _CHECK_IN.id,
        _CHECK_IN.created_at,
        _CHECK_IN.changed_at,
        _CHECK_IN.instant,
        _CHECK_IN.zone,
        _CHECK_IN.day,
        _CHECK_IN.note,
        _CHECK_IN.note_shared,
        _CHECK_IN.source,
    )
    .where(_OF_DAYS)
    .order_by(_CHECK_IN.instant, _CHECK_IN.id)
)
_READ_SCORES = select(_SCORE.check_in_id, _SCORE.scale, _SCORE.value, _SCORE.written_at).order_by(
    _SCORE.sequence
)
_READ_TAGS = select(_TAG.check_in_id, _TAG.tag).order_by(_TAG.sequence)
_SCORES_OF_DAYS = _READ_SCORES.where(_SCORE.check_in_id.in_(_IDS_OF_DAYS))
_TAGS_OF_DAYS = _READ_TAGS.where(_TAG.check_in_id.in_(_IDS_OF_DAYS))
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
    asked = days(first, last)
    some = first is not None or last is not None
    scores = defaultdict[str, list[Score]](list)
    for key, scale, value, at in connection.execute(
        _SCORES_OF_DAYS if some else _READ_SCORES, asked
    ):
        scores[key].append(Score(scale, value, to_instant(at)))
    tags = defaultdict[str, list[str]](list)
    for key, tag in connection.execute(_TAGS_OF_DAYS if some else _READ_TAGS, asked):
        tags[key].append(tag)
    rows = connection.execute(_READ_CHECK_INS, asked)
    return tuple(
        to_check_in(row, tuple(scores.get(row[0], ())), tuple(tags.get(row[0], ()))) for row in rows
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
