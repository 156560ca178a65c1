"""Day scores: what one journal day says on one scale, and what stands before and after a session.

Scores given during a session's drug effect are in nothing here (clinical reference, Counting
rules).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from journal.domain.checkin import SLEEP_HOURS, CheckIn, DayRecord, Scale, Score
from journal.domain.period import DAY_STARTS_AT, Period, day_ends
from journal.domain.repository import Records
from journal.domain.session import TreatmentSession
from journal.domain.stretches import Course, course

BEFORE_REACHES = timedelta(hours=24)
"""How long before a session's start its *before* may have been given."""


class Part(StrEnum):
    """What of a journal day a score stands for: all of it, or one side of a session."""

    WHOLE = "whole"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DayScore:
    """The mean of `count` scores of one day; `low` and `high` are the lowest and highest of them.

    `session` is the number of the session that BEFORE and AFTER belong to, None for WHOLE. `late`
    and `imported` are true of the day: all its scores used here were, and never both.
    """

    day: date
    value: float
    low: float
    high: float
    count: int
    late: bool
    imported: bool
    part: Part = Part.WHOLE
    session: int | None = None


@dataclass(frozen=True, slots=True)
class SessionScores:
    """A score before a session and that of the next journal day, each None where not logged."""

    session: TreatmentSession
    before: int | None
    next_day: float | None


class _Rated(NamedTuple):
    """A check-in and its score on the scale that is looked at."""

    check_in: CheckIn
    score: Score

    @property
    def instant(self) -> datetime:
        """The moment that the score is for."""
        return self.check_in.moment.instant


_RatedDays = Mapping[date, Sequence[_Rated]]


def day_scores(
    records: Records, scale: Scale, period: Period, sessions: Course
) -> Iterator[DayScore]:
    """The scores of every day in `period`, oldest first; a day of several sessions has several."""
    if scale.of_day:
        yield from _sleep_scores(records.days, scale, period)
        return
    days = _rated_days(records.check_ins, scale, period)
    for day in sorted(days):
        yield from _scores_of_day(day, days[day], sessions, records.settings.day_starts_at)


def _sleep_scores(days: Iterable[DayRecord], scale: Scale, period: Period) -> Iterator[DayScore]:
    for record in sorted(days, key=attrgetter("day")):
        value = sleep(record, scale)
        if value is not None and record.day in period:
            yield DayScore(record.day, value, value, value, 1, late=False, imported=False)


def sleep(record: DayRecord, scale: Scale) -> float | None:
    """What a day's record says on one of the two sleep scales."""
    return record.sleep_hours if scale.key == SLEEP_HOURS else record.sleep_quality


def _rated_days(
    check_ins: Iterable[CheckIn], scale: Scale, period: Period | None = None
) -> dict[date, list[_Rated]]:
    key = scale.key
    first, last = (period.first, period.last) if period else (date.min, date.max)
    days: dict[date, list[_Rated]] = {}
    for check_in in check_ins:
        day = check_in.moment.day
        if first <= day <= last:
            for score in check_in.scores:
                if score.scale == key:
                    days.setdefault(day, []).append(_Rated(check_in, score))
    return days


def _scores_of_day(
    day: date, rated: Sequence[_Rated], sessions: Course, day_starts_at: time
) -> Iterator[DayScore]:
    """The day as a whole, or *before* its first session and *after* each of its sessions."""
    on_day = sessions.stretches_on(day)
    parts = _by_stretch(rated, on_day, sessions)
    check_ins = [one.check_in for part in parts.values() for one in part]
    late = entered_late(check_ins, day_starts_at, rated[0].score.scale)
    imported = is_imported(check_ins)
    for stretch in sorted(parts):
        values = [one.score.value for one in parts[stretch]]
        mean = sum(values) / len(values)
        part, number = _side(stretch, on_day)
        yield DayScore(
            day, mean, min(values), max(values), len(values), late, imported, part, number
        )


def _side(stretch: int, on_day: range) -> tuple[Part, int | None]:
    if len(on_day) == 1:
        return Part.WHOLE, None
    if stretch == on_day[0]:
        return Part.BEFORE, stretch + 1
    return Part.AFTER, stretch


