"""Side effects: what was felt, how strongly, when it began and how long it lasted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from journal.domain.errors import InvalidValue, Problem

if TYPE_CHECKING:
    from uuid import UUID

    from journal.domain.period import Moment
    from journal.domain.session import TreatmentSession

LONGEST_MINUTES = 366 * 24 * 60


class Severity(IntEnum):
    """Mild: noticed, did not get in the way; moderate: got in the way; severe: stopped me."""

    MILD = 1
    MODERATE = 2
    SEVERE = 3


@dataclass(frozen=True, slots=True)
class Onset:
    """When an effect began: `during` the session, or later at the UTC `instant`; never both."""

    during: bool = False
    instant: datetime | None = None


class Lasted(StrEnum):
    """How long an effect lasted, as the person can say it."""

    UNDER_TWO_HOURS = "under-2-h"
    MINUTES = "minutes"
    REST_OF_DAY = "rest-of-day"
    STILL_THERE = "still-there"


@dataclass(frozen=True, slots=True)
class Duration:
    """How long an effect lasted; `minutes` (0 or more) only with Lasted.MINUTES."""

    lasted: Lasted
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class SideEffect:
    """One side effect on one journal day; `effect` is a key of the catalogue or empty.

    An effect in the person's own words has `name` and no key. `noted` is the moment it is
    entered for; `severity`, `onset` and `duration` are None where they were not asked or answered.
    """

    id: UUID
    noted: Moment
    severity: Severity | None
    created_at: datetime
    changed_at: datetime
    effect: str = ""
    name: str = ""
    onset: Onset | None = None
    duration: Duration | None = None
    session_id: UUID | None = None

    @property
    def kind(self) -> str:
        """What makes two entries the same effect: the catalogue's key or the person's words."""
        return self.effect or self.name.casefold()

    @property
    def began_at(self) -> datetime | None:
        """The instant it began, where one was entered."""
        return self.onset.instant if self.onset else None


def nearby_session(sessions: Iterable[TreatmentSession], moment: Moment) -> TreatmentSession | None:
    """The last ketamine session that had begun by `moment`, on its journal day or the day before.

    Onset and duration are asked for effects on these two days only.
    """
    days = (moment.day, moment.day - timedelta(1))
    begun = [
        s
        for s in sessions
        if s.counts and s.start.instant <= moment.instant and s.start.day in days
    ]
    return max(begun, key=lambda s: s.start.instant, default=None)


def session_of_onset(
    sessions: Iterable[TreatmentSession], at: Moment | None, today: date
) -> TreatmentSession:
    """The session an onset in minutes counts from.

    It is the last one done that began within 24 hours before `at`, or on `today` without `at`.
    Raises InvalidValue where there is none.
    """
    done = [session for session in sessions if session.is_done]
    if at is None:
        near = [session for session in done if session.start.day == today]
    else:
        day = timedelta(hours=24)
        near = [s for s in done if timedelta(0) <= at.instant - s.start.instant <= day]
    if not near:
        raise InvalidValue("onset", Problem.NO_SESSION)
    return max(near, key=lambda session: session.start.instant)


def onset_instant(session: TreatmentSession, minutes: int, at: Moment | None) -> datetime:
    """When an effect began that many minutes, 0 or more, after the session's start.

    Raises InvalidValue below zero, and where `at` names another minute.
    """
    if minutes < 0:
        raise InvalidValue("onset", Problem.BELOW_ZERO)
    if minutes > LONGEST_MINUTES:
        raise InvalidValue("onset", Problem.TOO_LARGE, {"most": LONGEST_MINUTES})
    began = session.start.instant + timedelta(minutes=minutes)
    if at is not None and abs(at.instant - began) >= timedelta(minutes=1):
        raise InvalidValue("onset", Problem.DISAGREES)
    return began


def most_frequent(effects: Iterable[SideEffect], starter: Sequence[str], count: int) -> list[str]:
    """The `count` catalogue keys to offer first: the person's frequent ones, then the starters."""
    counted = Counter(effect.effect for effect in effects if effect.effect)
    offered = [key for key, _ in counted.most_common()]
    offered += [key for key in starter if key not in counted]
    return offered[:count]


def check_side_effect(effect: SideEffect, now: datetime) -> None:
    """Raise InvalidValue for an onset in the future, or a duration below zero or above a year."""
    if not effect.kind.strip():
        raise InvalidValue("effect", Problem.MISSING)
    if effect.noted.instant > now:
        raise InvalidValue("at", Problem.IN_FUTURE)
    if effect.began_at is not None and effect.began_at > now:
        raise InvalidValue("onset", Problem.IN_FUTURE)
    minutes = effect.duration.minutes if effect.duration else None
    if minutes is not None and minutes < 0:
        raise InvalidValue("lasted", Problem.BELOW_ZERO)
    if minutes is not None and minutes > LONGEST_MINUTES:
        raise InvalidValue("lasted", Problem.TOO_LARGE, {"most": LONGEST_MINUTES})
