"""Where the thin lines of a questionnaire run, whatever its ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.total_marks import levels
from journal.charts.totals import totals_in
from journal.domain.checkin import Direction
from journal.domain.own_total import FARTHEST_END, own_total
from journal.domain.period import last_days
from tests.domain.medicines import TODAY
from tests.domain.responses import questionnaire


def own_levels(low: int, high: int) -> list[int]:
    asked = own_total("Headache", low, high, Direction.HIGHER_WORSE)
    return levels(totals_in(asked, (), last_days(30, TODAY)))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1, [0, 1]),
        (0, 27, [0, 5, 10, 15, 20, 27]),
        (0, 28, [0, 5, 10, 15, 20, 25, 28]),
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 101, [0, 20, 40, 60, 80, 101]),
        (0, 301, [0, 100, 200, 301]),
        (0, 1000, [0, 200, 400, 600, 800, 1000]),
        (-1000, 1000, [-1000, -500, 0, 500, 1000]),
    ],
)
def test_even_steps_up_to_the_end(low: int, high: int, expected: list[int]) -> None:
    assert own_levels(low, high) == expected


def test_bands_have_a_line_at_their_foot() -> None:
    assert levels(totals_in(questionnaire(), (), last_days(30, TODAY))) == [0, 5, 10, 15, 20, 27]


@given(
    st.integers(-FARTHEST_END, FARTHEST_END - 1).flatmap(
        lambda low: st.tuples(st.just(low), st.integers(low + 1, FARTHEST_END))
    )
)
def test_any_ends_have_few_lines_that_lie_apart(ends: tuple[int, int]) -> None:
    found = own_levels(*ends)
    assert (found[0], found[-1]) == ends
    assert len(found) <= 8
    distances = [later - earlier for earlier, later in pairwise(found)]
    assert 2 * min(distances) >= distances[0] or len(found) == 2
