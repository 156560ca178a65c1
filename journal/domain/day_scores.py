"""Day scores: what one journal day says on one scale, and what stands before and after a session.

Scores given during a session's drug effect are in nothing here (clinical reference, Counting
rules).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain
from operator import attrgetter
from uuid import UUID

from journal.domain.checkin import SLEEP_HOURS, CheckIn, DayRecord, Scale, Score
from journal.domain.period import DAY_STARTS_AT, Period, day_ends
from journal.domain.repository import Records
from journal.domain.session import TreatmentSession
from journal.domain.stretches import EARLIEST, Course, course

BEFORE_REACHES = timedelta(hours=24)
"""How long before a session's start its *before* may have been given."""

_A_DAY = timedelta(1)
_EVERY_DAY = Period(date.min, date.max)


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


_Rated = tuple[CheckIn, Score]
"""A check-in and its score on the scale that is looked at."""

_RatedDays = Mapping[date, Sequence[_Rated]]

_WHOLE, _BEFORE, _AFTER = Part  # looking one up by its name takes as long as a day's mean


@dataclass(frozen=True, slots=True)
class _Days:
    """What one pass over the check-ins finds on a scale, drug effects left out of all but the last.

    A day in neither `on_time` nor `late` was imported; one in both was not late.
    """

    values: dict[date, list[int]] = field(default_factory=lambda: defaultdict(list))
    on_time: set[date] = field(default_factory=set)
    late: set[date] = field(default_factory=set)
    of_sessions: dict[date, list[_Rated]] = field(default_factory=lambda: defaultdict(list))


def day_scores(
    records: Records, scale: Scale, period: Period, sessions: Course
) -> Iterator[DayScore]:
    """The scores of every day in `period`, oldest first; a day of several sessions has several."""
    if scale.of_day:
        yield from _sleep_scores(records.days, scale, period)
        return
    rated = _rated(records.check_ins, scale, period)
    yield from _scores(rated, sessions, records.settings.day_starts_at)


def _scores(rated: Iterable[_Rated], sessions: Course, day_starts_at: time) -> Iterator[DayScore]:
    days = _read(rated, sessions, day_starts_at)
    values, on_time, late, of_sessions = days.values, days.on_time, days.late, days.of_sessions
    for day in sorted(values.keys() | of_sessions.keys()):
        if day in of_sessions:
            yield from _on_session_day(day, of_sessions[day], sessions, day_starts_at)
        elif day in on_time:
            yield _day_score(day, values[day], _WHOLE, None, False, False)
        else:
            yield _day_score(day, values[day], _WHOLE, None, day in late, day not in late)


def _rated(check_ins: Iterable[CheckIn], scale: Scale, period: Period) -> Iterator[_Rated]:
    """The check-ins of a period that rate a scale, each with its score."""
    key, first, last = scale.key, period.first, period.last
    for check_in in check_ins:
        if first <= check_in.moment.day <= last:
            for score in check_in.scores:
                if score.scale == key:
                    yield check_in, score
                    break


def _read(rated: Iterable[_Rated], sessions: Course, day_starts_at: time) -> _Days:
    """The days of check-ins in any order; quickest where one lies near the one before it."""
    found = _Days()
    values, on_time = found.values, found.on_time
    session_days = frozenset(sessions.days)
    free_from = until = EARLIEST
    for check_in, score in rated:
        moment = check_in.moment
        day, instant = moment.day, moment.instant
        if day in session_days:
            found.of_sessions[day].append((check_in, score))
            continue
        if not free_from <= instant < until:
            free_from, until = sessions.free_time(sessions.begun_by(instant))
            if instant < free_from:
                continue
        values[day].append(score.value)
        if score.written_at <= instant and not check_in.source:
            on_time.add(day)  # as most are; no zone has to be looked up
        elif not check_in.source:
            is_late = _is_late(check_in, score, day_starts_at)
            (found.late if is_late else on_time).add(day)
    return found


def _sleep_scores(days: Iterable[DayRecord], scale: Scale, period: Period) -> Iterator[DayScore]:
    for record in sorted(days, key=attrgetter("day")):
        value = sleep(record, scale)
        if value is not None and record.day in period:
            yield DayScore(record.day, value, value, value, 1, late=False, imported=False)


def sleep(record: DayRecord, scale: Scale) -> float | None:
    """What a day's record says on one of the two sleep scales."""
    return record.sleep_hours if scale.key == SLEEP_HOURS else record.sleep_quality


def _on_session_day(
    day: date, rated: Iterable[_Rated], sessions: Course, day_starts_at: time
) -> Iterator[DayScore]:
    """What stands *before* a day's first session and *after* each of its sessions."""
    on_day = sessions.stretches_on(day)
    parts = _by_stretch(rated, on_day, sessions)
    check_ins = [one for part in parts.values() for one in part]
    late, imported = _all_late(check_ins, day_starts_at), _all_imported(check_ins)
    for stretch in sorted(parts):
        ends = stretch == on_day[0]
        part, number = (_BEFORE, stretch + 1) if ends else (_AFTER, stretch)
        values = [score.value for _check_in, score in parts[stretch]]
        yield _day_score(day, values, part, number, late, imported)


