"""Which days a time axis names, and how, so that the names fit beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal.domain.period import Period
from journal.i18n import format_date, month_name

LONGEST_BY_DAYS = 100
"""Longer periods name months, not days."""

_DAY_INCHES = 0.75
_MONTH_INCHES = 0.5
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis and its name."""

    day: date
    name: str


def ticks(period: Period, inches: float) -> tuple[Tick, ...]:
    """The finest ticks for an axis of this width: days up to 100 days, then months, then years.

    The first name, and every first one of a new year, has the year below it.
    """
    if len(period) <= LONGEST_BY_DAYS:
        for step in _DAY_STEPS:
            days = _days(period, step)
            if len(days) * _DAY_INCHES <= inches:
                return _named(days, [format_date(day, "short") for day in days])
    for step in _MONTH_STEPS:
        days = _months(period, step)
        if days and len(days) * _MONTH_INCHES <= inches:
            return _named(days, [month_name(day.month, short=True) for day in days])
    return _years(period, inches)


def _days(period: Period, step: int) -> list[date]:
    """Every `step`-th day, weeks from their Mondays on."""
    first = period.first
    if step % 7 == 0 and len(period) >= step:
        first += timedelta(-first.weekday() % 7)
    return [day for day in period.days() if day >= first][::step]


def _months(period: Period, step: int) -> list[date]:
    return [day for day in _month_starts(period) if (day.month - 1) % step == 0]


def _month_starts(period: Period) -> Iterator[date]:
    for year in range(period.first.year, period.last.year + 1):
        for month in range(1, 13):
            if (day := date(year, month, 1)) in period:
                yield day


def _years(period: Period, inches: float) -> tuple[Tick, ...]:
    starts = [day for day in _month_starts(period) if day.month == 1]
    starts = starts or [period.first]
    for step in _YEAR_STEPS:
        days = [day for day in starts if day.year % step == 0] or starts[:1]
        if len(days) * _MONTH_INCHES <= inches:
            break
    return tuple(Tick(day, str(day.year)) for day in days)


def _named(days: Sequence[date], names: Sequence[str]) -> tuple[Tick, ...]:
    new_year = [True, *(day.year != earlier.year for earlier, day in pairwise(days))]
    return tuple(
        Tick(day, f"{name}\n{day.year}" if new else name)
        for day, name, new in zip(days, names, new_year, strict=True)
    )
