"""Around a session: day scores laid over one another, each session's day at the same place.

The rules are the clinical reference's, Counting rules. Day 0 is what stood *before* the session,
day 1 the next journal day; scores of a drug effect are in nothing here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from statistics import median, quantiles

from journal.domain.checkin import Scale
from journal.domain.day_scores import DayScore, Part, day_scores
from journal.domain.dosing_rhythm import Rhythm, rhythm
from journal.domain.period import EARLIEST_DAY, Period
from journal.domain.profile import TreatedFor
from journal.domain.rated_near import last_before, rated_near
from journal.domain.repository import Records
from journal.domain.session_windows import (
    FRAMES,
    Frame,
    SessionWindow,
    comparable,
    courses,
    is_over,
    windows,
)
from journal.domain.stretches import course

FEWEST_SESSIONS = 3
"""The picture is shown from so many sessions on, and a day of it from so many scores."""

FEWEST_FOR_BAND = 5
"""The middle half is shown from so many scores on."""

REFERENCE_DAYS = (-3, -2, -1)
"""A session's own reference is the median of these days."""

COURSE_BEFORE = 3
COURSE_AFTER = 14
"""A course is drawn from 3 days before its first session up to 14 after its last."""


@dataclass(frozen=True, slots=True)
class FoldedScore:
    """A day score, so many days after its session; day 0 is *before* it."""

    offset: int
    value: float


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """A session and its own reference, the level before it; None where that was not logged."""

    window: SessionWindow
    reference: float | None


@dataclass(frozen=True, slots=True)
class FoldedSession:
    """One session of the picture, its logged days in order."""

    number: int
    day: date
    reference: float | None
    scores: tuple[FoldedScore, ...]

    def at(self, offset: int) -> float | None:
        """The score of a day, None where it was not logged."""
        return next((score.value for score in self.scores if score.offset == offset), None)


@dataclass(frozen=True, slots=True)
class FoldedDay:
    """One day of the picture and the `count` scores on it.

    The median is there from 3 scores on; the ends of the middle half, `low` and `high`, from 5.
    """

    offset: int
    count: int
    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SessionCourse:
    """Sessions under 8 days apart as one block, such as an induction; in no median.

    `number` counts the journal's courses from 1. Its scores reach from 3 days before the first
    session up to 14 days after the last, or to the next session.
    """

    scale: Scale
    number: int
    sessions: tuple[SessionWindow, ...]
    scores: tuple[DayScore, ...]

    @property
    def first_day(self) -> date:
        """The day of its first session, its day 0."""
        return self.sessions[0].day

    @property
    def span(self) -> int:
        """Days from its first session to its last."""
        return (self.sessions[-1].day - self.first_day).days


@dataclass(frozen=True, slots=True)
class AroundSessions:
    """A scale around the sessions of a period; everything is oldest first.

    `levels` are all sessions with enough free days before them, `sessions` those of them that have
    enough after as well and at least one score. `reference` is the median of their own ones.
    `session_days` are the days of every ketamine session up to today, whatever the period, and
    `more_outside` says that some outside it have enough free days before them, too.
    """

    scale: Scale
    period: Period
    today: date
    rhythm: Rhythm
    levels: tuple[OwnLevel, ...]
    sessions: tuple[FoldedSession, ...]
    days: tuple[FoldedDay, ...]
    reference: float | None
    courses: tuple[SessionCourse, ...]
    session_days: tuple[date, ...]
    bipolar: bool = False
    more_outside: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether there are enough sessions for a picture."""
        return len(self.sessions) >= FEWEST_SESSIONS


def around_sessions(
    records: Records,
    scale: Scale,
    period: Period,
    today: date,
    scores: Sequence[DayScore] | None = None,
) -> AroundSessions:
    """The sessions of `period` as seen on `today`; days outside the period count around them.

    `scores` are the scale's day scores of the whole journal, oldest first, where they are known
    already.
    """
    sessions = course(s for s in records.sessions if s.start.day <= today)
    if scores is None:
        scores = tuple(day_scores(records, scale, Period(EARLIEST_DAY, today), sessions))
    how_often = rhythm(sessions)
    found = windows(sessions, today)
    values = values_by_day(scores, today)
    of_journal = tuple(comparable(found, how_often))
    compared = [window for window in of_journal if window.day in period]
    levels = tuple(_levels(records, scale, how_often, compared, values))
    folded = tuple(_folded(levels, FRAMES[how_often], values)) if levels else ()
    return AroundSessions(
        scale,
        period,
        today,
        how_often,
        levels,
        folded,
        tuple(_days(folded, FRAMES[how_often])) if levels else (),
        _median(one.reference for one in folded),
        tuple(c for c in _courses(scale, found, how_often, scores) if c.first_day in period),
        sessions.days,
        TreatedFor.BIPOLAR in records.settings.treated_for,
        len(compared) < len(of_journal),
    )


def values_by_day(scores: Iterable[DayScore], today: date) -> dict[int, float]:
    """One value for each logged day's ordinal: of a session day what stood *before* the session."""
    after = Part.AFTER
    return {s.day.toordinal(): s.value for s in scores if s.part is not after and s.day <= today}


