"""Check-ins, the scales they are rated on, and what belongs to a whole journal day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.errors import InvalidValue, Problem

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from journal.domain.period import Moment

MAX_STEPS = 11
MAX_NOTE = 100_000
MAX_NAME = 300
CONTINUES_FOR = timedelta(minutes=60)
"""How long after its first entry a check-in is continued; afterwards a new one begins."""


class Direction(StrEnum):
    """What a higher value of a scale means."""

    HIGHER_BETTER = "higher-better"
    HIGHER_WORSE = "higher-worse"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole-number scale; a standard one has no name of its own, `wording` names it by its key.

    `active` scales are asked on Today; inactive ones keep their scores.
    """

    id: UUID
    key: str
    low: int
    high: int
    direction: Direction
    active: bool
    position: int
    created_at: datetime
    changed_at: datetime
    name: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the person, or an import, made this scale."""
        return bool(self.name)

    @property
    def of_day(self) -> bool:
        """Whether it belongs to the journal day (sleep) and not to a check-in."""
        return self.key in (SLEEP_HOURS, SLEEP_QUALITY)


MOOD = "mood"
ELEVATED_MOOD = "elevated-mood"
SLEEP_HOURS = "sleep-hours"
SLEEP_QUALITY = "sleep-quality"


@dataclass(frozen=True, slots=True)
class StandardScale:
    """A scale every journal starts with (ends and direction: clinical reference, Scales)."""

    key: str
    low: int
    high: int
    direction: Direction
    active: bool


STANDARD_SCALES = (
    StandardScale(MOOD, 0, 10, Direction.HIGHER_BETTER, True),
    StandardScale("anxiety", 0, 10, Direction.HIGHER_WORSE, True),
    StandardScale("energy", 0, 10, Direction.HIGHER_BETTER, True),
    StandardScale("pain", 0, 10, Direction.HIGHER_WORSE, True),
    StandardScale("irritability", 0, 10, Direction.HIGHER_WORSE, False),
    StandardScale(ELEVATED_MOOD, 0, 10, Direction.NEITHER, False),
    StandardScale(SLEEP_HOURS, 0, 24, Direction.NEITHER, True),
    StandardScale(SLEEP_QUALITY, 0, 10, Direction.HIGHER_BETTER, False),
)


@dataclass(frozen=True, slots=True)
class Score:
    """One rating on one scale, and the instant it was first written down."""

    scale: str
    value: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was entered for one moment: at most one score per scale, tags and a note.

    The note is private unless `note_shared`. `source` names the tracker an imported one came from.
    """

    id: UUID
    moment: Moment
    created_at: datetime
    changed_at: datetime
    scores: tuple[Score, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    note_shared: bool = False
    source: str = ""

    def value(self, scale: str) -> int | None:
        """The rating on the scale with this key, or None where there is none."""
        return next((score.value for score in self.scores if score.scale == scale), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left in it."""
        return not (self.scores or self.tags or self.note)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What belongs to a journal day as a whole; there is at most one for a day.

    Sleep is that of the night before, in hours 0 to 24; its quality 0 to 10.
    """

    id: UUID
    day: date
    created_at: datetime
    changed_at: datetime
    no_side_effects: bool = False
    too_unwell: bool = False
    sleep_hours: float | None = None
    sleep_quality: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left in it."""
        return not (self.no_side_effects or self.too_unwell) and (
            self.sleep_hours is None and self.sleep_quality is None
        )


def check_score(scale: Scale, value: float) -> None:
    """Raise InvalidValue unless `value` lies on `scale`, both ends included."""
    if not scale.low <= value <= scale.high:
        raise InvalidValue(scale.key, Problem.OFF_SCALE, {"low": scale.low, "high": scale.high})


def check_note(note: str) -> None:
    """Raise InvalidValue for a note of more than 100,000 characters."""
    if len(note) > MAX_NOTE:
        raise InvalidValue("note", Problem.TOO_LONG, {"most": MAX_NOTE})


def check_own_scale(scale: Scale, others: tuple[Scale, ...]) -> None:
    """Raise InvalidValue unless an own scale has a free name and 2 to 11 whole-number steps."""
    if not scale.name.strip():
        raise InvalidValue("name", Problem.MISSING)
    if len(scale.name) > MAX_NAME:
        raise InvalidValue("name", Problem.TOO_LONG, {"most": MAX_NAME})
    taken = {other.name.casefold() for other in others if other.id != scale.id}
    if scale.name.casefold() in taken:
        raise InvalidValue("name", Problem.TAKEN)
    if scale.low >= scale.high:
        raise InvalidValue("high", Problem.ENDS_SWAPPED)
    if scale.high - scale.low + 1 > MAX_STEPS:
        raise InvalidValue("high", Problem.TOO_MANY_STEPS, {"most": MAX_STEPS})
