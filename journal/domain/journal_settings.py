"""What the journal keeps about itself: the day's start, visits, and whose journal it is."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import DAY_STARTS_AT

LATEST_DAY_START = time(12)


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """The one settings record of a journal; `visits` are days a summary was handed over, sorted."""

    id: UUID
    created_at: datetime
    changed_at: datetime
    day_starts_at: time = DAY_STARTS_AT
    visits: tuple[date, ...] = ()
    patient_name: str = ""
    birth_date: date | None = None

    def last_visit(self, today: date) -> date | None:
        """The latest visit before `today`: the one a new summary looks back to."""
        return max((visit for visit in self.visits if visit < today), default=None)


def check_settings(settings: JournalSettings, today: date) -> None:
    """Raise InvalidValue for a day that starts after noon, or a birth date in the future."""
    if settings.day_starts_at > LATEST_DAY_START:
        raise InvalidValue("day_starts_at", Problem.TOO_LARGE, {"most": LATEST_DAY_START.hour})
    if settings.birth_date is not None and settings.birth_date > today:
        raise InvalidValue("birth_date", Problem.IN_FUTURE)
