"""Strips of dots: equal values stand side by side, and stay in their strip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from journal.charts.strips import DOT, SMALLEST_DOT, Strip, apart, draw_strip, places, scale_axis
from journal.domain.checkin import SLEEP_HOURS
from journal.theme import LIGHT
from tests.charts import reading
from tests.domain.diary import scale_of


def test_equal_values_stand_side_by_side_around_the_middle() -> None:
    """Around 2, three of 4 at −0.1, 0 and 0.1, two of 5 at −0.05 and 0.05, 7 alone in it."""
    found = places(Strip("dots", [4, 5, 4, 7, 5, 4], 2), 0.1)

    assert found == pytest.approx([1.9, 1.95, 2.0, 2.0, 2.05, 2.1])


def test_the_longest_row_decides_how_close_all_dots_stand() -> None:
    """101 dots within 0.3 on either side: 0.6 / 100; two dots may stand 0.1 apart."""
    assert apart(Strip("dots", [5.0] * 101 + [6, 6], 0, reach=0.3), 0.1) == pytest.approx(0.006)
    assert apart(Strip("dots", [6, 6], 0, reach=0.3), 0.1) == 0.1


@pytest.mark.parametrize(("count", "size"), [(10, DOT), (5000, SMALLEST_DOT)])
def test_dots_shrink_where_they_stand_close(count: int, size: float) -> None:
    axes = Figure().add_subplot()

    draw_strip(axes, Strip("dots", [5] * count, 0), LIGHT, points_a_unit=200)

    (dots,) = reading.lines(axes, "dots")
    assert dots.get_markersize() == size


def test_a_long_night_has_room_on_the_axis() -> None:
    axes = Figure().add_subplot()

    scale_axis(axes, scale_of(SLEEP_HOURS), [6, 13.5])

    assert axes.get_ylim() == (0, 16)
    assert list(axes.get_yticks()) == [0, 4, 8, 12, 16]


@given(st.lists(st.integers(0, 10), max_size=60), st.floats(0.001, 0.5))
def test_no_dot_leaves_its_strip_or_covers_another(values: list[int], wanted: float) -> None:
    strip = Strip("dots", values, 3, reach=0.4)
    found = places(strip, apart(strip, wanted))

    assert all(2.6 - 1e-9 <= x <= 3.4 + 1e-9 for x in found)
    assert len(set(zip(found, values, strict=True))) == len(values)
