"""Trends: day scores and their averages between ketamine sessions, as one timeline.

The rules are the clinical reference's, Counting rules. Scores given during a session's drug effect
are in nothing here.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from journal.domain.checkin import MOOD, CheckIn, DayRecord, Scale
from journal.domain.day_scores import (
    DayScore,
    Part,
    SessionScores,
    before,
    day_scores,
    entered_late,
    is_imported,
    next_day,
    scores_around_sessions,
    scores_by_stretch,
    sleep,
)
from journal.domain.medication import MedicineMark, changes, medicine_marks
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.session import Dose, TreatmentSession
from journal.domain.stretches import Course, course

__all__ = [
    "AveragePoint",
    "DayScore",
    "Part",
    "SessionMark",
    "SessionScores",
    "Timeline",
    "before",
    "entered_late",
    "fullest_scale",
    "is_imported",
    "next_day",
    "scales_with_scores",
    "scores_around_sessions",
    "session_marks",
    "timeline",
    "whole_journal",
]

DAYS_EACH_SIDE = 3
"""The average of a day takes in this many days on either side: 7 in all."""

FEWEST_LOGGED = 4
"""The average is drawn where at least this many of its 7 days are logged."""

MEDICINE_REACH = 28
"""So many days before anything else is entered a medicine's change belongs to the journal."""

_DAY = attrgetter("day")


@dataclass(frozen=True, slots=True)
class AveragePoint:
    """The mean of the `count` logged days in the 7 around `day`, 4 to 7 of them.

    `part` and `session` are those of the day's score: a session day may have a point on each side.
    """

    day: date
    value: float
    count: int
    part: Part = Part.WHOLE
    session: int | None = None


@dataclass(frozen=True, slots=True)
class SessionMark:
    """A session that took place; `number` counts over the whole course, None without ketamine.

    `dose_before` is the last known dose of the ketamine sessions before it, in whatever period.
    """

    number: int | None
    day: date
    session: TreatmentSession
    dose_before: Dose | None = None

    @property
    def dose(self) -> Dose | None:
        """The dose of ketamine that was taken, else the one agreed on; None where it is unknown."""
        return None if self.number is None else self.session.dose_taken or self.session.dose


