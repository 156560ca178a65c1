"""From the lowest to the highest in words."""

import pytest

from journal.wording.ranges import range_text


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(2, 5, "2 to 5"), (3, 3, "3"), (2.98, 3.02, "3"), (0.5, 1, "0.5 to 1")],
)
def test_two_ends_or_one_number_where_both_read_the_same(
    low: float, high: float, expected: str
) -> None:
    assert range_text(low, high) == expected
