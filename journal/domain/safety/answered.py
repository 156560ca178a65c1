"""What a summary tells about safety: what was asked, how often, and what was reported."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.safety.effects import EFFECTS, bladder, is_lasting_unreality
from journal.domain.safety.elevated_mood import explained_days, little_sleep_days, sleep_and_mood
from journal.domain.safety.finding import FindingKind
from journal.domain.safety.self_harm import evening_level, item_nine
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.domain.vitals import Vitals, is_high_before, is_very_high


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported of one kind, and on how many days it could have been.

    `days` are those of the reports, oldest first; `effects` the catalogue's keys behind them.
    `asked` counts the days with an answer, `last_asked` is the last of them; 0 and None: not asked.
    """

    kind: FindingKind
    days: tuple[date, ...] = ()
    effects: tuple[str, ...] = ()
    asked: int = 0
    last_asked: date | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """One answer of the item or the evening line about not wanting to live: 0 to 3."""

    day: date
    value: int


@dataclass(frozen=True, slots=True)
class PressureReading:
    """A reading and the day of its session."""

    day: date
    reading: Vitals


@dataclass(frozen=True, slots=True)
class Pressure:
    """Blood pressure over the ketamine sessions of a period: `measured` of `sessions` have some.

    `before` is the highest reading before a session, `peak` the highest of all; a very high one
    counts as higher than any that is not. `noted` are the days of the side effect of that name,
    `is_finding` says whether a reading was very high, or high before a session.
    """

    sessions: int = 0
    measured: int = 0
    last: date | None = None
    before: PressureReading | None = None
    peak: PressureReading | None = None
    noted: tuple[date, ...] = ()
    is_finding: bool = False


@dataclass(frozen=True, slots=True)
class SafetySummary:
    """All that a period says about safety; answers and days are oldest first.

    `self_harm` are the answers to item 9, `thoughts` those of the evening line, which is listed
    where it `asks_evenings` or has an answer. `reported` has one entry for every other kind.
    """

    self_harm: tuple[Level, ...]
    thoughts: tuple[Level, ...]
    asks_evenings: bool
    pressure: Pressure
    reported: tuple[Reported, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked and nothing reported."""
        return not (
            self.self_harm
            or self.thoughts
            or self.pressure.measured
            or self.pressure.noted
            or any(reported.asked for reported in self.reported)
        )


def safety_summary(records: Records, period: Period) -> SafetySummary:
    """What the records say about safety in a period."""
    effects = [effect for effect in records.side_effects if effect.noted.day in period]
    return SafetySummary(
        self_harm=_item_nines(records, period),
        thoughts=_evenings(records, period),
        asks_evenings=records.settings.evening_question,
        pressure=_pressure([s for s in records.sessions if s.start.day in period], effects),
        reported=(
            _little_sleep(records, period, effects),
            _bladder(records, period, effects),
            *_from_effects(records, period, effects),
        ),
    )


def _item_nines(records: Records, period: Period) -> tuple[Level, ...]:
    responses = sorted(records.responses, key=attrgetter("moment"))
    values = ((response.moment.day, item_nine(response)) for response in responses)
    return tuple(Level(day, v) for day, v in values if v is not None and day in period)


def _evenings(records: Records, period: Period) -> tuple[Level, ...]:
    answers = sorted(records.safety_answers, key=attrgetter("moment"))
    values = ((answer.moment.day, evening_level(answer)) for answer in answers)
    return tuple(Level(day, v) for day, v in values if v is not None and day in period)


def effects_answered(records: Records) -> set[date]:
    """The journal days on which side effects were answered: with an effect, or with none."""
    return (
        {effect.noted.day for effect in records.side_effects}
        | {record.day for record in records.days if record.no_side_effects}
        | {
            session.start.day
            for session in records.sessions
            if session.is_done and session.no_side_effects
        }
    )


def _from_effects(
    records: Records, period: Period, effects: Collection[SideEffect]
) -> Iterator[Reported]:
    answered = {day for day in effects_answered(records) if day in period}
    sessions = {session.id: session for session in records.sessions}
    for kind in (FindingKind.URGENT, FindingKind.UNREALITY, FindingKind.CRAVING):
        belonging = _belonging(kind, effects)
        if kind is FindingKind.UNREALITY:
            belonging = [e for e in belonging if is_lasting_unreality(e, sessions)]
        yield _reported(kind, {e.noted.day for e in belonging}, _keys(belonging), answered)


def _belonging(kind: FindingKind, effects: Iterable[SideEffect]) -> list[SideEffect]:
    return [effect for effect in effects if effect.effect in EFFECTS[kind]]


def _keys(effects: Iterable[SideEffect]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(effect.effect for effect in effects))


def _reported(
    kind: FindingKind, days: Iterable[date], effects: tuple[str, ...], asked: Collection[date]
) -> Reported:
    return Reported(kind, tuple(sorted(days)), effects, len(asked), max(asked, default=None))


def _bladder(records: Records, period: Period, effects: Iterable[SideEffect]) -> Reported:
    """Asked are the monthly checks, and the days on which somebody spoke up without one."""
    answers = [answer for answer in records.safety_answers if answer.moment.day in period]
    checks = {a.moment.day for a in answers if a.question is SafetyQuestion.BLADDER}
    found = tuple(bladder(effects, answers))
    days = {finding.day for finding in found}
    keys = dict.fromkeys(effect for finding in found for effect in finding.effects)
    return _reported(FindingKind.BLADDER, days, tuple(keys), checks | days)


def _little_sleep(records: Records, period: Period, effects: Iterable[SideEffect]) -> Reported:
    """The days of the rule, but not those after which the person said to have been tired."""
    logged = sleep_and_mood(records, period)
    entered = _belonging(FindingKind.LITTLE_SLEEP, effects)
    entered_days = {effect.noted.day for effect in entered}
    days = set(little_sleep_days(logged)) - explained_days(records)
    asked = entered_days.union(logged.both)
    return _reported(FindingKind.LITTLE_SLEEP, days | entered_days, _keys(entered), asked)


def _pressure(sessions: Iterable[TreatmentSession], effects: Iterable[SideEffect]) -> Pressure:
    """Of the ketamine sessions that took place; the effects may be of any day."""
    done = [session for session in sessions if session.counts]
    readings = [
        PressureReading(session.start.day, reading)
        for session in done
        for reading in session.vitals
        if reading.systolic is not None or reading.diastolic is not None
    ]
    days = [session.start.day for session in done if _has_pressure(session)]
    noted = _belonging(FindingKind.BLOOD_PRESSURE, effects)
    return Pressure(
        len(done),
        len(days),
        max(days, default=None),
        _highest(each for each in readings if each.reading.is_before),
        _highest(readings),
        tuple(sorted({effect.noted.day for effect in noted})),
        any(is_very_high(each.reading) or is_high_before(each.reading) for each in readings),
    )


def _has_pressure(session: TreatmentSession) -> bool:
    return any(r.systolic is not None or r.diastolic is not None for r in session.vitals)


def _highest(readings: Iterable[PressureReading]) -> PressureReading | None:
    def height(each: PressureReading) -> tuple[bool, int, int]:
        reading = each.reading
        return is_very_high(reading), reading.systolic or 0, reading.diastolic or 0

    return max(readings, key=height, default=None)
