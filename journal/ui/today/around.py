"""What the Today page shows of the journal beside the entries of its day."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.domain.checkin import Scale
from journal.domain.day_entries import DayEntries
from journal.domain.period import Moment, last_days
from journal.domain.profile import TreatedFor
from journal.domain.repository import OpenJournal
from journal.domain.safety import Driving, driving
from journal.domain.session import NumberedSession, TreatmentSession, next_planned, numbered
from journal.domain.side_effect import SideEffect, nearby_session
from journal.wording.sentences import session_line
from journal.wording.treatment import next_session_sentence

FREQUENT_WITHIN_DAYS = 180


@dataclass(frozen=True, slots=True)
class AroundDay:
    """The scales, every tag in use, every session, and the side effects of the last half year.

    `bipolar` tells whether bipolar depression is treated.
    """

    scales: tuple[Scale, ...]
    tags: tuple[str, ...]
    sessions: tuple[TreatmentSession, ...]
    numbered: tuple[NumberedSession, ...]
    effects: tuple[SideEffect, ...]
    bipolar: bool

    def last_session(self, day: date) -> NumberedSession | None:
        """The last numbered session up to a day."""
        before = [n for n in self.numbered if n.session.start.day <= day]
        return before[-1] if before else None

    def near(self, entries: DayEntries, moment: Moment) -> int | None:
        """The number of the session that the day's side effects at `moment` belong to."""
        near = nearby_session(entries.sessions, moment)
        return next((n.number for n in self.numbered if near and n.session.id == near.id), None)

    def driving(self, now: datetime, today: date) -> Driving | None:
        """What to say about driving at `now`, or None."""
        return driving(self.sessions, now, today)


def state_sentence(beside: AroundDay, day: date, today: date, now: datetime) -> str:
    """Where the last session stands and, seen from today, when the next one comes."""
    last = beside.last_session(day)
    coming = next_planned(beside.sessions, now) if day == today else None
    parts = [session_line(last, today)] if last else []
    parts += [next_session_sentence(coming, today)] if coming else []
    return " · ".join(parts)


def around(journal: OpenJournal, day: date) -> AroundDay:
    """Read what belongs to the page of a day."""
    half_year = last_days(FREQUENT_WITHIN_DAYS, day)
    sessions = journal.sessions.between()
    return AroundDay(
        journal.scales.all(),
        journal.check_ins.tags(),
        sessions,
        numbered(sessions),
        journal.side_effects.between(half_year.first, half_year.last),
        TreatedFor.BIPOLAR in journal.settings().treated_for,
    )