def _by_stretch(
    rated: Iterable[_Rated], on_day: range, sessions: Course
) -> dict[int, list[_Rated]]:
    """A session day's scores that count, by stretch; of the one that ends only its *before*."""
    parts: dict[int, list[_Rated]] = {}
    for one in rated:
        begun = sessions.stretch(one[0].moment.instant)
        if begun is not None:
            # A change of time zone can put an instant out of step with its journal day.
            parts.setdefault(min(max(begun, on_day[0]), on_day[-1]), []).append(one)
    last = _last_before(sessions.starts[on_day[0]], parts.pop(on_day[0], ()))
    return parts if last is None else {**parts, on_day[0]: [last]}


def _all_late(rated: Iterable[_Rated], day_starts_at: time) -> bool:
    """Whether all scores that were not imported are late; False where all were."""
    own = [_is_late(*one, day_starts_at) for one in rated if not one[0].source]
    return bool(own) and all(own)


def _all_imported(rated: Iterable[_Rated]) -> bool:
    return all(check_in.source for check_in, _score in rated)


def _day_score(
    day: date, values: Sequence[int], part: Part, session: int | None, late: bool, imported: bool
) -> DayScore:
    count = len(values)
    mean = sum(values) / count
    return DayScore(day, mean, min(values), max(values), count, late, imported, part, session)


def _last_before(start: datetime, rated: Iterable[_Rated]) -> _Rated | None:
    """The last score from exactly 24 h before a session's start up to it, the start left out."""
    return max(_reachable(start, rated), key=_order, default=None)


def _reachable(start: datetime, rated: Iterable[_Rated]) -> Iterator[_Rated]:
    earliest = start - BEFORE_REACHES
    return (one for one in rated if earliest <= one[0].moment.instant < start)


def _order(one: _Rated) -> tuple[datetime, datetime, UUID]:
    check_in, _score = one
    return check_in.moment.instant, check_in.created_at, check_in.id


def stretch_of(score: DayScore, sessions: Course) -> int:
    """The stretch a score belongs to; *before*, and sleep of a session day, to the ending one."""
    if score.part is Part.AFTER and score.session is not None:
        return score.session
    return sessions.stretches_on(score.day)[0]


def scores_by_stretch(scores: Sequence[DayScore], sessions: Course) -> dict[int, list[DayScore]]:
    """Scores, oldest first, by the stretch that each belongs to."""
    stretches: dict[int, list[DayScore]] = defaultdict(list)
    begin = 0
    for on_day, run in sessions.runs([score.day for score in scores]):
        end = begin + len(run)
        stretch = on_day[0] if len(on_day) == 1 else stretch_of(scores[begin], sessions)
        stretches[stretch].extend(scores[begin:end])
        begin = end
    return stretches


def before(records: Records, session: TreatmentSession, scale: Scale) -> int | None:
    """The last score within 24 h before a session, in the stretch that the session ends.

    A score given during an earlier session's drug effect, or before that session, is none. For
    scales of check-ins; sleep belongs to the day.
    """
    return _around(records, scale, (session,))[0].before


def next_day(records: Records, session: TreatmentSession, scale: Scale) -> float | None:
    """The score of the journal day after a session's, None where another session came between.

    If that day is itself a session day, this is what stands *before* its session.
    """
    return _around(records, scale, (session,))[0].next_day


def scores_around_sessions(records: Records, scale: Scale) -> tuple[SessionScores, ...]:
    """`before` and `next_day` of every session that took place, by start, in one pass."""
    done = (session for session in records.sessions if session.is_done)
    return _around(records, scale, sorted(done, key=lambda session: session.start.instant))


def _around(
    records: Records, scale: Scale, asked: Sequence[TreatmentSession]
) -> tuple[SessionScores, ...]:
    sessions = course(records.sessions)
    days = _near(asked, records.check_ins, scale)
    scores = _scores(chain.from_iterable(days.values()), sessions, DAY_STARTS_AT)
    by_stretch = {(stretch_of(score, sessions), score.day): score.value for score in scores}
    return tuple(
        SessionScores(
            session,
            _before(days, session, sessions),
            by_stretch.get((sessions.begun_by(session.start.instant), session.start.day + _A_DAY)),
        )
        for session in asked
    )


def _near(
    asked: Iterable[TreatmentSession], check_ins: Iterable[CheckIn], scale: Scale
) -> _RatedDays:
    """The scores from two days before the sessions up to the day after them, by day."""
    near = {session.start.day + n * _A_DAY for session in asked for n in (-2, -1, 0, 1)}
    days: dict[date, list[_Rated]] = defaultdict(list)
    close = (check_in for check_in in check_ins if check_in.moment.day in near)
    for one in _rated(close, scale, _EVERY_DAY):
        days[one[0].moment.day].append(one)
    return days


def _before(days: _RatedDays, session: TreatmentSession, sessions: Course) -> int | None:
    start = session.start.instant
    ended = sessions.begun_before(start)
    near = (one for n in range(3) for one in days.get(session.start.day - n * _A_DAY, ()))
    in_stretch = (
        one for one in _reachable(start, near) if sessions.stretch(one[0].moment.instant) == ended
    )
    last = max(in_stretch, key=_order, default=None)
    return last[1].value if last else None


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
