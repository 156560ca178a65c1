"""Ten patients made by hand, for whole reports; today is Tuesday, 10 March 2026."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.session import Treatment
from journal.domain.side_effect import Severity
from tests.domain.diary import Diary, minutes
from tests.domain.responses import answered, paper
from tests.report.pages import HALF_YEAR, day, records_of

PHQ_ITEMS = 9
TEN_YEARS: Period = replace(HALF_YEAR, first=day(3649))


def induction(diary: Diary, first: int = 160) -> None:
    """Six sessions in 17 days from the day `first`, then one every 28 days up to 4 days ago."""
    for ago in (first, first - 3, first - 7, first - 10, first - 14, first - 17):
        diary.session(day(ago), mg=32)
    for ago in range(first - 17 - 28, 0, -28):
        diary.session(day(ago), mg=35)


def total(value: int) -> Iterator[int]:
    """Answers to the nine items that come to `value`, the last of them 0."""
    for place in range(PHQ_ITEMS - 1):
        yield min(3, max(0, value - 3 * place))
    yield 0


def responder() -> Records:
    """A response after the induction that is lost again; mood 7 after a session, 3 before one."""
    diary = Diary("Ada Responder", date(1980, 1, 1))
    induction(diary)
    sessions = [session.start.day for session in diary.sessions]
    for ago in range(179):
        since = min(((day(ago) - s).days for s in sessions if s <= day(ago)), default=99)
        diary.score(day(ago), 7 if 1 <= since <= 10 else 3, hour=8)
    totals = ((165, 20), (120, 9), (60, 12), (5, 14))
    return records_of(diary, [answered(day(ago), total(n)) for ago, n in totals])


def worsening() -> Records:
    """Mood falls from 6 to 2, the total of PHQ-9 rises, and with it item nine."""
    diary = Diary("Ben Worse")
    induction(diary)
    for ago in range(179):
        diary.score(day(ago), 6 if ago > 100 else 2, hour=8)
    answers = [answered(day(ago), (2,) * 8 + (n,)) for ago, n in ((165, 0), (5, 2))]
    return records_of(diary, [*answers, paper(day(2), 24)])


def no_sessions() -> Records:
    """Forty days before any treatment."""
    diary = Diary("Cleo Waiting")
    for ago in range(40):
        diary.score(day(ago), 4)
    return records_of(diary, [paper(day(9), 17)])


def one_session() -> Records:
    """Thirty days around a first session."""
    diary = Diary("Dan First", date(1990, 1, 1))
    for ago in range(30):
        diary.score(day(ago), 3, hour=8)
    session = diary.session(day(10))
    diary.effect(day(10), "nausea", Severity.MILD, minutes(90), session)
    return diary.records()


def daily_low_doses() -> Records:
    """A lozenge on each of sixty days."""
    diary = Diary("Eve Daily")
    for ago in range(60):
        diary.session(day(ago), treatment=Treatment.LOZENGE, mg=50)
        diary.score(day(ago), 5, hour=8)
    return diary.records()


def bipolar() -> Records:
    """Elevated mood and little sleep in the last days."""
    diary = Diary("Flo Bipolar")
    diary.settings = replace(diary.settings, treated_for=frozenset({TreatedFor.BIPOLAR}))
    induction(diary)
    for ago in range(179):
        diary.score(day(ago), 7 if ago < 100 else 4, hour=8)
        diary.score(day(ago), 6 if ago < 10 else 1, "elevated-mood", hour=9)
        diary.day(day(ago), slept=4 if ago < 2 else 7)
    return diary.records()


def sixteen_years_old() -> Records:
    """Totals that an adult's thresholds would name."""
    diary = Diary("Gil Young", date(2009, 6, 1))
    induction(diary)
    return records_of(diary, [paper(day(ago), n) for ago, n in ((165, 20), (60, 4), (5, 19))])


def begun_in_mid_treatment() -> Records:
    """Sessions from long before the first day that is logged."""
    diary = Diary("Hal Midway")
    induction(diary)
    for ago in range(100):
        diary.score(day(ago), 5, hour=8)
    return records_of(diary, [paper(day(90), 15), paper(day(5), 8)])


def nothing_logged() -> Records:
    """A journal with a name in it and nothing else."""
    return Diary("Ida Empty", date(1980, 1, 1)).records()


def ten_years() -> Records:
    """Every day, a session every 28 days, PHQ-9 every other week."""
    diary = Diary("Jo Long", date(1980, 1, 1))
    induction(diary, 3600)
    for ago in range(3650):
        diary.score(day(ago), ago % 5 + 2, hour=8)
    return records_of(diary, [paper(day(ago), 8 + ago % 7) for ago in range(5, 3640, 14)])


HAND_MADE: dict[Callable[[], Records], Period] = {
    responder: HALF_YEAR,
    worsening: HALF_YEAR,
    no_sessions: HALF_YEAR,
    one_session: HALF_YEAR,
    daily_low_doses: HALF_YEAR,
    bipolar: HALF_YEAR,
    sixteen_years_old: HALF_YEAR,
    begun_in_mid_treatment: HALF_YEAR,
    nothing_logged: HALF_YEAR,
    ten_years: TEN_YEARS,
}
"""Every one of them, and the period of the report."""
