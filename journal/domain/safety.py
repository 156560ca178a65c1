"""Rules for the person's safety: driving, and the findings a clinic has to see."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from journal.domain.period import Moment, Period, last_days
from journal.domain.repository import Records
from journal.domain.session import SessionState, TreatmentSession
from journal.domain.side_effect import Lasted, SideEffect

NO_DRIVING_FOR = timedelta(hours=24)
"""Counted from the end of a session; a night's sleep comes on top (clinical reference, Driving)."""

DAILY_USE_DAYS = 10
"""Ketamine on this many of the last 14 journal days counts as daily use."""

ELEVATED_FROM = 5
LITTLE_SLEEP_HOURS = 5
"""Elevated mood of 5 or more with under 5 hours of sleep, on two successive logged days."""

LOWER_BY = 2
FORTNIGHT_NEEDS = 8
AFTER_SESSION_DAYS = (1, 2, 3)
"""Clearly lower: by 2 in the median, at least 8 logged days each, none soon after a session."""


@dataclass(frozen=True, slots=True)
class Driving:
    """Why the person should not drive now; never that driving is safe.

    `earliest` (UTC) is 24 hours after the session's end, and still needs a night's sleep.
    Without `end_entered` the end is the start plus the treatment's usual minutes. `if_planned` is
    the start of a planned session whose time has come: nobody has said yet that it took place.
    With `daily_use` there is no moment at all, only the advice to ask.
    """

    earliest: datetime | None
    end_entered: bool
    if_planned: Moment | None
    daily_use: bool


def driving(sessions: Iterable[TreatmentSession], now: datetime, today: date) -> Driving | None:
    """What to say about driving at `now`, or None where the last session lies long enough back."""
    sessions = [session for session in sessions if session.treatment.is_ketamine]
    if is_daily_use(sessions, today):
        return Driving(None, end_entered=True, if_planned=None, daily_use=True)
    last = max(
        (session for session in sessions if session.is_done or _may_have_begun(session, now)),
        key=lambda session: session.assumed_end,
        default=None,
    )
    if last is None or last.assumed_end + NO_DRIVING_FOR <= now:
        return None
    return Driving(
        last.assumed_end + NO_DRIVING_FOR,
        end_entered=last.end is not None,
        if_planned=None if last.is_done else last.start,
        daily_use=False,
    )


def is_daily_use(sessions: Iterable[TreatmentSession], today: date) -> bool:
    """Whether ketamine was taken on at least 10 of the 14 journal days that end with `today`."""
    fortnight = last_days(14, today)
    days = {session.start.day for session in sessions if session.counts}
    return sum(day in fortnight for day in days) >= DAILY_USE_DAYS


def _may_have_begun(session: TreatmentSession, now: datetime) -> bool:
    return session.state is SessionState.PLANNED and session.start.instant <= now


class FindingKind(StrEnum):
    """What a clinic looks for first, in the order in which a summary lists it."""

    SELF_HARM = "self-harm"
    LITTLE_SLEEP = "little-sleep"
    BLADDER = "bladder"
    BLOOD_PRESSURE = "blood-pressure"
    URGENT = "urgent"
    UNREALITY = "unreality"
    CRAVING = "craving"


