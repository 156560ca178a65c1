"""The upright axis of a scale: its ends and its ticks."""

import pytest

from journal.charts.scale_axis import ends, ticks
from journal.domain.checkin import MOOD, SLEEP_HOURS
from tests.domain.diary import scale_of


def test_a_scale_goes_from_end_to_end_whatever_is_drawn() -> None:
    assert ends(scale_of(MOOD), [4, 5]) == (0, 10)


@pytest.mark.parametrize(
    ("nights", "high"),
    [([], 12), ([6.5, 9], 12), ([12], 12), ([7, 12.5], 16), ([17], 20), ([24], 24)],
    ids=str,
)
def test_hours_of_sleep_end_at_12_or_where_a_longer_night_has_room(
    nights: list[float], high: int
) -> None:
    assert ends(scale_of(SLEEP_HOURS), nights) == (0, high)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0, 12, [0, 2, 4, 6, 8, 10, 12]),
        (0, 16, [0, 4, 8, 12, 16]),
        (0, 24, [0, 4, 8, 12, 16, 20, 24]),
        (1, 5, [1, 2, 3, 4, 5]),
        (0, 7, [0, 1, 2, 3, 4, 5, 6, 7]),
        (-5, 4, [-5, -2, 1, 4]),
    ],
)
def test_ticks_meet_both_ends(low: int, high: int, expected: list[int]) -> None:
    assert ticks(low, high) == expected
