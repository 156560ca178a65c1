"""Days with and without something the person picks: the same scale on both, side by side.

Only days that say something about it count: the others are left out and counted. Nothing is said
of causes, and nothing at all below 5 days on either side.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from journal.domain.checkin import Scale
from journal.domain.day_scores import DayScore, day_scores
from journal.domain.period import Period
from journal.domain.pickable import (
    SHORT_SLEEP_UNDER,
    Pickable,
    Thing,
    ThingKind,
    known_days,
    pickable,
)
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.stretches import course

__all__ = [
    "FEWEST_DAYS",
    "SHORT_SLEEP_UNDER",
    "Pickable",
    "Side",
    "Thing",
    "ThingKind",
    "WithAndWithout",
    "pickable",
    "with_and_without",
]

FEWEST_DAYS = 5


@dataclass(frozen=True, slots=True)
class Side:
    """The scored days on one side, one score each, oldest first.

    `session_days` counts those of them on which a ketamine session took place.
    """

    scores: tuple[DayScore, ...] = ()
    session_days: int = 0

    @property
    def days(self) -> int:
        """How many days stand on this side."""
        return len(self.scores)

    @property
    def median(self) -> float | None:
        """The median of the day scores, None without any."""
        return median(score.value for score in self.scores) if self.scores else None


@dataclass(frozen=True, slots=True)
class WithAndWithout:
    """A scale on the days of a period with and without `thing`.

    `left_out` counts the scored days that say nothing about it. Of a session day what was logged
    after the session counts, or before it where that is all there is.
    """

    scale: Scale
    period: Period
    thing: Thing
    having: Side
    lacking: Side
    left_out: int
    bipolar: bool = False

    @property
    def is_enough(self) -> bool:
        """Whether there are at least 5 days on either side; otherwise nothing is shown."""
        return min(self.having.days, self.lacking.days) >= FEWEST_DAYS

    @property
    def days_imported(self) -> int:
        """Those of the days on both sides that came from another tracker."""
        return sum(score.imported for score in (*self.having.scores, *self.lacking.scores))


def with_and_without(
    records: Records,
    scale: Scale,
    thing: Thing,
    period: Period,
    scores: Iterable[DayScore] | None = None,
) -> WithAndWithout:
    """The scale on both kinds of days of `period`.

    `scores` are its day scores, oldest first, where they are known already; days outside the period
    may be among them.
    """
    sessions = course(records.sessions)
    if scores is None:
        scores = day_scores(records, scale, period, sessions)
    # They come oldest first, so that of a session day the last part stays.
    days = {score.day: score for score in scores if period.first <= score.day <= period.last}
    known = known_days(records, thing, period)
    having = [score for day, score in days.items() if day in known.having]
    asked = [score for day, score in days.items() if day in known.asked]
    lacking = [score for score in asked if score.day not in known.having]
    return WithAndWithout(
        scale,
        period,
        thing,
        _side(having, sessions.days),
        _side(lacking, sessions.days),
        len(days) - len(asked),
        TreatedFor.BIPOLAR in records.settings.treated_for,
    )


def _side(scores: Sequence[DayScore], session_days: Collection[date]) -> Side:
    held = frozenset(session_days)
    return Side(tuple(scores), sum(score.day in held for score in scores))
