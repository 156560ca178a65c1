"""The choices made on the Trends page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from journal.domain.period import Period, last_days

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date


class Range(Enum):
    """How far back to look, in days up to today."""

    MONTH = 30
    QUARTER = 90
    HALF_YEAR = 180
    YEAR = 365
    ALL = 0

    def period(self, whole: Period, today: date) -> Period:
        """The days looked at; ALL is the `whole` journal."""
        return whole if self is Range.ALL else last_days(self.value, today)


@dataclass(frozen=True, slots=True)
class Choice:
    """What to look at: a range, keys of scales and questionnaires, and what single cards offer.

    Without scales it is the one that has most to show; with None for questionnaires there are some
    only where no scale was ever rated. `options` holds the keys of those that are switched on,
    `picks` for some questions, by their keys, what was picked.
    """

    range: Range = Range.HALF_YEAR
    scales: frozenset[str] = frozenset()
    questionnaires: frozenset[str] | None = None
    options: frozenset[str] = frozenset()
    picks: tuple[tuple[str, Hashable], ...] = ()

    def picked(self, question: str) -> Hashable:
        """What was picked for a question, None for nothing yet."""
        return dict(self.picks).get(question)

    def with_pick(self, question: str, value: Hashable) -> Choice:
        """The same with something picked for a question."""
        return replace(self, picks=tuple({**dict(self.picks), question: value}.items()))

    def with_option(self, key: str, *, is_on: bool) -> Choice:
        """The same with an option switched on or off."""
        options = self.options | {key} if is_on else self.options - {key}
        return replace(self, options=options)
