"""Nights: how long and how well somebody slept in a period, from the day records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from journal.domain.checkin import DayRecord
from journal.domain.period import Period


@dataclass(frozen=True, slots=True)
class Nights:
    """The middle, lowest and highest of `count` nights: hours of sleep, or its quality 0 to 10."""

    count: int
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sleep:
    """Sleep of a period; each is None where nothing of it was entered."""

    hours: Nights | None
    quality: Nights | None


def slept(days: Iterable[DayRecord], period: Period) -> Sleep:
    """The nights entered for the days of a period."""
    of_period = [record for record in days if record.day in period]
    return Sleep(
        _nights([r.sleep_hours for r in of_period if r.sleep_hours is not None]),
        _nights([r.sleep_quality for r in of_period if r.sleep_quality is not None]),
    )


def _nights(values: Sequence[float]) -> Nights | None:
    return Nights(len(values), median(values), min(values), max(values)) if values else None
