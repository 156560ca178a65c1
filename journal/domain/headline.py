"""The one sentence above the trends: whether the day after a session differs, or that it does not.

Scores go up and down by themselves, and sessions are often booked on low days. So each session's
rise is set against the rises after this person's other days at the same level (clinical reference,
Counting rules: Headline).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from statistics import median

from journal.domain.around_sessions import (
    FEWEST_SESSIONS,
    REFERENCE_DAYS,
    AroundSessions,
    FoldedSession,
    values_by_day,
)
from journal.domain.checkin import ELEVATED_MOOD, Direction, Scale
from journal.domain.day_scores import DayScore
from journal.domain.dosing_rhythm import Rhythm

CLEAR_FROM = 1.0
"""The median rise has to be at least this many points."""

SAME_LEVEL = 1.0
"""Other days are at the same level within this many points."""

MANY_SESSIONS = 6
"""From so many sessions on, one may go the other way."""

FEWEST_ALIKE = 5
"""A session is compared where so many other days are at its level."""

_FREE_OF_SESSIONS = range(-1, 4)
"""Other days have no session from one day before them to three days after.

That day is the middle one of the three that make the level; the day after a session is the third
after it. So no session lies in the days that are measured, nor between them.
"""

_MIDDLE_TO_DAY_AFTER = 3

_INEXACT = 1e-9
"""Means of check-ins are not exact in binary: nothing hangs on differences as small as this."""

_ROUNDED_TO = 9


class Verdict(StrEnum):
    """What can be said of the day after a session."""

    ABOVE = "above"
    BELOW = "below"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_FEW = "too-few"
    NOT_COMPARED = "not-compared"


@dataclass(frozen=True, slots=True)
class SessionRise:
    """How far the day after a session lies above its own reference, in points.

    `usual` is the median rise after the `alike` other days at the same level. `since_last` counts
    from the last score before the session instead of the reference.
    """

    number: int
    day: date
    reference: float
    day_after: float
    since_last: float
    usual: float
    alike: int

    @property
    def rise(self) -> float:
        """Points above the reference, below 0 under it."""
        return round(self.day_after - self.reference, _ROUNDED_TO)

    @property
    def reduced(self) -> float:
        """The rise without what is usual at this level."""
        return round(self.day_after - self.reference - self.usual, _ROUNDED_TO)


@dataclass(frozen=True, slots=True)
class Headline:
    """What the day after the sessions says, oldest session first; `rhythm` says why it may not.

    `sessions` is how many have enough free days around them, `rises` are those of them that could
    be compared. `more_outside` says that the journal has more sessions than the period looked at.
    """

    scale: Scale
    rhythm: Rhythm
    verdict: Verdict
    rises: tuple[SessionRise, ...]
    sessions: int
    bipolar: bool = False
    more_outside: bool = False

    @property
    def named(self) -> tuple[SessionRise, ...]:
        """The sessions that go the way of the verdict: all of them, or all but one."""
        sign = _SIGNS.get(self.verdict, 0)
        return tuple(rise for rise in self.rises if sign * rise.rise > 0)

    @property
    def is_worse(self) -> bool:
        """Whether it names a change for the worse, higher elevated mood among them."""
        worse = {Direction.HIGHER_BETTER: Verdict.BELOW, Direction.HIGHER_WORSE: Verdict.ABOVE}
        if self.scale.key == ELEVATED_MOOD:
            return self.verdict is Verdict.ABOVE
        return self.verdict is worse.get(self.scale.direction)


_SIGNS = {Verdict.ABOVE: 1, Verdict.BELOW: -1}


def headline(around: AroundSessions, scores: Sequence[DayScore]) -> Headline:
    """What `around` says in one sentence.

    `scores` are the day scores of the whole journal that `around` was made from: other days are
    taken from all of it.
    """
    rises = tuple(_rises(around, scores)) if around.sessions else ()
    return Headline(
        around.scale,
        around.rhythm,
        _verdict(around.rhythm, rises),
        rises,
        len(around.sessions),
        around.bipolar,
        around.more_outside,
    )


def _rises(around: AroundSessions, scores: Sequence[DayScore]) -> Iterator[SessionRise]:
    others = _other_days(around, values_by_day(scores, around.today))
    at_level = cache(others.rises_at)
    for session in around.sessions:
        day_after, last = session.at(1), _last_before(session)
        if session.reference is not None and day_after is not None and last is not None:
            alike, usual = at_level(session.reference)
            if alike >= FEWEST_ALIKE:
                yield SessionRise(
                    session.number,
                    session.day,
                    session.reference,
                    day_after,
                    round(day_after - last, _ROUNDED_TO),
                    usual,
                    alike,
                )


def _last_before(session: FoldedSession) -> float | None:
    return next((s.value for s in reversed(session.scores) if s.offset <= 0), None)


@dataclass(frozen=True, slots=True)
class _OtherDays:
    """The levels of other days, ascending, and the rise after each."""

    levels: list[float]
    rises: list[float]

    def rises_at(self, level: float) -> tuple[int, float]:
        """How many of the days are at a level, and the median rise after them."""
        first = bisect_left(self.levels, level - SAME_LEVEL - _INEXACT)
        last = bisect_right(self.levels, level + SAME_LEVEL + _INEXACT)
        found = self.rises[first:last]
        return len(found), median(found) if found else 0.0


def _other_days(around: AroundSessions, values: Mapping[int, float]) -> _OtherDays:
    """Every day on which there might have been a session: what was before, and the day after.

    What was before is what a session's own reference is made of.
    """
    weekly = around.rhythm is Rhythm.WEEKLY
    before = [1 - offset for offset in ((0,) if weekly else REFERENCE_DAYS)]
    in_the_way = {
        day.toordinal() + _MIDDLE_TO_DAY_AFTER - n
        for day in around.session_days
        for n in _FREE_OF_SESSIONS
    }
    found = []
    logged = values.get
    for day, value in values.items():
        if day not in in_the_way:
            level = _level([near for n in before if (near := logged(day - n)) is not None])
            if level is not None:
                found.append((level, value - level))
    found.sort()
    return _OtherDays([level for level, _rise in found], [rise for _level, rise in found])


def _level(values: list[float]) -> float | None:
    """The median of up to three values; of ten years' days the general one takes too long."""
    if not values:
        return None
    return sorted(values)[1] if len(values) == 3 else sum(values) / len(values)


