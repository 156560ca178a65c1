"""The numbers behind the sentence above the trends."""

import pytest

from journal.charts.descriptions.headline import change, numbers
from tests.charts.around_diary import diary, headline_of


def test_a_row_a_session_with_what_is_usual_at_its_level() -> None:
    """Sessions 2 and 3: 4 and 3.5 before, 8 on the day after."""
    table = numbers(headline_of(diary()))

    assert table.caption == "Mood on the day after sessions, 0 very low – 10 very good"
    assert [row[:5] for row in table.rows[:2]] == [
        ("2", "29 October 2025", "4", "8", "+4"),
        ("3", "26 November 2025", "3.5", "8", "+4.5"),
    ]
    assert {len(row) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize(
    ("points", "expected"),
    [(3, "+3"), (-0.5, "−0.5"), (0, "0"), (-0.04, "0"), (1 / 3, "+0.3")],
)
def test_a_change_has_its_sign(points: float, expected: str) -> None:
    assert change(points) == expected
