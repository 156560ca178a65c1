"""Windows of time: zoomed, moved, and never beyond their limits."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from journal.domain.period import Period
from journal.ui.widgets.time_window import SHORTEST, between, holding, moved, zoomed

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
MARCH = Period(date(2025, 3, 1), date(2025, 3, 31))

days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def windows(draw: st.DrawFn) -> tuple[Period, Period]:
    """A window and the limits it lies in."""
    one, two, three, four = sorted(draw(st.tuples(days, days, days, days)))
    assume(one != four)
    return Period(two, three), Period(one, four)


def lies_in(window: Period, limits: Period) -> bool:
    return window.first in limits and window.last in limits


def test_zooming_in_keeps_the_day_in_its_place() -> None:
    """Day 16 of 31 is the middle one; of half as many days, 16, it is again in the middle."""
    window = zoomed(MARCH, 0.5, date(2025, 3, 16), YEAR)

    assert window == Period(date(2025, 3, 8), date(2025, 3, 23))


def test_zooming_out_goes_on_until_all_is_shown() -> None:
    window = MARCH
    for _ in range(20):
        window = zoomed(window, 1.4, date(2025, 3, 5), YEAR)

    assert window == YEAR


def test_a_window_is_moved_as_far_as_there_is_something() -> None:
    assert moved(MARCH, 7, YEAR) == Period(date(2025, 3, 8), date(2025, 4, 7))
    assert moved(MARCH, -100, YEAR) == Period(date(2025, 1, 1), date(2025, 1, 31))
    assert moved(MARCH, 1000, YEAR) == Period(date(2025, 12, 1), date(2025, 12, 31))


def test_two_days_near_each_other_make_the_shortest_window_around_them() -> None:
    window = between(date(2025, 3, 12), date(2025, 3, 11), YEAR)

    assert window == Period(date(2025, 3, 7), date(2025, 3, 16))
    assert len(window) == SHORTEST


def test_a_window_follows_a_day_just_so_far() -> None:
    assert holding(MARCH, date(2025, 3, 31), YEAR) == MARCH
    assert holding(MARCH, date(2025, 4, 2), YEAR) == Period(date(2025, 3, 3), date(2025, 4, 2))
    assert holding(MARCH, date(2025, 2, 27), YEAR) == Period(date(2025, 2, 27), date(2025, 3, 29))


@given(windows(), st.floats(0.01, 20), st.integers(0, 3000))
def test_a_zoomed_window_holds_its_day_within_the_limits(
    drawn: tuple[Period, Period], factor: float, place: int
) -> None:
    window, limits = drawn
    about = window.first + timedelta(place % len(window))

    result = zoomed(window, factor, about, limits)

    assert lies_in(result, limits)
    assert about in result
    assert len(result) >= min(SHORTEST, len(limits))


@given(windows(), st.integers(-5000, 5000))
def test_a_moved_window_stays_as_long_as_it_is(drawn: tuple[Period, Period], by: int) -> None:
    window, limits = drawn

    result = moved(window, by, limits)

    assert len(result) == len(window)
    assert lies_in(result, limits)


@given(windows(), days, days)
def test_a_window_between_two_days_holds_both(
    drawn: tuple[Period, Period], one: date, other: date
) -> None:
    _window, limits = drawn
    assume(one in limits and other in limits)

    result = between(one, other, limits)

    assert one in result
    assert other in result
    assert lies_in(result, limits)
