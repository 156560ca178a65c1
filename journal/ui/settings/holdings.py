"""How much a journal holds, and which of its scales were ever rated."""

from dataclasses import dataclass

from journal.domain.repository import OpenJournal


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of records of every state; `scored` are the keys of scales with at least one score.

    `not_done` of the sessions were only planned, or did not take place.
    """

    check_ins: int
    sessions: int
    not_done: int
    side_effects: int
    scored: frozenset[str]


def read_holdings(journal: OpenJournal) -> Holdings:
    """Count what the journal holds; it reads everything, so it belongs in the worker."""
    records = journal.records()
    return Holdings(
        len(records.check_ins),
        len(records.sessions),
        sum(not session.is_done for session in records.sessions),
        len(records.side_effects),
        frozenset(score.scale for check_in in records.check_ins for score in check_in.scores),
    )
