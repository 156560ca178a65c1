"""How the journal counts time: days that start at four, zones, and clocks that change."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import (
    Period,
    check_not_future,
    day_ends,
    journal_day,
    last_days,
    local_moment,
    moment_at,
    moment_on_day,
)

BERLIN = "Europe/Berlin"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("clock", "day"),
    [("2026-03-10T03:59", 9), ("2026-03-10T04:00", 10), ("2026-03-11T03:59", 10)],
)
def test_a_day_starts_at_four(clock: str, day: int) -> None:
    assert journal_day(datetime.fromisoformat(clock)) == date(2026, 3, day)


def test_a_day_starts_when_the_person_says() -> None:
    assert journal_day(datetime.fromisoformat("2026-03-10T05:00"), time(6)) == date(2026, 3, 9)
    assert journal_day(datetime.fromisoformat("2026-03-10T00:00"), time(0)) == date(2026, 3, 10)


def test_a_moment_belongs_to_the_day_of_its_own_zone() -> None:
    instant = utc(2026, 3, 10, 3, 30)

    assert moment_at(instant, BERLIN).day == date(2026, 3, 10)
    assert moment_at(instant, "America/New_York").day == date(2026, 3, 9)


def test_a_moment_tells_the_wall_clock_of_its_zone() -> None:
    assert moment_at(utc(2026, 7, 1, 19, 0), BERLIN).local.hour == 21


def test_an_hour_that_comes_twice_takes_the_first() -> None:
    moment = local_moment(datetime(2026, 10, 25, 2, 30), BERLIN, "at")  # noqa: DTZ001

    assert moment.instant == utc(2026, 10, 25, 0, 30)


def test_an_hour_the_clocks_skipped_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        local_moment(datetime(2026, 3, 29, 2, 30), BERLIN, "start")  # noqa: DTZ001

    assert (refused.value.field, refused.value.problem) == ("start", Problem.SKIPPED_HOUR)


def test_the_small_hours_of_a_day_lie_on_the_next_calendar_day() -> None:
    assert moment_on_day(date(2026, 3, 9), time(1, 30), BERLIN, "at").instant == utc(
        2026, 3, 10, 0, 30
    )


zones = st.sampled_from([BERLIN, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
starts = st.times().map(lambda t: t.replace(minute=0, second=0, microsecond=0, hour=t.hour % 9))


@given(instants, zones, starts)
def test_every_moment_lies_before_the_end_of_its_day(
    instant: datetime, zone: str, start: time
) -> None:
    moment = moment_at(instant, zone, start)

    # Where the clocks change at the very hour a day starts, that day has two starts.
    assert moment.instant < day_ends(moment.day, zone, start) + timedelta(hours=1)
    assert moment.instant >= day_ends(moment.day - timedelta(1), zone, start) - timedelta(hours=1)


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.times(), zones)
def test_a_moment_on_a_day_belongs_to_that_day(day: date, clock: time, zone: str) -> None:
    with suppress(InvalidValue):  # an hour the clocks skipped
        assert moment_on_day(day, clock.replace(microsecond=0), zone, "at").day == day


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 24), (SPRING - timedelta(1), 23)])
def test_a_day_is_as_long_as_the_clocks_make_it(day: date, hours: int) -> None:
    assert day_ends(day, BERLIN) - day_ends(day - timedelta(1), BERLIN) == timedelta(hours=hours)


def test_the_day_of_the_hour_that_comes_twice_has_25() -> None:
    before = AUTUMN - timedelta(1)

    assert day_ends(before, BERLIN) - day_ends(before - timedelta(1), BERLIN) == timedelta(hours=25)


def test_a_period_includes_both_ends() -> None:
    period = Period(date(2026, 3, 1), date(2026, 3, 10))

    assert len(period) == len(list(period.days())) == 10
    assert period.first in period
    assert period.last in period
    assert date(2026, 3, 11) not in period


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue) as refused:
        Period(date(2026, 3, 2), date(2026, 3, 1))

    assert refused.value.field == "to"


def test_the_last_180_days_include_today() -> None:
    period = last_days(180, date(2026, 3, 10))

    assert (len(period), period.last) == (180, date(2026, 3, 10))


def test_what_lies_in_the_future_is_refused() -> None:
    now = utc(2026, 3, 10, 20, 14)
    check_not_future("at", moment_at(now, BERLIN), now)

    with pytest.raises(InvalidValue):
        check_not_future("at", moment_at(now + timedelta(seconds=1), BERLIN), now)


def test_what_lies_before_1900_is_a_slip() -> None:
    with pytest.raises(InvalidValue) as refused:
        check_not_future("at", moment_at(utc(1899, 12, 31, 12), BERLIN), utc(2026, 1, 1))

    assert refused.value.problem is Problem.TOO_LONG_AGO


def test_moments_are_ordered_by_instant() -> None:
    earlier = moment_at(utc(2026, 3, 10, 12), "Asia/Tokyo")
    later = moment_at(utc(2026, 3, 10, 13), "America/New_York")

    assert sorted([later, earlier]) == [earlier, later]
