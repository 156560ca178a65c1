"""What the Sessions page asks of the journal, as verbs that find their records when they run."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from journal.domain import entry
from journal.domain.course import clashes
from journal.domain.day_entries import read_entries
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.entry import DayEntries
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.repository import OpenJournal
from journal.domain.session import SessionState, TreatmentSession, check_session
from journal.domain.side_effect import SideEffect
from journal.ui.journal_editor import Verb


def put(session: TreatmentSession, effects: Iterable[SideEffect] | None = None) -> Verb:
    """Add a session, or change the one with its identifier; when it was made does not change.

    `effects` are then all that are tied to it: others that were go. None leaves them alone.
    """

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        check_session(session, stamp.now)
        before = _find(journal, session.id)
        created_at = before.created_at if before else stamp.now
        after = replace(session, created_at=created_at, changed_at=stamp.now)
        same = before is not None and after == replace(before, changed_at=stamp.now)
        edits: Edits = () if same else (Edit(before, after),)
        if effects is not None:
            edits += _effect_edits(journal, session.id, effects, stamp)
        return edits

    return verb


def _effect_edits(
    journal: OpenJournal, session: UUID, effects: Iterable[SideEffect], stamp: Stamp
) -> Edits:
    """The edits that make `effects` those of the session; one lifts the "none" of its day."""
    tied = {e.id: e for e in journal.side_effects.between() if e.session_id == session}
    edits: Edits = ()
    lifted: set[date] = set()
    for after in effects:
        before = tied.pop(after.id, None)
        if before != after:
            day = after.noted.day
            record = None if day in lifted else read_entries(journal, day).record
            edits += entry.put_side_effect(DayEntries(day, record=record), before, after, stamp)
            lifted.add(day)
    return edits + tuple(edit for effect in tied.values() for edit in entry.remove(effect))


def plan(sessions: Sequence[TreatmentSession]) -> Verb:
    """Add a course of planned sessions as one step; none where one of them would clash."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        if clashes([session.start for session in sessions], journal.sessions.between()):
            raise InvalidValue("start", Problem.TAKEN)
        return tuple(
            Edit(None, replace(session, created_at=stamp.now, changed_at=stamp.now))
            for session in sessions
        )

    return verb


def move(session: UUID, start: Moment) -> Verb:
    """Give a planned session another start."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = _find(journal, session)
        if before is None or before.start == start:
            return ()
        return (Edit(before, replace(before, start=start, changed_at=stamp.now)),)

    return verb


def set_state(session: UUID, state: SessionState) -> Verb:
    """Say that a planned session was cancelled, or did not take place."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = _find(journal, session)
        if before is None or before.state is state:
            return ()
        return (Edit(before, replace(before, state=state, changed_at=stamp.now)),)

    return verb


def remove(session: UUID) -> Verb:
    """Delete a session; its side effects stay on their days."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        found = _find(journal, session)
        if found is None:
            return ()
        return entry.remove_session(found, journal.side_effects.between(), stamp)

    return verb


def _find(journal: OpenJournal, session: UUID) -> TreatmentSession | None:
    return next((s for s in journal.sessions.between() if s.id == session), None)
