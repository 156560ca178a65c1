"""The Summary: every number that the screen, the page, the text and the command line show."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from uuid import UUID

from journal.domain import trends
from journal.domain.checkin import CheckIn, Scale
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.safety import ClearlyLower, SafetySummary, lower_fortnight, safety_summary
from journal.domain.session import (
    Dose,
    SessionState,
    TreatmentSession,
    numbered,
)
from journal.domain.side_effect import Duration, Lasted, Severity, SideEffect

A_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of the period stands behind the numbers, in journal days and imported rows.

    A day is logged when it has a score; `late` days were written down after they had ended.
    Imported days are neither late nor on time; `too_unwell` evenings are counted apart.
    """

    days: int
    logged: int
    late: int
    imported_days: int
    imported_rows: int
    too_unwell: int

    @property
    def percent(self) -> int:
        """Logged days in whole percent, rounded down: 100 means every day."""
        return 100 * self.logged // self.days


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One ketamine session of the period: what came before and after, and what it left behind.

    `gap` is days since the session before it in the whole course; None for the first. `answered`
    says whether side effects were asked; `effects` are those tied to it.
    """

    number: int
    session: TreatmentSession
    gap: int | None
    before: float | None
    next_day: float | None
    answered: bool
    effects: tuple[SideEffect, ...]


@dataclass(frozen=True, slots=True)
class DoseCount:
    """A dose, and how many sessions of the period had it."""

    dose: Dose
    sessions: int


@dataclass(frozen=True, slots=True)
class TreatmentSummary:
    """The sessions of one kind in the period by their state; `example` is one of them."""

    example: TreatmentSession
    done: int
    cancelled: int
    did_not_take_place: int
    doses: tuple[DoseCount, ...]


@dataclass(frozen=True, slots=True)
class LongEffect:
    """A side effect that was there for more than 24 hours, and the number of its session."""

    number: int
    effect: SideEffect
    duration: Duration


@dataclass(frozen=True, slots=True)
class EffectSummary:
    """One side effect over the sessions of the period: `affected` of those that were asked.

    `worst_sessions` is how many reached the worst severity, which is None where none was entered.
    `usual` is the middle duration in its own words (of an even number the shorter of the two in the
    middle), `longest` the longest; both stand on `durations` sessions. `example` is one entry.
    """

    example: SideEffect
    affected: int
    worst: Severity | None
    worst_sessions: int
    usual: Duration | None
    longest: Duration | None
    durations: int
    still_there: int


@dataclass(frozen=True, slots=True)
class OtherEffect:
    """A side effect on so many `days` that belongs to none of the period's ketamine sessions."""

    example: SideEffect
    days: int
    worst: Severity | None


