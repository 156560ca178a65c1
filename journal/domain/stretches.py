"""Stretches: the runs of days between ketamine sessions, and what lies in none of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate
from operator import attrgetter

from journal.domain.session import NumberedSession, TreatmentSession, numbered

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)
"""The ends of all time: of the stretch before the first session, and of the last one."""


@dataclass(frozen=True, slots=True)
class Course:
    """The ketamine sessions that took place; they cut the days into stretches.

    Stretch 0 lies before session 1, stretch n between session n and the next. `free_from` says for
    each session when its drug effect, and that of every earlier one, is over.
    """

    sessions: tuple[NumberedSession, ...]
    starts: tuple[datetime, ...]
    days: tuple[date, ...]
    free_from: tuple[datetime, ...]

    def stretch(self, instant: datetime) -> int | None:
        """The stretch an instant lies in, or None during a drug effect (its end not included)."""
        begun = self.begun_by(instant)
        return None if begun and instant < self.free_from[begun - 1] else begun

    def begun_before(self, instant: datetime) -> int:
        """How many sessions started before `instant`: the stretch that a session then ends."""
        return bisect_left(self.starts, instant)

    def begun_by(self, instant: datetime) -> int:
        """How many sessions started by `instant`, itself included."""
        return bisect_right(self.starts, instant)

    def free_time(self, stretch: int) -> tuple[datetime, datetime]:
        """From when on a stretch has no drug effect, and the start that ends it, not included."""
        free_from = self.free_from[stretch - 1] if stretch else EARLIEST
        return free_from, self.starts[stretch] if stretch < len(self.starts) else LATEST

    def stretches_on(self, day: date) -> range:
        """The stretch a day lies in; on a session day the one that ends and those that begin."""
        return range(bisect_left(self.days, day), bisect_right(self.days, day) + 1)

    def runs(self, days: Sequence[date]) -> Iterator[tuple[range, Sequence[date]]]:
        """Ascending `days`, cut where stretches end: each session day alone, others together."""
        begin = 0
        while begin < len(days):
            on_day = self.stretches_on(days[begin])
            end = begin + 1
            if len(on_day) == 1:
                ahead = on_day[0] < len(self.days)
                end = bisect_left(days, self.days[on_day[0]], begin) if ahead else len(days)
            yield on_day, days[begin:end]
            begin = end


def course(sessions: Iterable[TreatmentSession]) -> Course:
    """The course that these sessions, of any treatment and state and in any order, make up."""
    counted = numbered(sorted(sessions, key=attrgetter("id")))
    return Course(
        sessions=counted,
        starts=tuple(one.session.start.instant for one in counted),
        days=tuple(sorted(one.session.start.day for one in counted)),
        free_from=tuple(accumulate((one.session.effect_ends for one in counted), max)),
    )
