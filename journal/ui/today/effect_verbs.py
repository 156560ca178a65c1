"""What the side-effect card asks of the journal, as verbs; see `verbs`."""

from datetime import date
from uuid import UUID

from journal.domain import entry
from journal.domain.day_entries import read_entries
from journal.domain.edit import Edits, Stamp
from journal.domain.repository import OpenJournal
from journal.domain.side_effect import SideEffect, nearby_session
from journal.ui.journal_editor import Verb
from journal.ui.today.target import Target


def add_effect(target: Target, new: UUID, key: str, name: str) -> Verb:
    """Add a side effect of the catalogue (`key`) or in own words (`name`), not rated yet."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        entries = read_entries(journal, target.day)
        session = nearby_session(entries.sessions, target.moment)
        effect = SideEffect(
            new,
            target.moment,
            None,
            stamp.now,
            stamp.now,
            effect=key,
            name=name,
            session_id=session.id if session else None,
        )
        if any(present.kind == effect.kind for present in entries.side_effects):
            return ()
        return entry.put_side_effect(entries, None, effect, stamp)

    return verb


def change_effect(day: date, before: SideEffect, after: SideEffect) -> Verb:
    """Change a side effect."""
    return lambda journal, stamp: entry.put_side_effect(
        read_entries(journal, day), before, after, stamp
    )


def remove_effect(effect: SideEffect) -> Verb:
    """Delete a side effect."""
    return lambda _journal, _stamp: entry.remove(effect)
