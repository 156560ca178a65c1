"""Notes of a period: those of check-ins and of sessions, each of which may go into a summary."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import attrgetter
from uuid import UUID

from journal.domain.period import Moment, Period
from journal.domain.repository import Records
from journal.domain.session import numbered


@dataclass(frozen=True, slots=True)
class Note:
    """A note and when it is of; `id` is that of its check-in or session.

    `marked` once the person marked it for summaries as they wrote it; `session` is the number of
    the ketamine session it belongs to.
    """

    id: UUID
    moment: Moment
    text: str
    marked: bool = False
    session: int | None = None


def notes(records: Records, period: Period) -> tuple[Note, ...]:
    """Every note of the period, newest first."""
    found = (note for note in _notes(records) if note.moment.day in period)
    return tuple(sorted(found, key=attrgetter("moment.instant", "id"), reverse=True))


def noted_days(records: Records) -> frozenset[date]:
    """The days of the journal that have a note of their own or of a session."""
    of_check_ins = (each.moment.day for each in records.check_ins if each.note.strip())
    of_sessions = (each.start.day for each in records.sessions if each.note.strip())
    return frozenset(chain(of_check_ins, of_sessions))


def _notes(records: Records) -> Iterator[Note]:
    for check_in in records.check_ins:
        if check_in.note.strip():
            yield Note(check_in.id, check_in.moment, check_in.note, check_in.note_shared)
    numbers = {one.session.id: one.number for one in numbered(records.sessions)}
    for session in records.sessions:
        if session.note.strip():
            yield Note(session.id, session.start, session.note, session=numbers.get(session.id))