@dataclass(frozen=True, slots=True)
class Timeline:
    """One scale over a period, ready to be drawn or told; everything is oldest first.

    Each of `lines` is unbroken: its points stand on successive days between two sessions.
    `medicines` are the changes of the period; with `bipolar` treated a higher mood is not better.
    """

    scale: Scale
    period: Period
    scores: tuple[DayScore, ...]
    lines: tuple[tuple[AveragePoint, ...], ...]
    sessions: tuple[SessionMark, ...]
    medicines: tuple[MedicineMark, ...] = ()
    bipolar: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no score to draw."""
        return not self.scores

    @property
    def days_logged(self) -> int:
        """Days with at least one score on this scale outside a drug effect."""
        return len({score.day for score in self.scores})

    @property
    def days_late(self) -> int:
        """Those of the logged days that were written down only after they had ended."""
        return len({score.day for score in self.scores if score.late})

    @property
    def days_imported(self) -> int:
        """Those of the logged days that came from another tracker."""
        return len({score.day for score in self.scores if score.imported})


def timeline(
    records: Records,
    scale: Scale,
    period: Period,
    scores: Sequence[DayScore] | None = None,
) -> Timeline:
    """Day scores, averages and sessions of `period`; `records` may be in any order.

    An average near the period's ends takes in the days just outside it. `scores` are the scale's
    day scores of the whole journal, oldest first, where they are known already.
    """
    sessions = course(records.sessions)
    if scores is None:
        scores = tuple(day_scores(records, scale, _widened(period), sessions))
    return Timeline(
        scale,
        period,
        _within(scores, period),
        tuple(_lines(_within(scores, _widened(period)), sessions, period)),
        tuple(mark for mark in session_marks(records.sessions) if mark.day in period),
        medicine_marks(records.medications, period),
        TreatedFor.BIPOLAR in records.settings.treated_for,
    )


def _within(scores: Sequence[DayScore], period: Period) -> tuple[DayScore, ...]:
    first = bisect_left(scores, period.first, key=_DAY)
    return tuple(scores[first : bisect_right(scores, period.last, lo=first, key=_DAY)])


def _widened(period: Period) -> Period:
    first = max(period.first.toordinal() - DAYS_EACH_SIDE, date.min.toordinal())
    last = min(period.last.toordinal() + DAYS_EACH_SIDE, date.max.toordinal())
    return Period(date.fromordinal(first), date.fromordinal(last))


def _lines(
    scores: Sequence[DayScore], sessions: Course, period: Period
) -> Iterator[tuple[AveragePoint, ...]]:
    by_stretch = scores_by_stretch(scores, sessions)
    for stretch in sorted(by_stretch):
        yield from _runs(_averages(by_stretch[stretch], period))


def _averages(scores: Sequence[DayScore], period: Period) -> Iterator[AveragePoint]:
    """The averages in `period` of one stretch, whose `scores` are oldest first."""
    days = [score.day.toordinal() for score in scores]
    values = [score.value for score in scores]
    first, last = period.first.toordinal(), period.last.toordinal()
    begin = end = 0
    for score, day in zip(scores, days, strict=True):
        while days[begin] < day - DAYS_EACH_SIDE:
            begin += 1
        while end < len(days) and days[end] <= day + DAYS_EACH_SIDE:
            end += 1
        count = end - begin
        if count >= FEWEST_LOGGED and first <= day <= last:
            mean = sum(values[begin:end]) / count
            yield AveragePoint(score.day, mean, count, score.part, score.session)


def _runs(points: Iterable[AveragePoint]) -> Iterator[tuple[AveragePoint, ...]]:
    """The points, cut wherever a day is missing between two of them."""
    run: list[AveragePoint] = []
    following = 0
    for point in points:
        day = point.day.toordinal()
        if day != following and run:
            yield tuple(run)
            run = []
        run.append(point)
        following = day + 1
    if run:
        yield tuple(run)


def session_marks(sessions: Collection[TreatmentSession]) -> tuple[SessionMark, ...]:
    """All sessions that took place, of every treatment, by start; ketamine ones numbered."""
    numbers = {one.session.id: one.number for one in course(sessions).sessions}
    done = sorted((s for s in sessions if s.is_done), key=lambda s: (s.start.instant, s.id))
    return tuple(_marks(done, numbers))


def _marks(done: Iterable[TreatmentSession], numbers: Mapping[UUID, int]) -> Iterator[SessionMark]:
    before: Dose | None = None
    for session in done:
        mark = SessionMark(numbers.get(session.id), session.start.day, session, before)
        yield mark
        before = mark.dose or before


RatedDays = Mapping[str, Collection[date]]
"""The days on which each scale was rated, by its key."""


def scales_with_scores(
    records: Records, period: Period, rated: RatedDays | None = None
) -> tuple[Scale, ...]:
    """The scales with a score in `period`, switched on or off, by position.

    `rated` are the days of the period by scale, where they are known already.
    """
    rated = rated_days(records.check_ins, period) if rated is None else rated
    slept = [record for record in records.days if record.day in period]
    return tuple(
        scale
        for scale in records.scales
        if scale.key in rated or (scale.of_day and any(sleep(r, scale) is not None for r in slept))
    )


def fullest_scale(records: Records, period: Period, rated: RatedDays | None = None) -> Scale:
    """The scale with most logged days in `period`, the first by position of several; else mood.

    Sleep belongs to the day and makes no day logged: it is taken only where nothing else is rated.
    `rated` are the days of the period by scale, where they are known already.
    """
    ordered = sorted(records.scales, key=attrgetter("position"))
    asked = [scale for scale in ordered if not scale.of_day]
    days = rated_days(records.check_ins, period) if rated is None else rated
    fullest = max(asked, key=lambda scale: len(days.get(scale.key, ())))
    if fullest.key in days:
        return fullest
    slept = [scale for scale in ordered if scale.of_day]
    nights = {scale.key: _nights(records.days, scale, period) for scale in slept}
    most = max(slept, key=lambda scale: nights[scale.key], default=None)
    if most is not None and nights[most.key]:
        return most
    return next(scale for scale in asked if scale.key == MOOD)


def _nights(days: Iterable[DayRecord], scale: Scale, period: Period) -> int:
    return sum(day.day in period and sleep(day, scale) is not None for day in days)


def rated_days(check_ins: Iterable[CheckIn], period: Period) -> RatedDays:
    """The days of the period on which each scale was rated; scales without any are not there."""
    first, last = period.first, period.last
    days: dict[str, set[date]] = defaultdict(set)
    for check_in in check_ins:
        day = check_in.moment.day
        if first <= day <= last:
            for score in check_in.scores:
                days[score.scale].add(day)
    return days


def whole_journal(records: Records, today: date) -> Period:
    """From the first day anything is entered for up to `today`; just `today` without entries.

    A medicine's change counts up to 28 days before everything else: many are taken for years, and
    the days of the journal would be lost beside them.
    """
    first = min([*_days_entered(records), today])
    reach = first.toordinal() - MEDICINE_REACH
    changed = (mark.day for mark in changes(records.medications))
    return Period(min([first, *(day for day in changed if day.toordinal() >= reach)]), today)


def _days_entered(records: Records) -> Iterator[date]:
    yield from (check_in.moment.day for check_in in records.check_ins)
    yield from (record.day for record in records.days)
    yield from (session.start.day for session in records.sessions if session.is_done)
    yield from (effect.noted.day for effect in records.side_effects)
    yield from (response.moment.day for response in records.responses)
    yield from (dose.taken.day for dose in records.doses_taken)