def _levels(
    records: Records,
    scale: Scale,
    how_often: Rhythm,
    compared: Sequence[SessionWindow],
    values: Mapping[int, float],
) -> Iterator[OwnLevel]:
    weekly = how_often is Rhythm.WEEKLY
    evening = _evening_before(records, scale, compared, values) if weekly else {}
    for window in compared:
        day = window.day.toordinal()
        if weekly:
            yield OwnLevel(window, values.get(day, evening.get(window.number)))
        else:
            yield OwnLevel(window, _median(values.get(day + n) for n in REFERENCE_DAYS))


def _evening_before(
    records: Records,
    scale: Scale,
    compared: Iterable[SessionWindow],
    values: Mapping[int, float],
) -> Mapping[int, float]:
    """What stood *before* a session, by its number, where that is not of the session's own day."""
    missing = {window.day for window in compared if window.day.toordinal() not in values}
    if scale.of_day or not missing:
        return {}
    sessions = course(records.sessions)
    near = {day - timedelta(back) for day in missing for back in range(3)}
    return last_before(rated_near(records.check_ins, scale, near, sessions), sessions)


def _median(values: Iterable[float | None]) -> float | None:
    logged = [value for value in values if value is not None]
    return median(logged) if logged else None


def _folded(
    levels: Iterable[OwnLevel], frame: Frame, values: Mapping[int, float]
) -> Iterator[FoldedSession]:
    for level in levels:
        window = level.window
        day = window.day.toordinal()
        scores = tuple(
            FoldedScore(offset, values[day + offset])
            for offset in range(frame.first, frame.last + 1)
            if day + offset in values
        )
        if scores and window.is_free_after(frame):
            yield FoldedSession(window.number, window.day, level.reference, scores)


def _days(sessions: Iterable[FoldedSession], frame: Frame) -> Iterator[FoldedDay]:
    by_offset: dict[int, list[float]] = {n: [] for n in range(frame.first, frame.last + 1)}
    for session in sessions:
        for score in session.scores:
            by_offset[score.offset].append(score.value)
    return (_day(offset, values) for offset, values in by_offset.items())


def _day(offset: int, values: Sequence[float]) -> FoldedDay:
    middle = median(values) if len(values) >= FEWEST_SESSIONS else None
    if len(values) < FEWEST_FOR_BAND:
        return FoldedDay(offset, len(values), middle, None, None)
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return FoldedDay(offset, len(values), middle, low, high)


def _courses(
    scale: Scale, found: Sequence[SessionWindow], how_often: Rhythm, scores: Sequence[DayScore]
) -> Iterator[SessionCourse]:
    if how_often is Rhythm.DAILY:
        return
    for number, sessions in enumerate(courses(found, how_often), 1):
        if is_over(sessions):
            yield SessionCourse(scale, number, sessions, _course_scores(sessions, scores))


def _course_scores(
    sessions: Sequence[SessionWindow], scores: Sequence[DayScore]
) -> tuple[DayScore, ...]:
    first = sessions[0].day - timedelta(COURSE_BEFORE)
    last = sessions[-1].day + timedelta(min(COURSE_AFTER, sessions[-1].until))
    own = {session.number for session in sessions}
    begin = bisect_left(scores, first, key=_score_day)
    near = scores[begin : bisect_right(scores, last, lo=begin, key=_score_day)]
    return tuple(s for s in near if s.part is not Part.AFTER or s.session in own)


_score_day = attrgetter("day")
