"""What the Trends page looks at: the choices made on it, and what the journal says to them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from journal.charts.description import TableRow, table
from journal.domain import trends
from journal.domain.checkin import Scale
from journal.domain.period import Period, last_days
from journal.domain.repository import OpenJournal, Records
from journal.domain.trends import Timeline


class Range(Enum):
    """How far back to look, in days up to today."""

    MONTH = 30
    QUARTER = 90
    HALF_YEAR = 180
    YEAR = 365
    ALL = 0

    def period(self, records: Records, today: date) -> Period:
        """The days looked at; ALL begins with the first entry."""
        if self is Range.ALL:
            return trends.whole_journal(records, today)
        return last_days(self.value, today)


@dataclass(frozen=True, slots=True)
class Choice:
    """A range, and the key of a scale or None for the one that has most to show."""

    range: Range = Range.HALF_YEAR
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What the page shows; `rows` are the numbers behind the picture, newest first.

    `scored` are the scales with a score on any day, `others` those that are asked but have none.
    """

    choice: Choice
    timeline: Timeline
    rows: tuple[TableRow, ...]
    scored: tuple[Scale, ...]
    others: tuple[Scale, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the whole journal has no score to draw."""
        return not self.scored


def read_look(journal: OpenJournal, choice: Choice, today: date) -> Look:
    """Read the journal and work out what the page shows; it takes its time and is for the worker.

    Raises StorageError.
    """
    return look(journal.records(), choice, today)


def look(records: Records, choice: Choice, today: date) -> Look:
    """What the page shows of these records."""
    whole = trends.whole_journal(records, today)
    period = choice.range.period(records, today)
    timeline = trends.timeline(records, _scale(records, choice, period, whole), period)
    scored = trends.scales_with_scores(records, whole)
    others = tuple(scale for scale in records.scales if scale.active and scale not in scored)
    return Look(choice, timeline, table(timeline)[::-1], scored, others)


def _scale(records: Records, choice: Choice, period: Period, whole: Period) -> Scale:
    """The chosen scale, else the fullest of the period, of the whole journal where it is empty."""
    chosen = next((scale for scale in records.scales if scale.key == choice.scale), None)
    if chosen is not None:
        return chosen
    has_scores = trends.scales_with_scores(records, period)
    return trends.fullest_scale(records, period if has_scores else whole)
