"""How a session felt, in the file: rows that belong to it."""

from typing import Any

from sqlalchemy import select

from journal.domain.session import Feeling, TreatmentSession
from journal.storage import tables
from journal.storage.text_forms import Row

_FELT = tables.felt.c

READ = select(_FELT.session_id, _FELT.feeling, _FELT.value).order_by(_FELT.sequence)


def from_row(row: Any) -> tuple[Feeling, int]:
    """The feeling of a row and how strong it was, without the session it starts with."""
    _session_id, feeling, value = row
    return Feeling(feeling), value


def to_rows(session: TreatmentSession) -> list[Row]:
    """The rows of what was felt in a session, in their order."""
    return [
        {"session_id": str(session.id), "feeling": feeling, "value": value}
        for feeling, value in session.felt
    ]
