"""A fictional diary of any length: three check-ins a day, a session every other week."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from uuid6 import uuid7

from journal.clock import Clock
from journal.domain.checkin import CheckIn, DayRecord, Score
from journal.domain.edit import Edit, Record
from journal.domain.period import Moment, moment_at
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.storage.store import JournalFile

TEN_YEARS = 3652
HOURS = (8, 14, 21)
SCALES = ("mood", "anxiety", "energy", "pain")
DAYS_BETWEEN_SESSIONS = 14
ZONE = "Europe/Berlin"
TODAYS_MOOD = 6


def write(path: Path, clock: Clock, days: int) -> None:
    """Keep `days` days up to yesterday, and a check-in of this very moment, in a new journal."""
    journal = JournalFile(path, clock.now).open(writer=True)
    try:
        present = moment_at(clock.now(), clock.zone())
        journal.apply([Edit(None, record) for record in _records(present, days)])
    finally:
        journal.close()


def _records(present: Moment, days: int) -> Iterator[Record]:
    chance = Random(4)
    for ago in range(days, 0, -1):
        yield from _day(present.day - timedelta(ago), ago, chance)
    now = present.instant
    yield CheckIn(uuid7(), present, now, now, (Score("mood", TODAYS_MOOD, now),))


def _day(day: date, ago: int, chance: Random) -> Iterator[Record]:
    for hour in HOURS:
        moment = _at(day, time(hour, chance.randrange(60)))
        scores = tuple(Score(key, chance.randrange(11), moment.instant) for key in SCALES)
        tags = ("walk",) if chance.random() < 0.2 else ()
        yield CheckIn(uuid7(), moment, moment.instant, moment.instant, scores, tags)
    yield DayRecord(
        uuid7(), day, moment.instant, moment.instant, sleep_hours=float(chance.randrange(4, 10))
    )
    if ago % DAYS_BETWEEN_SESSIONS == 0:
        yield from _session(day, chance)


def _session(day: date, chance: Random) -> Iterator[Record]:
    start = _at(day, time(10))
    end = start.instant + timedelta(minutes=40)
    session = TreatmentSession(
        uuid7(),
        start,
        Treatment.IV_KETAMINE,
        Route.INTRAVENOUS,
        SessionState.DONE,
        end,
        end,
        end=end,
        dose=Dose(Decimal(35), DoseUnit.MG),
    )
    yield session
    for effect in chance.sample(("nausea", "dissociation", "dizziness", "headache"), 2):
        yield SideEffect(
            uuid7(),
            start,
            Severity(chance.randrange(1, 4)),
            end,
            end,
            effect=effect,
            onset=Onset(during=True),
            duration=Duration(Lasted.MINUTES, 60),
            session_id=session.id,
        )


def _at(day: date, clock: time) -> Moment:
    return moment_at(datetime.combine(day, clock, ZoneInfo(ZONE)), ZONE)
