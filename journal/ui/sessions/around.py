"""What was written down around each session; read in the worker, for it takes the whole journal."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from journal.domain.checkin import MOOD
from journal.domain.repository import OpenJournal
from journal.domain.session import TreatmentSession, numbered
from journal.domain.side_effect import SideEffect
from journal.domain.trends import (
    SessionScores,
    fullest_scale,
    scores_around_sessions,
    whole_journal,
)
from journal.ui.sessions.table_row import SessionRow
from journal.wording import scale_name


@dataclass(frozen=True, slots=True)
class Around:
    """The scores of every session on the scale most days are logged on, named `scale`.

    `no_effects` are the journal days that were marked as without side effects; `key` is that of
    the scale.
    """

    scale: str
    scores: Mapping[UUID, SessionScores] = field(default_factory=dict)
    no_effects: frozenset[date] = frozenset()
    key: str = MOOD


def read_around(journal: OpenJournal, today: date) -> Around:
    """What was written down around all sessions up to `today`."""
    records = journal.records()
    scale = fullest_scale(records, whole_journal(records, today))
    return Around(
        scale_name(scale),
        {each.session.id: each for each in scores_around_sessions(records, scale)},
        frozenset(record.day for record in records.days if record.no_side_effects),
        scale.key,
    )


def session_rows(
    sessions: Iterable[TreatmentSession], effects: Iterable[SideEffect], around: Around
) -> tuple[SessionRow, ...]:
    """The rows of the table; a session that is not in `around` has no scores yet."""
    sessions = tuple(sessions)
    numbers = {counted.session.id: counted.number for counted in numbered(sessions)}
    tied: dict[UUID | None, list[SideEffect]] = defaultdict(list)
    for effect in effects:
        tied[effect.session_id].append(effect)
    return tuple(
        SessionRow(
            session,
            numbers.get(session.id),
            scores.before if (scores := around.scores.get(session.id)) else None,
            scores.next_day if scores else None,
            tuple(tied.get(session.id, ())),
            session.is_done and (session.no_side_effects or session.start.day in around.no_effects),
        )
        for session in sessions
    )