def _by_stretch(
    rated: Sequence[_Rated], on_day: range, sessions: Course
) -> dict[int, list[_Rated]]:
    """The scores of a day that count, by stretch; of the one a session ends only its *before*."""
    free = [one for one in rated if sessions.stretch(one.instant) is not None]
    if len(on_day) == 1:
        return {on_day[0]: free} if free else {}
    parts: dict[int, list[_Rated]] = {}
    for one in free:
        begun = sessions.begun_by(one.instant)
        # A change of time zone can put an instant out of step with its journal day.
        parts.setdefault(min(max(begun, on_day[0]), on_day[-1]), []).append(one)
    last = _last_before(sessions.starts[on_day[0]], parts.pop(on_day[0], ()))
    return parts if last is None else {**parts, on_day[0]: [last]}


def _last_before(start: datetime, rated: Iterable[_Rated]) -> _Rated | None:
    """The last score from exactly 24 h before a session's start up to it, the start left out."""
    reachable = [one for one in rated if start - BEFORE_REACHES <= one.instant < start]
    return max(reachable, key=_order, default=None)


def _order(one: _Rated) -> tuple[datetime, datetime, UUID]:
    return one.instant, one.check_in.created_at, one.check_in.id


def stretch_of(score: DayScore, sessions: Course) -> int:
    """The stretch a score belongs to; *before*, and sleep of a session day, to the ending one."""
    if score.part is Part.AFTER and score.session is not None:
        return score.session
    return sessions.stretches_on(score.day)[0]


def before(records: Records, session: TreatmentSession, scale: Scale) -> int | None:
    """The last score within 24 h before a session, in the stretch that the session ends.

    A score given during an earlier session's drug effect, or before that session, is none. For
    scales of check-ins; sleep belongs to the day.
    """
    days = _rated_days(records.check_ins, scale)
    return _before(days, session, course(records.sessions))


def next_day(records: Records, session: TreatmentSession, scale: Scale) -> float | None:
    """The score of the journal day after a session's, None where another session came between.

    If that day is itself a session day, this is what stands *before* its session.
    """
    days = _rated_days(records.check_ins, scale)
    return _next_day(days, session, course(records.sessions))


def scores_around_sessions(records: Records, scale: Scale) -> tuple[SessionScores, ...]:
    """`before` and `next_day` of every session that took place, by start, in one pass."""
    sessions = course(records.sessions)
    days = _rated_days(records.check_ins, scale)
    done = sorted((s for s in records.sessions if s.is_done), key=lambda s: s.start.instant)
    return tuple(
        SessionScores(one, _before(days, one, sessions), _next_day(days, one, sessions))
        for one in done
    )


def _before(days: _RatedDays, session: TreatmentSession, sessions: Course) -> int | None:
    start = session.start.instant
    ended = sessions.begun_before(start)
    near = (session.start.day - timedelta(n) for n in range(3))
    in_stretch = [
        one for day in near for one in days.get(day, ()) if sessions.stretch(one.instant) == ended
    ]
    last = _last_before(start, in_stretch)
    return last.score.value if last else None


def _next_day(days: _RatedDays, session: TreatmentSession, sessions: Course) -> float | None:
    day = session.start.day + timedelta(1)
    if day not in days:
        return None
    scores = _scores_of_day(day, days[day], sessions, DAY_STARTS_AT)
    begun = sessions.begun_by(session.start.instant)
    return next((s.value for s in scores if stretch_of(s, sessions) == begun), None)


def entered_late(
    check_ins: Iterable[CheckIn],
    day_starts_at: time = DAY_STARTS_AT,
    scale: str | None = None,
) -> bool:
    """Whether all scores of a day's check-ins were first written after that journal day ended.

    With `scale`, only those on it. Imported check-ins do not count; False where none is left.
    """
    any_late = False
    for check_in in check_ins:
        if check_in.source:
            continue
        for score in check_in.scores:
            if scale is None or score.scale == scale:
                if not _is_late(check_in, score, day_starts_at):
                    return False
                any_late = True
    return any_late


def _is_late(check_in: CheckIn, score: Score, day_starts_at: time) -> bool:
    moment = check_in.moment
    if score.written_at <= moment.instant:
        return False  # most are written as they are felt, and no zone has to be looked up
    return score.written_at >= day_ends(moment.day, moment.zone, day_starts_at)


def is_imported(check_ins: Iterable[CheckIn]) -> bool:
    """Whether all of a day's check-ins came from another tracker; False for none."""
    sources = [check_in.source for check_in in check_ins]
    return bool(sources) and all(sources)
