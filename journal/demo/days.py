"""The calendar of the demo patient: 180 days, the sessions among them, and moments counted back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from journal.domain.period import Moment, day_ends, journal_day, moment_at, moment_on_day

DAYS = 180

SESSION_GAPS = (3, 4, 3, 4, 3, 18, 21, 21, 28, 28, 28)
"""Days from each session to the next; the first six sessions are the induction, in 17 days."""

SESSIONS = len(SESSION_GAPS) + 1
SESSIONS_AGO = tuple(sum(SESSION_GAPS[number:]) for number in range(SESSIONS))
"""How many days before the last day each session was; the last one is on it."""

SESSION_STARTS = tuple(
    time(9 + after_nine // 60, after_nine % 60)
    for after_nine in (40, 55, 40, 55, 40, 40, 70, 45, 60, 50, 65, 40)
)
SESSION_MINUTES = 40


@dataclass(frozen=True, slots=True)
class Course:
    """Turns "so many days ago, at that time" into moments, none of them after `now`."""

    now: datetime
    zone: str
    day_starts_at: time
    ids: Iterator[int] = field(default_factory=count)

    @property
    def last(self) -> date:
        """The last day; a day that has just begun has no room for a session."""
        an_hour_ago = self.now.astimezone(ZoneInfo(self.zone)) - timedelta(hours=1)
        return journal_day(an_hour_ago, self.day_starts_at)

    def at(self, ago: int, clock: time) -> Moment:
        """The moment at `clock` on the journal day `ago` days before the last, or after it."""
        moment = self._by_the_clock(ago, clock)
        if ago != 0:
            return moment
        began = day_ends(self.last - timedelta(1), self.zone, self.day_starts_at)
        return self.moment(max(moment.instant - self._brought_forward, began))

    def moment(self, instant: datetime) -> Moment:
        """The moment of an instant."""
        return moment_at(instant, self.zone, self.day_starts_at)

    def new_id(self, instant: datetime) -> UUID:
        """A time-ordered identifier (version 7) with a counter where chance would be."""
        milliseconds = int(instant.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | next(self.ids))

    @property
    def _brought_forward(self) -> timedelta:
        last_start = self._by_the_clock(0, SESSION_STARTS[-1]).instant
        last_end = last_start + timedelta(minutes=SESSION_MINUTES)
        return max(last_end - self.now, timedelta(0))

    def _by_the_clock(self, ago: int, clock: time) -> Moment:
        day = self.last - timedelta(ago)
        return moment_on_day(day, clock, self.zone, "at", self.day_starts_at)
