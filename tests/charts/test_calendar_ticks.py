"""The names of days along the axis: fine where there is room, never crowded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.charts.calendar_ticks import ticks
from journal.domain.period import Period, last_days

TODAY = date(2026, 3, 14)  # a Saturday


def names(days: int, inches: float) -> list[str]:
    return [tick.name for tick in ticks(last_days(days, TODAY), inches)]


def test_thirty_days_name_their_mondays() -> None:
    assert names(30, 9) == ["16 Feb\n2026", "23 Feb", "2 Mar", "9 Mar"]


def test_a_week_names_every_day_of_it() -> None:
    assert names(7, 9)[:2] == ["8 Mar\n2026", "9 Mar"]
    assert len(names(7, 9)) == 7


def test_ninety_days_name_every_other_monday() -> None:
    assert names(90, 9)[:4] == ["15 Dec\n2025", "29 Dec", "12 Jan\n2026", "26 Jan"]


def test_half_a_year_names_its_months_and_where_the_year_begins() -> None:
    assert names(180, 9) == ["Oct\n2025", "Nov", "Dec", "Jan\n2026", "Feb", "Mar"]


def test_little_room_names_fewer_months() -> None:
    assert names(365, 2.5) == ["Apr\n2025", "Jul", "Oct", "Jan\n2026"]


def test_ten_years_name_years() -> None:
    assert names(3650, 9) == [str(year) for year in range(2017, 2027)]


def test_a_single_day_is_named() -> None:
    assert names(1, 9) == ["14 Mar\n2026"]


@given(st.integers(1, 40_000), st.floats(0.6, 20))
def test_there_is_always_a_name_and_room_for_all(days: int, inches: float) -> None:
    period = Period(TODAY - timedelta(days - 1), TODAY)
    found = ticks(period, inches)

    assert found
    assert all(tick.day in period for tick in found)
    assert len(found) == 1 or len(found) * 0.5 <= inches
