"""Moments, journal days and periods: how the journal counts time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from journal.domain.errors import InvalidValue, Problem

DAY_STARTS_AT = time(4)
"""A journal day runs from 04:00 to 04:00 unless the person says otherwise."""

EARLIEST_DAY = date(1900, 1, 1)


def zone_named(name: str) -> tzinfo:
    """The time zone of an IANA name."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - the window's first paint does not wait for it

    return ZoneInfo(name)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time as it was lived: the UTC instant, the IANA zone, and the journal day."""

    instant: datetime
    zone: str
    day: date

    @property
    def local(self) -> datetime:
        """The wall clock's date and time in the moment's own zone."""
        return self.instant.astimezone(zone_named(self.zone))


@dataclass(frozen=True, slots=True)
class Period:
    """A run of journal days, both ends included; `first` is never after `last`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InvalidValue("to", Problem.END_BEFORE_START)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def days(self) -> Iterator[date]:
        """Every day of the period, oldest first."""
        return (self.first + timedelta(n) for n in range(len(self)))


def last_days(count: int, today: date) -> Period:
    """The `count` days that end with `today`, 1 or more."""
    return Period(today - timedelta(count - 1), today)


def journal_day(local: datetime, day_starts_at: time = DAY_STARTS_AT) -> date:
    """The day a wall clock time belongs to: before the day's start it is still yesterday."""
    return local.date() if local.time() >= day_starts_at else local.date() - timedelta(1)


def moment_at(instant: datetime, zone: str, day_starts_at: time = DAY_STARTS_AT) -> Moment:
    """The moment of an aware `instant` as lived in `zone`."""
    utc = instant.astimezone(UTC)
    return Moment(utc, zone, journal_day(utc.astimezone(zone_named(zone)), day_starts_at))


def local_moment(
    wall_clock: datetime, zone: str, field: str, day_starts_at: time = DAY_STARTS_AT
) -> Moment:
    """The moment a naive `wall_clock` time names in `zone`.

    An hour that comes twice takes the first; raises InvalidValue for one the clocks skipped.
    """
    aware = wall_clock.replace(tzinfo=zone_named(zone), fold=0)
    instant = aware.astimezone(UTC)
    if instant.astimezone(zone_named(zone)).replace(tzinfo=None) != wall_clock:
        raise InvalidValue(field, Problem.SKIPPED_HOUR)
    return moment_at(instant, zone, day_starts_at)


def moment_on_day(
    day: date, clock: time, zone: str, field: str, day_starts_at: time = DAY_STARTS_AT
) -> Moment:
    """The moment at which a `clock` time falls in journal day `day`, small hours included."""
    calendar_day = day if clock >= day_starts_at else day + timedelta(1)
    return local_moment(datetime.combine(calendar_day, clock), zone, field, day_starts_at)


def day_ends(day: date, zone: str, day_starts_at: time = DAY_STARTS_AT) -> datetime:
    """The UTC instant at which journal day `day` is over in `zone`."""
    start_of_next = datetime.combine(day + timedelta(1), day_starts_at, zone_named(zone))
    return start_of_next.astimezone(UTC)


def check_not_future(field: str, moment: Moment, now: datetime) -> None:
    """Raise InvalidValue if `moment` lies after `now` or before the year 1900."""
    if moment.instant > now:
        raise InvalidValue(field, Problem.IN_FUTURE)
    if moment.day < EARLIEST_DAY:
        raise InvalidValue(field, Problem.TOO_LONG_AGO)
