"""A diary of five sessions four weeks apart, of which every number is known, and an induction."""

from datetime import date, timedelta

from journal.domain.around_sessions import AroundSessions, around_sessions
from journal.domain.checkin import MOOD, Scale
from journal.domain.day_scores import day_scores
from journal.domain.durations import Durations, durations
from journal.domain.headline import Headline, headline
from journal.domain.period import Period
from journal.domain.session_hours import SessionHours, session_hours
from journal.domain.stretches import course
from tests.domain.diary import Diary, scale_of

FIRST = date(2025, 10, 1)
APART = 28
SESSIONS = 5
MOOD_SCALE = scale_of(MOOD)
FEW_LOGGED = {-1: 2, 2: 3, 10: 0}
"""On these days only so many of the sessions have a score."""


def session_day(number: int) -> date:
    """The day of session 1 to 5."""
    return FIRST + timedelta(APART * (number - 1))


def level(number: int, offset: int) -> int:
    """3 and 4 by turns up to the session; then up by 4, and down by one every three days."""
    before = 3 + (number + offset) % 2
    return before if offset <= 0 else max(before, 8 - offset // 3)


def diary(sessions: int = SESSIONS) -> Diary:
    """Days −3 to 14 around each session, day 0 at 09:00."""
    written = Diary()
    for number in range(1, sessions + 1):
        written.session(session_day(number))
        for offset in range(-3, 15):
            if number <= FEW_LOGGED.get(offset, sessions):
                day = session_day(number) + timedelta(offset)
                written.score(day, level(number, offset), hour=9)
    return written


def induction() -> Diary:
    """Sessions on days 0, 3 and 7 with a morning and an evening each, and day 20."""
    written = Diary()
    for day, value in ((0, 2), (3, 4), (7, 6)):
        written.session(FIRST + timedelta(day))
        written.score(FIRST + timedelta(day), value, hour=9)
        written.score(FIRST + timedelta(day), value + 3, hour=20)
    written.score(FIRST + timedelta(20), 5)
    return written


def hours_diary(sessions: int = 4) -> Diary:
    """Sessions to 10:40: 3 before, 9 at noon, 6 in the evening, and once 5 on the next morning."""
    written = Diary()
    for number in range(1, sessions + 1):
        day = session_day(number)
        written.session(day, length=None if number == 1 else 40)
        for hour, value in ((9, 3), (12, 9), (20, 6)):
            written.score(day, value, hour=hour)
    written.score(session_day(1) + timedelta(1), 5, hour=8)
    return written


def _today(written: Diary) -> date:
    return max(session.start.day for session in written.sessions) + timedelta(21)


def around(written: Diary, scale: Scale = MOOD_SCALE) -> AroundSessions:
    """Three weeks after the last session."""
    today = _today(written)
    return around_sessions(written.records(), scale, Period(date(2025, 1, 1), today), today)


def how_long(written: Diary, scale: Scale = MOOD_SCALE) -> Durations:
    """The durations of the same."""
    found, records = around(written, scale), written.records()
    return durations(
        found, tuple(day_scores(records, scale, found.period, course(records.sessions)))
    )


def headline_of(written: Diary, scale: Scale = MOOD_SCALE) -> Headline:
    """The headline of the same."""
    found, records = around(written, scale), written.records()
    return headline(
        found, tuple(day_scores(records, scale, found.period, course(records.sessions)))
    )


def hours(written: Diary, scale: Scale = MOOD_SCALE) -> SessionHours:
    """The hours of the same."""
    today = _today(written)
    return session_hours(written.records(), scale, Period(date(2025, 1, 1), today), today)
