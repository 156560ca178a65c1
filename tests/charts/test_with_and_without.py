"""Days with and without something as a picture: read back from the axes."""

from dataclasses import replace

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from journal.charts.with_and_without import draw
from journal.domain.with_and_without import Thing, ThingKind, WithAndWithout
from journal.theme import DARK, LIGHT, PRINT, Theme
from tests.charts import reading
from tests.domain.with_and_without_diaries import headaches, scored, usual, with_headache

SIZE = (4.6, 2.6)


def axes(result: WithAndWithout, theme: Theme = LIGHT) -> Axes:
    (only,) = draw(result, theme, SIZE).axes
    return only


def test_every_day_has_a_dot_in_its_strip() -> None:
    """With: 2, 3, 3, 4, 8; without: 5, 5, 6, 6, 7, 7."""
    drawn = axes(usual())
    (having,), (lacking,) = (reading.spots(drawn, f"values-{side}") for side in ("with", "without"))

    assert [y for _x, y in having] == [2, 3, 3, 4, 8]
    assert [y for _x, y in lacking] == [5, 5, 6, 6, 7, 7]
    assert all(abs(x) < 0.5 for x, _y in having)
    assert all(abs(x - 1) < 0.5 for x, _y in lacking)


def test_a_short_line_stands_at_each_median() -> None:
    """3 with, 6 without."""
    lines = reading.strokes(axes(usual()), "medians")

    assert [[y for _x, y in line] for line in lines] == [[3, 3], [6, 6]]


def test_counts_are_printed_below() -> None:
    assert reading.tick_names(axes(usual())) == [
        "n 5 days with headache",
        "n 6 days without headache",
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_the_sides_are_told_apart_without_colour(theme: Theme) -> None:
    drawn = axes(usual(), theme)
    (having,), (lacking,) = (reading.lines(drawn, f"values-{side}") for side in ("with", "without"))

    assert to_hex(str(having.get_markerfacecolor())) == theme.chart_dot
    assert to_hex(str(lacking.get_markerfacecolor())) == theme.card


def test_below_five_days_there_is_a_sentence_and_no_dot() -> None:
    """Four days with headache, six without."""
    written = headaches(scored(*[5] * 10), range(1, 5), range(5, 11))
    drawn = axes(with_headache(written))

    assert not reading.lines(drawn, "values-with")
    assert not reading.lines(drawn, "values-without")
    (sentence,) = reading.words(drawn, "too-little")
    assert "it takes at least 5" in sentence.replace("\n", " ")


def test_a_long_name_ends_after_three_lines() -> None:
    thing = Thing(ThingKind.TAG, "x", "a very long tag " * 12)
    (having, _lacking) = axes(replace(usual(), thing=thing)).get_xticklabels()

    assert len(having.get_text().split("\n")) == 4
    assert having.get_text().endswith("…")
