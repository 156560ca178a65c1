"""The interval of a median: what resampling would find, checked by doing all resamples."""

import random
from itertools import product
from statistics import median_high, median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.interval_of_median import Interval, interval_of_median

values = st.lists(st.integers(0, 10).map(float), min_size=5, max_size=40)


def test_below_five_values_there_is_none() -> None:
    assert interval_of_median([]) is None
    assert interval_of_median([1, 2, 3, 4]) is None


def test_five_values_reach_from_the_lowest_to_the_highest() -> None:
    """The median of 5 draws is the lowest if 3 of them fall on it.

    10 · 0.2³ · 0.8² + 5 · 0.2⁴ · 0.8 + 0.2⁵ = 0.0512 + 0.0064 + 0.0003 = 0.058, more than 0.025.
    """
    assert interval_of_median([4, 1, 2, 5, 3]) == Interval(1, 5)


def test_nine_values_leave_out_the_two_at_each_end() -> None:
    """The median is at most the second with at least 5 of 9 draws on the first two, 2/9 each:

    126 · (2/9)⁵ · (7/9)⁴ = 0.0250, and 84 · (2/9)⁶ · (7/9)³ = 0.0048 besides: 0.030 in all, so the
    second is in; at most the first with 126 · (1/9)⁵ · (8/9)⁴ + … = 0.0014: it is out.
    """
    assert interval_of_median(range(1, 10)) == Interval(2, 8)


@pytest.mark.parametrize("drawn", [[1, 2, 4, 7, 9], [3, 3, 5, 6, 6], [0, 1, 3, 4, 8, 9]])
def test_it_is_what_all_resamples_give(drawn: list[float]) -> None:
    """5⁵ = 3,125 or 6⁶ = 46,656 resamples: cut 2.5 % of their medians off at each end."""
    samples = list(product(drawn, repeat=len(drawn)))
    low = sorted(map(median_low, samples))[-(-len(samples) * 25 // 1000) - 1]
    high = sorted(map(median_high, samples))[-(-len(samples) * 975 // 1000) - 1]

    assert interval_of_median(drawn) == Interval(low, high)


@given(values, st.integers())
def test_the_order_of_the_values_does_not_matter(drawn: list[float], seed: int) -> None:
    mixed = random.Random(seed).sample(drawn, len(drawn))

    assert interval_of_median(mixed) == interval_of_median(drawn)


@given(values)
def test_it_holds_the_median_and_ends_at_values_that_occurred(drawn: list[float]) -> None:
    found = interval_of_median(drawn)

    assert found is not None
    assert found.low <= median_low(drawn) <= median_high(drawn) <= found.high
    assert {found.low, found.high} <= set(drawn)


def test_equal_values_leave_nothing_open() -> None:
    assert interval_of_median([3.0] * 6) == Interval(3, 3)


def test_many_values_have_a_narrow_one() -> None:
    """Of 2,001 values the median's place is the 1,001st, give or take 1.96 · √2001 / 2 = 44."""
    found = interval_of_median(range(1, 2002))

    assert found is not None
    assert found.low == pytest.approx(1001 - 44, abs=2)
    assert found.high == pytest.approx(1001 + 44, abs=2)
