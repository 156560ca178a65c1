"""All that is written down for one day, and which check-in an entry made now continues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.checkin import CONTINUES_FOR

if TYPE_CHECKING:
    from datetime import date, datetime

    from journal.domain.checkin import CheckIn, DayRecord
    from journal.domain.repository import OpenJournal
    from journal.domain.session import TreatmentSession
    from journal.domain.side_effect import SideEffect


@dataclass(frozen=True, slots=True)
class DayEntries:
    """All that is written down for one journal day; `sessions` also has the day before's.

    Check-ins, side effects and sessions are in the order of their moments.
    """

    day: date
    check_ins: tuple[CheckIn, ...] = ()
    record: DayRecord | None = None
    side_effects: tuple[SideEffect, ...] = ()
    sessions: tuple[TreatmentSession, ...] = ()


def read_entries(journal: OpenJournal, day: date) -> DayEntries:
    """All that is written down for a journal day, with the sessions of the day before."""
    return DayEntries(
        day,
        journal.check_ins.between(day, day),
        next(iter(journal.days.between(day, day)), None),
        journal.side_effects.between(day, day),
        journal.sessions.between(day - timedelta(1), day),
    )


def continued(entries: DayEntries, now: datetime) -> CheckIn | None:
    """The check-in an entry at `now` still belongs to: the last begun within 60 minutes."""
    recent = [c for c in entries.check_ins if not c.source and _is_recent(c, now)]
    return max(recent, key=lambda check_in: check_in.created_at, default=None)


def _is_recent(check_in: CheckIn, now: datetime) -> bool:
    age = now - check_in.created_at
    return timedelta(0) <= age < CONTINUES_FOR
