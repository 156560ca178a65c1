"""Side effects by session: what was felt, how strongly, when it usually began and how long.

A session without any answer about side effects is "not asked", never "none".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median_low

from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.session import TreatmentSession
from journal.domain.session_effects import (
    EffectSummary,
    FeltEffect,
    LongEffect,
    OtherEffect,
    SessionEffects,
    durations,
    effects_by_session,
    felt_effects,
    other_effects,
    over_a_day,
    worst,
)
from journal.domain.side_effect import Duration, Severity, SideEffect


class Felt(StrEnum):
    """What is known of one effect at one session."""

    NOT_ASKED = "not-asked"
    NONE = "none"
    NOT_RATED = "not-rated"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


_SEVERITIES = {
    None: Felt.NOT_RATED,
    Severity.MILD: Felt.MILD,
    Severity.MODERATE: Felt.MODERATE,
    Severity.SEVERE: Felt.SEVERE,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One effect at one session: the worst of its entries, and whether one lasted over 24 h."""

    felt: Felt
    over_a_day: bool = False


@dataclass(frozen=True, slots=True)
class Began:
    """When an effect began: whole `minutes` after the session's start, or None for "during"."""

    minutes: int | None


@dataclass(frozen=True, slots=True)
class Onsets:
    """The middle onset of `count` sessions (of an even number the earlier), and the two ends."""

    usual: Began
    earliest: Began
    latest: Began
    count: int


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One effect: a cell for every session, and its figures over them.

    `shortest` is None where no duration was entered, `onsets` where no onset was; `over_a_day`
    counts the sessions after which it lasted longer than 24 h.
    """

    summary: EffectSummary
    cells: tuple[Cell, ...]
    onsets: Onsets | None
    shortest: Duration | None
    over_a_day: int


@dataclass(frozen=True, slots=True)
class SideEffectMatrix:
    """Effects × sessions, oldest session first, the effect of most sessions first.

    `sessions` are the latest of the period, `earlier` of which are left out; every figure is of
    `sessions` alone. `others` belong to no session of the period.
    """

    period: Period
    sessions: tuple[SessionEffects, ...]
    earlier: int
    rows: tuple[EffectRow, ...]
    over_a_day: tuple[LongEffect, ...]
    others: tuple[OtherEffect, ...]

    @property
    def asked(self) -> int:
        """Sessions for which side effects were answered, with some or with none."""
        return sum(session.answered for session in self.sessions)

    @property
    def last_asked(self) -> date | None:
        """The day of the last of them."""
        days = [one.session.start.day for one in self.sessions if one.answered]
        return max(days, default=None)

    @property
    def sessions_over_a_day(self) -> int:
        """Sessions after which anything lasted longer than 24 h."""
        return len({long.number for long in self.over_a_day})

    @property
    def reported(self) -> int:
        """How often any effect was reported, each once for a session."""
        return sum(row.summary.affected for row in self.rows)

    @property
    def timed(self) -> int:
        """How many of those have a duration."""
        return sum(row.summary.durations for row in self.rows)


def side_effect_matrix(
    records: Records, period: Period, last: int | None = None
) -> SideEffectMatrix:
    """The matrix of the ketamine sessions in `period`, or of the `last` (1 or more) of them."""
    of_period = [e for e in effects_by_session(records) if e.session.start.day in period]
    sessions = tuple(of_period if last is None else of_period[-last:])
    long = over_a_day(sessions)
    return SideEffectMatrix(
        period,
        sessions,
        len(of_period) - len(sessions),
        tuple(_row(felt, sessions, long) for felt in felt_effects(sessions)),
        long,
        other_effects(records, of_period, period),
    )


def _row(
    felt: FeltEffect, sessions: Sequence[SessionEffects], over_a_day: Iterable[LongEffect]
) -> EffectRow:
    affected = {session.number: session for session in felt.sessions}
    kind = felt.summary.example.kind
    long = {each.number for each in over_a_day if each.effect.kind == kind}
    entered = durations(felt.sessions)
    return EffectRow(
        felt.summary,
        tuple(_cell(one, affected.get(one.number), one.number in long) for one in sessions),
        _onsets(felt.sessions),
        entered[0] if entered else None,
        len(long),
    )


def _cell(session: SessionEffects, affected: SessionEffects | None, is_long: bool) -> Cell:
    if affected is not None:
        return Cell(_SEVERITIES[worst(affected.effects)], is_long)
    return Cell(Felt.NONE if session.answered else Felt.NOT_ASKED)


def _onsets(sessions: Iterable[SessionEffects]) -> Onsets | None:
    """Of every session the first onset of its entries."""
    entered = (list(_entered(one.session, one.effects)) for one in sessions)
    first = [began for _, began in sorted((min(e, key=_at) for e in entered if e), key=_at)]
    if not first:
        return None
    return Onsets(first[median_low(range(len(first)))], first[0], first[-1], len(first))


_Onset = tuple[float, Began]


def _at(onset: _Onset) -> float:
    return onset[0]


def _entered(session: TreatmentSession, effects: Iterable[SideEffect]) -> Iterator[_Onset]:
    """Onsets with minutes to sort by; "during" stands just below the session's end.

    What began before the session did not begin with it, and is none.
    """
    for effect in effects:
        if effect.onset is not None and effect.onset.during:
            yield _minutes(session.assumed_end - session.start.instant) - 0.5, Began(None)
        elif effect.began_at is not None and effect.began_at >= session.start.instant:
            minutes = _minutes(effect.began_at - session.start.instant)
            yield minutes, Began(round(minutes))


def _minutes(length: timedelta) -> float:
    return length / timedelta(minutes=1)