def _verdict(rhythm: Rhythm, rises: Sequence[SessionRise]) -> Verdict:
    if rhythm in (Rhythm.TWICE_WEEKLY, Rhythm.DAILY):
        return Verdict.NOT_COMPARED
    if len(rises) < FEWEST_SESSIONS:
        return Verdict.TOO_FEW
    return next((v for v, sign in _SIGNS.items() if _differs(sign, rises)), Verdict.NO_CLEAR_CHANGE)


def _differs(sign: int, rises: Sequence[SessionRise]) -> bool:
    """Whether the rises, and what is left of them without the usual, go this way together.

    The sentence tells the rises, so both must. Where sessions are booked on the way down, scores
    go on falling by themselves: the day after must differ from the last score before as well.
    Three sessions go the same way by chance one time in four: there all of it is asked of each.
    """
    since_last = [sign * rise.since_last for rise in rises]
    measured = [[sign * rise.rise for rise in rises], [sign * rise.reduced for rise in rises]]
    if len(rises) == FEWEST_SESSIONS:
        return all(min(each) >= CLEAR_FROM for each in (*measured, since_last))
    return all(map(_go_together, measured)) and median(since_last) >= CLEAR_FROM


def _go_together(rises: Sequence[float]) -> bool:
    """The rule: by a point in the median, and all of them, or from six sessions on all but one."""
    spared = 1 if len(rises) >= MANY_SESSIONS else 0
    return median(rises) >= CLEAR_FROM and sum(rise <= 0 for rise in rises) <= spared
