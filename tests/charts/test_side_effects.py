"""The matrix of side effects: what is read back from the picture is what the matrix says."""

from datetime import date, timedelta
from math import dist
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts.side_effect_layout import MatrixLayout, height, layout
from journal.charts.side_effects import draw
from journal.domain.period import Period
from journal.domain.side_effect import Severity
from journal.domain.side_effect_matrix import SideEffectMatrix, side_effect_matrix
from journal.theme import DARK, LIGHT, PRINT, Theme
from tests.charts.drawn import (
    assert_figure_looks_like,
    boxes,
    dots,
    line,
    parts,
    strokes,
    texts_beyond,
    words,
)
from tests.domain.diary import Diary, minutes

FIRST = date(2026, 1, 5)
PERIOD = Period(date(2020, 1, 1), date(2030, 1, 1))
WIDTH = 4.5
LONG_NAME = "A feeling that has a long name of its own, in many words"


def diary() -> Diary:
    """Four sessions: severe, moderate and mild nausea; one headache for 30 h; the third silent."""
    written = Diary()
    first, second, _third, fourth = [
        written.session(FIRST + timedelta(7 * number)) for number in range(4)
    ]
    for session, severity in (
        (first, Severity.SEVERE),
        (second, Severity.MODERATE),
        (fourth, Severity.MILD),
    ):
        written.effect(session.start.day, "nausea", severity, session=session)
    day = second.start.day
    written.effect(day, "headache", None, minutes(1800), second)
    return written


def matrix() -> SideEffectMatrix:
    return side_effect_matrix(diary().records(), PERIOD)


def many(sessions: int, effects: int = 1) -> SideEffectMatrix:
    """So many sessions, each with the effects `effect 1`, `effect 2` …"""
    written = Diary()
    for number in range(sessions):
        session = written.session(FIRST + timedelta(3 * number))
        for effect in range(effects):
            written.effect(session.start.day, name=f"effect {effect + 1}", session=session)
    return side_effect_matrix(written.records(), PERIOD)


def size(shown: SideEffectMatrix, width: float = WIDTH) -> tuple[float, float]:
    return width, height(shown, width)


def figure(shown: SideEffectMatrix, theme: Theme = LIGHT, width: float = WIDTH) -> Figure:
    drawn = draw(shown, theme, size(shown, width))
    FigureCanvasAgg(drawn)
    return drawn


def in_cells(places: list[tuple[float, float]], grid: MatrixLayout) -> list[tuple[int, int]]:
    """The places of effect and session that marks stand in, each as often as it has marks."""
    sessions = range(grid.first, grid.first + grid.columns)
    cells = {grid.place(row, n): (row, n) for row in range(grid.rows) for n in sessions}
    nearest = (min(cells, key=lambda middle: dist(middle, place)) for place in places)
    return sorted(cells[middle] for middle in nearest)


def test_the_number_of_dots_is_the_severity() -> None:
    """Nausea is the first effect: severe at the first session, moderate at the second, mild."""
    drawn, grid = figure(matrix()), layout(matrix(), size(matrix()))

    assert in_cells(dots(drawn, "severe"), grid) == [(0, 0)] * 3
    assert in_cells(dots(drawn, "moderate"), grid) == [(0, 1)] * 2
    assert in_cells(dots(drawn, "mild"), grid) == [(0, 3)]


def test_a_strength_that_is_not_entered_is_one_hollow_dot() -> None:
    drawn, grid = figure(matrix()), layout(matrix(), size(matrix()))

    assert in_cells(dots(drawn, "not-rated"), grid) == [(1, 1)]
    assert line(drawn, "not-rated").get_markerfacecolor() == "none"


def test_asked_sessions_have_a_box_and_the_others_a_dash() -> None:
    drawn, grid = figure(matrix()), layout(matrix(), size(matrix()))
    dashes = [((x0 + x1) / 2, y0) for (x0, y0), (x1, _y1) in strokes(drawn, "not-asked")]

    assert in_cells(boxes(drawn, "asked"), grid) == [(r, s) for r in (0, 1) for s in (0, 1, 3)]
    assert in_cells(dashes, grid) == [(0, 2), (1, 2)]


