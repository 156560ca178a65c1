"""What the Sessions page asks of the journal, as verbs that find their records when they run."""

from dataclasses import replace
from uuid import UUID

from journal.domain import entry
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.repository import OpenJournal
from journal.domain.session import SessionState, TreatmentSession, check_session
from journal.ui.journal_editor import Verb


def put(session: TreatmentSession) -> Verb:
    """Add a session, or change the one with its identifier; when it was made does not change."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        check_session(session, stamp.now)
        before = _find(journal, session.id)
        created_at = before.created_at if before else stamp.now
        after = replace(session, created_at=created_at, changed_at=stamp.now)
        return (Edit(before, after),)

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