_EFFECTS: dict[FindingKind, frozenset[str]] = {
    FindingKind.LITTLE_SLEEP: frozenset({"elevated-mood-little-sleep"}),
    FindingKind.BLADDER: frozenset(
        {
            "urinary-pain",
            "urinary-urgency",
            "urinary-frequency",
            "nights-up",
            "blood-in-urine",
            "flank-pain",
        }
    ),
    FindingKind.BLOOD_PRESSURE: frozenset({"raised-blood-pressure"}),
    FindingKind.URGENT: frozenset(
        {
            "chest-pain",
            "trouble-breathing",
            "fainting",
            "hard-to-wake",
            "seizure",
            "severe-headache",
        }
    ),
    FindingKind.UNREALITY: frozenset({"dissociation", "hallucinations", "paranoia"}),
    FindingKind.CRAVING: frozenset({"craving", "took-more"}),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was reported of one kind, and on how many days it could have been: never a diagnosis.

    `reported` are the days, oldest first; `effects` the catalogue's keys behind them. `asked`
    counts the days with an answer, `last_asked` is the last of them; 0 and None: not asked.
    """

    kind: FindingKind
    reported: tuple[date, ...] = ()
    effects: tuple[str, ...] = ()
    asked: int = 0
    last_asked: date | None = None


def findings(
    records: Records, period: Period, elevated_mood: Mapping[date, float]
) -> tuple[Finding, ...]:
    """One finding of every kind for the period; `elevated_mood` has the day scores of that scale.

    Thoughts of self-harm are not asked in this version.
    """
    effects = [effect for effect in records.side_effects if effect.noted.day in period]
    answered = effects_answered(records) & set(period.days())
    others = [kind for kind in _EFFECTS if kind is not FindingKind.LITTLE_SLEEP]
    slept = {
        record.day: record.sleep_hours
        for record in records.days
        if record.sleep_hours is not None and record.day in period
    }
    little_sleep = _little_sleep(effects, elevated_mood, slept)
    return (
        Finding(FindingKind.SELF_HARM),
        little_sleep,
        *(_finding(kind, effects, answered) for kind in others),
    )


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


def _finding(
    kind: FindingKind, effects: Iterable[SideEffect], answered: Collection[date]
) -> Finding:
    reported = [effect for effect in effects if _belongs(effect, kind)]
    return Finding(
        kind,
        tuple(sorted({effect.noted.day for effect in reported})),
        tuple(dict.fromkeys(effect.effect for effect in reported)),
        len(answered),
        max(answered, default=None),
    )


def _belongs(effect: SideEffect, kind: FindingKind) -> bool:
    if effect.effect not in _EFFECTS[kind]:
        return False
    return kind is not FindingKind.UNREALITY or lasts_a_day(effect)


def lasts_a_day(effect: SideEffect) -> bool:
    """Whether it was still there when it was entered, or lasted 24 hours or longer."""
    if effect.duration is None:
        return False
    return effect.duration.lasted is Lasted.STILL_THERE or (
        effect.duration.minutes is not None and effect.duration.minutes >= 24 * 60
    )


def _little_sleep(
    effects: Iterable[SideEffect], elevated_mood: Mapping[date, float], slept: Mapping[date, float]
) -> Finding:
    kind = FindingKind.LITTLE_SLEEP
    reported = [effect for effect in effects if _belongs(effect, kind)]
    days = {effect.noted.day for effect in reported}
    asked = days | (elevated_mood.keys() & slept.keys())
    return Finding(
        kind,
        tuple(sorted(days.union(little_sleep_days(elevated_mood, slept)))),
        tuple(dict.fromkeys(effect.effect for effect in reported)),
        len(asked),
        max(asked, default=None),
    )


def little_sleep_days(
    elevated_mood: Mapping[date, float], slept: Mapping[date, float]
) -> tuple[date, ...]:
    """The days of elevated mood 5 or more and under 5 h sleep that come in successive pairs.

    Successive means that no day with both values logged lies between them.
    """
    both = sorted(elevated_mood.keys() & slept.keys())
    striking = {
        day
        for day in both
        if elevated_mood[day] >= ELEVATED_FROM and slept[day] < LITTLE_SLEEP_HOURS
    }
    pairs = [pair for pair in pairwise(both) if striking.issuperset(pair)]
    return tuple(sorted({day for pair in pairs for day in pair}))


@dataclass(frozen=True, slots=True)
class ClearlyLower:
    """The medians of two fortnights, and on how many logged days each of them stands."""

    earlier: float
    earlier_days: int
    later: float
    later_days: int


def clearly_lower(
    mood: Mapping[date, float], sessions: Iterable[TreatmentSession], last: date
) -> ClearlyLower | None:
    """Whether mood in the 14 days up to `last` lies clearly below that of the 14 days before.

    By at least 2 in the median, with at least 8 logged days in each, and neither holds one of the
    3 days after a ketamine session. None says nothing: there may also be too little to compare.
    """
    later, earlier = last_days(14, last), last_days(14, last - timedelta(14))
    after_sessions = {
        session.start.day + timedelta(n)
        for session in sessions
        if session.counts
        for n in AFTER_SESSION_DAYS
    }
    if any(day in later or day in earlier for day in after_sessions):
        return None
    before = [mood[day] for day in earlier.days() if day in mood]
    after = [mood[day] for day in later.days() if day in mood]
    if min(len(before), len(after)) < FORTNIGHT_NEEDS:
        return None
    from statistics import median  # noqa: PLC0415 - Today needs this module, but never this rule

    if median(before) - median(after) < LOWER_BY:
        return None
    return ClearlyLower(median(before), len(before), median(after), len(after))