def test_none_is_a_box_without_a_mark() -> None:
    """The headache at sessions 1 and 4."""
    drawn, grid = figure(matrix()), layout(matrix(), size(matrix()))
    marked = {
        cell
        for felt in ("severe", "moderate", "mild", "not-rated")
        for cell in in_cells(dots(drawn, felt), grid)
    }

    assert set(in_cells(boxes(drawn, "asked"), grid)) - marked == {(1, 0), (1, 3)}


def test_longer_than_a_day_is_underlined() -> None:
    drawn, grid = figure(matrix()), layout(matrix(), size(matrix()))

    assert in_cells([first for first, _last in strokes(drawn, "over-a-day")], grid) == [(1, 1)]


def test_the_counts_stand_on_the_right() -> None:
    assert words(figure(matrix()), "count") == ["3 / 3", "1 / 3"]


def test_effects_and_sessions_are_named() -> None:
    drawn = figure(matrix())

    assert words(drawn, "effect") == ["Nausea", "Headache"]
    assert sorted(words(drawn, "session-number")) == ["1", "2", "3", "4"]


def test_the_legend_explains_every_mark() -> None:
    told = "  ".join(words(figure(matrix()), "foot"))

    for part in ("● mild", "●● moderate", "●●● severe", "○ strength not entered"):
        assert part in told
    for part in ("empty box: none", "–  not asked", "underlined: longer than 24 h"):
        assert part in told


def test_the_latest_sessions_are_shown_where_not_all_fit() -> None:
    """Of forty; the counts remain those of all, and the picture says so."""
    shown = many(40)
    grid = layout(shown, size(shown))
    drawn = figure(shown)

    assert 10 < grid.columns < 40
    assert grid.first + grid.columns == 40
    assert len(dots(drawn, "mild")) == grid.columns
    assert words(drawn, "session-number")[0] == "40"
    assert words(drawn, "count") == ["40 / 40"]
    assert words(drawn, "foot")[-1] == (
        f"The latest {grid.columns} sessions are shown; the counts are of all 40."
    )


def test_the_most_frequent_effects_are_shown_where_not_all_fit() -> None:
    shown = many(3, effects=9)
    drawn = draw(shown, LIGHT, (WIDTH, 1.9))

    assert words(drawn, "effect") == ["effect 1", "effect 2", "effect 3"]
    assert words(drawn, "foot")[-1] == "6 more effects are in the table."


def test_the_height_asked_for_shows_every_effect() -> None:
    shown = many(3, effects=25)

    assert len(words(figure(shown), "effect")) == 25


@pytest.mark.parametrize("width", [2.6, 4.5, 9.0])
def test_no_word_leaves_the_picture(width: float) -> None:
    written = diary()
    written.effect(FIRST, name=LONG_NAME, session=written.sessions[0])
    shown = side_effect_matrix(written.records(), PERIOD)

    assert list(texts_beyond(figure(shown, width=width))) == []


def test_a_long_name_ends_before_the_boxes() -> None:
    written = Diary()
    written.effect(FIRST, name=LONG_NAME, session=written.session(FIRST))
    shown = side_effect_matrix(written.records(), PERIOD)
    drawn, grid = figure(shown), layout(shown, size(shown))
    (name,) = parts(drawn, "effect")
    renderer = drawn.canvas.get_renderer()  # type: ignore[attr-defined]

    assert name.get_window_extent(renderer).x1 <= 96 * grid.left
    assert words(drawn, "effect")[0].endswith("…")


def test_without_effects_it_says_why() -> None:
    silent, asked = Diary(), Diary()
    silent.session(FIRST)
    asked.session(FIRST, no_side_effects=True)

    told = [
        " ".join(words(draw(side_effect_matrix(d.records(), PERIOD), LIGHT, (9, 2)), "nothing"))
        for d in (Diary(), silent, asked)
    ]

    assert told == [
        "No ketamine session took place in this time.",
        "Nothing is entered about side effects for this session, not even “none”.",
        "No side effects were reported (asked for 1 session, last on 5 January 2026).",
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_the_picture_looks_as_it_did(theme: Theme, tmp_path: Path) -> None:
    drawn = draw(matrix(), theme, (4.5, 1.5))

    assert_figure_looks_like(drawn, theme, f"side-effects-{theme.name}", tmp_path)
