"""Diaries for before and now: 1 January 2026 is day 1, sessions and scores are told by day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from journal.domain.before_and_now import BeforeAndNow, before_and_now
from journal.domain.profile import TreatedFor
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")


def day(number: int) -> date:
    """The `number`-th day, from 1."""
    return date(2026, 1, 1) + timedelta(number - 1)


def diary(
    sessions: Iterable[int], scores: Mapping[int, int], scale: str = "mood", source: str = ""
) -> Diary:
    """Sessions at 10:00, one score at 20:00 on each of these days."""
    written = Diary()
    for number in sessions:
        written.session(day(number))
    for number, value in scores.items():
        written.score(day(number), value, scale, source=source)
    return written


def bipolar(written: Diary) -> Diary:
    """The same diary of somebody whose bipolar depression is treated."""
    treated = frozenset({TreatedFor.BIPOLAR})
    written.settings = replace(written.settings, treated_for=treated)
    return written


def mood(written: Diary, today: int) -> BeforeAndNow:
    """Mood then and now, as of a day."""
    return before_and_now(written.records(), MOOD, day(today))


SESSIONS = (30, 51, 72, 93)


def three_weekly(before: int = 3, late: int = 3, after: int = 6) -> Diary:
    """Sessions on days 30, 51, 72 and 93.

    Days 2 to 29 have `before`; the 3 days before sessions 2 to 4 `late`, days 1 to 7 after them
    `after`. Nothing else is logged.
    """
    scores = dict.fromkeys(range(2, 30), before)
    for session in SESSIONS[1:]:
        scores |= dict.fromkeys(range(session - 3, session), late)
        scores |= dict.fromkeys(range(session + 1, session + 8), after)
    return diary(SESSIONS, scores)
