from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.period import Period, last_days
from journal.report.shortening import day_in


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 3, 11), date(2026, 3, 10), "10 Mar"),
        (date(2025, 3, 10), date(2026, 3, 10), "10 Mar 2026"),
        (date(2024, 2, 29), date(2025, 2, 28), "28 Feb"),
        (date(2024, 2, 29), date(2025, 3, 1), "1 Mar 2025"),
        (date(2023, 3, 1), date(2024, 2, 29), "29 Feb"),
    ],
)
def test_a_day_has_its_year_where_it_could_be_another(first: date, last: date, words: str) -> None:
    assert day_in(last, Period(first, last)) == words


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(355, 740))
def test_no_two_days_of_a_period_read_the_same(last: date, count: int) -> None:
    period = last_days(count, last)
    days = [period.first + timedelta(number) for number in range(count)]
    assert len({day_in(each, period) for each in days}) == count


def test_a_day_outside_the_period_has_its_year() -> None:
    assert day_in(date(2026, 1, 1), last_days(30, date(2026, 3, 10))) == "1 Jan 2026"