@dataclass(frozen=True, slots=True)
class SideEffects:
    """All about side effects; `sessions_asked` of `sessions` were answered."""

    sessions: int
    sessions_asked: int
    effects: tuple[EffectSummary, ...]
    over_a_day: tuple[LongEffect, ...]
    others: tuple[OtherEffect, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a journal says about a period; `treatments` has ketamine first, then other treatments.

    `timeline` is on the scale with most logged days; `next_planned` is the next session planned
    for `made_on` or later.
    """

    period: Period
    made_on: date
    patient_name: str
    birth_date: date | None
    completeness: Completeness
    sessions: tuple[SessionSummary, ...]
    treatments: tuple[TreatmentSummary, ...]
    next_planned: TreatmentSession | None
    timeline: trends.Timeline
    side_effects: SideEffects
    safety: SafetySummary
    clearly_lower: ClearlyLower | None
    shared_notes: int

    @property
    def is_empty(self) -> bool:
        """Whether the period holds no entries at all."""
        return not (
            self.completeness.logged
            or self.completeness.too_unwell
            or self.treatments
            or self.side_effects.others
            or not self.safety.is_empty
        )


def summarise(records: Records, period: Period, today: date) -> Summary:
    """All numbers for `period` as of `today`; days after today are not part of it."""
    if period.first <= today < period.last:
        period = Period(period.first, today)
    scale = trends.fullest_scale(records, period)
    timeline = trends.timeline(records, scale, period)
    sessions = _sessions(records, scale, period)
    return Summary(
        period=period,
        made_on=today,
        patient_name=records.settings.patient_name,
        birth_date=records.settings.birth_date,
        completeness=_completeness(records, period),
        sessions=sessions,
        treatments=_treatments(s for s in records.sessions if s.start.day in period),
        next_planned=_next_planned(records.sessions, today),
        timeline=timeline,
        side_effects=_side_effects(sessions, _apart(records, sessions, period)),
        safety=safety_summary(records, period),
        clearly_lower=lower_fortnight(records, period.last),
        shared_notes=sum(
            check_in.note_shared and check_in.moment.day in period for check_in in records.check_ins
        ),
    )


def _completeness(records: Records, period: Period) -> Completeness:
    days: dict[date, list[CheckIn]] = defaultdict(list)
    for check_in in records.check_ins:
        if check_in.scores and check_in.moment.day in period:
            days[check_in.moment.day].append(check_in)
    day_starts_at = records.settings.day_starts_at
    return Completeness(
        days=len(period),
        logged=len(days),
        late=sum(trends.entered_late(of_day, day_starts_at) for of_day in days.values()),
        imported_days=sum(trends.is_imported(of_day) for of_day in days.values()),
        imported_rows=sum(
            bool(check_in.source) and check_in.moment.day in period
            for check_in in records.check_ins
        ),
        too_unwell=sum(record.too_unwell and record.day in period for record in records.days),
    )


def _sessions(records: Records, scale: Scale, period: Period) -> tuple[SessionSummary, ...]:
    course = numbered(records.sessions)
    earlier = (None, *course)
    around = {each.session.id: each for each in trends.scores_around_sessions(records, scale)}
    answered = {record.day for record in records.days if record.no_side_effects}
    effects: dict[UUID | None, list[SideEffect]] = defaultdict(list)
    for effect in records.side_effects:
        effects[effect.session_id].append(effect)
    return tuple(
        SessionSummary(
            this.number,
            this.session,
            None if last is None else (this.session.start.day - last.session.start.day).days,
            around[this.session.id].before,
            around[this.session.id].next_day,
            this.session.no_side_effects
            or this.session.start.day in answered
            or this.session.id in effects,
            tuple(effects.get(this.session.id, ())),
        )
        for last, this in zip(earlier, course, strict=False)
        if this.session.start.day in period
    )


def _apart(
    records: Records, sessions: Iterable[SessionSummary], period: Period
) -> list[SideEffect]:
    of_sessions = {session.session.id for session in sessions}
    return [
        effect
        for effect in records.side_effects
        if effect.noted.day in period and effect.session_id not in of_sessions
    ]


def _next_planned(sessions: Iterable[TreatmentSession], today: date) -> TreatmentSession | None:
    planned = (
        session
        for session in sessions
        if session.state is SessionState.PLANNED and session.start.day >= today
    )
    return min(planned, key=lambda session: session.start.instant, default=None)


def _treatments(sessions: Iterable[TreatmentSession]) -> tuple[TreatmentSummary, ...]:
    kinds: dict[tuple[str, str], list[TreatmentSession]] = defaultdict(list)
    for session in sessions:
        if session.state is not SessionState.PLANNED:
            kinds[session.treatment, session.treatment_name.casefold()].append(session)
    summaries = map(_treatment, kinds.values())
    return tuple(
        sorted(summaries, key=lambda treatment: not treatment.example.treatment.is_ketamine)
    )


def _treatment(sessions: Sequence[TreatmentSession]) -> TreatmentSummary:
    states = Counter(session.state for session in sessions)
    doses = Counter(s.dose for s in sessions if s.is_done and s.dose is not None)
    return TreatmentSummary(
        sessions[-1],
        states[SessionState.DONE],
        states[SessionState.CANCELLED],
        states[SessionState.DID_NOT_TAKE_PLACE],
        tuple(DoseCount(dose, count) for dose, count in doses.most_common()),
    )


def _side_effects(sessions: Sequence[SessionSummary], apart: Iterable[SideEffect]) -> SideEffects:
    return SideEffects(
        len(sessions),
        sum(session.answered for session in sessions),
        _effects(sessions),
        tuple(
            LongEffect(session.number, effect, effect.duration)
            for session in sessions
            for effect in session.effects
            if effect.duration is not None and _over_a_day(effect, effect.duration, session.session)
        ),
        _other_effects(apart),
    )


def _over_a_day(effect: SideEffect, duration: Duration, session: TreatmentSession) -> bool:
    """Longer than 24 h, or still there when it was entered that long after it had begun."""
    if duration.lasted is Lasted.STILL_THERE:
        return effect.noted.instant - (effect.began_at or session.assumed_end) > A_DAY
    return timedelta(minutes=duration.minutes or 0) > A_DAY


def _effects(sessions: Iterable[SessionSummary]) -> tuple[EffectSummary, ...]:
    """The effects of the sessions, those of most sessions first, then the worst first."""
    kinds: dict[str, list[list[SideEffect]]] = defaultdict(list)
    for session in sessions:
        for kind, effects in _by_kind(session.effects).items():
            kinds[kind].append(effects)
    summaries = map(_effect, kinds.values())
    return tuple(sorted(summaries, key=lambda e: (e.affected, _rank(e.worst)), reverse=True))


def _by_kind(effects: Iterable[SideEffect]) -> dict[str, list[SideEffect]]:
    kinds: dict[str, list[SideEffect]] = defaultdict(list)
    for effect in effects:
        kinds[effect.kind].append(effect)
    return kinds


def _effect(sessions: Sequence[Sequence[SideEffect]]) -> EffectSummary:
    """One effect; each of `sessions` holds its entries for one session, at least one."""
    severities = [_worst(entries) for entries in sessions]
    worst = max(severities, key=_rank)
    entered = [[e.duration for e in entries if e.duration is not None] for entries in sessions]
    durations = sorted((max(each, key=_length) for each in entered if each), key=_length)
    by_length = dict(enumerate(durations))
    return EffectSummary(
        sessions[-1][-1],
        len(sessions),
        worst,
        severities.count(worst),
        by_length[median_low(by_length)] if durations else None,
        durations[-1] if durations else None,
        len(durations),
        sum(duration.lasted is Lasted.STILL_THERE for duration in durations),
    )


def _worst(entries: Iterable[SideEffect]) -> Severity | None:
    return max((entry.severity for entry in entries), key=_rank)


def _rank(severity: Severity | None) -> int:
    return severity or 0


def _length(duration: Duration) -> float:
    """Minutes to sort by; words stand just below their limit: 2 h, a day, and no limit at all."""
    if duration.lasted is Lasted.MINUTES:
        return duration.minutes or 0
    return _LENGTHS[duration.lasted]


_LENGTHS = {
    Lasted.UNDER_TWO_HOURS: 2 * 60 - 0.5,
    Lasted.REST_OF_DAY: 24 * 60 - 0.5,
    Lasted.STILL_THERE: float("inf"),
}


def _other_effects(effects: Iterable[SideEffect]) -> tuple[OtherEffect, ...]:
    others = [
        OtherEffect(
            entries[-1],
            len({entry.noted.day for entry in entries}),
            _worst(entries),
        )
        for entries in _by_kind(effects).values()
    ]
    return tuple(sorted(others, key=lambda other: (other.days, _rank(other.worst)), reverse=True))
