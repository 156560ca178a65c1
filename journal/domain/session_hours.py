"""The hours of session days: the one place where scores given during the drug effect are shown.

Hours count from the end of a session, as the drug effect does: it is over 4 hours after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from journal.domain.around_sessions import FEWEST_SESSIONS
from journal.domain.checkin import Scale
from journal.domain.dosing_rhythm import Rhythm, rhythm
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.rated_near import Rated, last_before, rated_near
from journal.domain.repository import Records
from journal.domain.session import NumberedSession
from journal.domain.stretches import Course, course

HOURS_AFTER = timedelta(hours=24)
HALF_DAY = timedelta(hours=12)

_AN_HOUR = timedelta(hours=1)


class Phase(StrEnum):
    """When a score was given: after the drug effect up to 12 h after the end, and up to 24 h."""

    BEFORE = "before"
    DURING = "during"
    SAME_DAY = "same-day"
    NEXT_MORNING = "next-morning"


@dataclass(frozen=True, slots=True)
class HourScore:
    """One score; `hours` after the session's end, below 0 while it ran, None for *before*."""

    session: int
    day: date
    phase: Phase
    hours: float | None
    value: int


@dataclass(frozen=True, slots=True)
class PhaseScores:
    """The `count` scores of a phase, from `sessions` sessions; a median from 3 sessions on."""

    phase: Phase
    count: int
    sessions: int
    median: float | None


@dataclass(frozen=True, slots=True)
class SessionHours:
    """A scale in the hours around the sessions of a period; everything is oldest first.

    Of `sessions` sessions with a score, `ends_assumed` have no end entered: the usual minutes of
    their treatment stand in for it. With daily dosing there is nothing, as for a scale of the day.
    `more_outside` says that there are sessions outside the period.
    """

    scale: Scale
    period: Period
    rhythm: Rhythm
    scores: tuple[HourScore, ...]
    phases: tuple[PhaseScores, ...]
    sessions: int
    ends_assumed: int
    bipolar: bool = False
    more_outside: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether there are enough sessions for a picture."""
        return self.sessions >= FEWEST_SESSIONS


def session_hours(records: Records, scale: Scale, period: Period, today: date) -> SessionHours:
    """The hours of the sessions of `period`, up to the next session where that comes sooner."""
    sessions = course(s for s in records.sessions if s.start.day <= today)
    how_often = rhythm(sessions)
    scores: tuple[HourScore, ...] = ()
    if how_often is not Rhythm.DAILY and not scale.of_day:
        scores = tuple(_scores(records, scale, period, sessions))
    shown = {score.session for score in scores}
    return SessionHours(
        scale,
        period,
        how_often,
        scores,
        tuple(_phase(phase, scores) for phase in Phase),
        len(shown),
        sum(one.number in shown and one.session.end is None for one in sessions.sessions),
        TreatedFor.BIPOLAR in records.settings.treated_for,
        any(day not in period for day in sessions.days),
    )


def _scores(records: Records, scale: Scale, period: Period, sessions: Course) -> list[HourScore]:
    looked_at = [one for one in sessions.sessions if one.session.start.day in period]
    near = {day for one in looked_at for day in _days_near(one)}
    rated = rated_near(records.check_ins, scale, near, sessions)
    before = last_before(rated, sessions)
    found = [
        HourScore(one.number, one.session.start.day, Phase.BEFORE, None, before[one.number])
        for one in looked_at
        if one.number in before
    ]
    for each in rated:
        if each.begun:
            found += _after_start(each, sessions.sessions[each.begun - 1], sessions)
    return sorted((score for score in found if score.day in period), key=_order)


def _days_near(one: NumberedSession) -> Iterator[date]:
    """Every day a score of the session's hours may lie on, whatever time zone it was given in."""
    start = one.session.start
    lasted = (one.session.assumed_end - start.instant).days
    return (start.day + timedelta(n) for n in range(-2, lasted + 4))


def _after_start(rated: Rated, one: NumberedSession, sessions: Course) -> Iterator[HourScore]:
    """The score after a session, nothing where it is more than 24 h after its end."""
    instant = rated.check_in.moment.instant
    since_end = instant - one.session.assumed_end
    if instant < sessions.free_from[one.number - 1]:
        phase = Phase.DURING
    elif since_end > HOURS_AFTER:
        return
    else:
        phase = Phase.SAME_DAY if since_end < HALF_DAY else Phase.NEXT_MORNING
    yield HourScore(one.number, one.session.start.day, phase, since_end / _AN_HOUR, rated.value)


def _order(score: HourScore) -> tuple[int, float, int]:
    return score.session, float("-inf") if score.hours is None else score.hours, score.value


def _phase(phase: Phase, scores: Sequence[HourScore]) -> PhaseScores:
    of_phase = [score for score in scores if score.phase is phase]
    sessions = len({score.session for score in of_phase})
    middle = median(s.value for s in of_phase) if sessions >= FEWEST_SESSIONS else None
    return PhaseScores(phase, len(of_phase), sessions, middle)
