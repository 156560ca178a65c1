"""Answers to questions asked for safety's sake: a row each, what they are about not tied to it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.selection import asked_for, days
from journal.storage.text_forms import Row, identity_row, moment_row, to_instant, to_moment

_ANSWER = tables.safety_answer.c
_READ = (
    select(tables.safety_answer).where(asked_for(_ANSWER.day)).order_by(_ANSWER.instant, _ANSWER.id)
)


class SqlSafetyRepository:
    """SafetyRepository over the table `safety_answer`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[SafetyAnswer, ...]:
        """The answers of these journal days, by moment."""
        with self._database.read() as connection:
            return read_safety_answers(connection, first, last)


def read_safety_answers(
    connection: Connection, first: date | None = None, last: date | None = None
) -> tuple[SafetyAnswer, ...]:
    """The answers of these journal days, by moment."""
    rows = connection.execute(_READ, days(first, last))
    return tuple(_from_row(row) for row in rows)


def _from_row(row: Any) -> SafetyAnswer:
    return SafetyAnswer(
        id=UUID(row.id),
        question=SafetyQuestion(row.question),
        moment=to_moment(row.instant, row.zone, row.day),
        created_at=to_instant(row.created_at),
        changed_at=to_instant(row.changed_at),
        answers=tuple(row.answers.split()),
        about=UUID(row.about) if row.about else None,
    )


def to_row(answer: SafetyAnswer) -> Row:
    """The row of an answer; its codes have no spaces."""
    return {
        **identity_row(answer),
        **moment_row(answer.moment),
        "question": answer.question,
        "answers": " ".join(answer.answers),
        "about": str(answer.about) if answer.about else None,
    }
