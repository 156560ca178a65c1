"""Days with and without something in sentences, as a legend, and as a table."""

from dataclasses import replace

import pytest

from journal.charts.descriptions.with_and_without import describe, legend, numbers
from journal.domain.with_and_without import Thing, ThingKind
from tests.domain.with_and_without_diaries import (
    headaches,
    scored,
    usual,
    with_headache,
)


def test_medians_ranges_and_counts_are_told() -> None:
    """With: 2, 3, 3, 4, 8; without: 5, 5, 6, 6, 7, 7; two days say nothing."""
    assert describe(usual()) == (
        "Mood (0 very low – 10 very good), 1 January 2026 to 1 March 2026, medians of day scores. "
        "Mood on days with headache: 3 (5 days). On days without headache: 6 (6 days). "
        "2 days say nothing about it and are left out. "
        "There can be many reasons for this; it does not say which. "
        "Scores on days with headache: 2 to 8. "
        "Scores on days without headache: 5 to 7."
    )


def test_with_too_little_no_value_is_told() -> None:
    """Four days with headache and mood 9, six without and mood 1."""
    written = headaches(scored(9, 9, 9, 9, 1, 1, 1, 1, 1, 1), range(1, 5), range(5, 11))
    result = with_headache(written)

    assert "9" not in describe(result)
    assert numbers(result).rows == ()
    assert "it takes at least 5" in numbers(result).caption


def test_imported_days_are_told() -> None:
    written = headaches(scored(*[5] * 10), range(1, 6), range(6, 11))
    written.check_ins[0] = replace(written.check_ins[0], source="Daylio")

    assert describe(with_headache(written)).endswith("1 day was imported.")


@pytest.mark.parametrize("kind", ThingKind)
def test_the_legend_says_which_days_are_left_out(kind: ThingKind) -> None:
    words = legend(replace(usual(), thing=Thing(kind, "key", "Name")))

    assert words.startswith("0 very low – 10 very good · a dot is a day · short line: median · ")
    assert words.endswith("left out")


def test_the_table_has_a_row_for_every_day_that_counts() -> None:
    table = numbers(usual())

    assert table.columns == ("Day", "Mood", "Which days")
    assert table.caption.startswith("Mood and Headache: Mood on days with headache: 3 (5 days).")
    assert table.rows[0] == ("1 January 2026", "2", "with headache")
    assert table.rows[-1] == ("11 January 2026", "7", "without headache")
    assert len(table.rows) == 11


@pytest.mark.parametrize("word", ["because", "caused", "effect", "helped", "worked", "due to"])
def test_no_cause_is_claimed(word: str) -> None:
    assert word not in describe(usual()).lower()
