"""What the journal keeps about itself: the day's start, visits, and whose journal it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import DAY_STARTS_AT
from journal.domain.profile import NOBODY, ClinicShouldKnow, Contact, TreatedFor

LATEST_DAY_START = time(12)

SHORTEST_INTERVAL, LONGEST_INTERVAL = 1, 365
"""Days from one time to the next at which a questionnaire can be due."""


@dataclass(frozen=True, slots=True)
class OwnInterval:
    """How often the person wants one questionnaire: every `days` days, None for never by itself."""

    questionnaire: str
    days: int | None


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """The one settings record of a journal, and the little it knows about the person.

    `visits` are days a summary was handed over, sorted. `clinic` and `person` are whom to call;
    without the journal's key they are shown only with `contacts_always`. `evening_question` asks
    about thoughts of not wanting to live; `set_up` once the first steps were taken or skipped.
    `begun_in_treatment` where there were ketamine sessions before those of the journal.
    `intervals` are for questionnaires that are due otherwise than their files say, one for each.
    """

    id: UUID
    created_at: datetime
    changed_at: datetime
    day_starts_at: time = DAY_STARTS_AT
    visits: tuple[date, ...] = ()
    patient_name: str = ""
    birth_date: date | None = None
    record_number: str = ""
    treated_for: frozenset[TreatedFor] = frozenset()
    clinic_should_know: frozenset[ClinicShouldKnow] = frozenset()
    clinic: Contact = NOBODY
    person: Contact = NOBODY
    contacts_always: bool = False
    evening_question: bool = False
    set_up: bool = False
    intervals: tuple[OwnInterval, ...] = ()
    begun_in_treatment: bool = False

    @property
    def every_days(self) -> dict[str, int | None]:
        """The person's own intervals by the questionnaire's key, None for never by itself."""
        return {interval.questionnaire: interval.days for interval in self.intervals}

    def age(self, today: date) -> int | None:
        """Whole years on `today`, or None without a birth date."""
        born = self.birth_date
        if born is None:
            return None
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def last_visit(self, today: date) -> date | None:
        """The latest visit before `today`: the one a new summary looks back to."""
        return max((visit for visit in self.visits if visit < today), default=None)


def check_settings(settings: JournalSettings, today: date) -> None:
    """Raise InvalidValue where the settings cannot be.

    That is for a day that starts after noon, a birth date in the future, and what check_intervals
    refuses.
    """
    if settings.day_starts_at > LATEST_DAY_START:
        raise InvalidValue("day_starts_at", Problem.TOO_LARGE, {"most": LATEST_DAY_START.hour})
    if settings.birth_date is not None and settings.birth_date > today:
        raise InvalidValue("birth_date", Problem.IN_FUTURE)
    check_intervals(settings.intervals)


def check_intervals(intervals: Sequence[OwnInterval]) -> None:
    """Raise InvalidValue for an interval off 1 to 365 days, or two for one questionnaire."""
    for interval in intervals:
        days = interval.days
        if days is not None and not SHORTEST_INTERVAL <= days <= LONGEST_INTERVAL:
            limits = {"low": SHORTEST_INTERVAL, "high": LONGEST_INTERVAL}
            raise InvalidValue("interval", Problem.OFF_SCALE, limits)
    if len({interval.questionnaire for interval in intervals}) < len(intervals):
        raise InvalidValue("interval", Problem.TAKEN)
