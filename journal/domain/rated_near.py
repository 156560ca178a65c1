"""Scores near sessions by their instants, where a whole day is too long."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from journal.domain.checkin import CheckIn, Scale
from journal.domain.day_scores import BEFORE_REACHES
from journal.domain.stretches import Course


class Rated(NamedTuple):
    """A check-in, its score on a scale, and how many sessions had begun by then."""

    check_in: CheckIn
    value: int
    begun: int


def rated_near(
    check_ins: Iterable[CheckIn], scale: Scale, days: Collection[date], sessions: Course
) -> list[Rated]:
    """The scores of these journal days, in the order of the check-ins."""
    return [
        Rated(check_in, value, sessions.begun_by(check_in.moment.instant))
        for check_in in check_ins
        if check_in.moment.day in days and (value := check_in.value(scale.key)) is not None
    ]


def last_before(rated: Iterable[Rated], sessions: Course) -> dict[int, int]:
    """What stood *before* each session, by its number: the last score within 24 h of its start.

    A score during an earlier session's drug effect is none. This is `day_scores.before` for many
    sessions at once; all their scores of the 24 hours must be among `rated`.
    """
    found = sorted((each for each in rated if _is_before(each, sessions)), key=_given)
    return {each.begun + 1: each.value for each in found}


def _is_before(rated: Rated, sessions: Course) -> bool:
    """Whether a score is near enough to the session that comes next."""
    instant, begun = rated.check_in.moment.instant, rated.begun
    if begun == len(sessions.starts) or instant < sessions.starts[begun] - BEFORE_REACHES:
        return False
    return sessions.stretch(instant) is not None


def _given(rated: Rated) -> tuple[datetime, datetime, UUID]:
    check_in = rated.check_in
    return check_in.moment.instant, check_in.created_at, check_in.id
