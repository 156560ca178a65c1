"""Side effects of ketamine sessions: which sessions were asked, and each effect over them.

"No side effects" is an answer, so a count is always affected of asked sessions (clinical
reference, Counting rules).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from statistics import median_low
from uuid import UUID

from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.session import TreatmentSession, numbered
from journal.domain.side_effect import Duration, Lasted, Severity, SideEffect

A_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SessionEffects:
    """A ketamine session of the course, whether side effects were answered for it, and which.

    `effects` are those tied to it, by the moment they were noted for.
    """

    number: int
    session: TreatmentSession
    answered: bool
    effects: tuple[SideEffect, ...]


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
class FeltEffect:
    """One side effect and the sessions it was reported for, each with the entries of it alone."""

    summary: EffectSummary
    sessions: tuple[SessionEffects, ...]


def effects_by_session(records: Records) -> tuple[SessionEffects, ...]:
    """Every ketamine session that took place, oldest first, with what was answered for it."""
    none_on = {record.day for record in records.days if record.no_side_effects}
    effects: dict[UUID | None, list[SideEffect]] = defaultdict(list)
    for effect in sorted(records.side_effects, key=attrgetter("noted.instant")):
        effects[effect.session_id].append(effect)
    return tuple(
        SessionEffects(
            one.number,
            one.session,
            one.session.no_side_effects
            or one.session.start.day in none_on
            or one.session.id in effects,
            tuple(effects.get(one.session.id, ())),
        )
        for one in numbered(records.sessions)
    )


def felt_effects(sessions: Iterable[SessionEffects]) -> tuple[FeltEffect, ...]:
    """The effects of the sessions, those of most sessions first, then the worst first."""
    kinds: dict[str, list[SessionEffects]] = defaultdict(list)
    for session in sessions:
        for kind, entries in _by_kind(session.effects).items():
            kinds[kind].append(
                SessionEffects(session.number, session.session, session.answered, tuple(entries))
            )
    felt = [FeltEffect(_summary(affected), tuple(affected)) for affected in kinds.values()]
    return tuple(
        sorted(felt, key=lambda f: (f.summary.affected, _rank(f.summary.worst)), reverse=True)
    )


def over_a_day(sessions: Iterable[SessionEffects]) -> tuple[LongEffect, ...]:
    """The entries that lasted longer than 24 h, in the order of the sessions."""
    return tuple(
        LongEffect(session.number, effect, effect.duration)
        for session in sessions
        for effect in session.effects
        if effect.duration is not None and _over_a_day(effect, effect.duration, session.session)
    )


def other_effects(
    records: Records, sessions: Iterable[SessionEffects], period: Period
) -> tuple[OtherEffect, ...]:
    """What was noted in the period and belongs to none of the sessions, on most days first."""
    of_sessions = {session.session.id for session in sessions}
    apart = [
        effect
        for effect in records.side_effects
        if effect.noted.day in period and effect.session_id not in of_sessions
    ]
    others = [
        OtherEffect(entries[-1], len({entry.noted.day for entry in entries}), worst(entries))
        for entries in _by_kind(apart).values()
    ]
    return tuple(sorted(others, key=lambda other: (other.days, _rank(other.worst)), reverse=True))


def worst(entries: Iterable[SideEffect]) -> Severity | None:
    """The worst severity of at least one entry, or None where none was entered."""
    return max((entry.severity for entry in entries), key=_rank)


def durations(sessions: Iterable[SessionEffects]) -> list[Duration]:
    """For every session with one the longest duration of its entries, the shortest first."""
    entered = [[e.duration for e in one.effects if e.duration is not None] for one in sessions]
    return sorted((max(each, key=_length) for each in entered if each), key=_length)


def _by_kind(effects: Iterable[SideEffect]) -> dict[str, list[SideEffect]]:
    kinds: dict[str, list[SideEffect]] = defaultdict(list)
    for effect in effects:
        kinds[effect.kind].append(effect)
    return kinds


def _summary(sessions: Sequence[SessionEffects]) -> EffectSummary:
    """One effect over the sessions it was reported for, at least one."""
    severities = [worst(session.effects) for session in sessions]
    worst_of_all = max(severities, key=_rank)
    entered = durations(sessions)
    by_length = dict(enumerate(entered))
    return EffectSummary(
        sessions[-1].effects[-1],
        len(sessions),
        worst_of_all,
        severities.count(worst_of_all),
        by_length[median_low(by_length)] if entered else None,
        entered[-1] if entered else None,
        len(entered),
        sum(duration.lasted is Lasted.STILL_THERE for duration in entered),
    )


def _over_a_day(effect: SideEffect, duration: Duration, session: TreatmentSession) -> bool:
    """Longer than 24 h, or still there when it was entered that long after it had begun."""
    if duration.lasted is Lasted.STILL_THERE:
        return effect.noted.instant - (effect.began_at or session.assumed_end) > A_DAY
    return timedelta(minutes=duration.minutes or 0) > A_DAY


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
