"""Answered questionnaires in the file: a row each, their answers in a table of their own."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.questionnaire import Answer, Response
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import (
    Row,
    identity_row,
    moment_row,
    plain_text,
    to_instant,
    to_moment,
)

_RESPONSE = tables.response.c
_ANSWER = tables.answer.c

_OF_DAYS = asked_for(_RESPONSE.day)
_IDS_OF_DAYS = select(_RESPONSE.id).where(_OF_DAYS).scalar_subquery()
_READ_RESPONSES = select(tables.response).where(_OF_DAYS).order_by(_RESPONSE.instant, _RESPONSE.id)
_READ_ANSWERS = (
    select(_ANSWER.response_id, _ANSWER.item, _ANSWER.value, _ANSWER.was_left)
    .where(_ANSWER.response_id.in_(_IDS_OF_DAYS))
    .order_by(_ANSWER.sequence)
)


class SqlResponseRepository:
    """ResponseRepository over the table `response` and its child `answer`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date | None = None, last: date | None = None) -> tuple[Response, ...]:
        """The responses of these journal days, by moment."""
        with self._database.read() as connection:
            return read_responses(connection, first, last)


def read_responses(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[Response, ...]:
    """The responses of these journal days, by moment."""
    asked = days(first, last)
    answers = defaultdict[str, list[Answer]](list)
    for response_id, item, value, was_left in connection.execute(_READ_ANSWERS, asked):
        answers[response_id].append(Answer(item, value, bool(was_left)))
    rows = connection.execute(_READ_RESPONSES, asked)
    return tuple(_from_row(row, tuple(answers.get(row.id, ()))) for row in rows)


def _from_row(row: Any, answers: tuple[Answer, ...]) -> Response:
    return Response(
        id=UUID(row.id),
        questionnaire=row.questionnaire,
        moment=to_moment(row.instant, row.zone, row.day),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        answers=answers,
        entered_total=row.entered_total,
        finished=bool(row.finished),
    )


def to_row(response: Response) -> Row:
    """The row of a response, without its answers."""
    return {
        **identity_row(response),
        **moment_row(response.moment),
        "questionnaire": plain_text(response.questionnaire),
        "entered_total": response.entered_total,
        "finished": response.finished,
    }


def answer_rows(response: Response) -> list[Row]:
    """The rows of its answers, in their order."""
    return [
        {
            "response_id": str(response.id),
            "item": answer.item,
            "value": answer.value,
            "was_left": answer.left,
        }
        for answer in response.answers
    ]
