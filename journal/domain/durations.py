"""How long: the days until a scale was back at a session's own level before it.

"Back" is two logged days running at or below that level, or at or above it where a higher score is
worse (clinical reference, Counting rules). A session that was not back when the next one came, or
is not back yet, is counted apart and never dropped.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from journal.domain.around_sessions import (
    FEWEST_SESSIONS,
    AroundSessions,
    OwnLevel,
    values_by_day,
)
from journal.domain.checkin import Direction, Scale
from journal.domain.day_scores import DayScore
from journal.domain.dosing_rhythm import Rhythm

DAYS_RUNNING = 2
"""So many logged days are needed to say that a session was back."""

SESSIONS_EACH = 4
"""A change over the course is named where each of the last four differs from each of the first.

Where nothing changes, that happens by chance 2 times in 70.
"""

FEWEST_FOR_TREND = 2 * SESSIONS_EACH


@dataclass(frozen=True, slots=True)
class SessionDuration:
    """The day on which a session's scores were back at its `reference`, counted from the session.

    Where they were not `back`, `days` is the last logged day on which that is known; the next
    session came or, without `next_came`, it is still open. Without `left` no logged day before
    `days` was off that level on its better side, so that there was nothing to be back from.
    """

    number: int
    day: date
    reference: float
    days: int
    back: bool
    next_came: bool
    left: bool = True


class Trend(StrEnum):
    """How the durations of the last sessions differ from those of the first."""

    LONGER = "longer"
    SHORTER = "shorter"


@dataclass(frozen=True, slots=True)
class Durations:
    """How long it took at each session, oldest first.

    `median` is that of the survival curve (Kaplan and Meier), None where fewer than half came back
    or there are fewer than 3 sessions. `not_followed` sessions have no level before them or too
    little logged after, though two days have passed. `trend` is None where no change is clear, and
    below 8 sessions. `more_outside` says that the journal has more sessions than the period.
    """

    scale: Scale
    rhythm: Rhythm
    sessions: tuple[SessionDuration, ...]
    median: int | None
    not_followed: int
    trend: Trend | None
    bipolar: bool = False
    more_outside: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether there are enough sessions to say anything."""
        return len(self.sessions) >= FEWEST_SESSIONS

    @property
    def is_course_long_enough(self) -> bool:
        """Whether there are enough sessions to say if it changes over their course."""
        return len(self.sessions) >= FEWEST_FOR_TREND

    @property
    def back(self) -> tuple[SessionDuration, ...]:
        """The sessions that were back."""
        return tuple(session for session in self.sessions if session.back)

    @property
    def not_back_when_next_came(self) -> int:
        """How many were not back when the next session came."""
        return sum(session.next_came and not session.back for session in self.sessions)

    @property
    def not_back_yet(self) -> int:
        """How many are not back yet: at most the last one."""
        return len(self.sessions) - len(self.back) - self.not_back_when_next_came


def durations(around: AroundSessions, scores: Sequence[DayScore]) -> Durations:
    """How long it took at every session with enough free days before it.

    `scores` are the day scores of the whole journal that `around` was made from.
    """
    values = values_by_day(scores, around.today)
    found = tuple(_durations(around, values))
    return Durations(
        around.scale,
        around.rhythm,
        found,
        survival_median(found) if len(found) >= FEWEST_SESSIONS else None,
        _not_followed(around, found),
        _trend(found),
        around.bipolar,
        around.more_outside,
    )


def _not_followed(around: AroundSessions, found: Sequence[SessionDuration]) -> int:
    followed = {session.number for session in found}
    passed = (level.window for level in around.levels if level.window.until >= DAYS_RUNNING)
    return sum(window.number not in followed for window in passed)


def _durations(around: AroundSessions, values: Mapping[int, float]) -> Iterator[SessionDuration]:
    for level in around.levels:
        if level.reference is not None:
            yield from _duration(level, level.reference, around.scale, values)


def _duration(
    level: OwnLevel, reference: float, scale: Scale, values: Mapping[int, float]
) -> Iterator[SessionDuration]:
    """Nothing where too little is logged after the session to say even that it was not back."""
    window = level.window
    first = window.day.toordinal()
    logged = [n for n in range(1, window.until + 1) if first + n in values]
    at_level = {n for n in logged if _is_at_level(values[first + n], reference, scale)}
    back = next((a for a, b in pairwise(logged) if at_level.issuperset((a, b))), None)
    # Of a last day at the level nobody knows whether the next would have been there too.
    known = logged[:-1] if logged and logged[-1] in at_level else logged
    days = back if back is not None else max(known, default=None)
    if days is not None:
        yield SessionDuration(
            window.number,
            window.day,
            reference,
            days,
            back is not None,
            window.next_came,
            any(n not in at_level for n in logged if n <= days),
        )


def _is_at_level(value: float, reference: float, scale: Scale) -> bool:
    if scale.direction is Direction.HIGHER_WORSE:
        return value >= reference
    return value <= reference


def survival_median(sessions: Sequence[SessionDuration]) -> int | None:
    """The first day by which half came back, sessions that did not counted while they were seen.

    On every day the share that is not back yet shrinks by those who come back of those still seen
    (Kaplan and Meier 1958); None where it never gets down to a half.
    """
    share = Fraction(1)
    for day in sorted({session.days for session in sessions if session.back}):
        seen = sum(session.days >= day for session in sessions)
        back = sum(session.back and session.days == day for session in sessions)
        share *= 1 - Fraction(back, seen)
        if share <= Fraction(1, 2):
            return day
    return None


def _trend(sessions: Sequence[SessionDuration]) -> Trend | None:
    """One not back is known to be longer than it was seen, and not how much longer."""
    if len(sessions) < FEWEST_FOR_TREND:
        return None
    first, last = sessions[:SESSIONS_EACH], sessions[-SESSIONS_EACH:]
    if _at_most(last) < min(session.days for session in first):
        return Trend.SHORTER
    if _at_most(first) < min(session.days for session in last):
        return Trend.LONGER
    return None


def _at_most(sessions: Sequence[SessionDuration]) -> float:
    return max(session.days if session.back else float("inf") for session in sessions)
