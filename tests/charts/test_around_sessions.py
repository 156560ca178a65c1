"""Around a session as a picture: what is read back from the axes is what the result says."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from journal.charts.around_sessions import LONE_BAND, draw, values_on
from journal.theme import DARK, LIGHT, PRINT, Theme
from tests.charts.around_diary import FEW_LOGGED, around, diary, level
from tests.charts.drawn import (
    assert_figure_looks_like,
    dots,
    line,
    parts,
    texts_beyond,
    words,
)
from tests.domain.diary import Diary

SIZE = (5.0, 2.7)


def picture(written: Diary, *, singles: bool = False) -> Figure:
    return draw(around(written), LIGHT, SIZE, singles=singles)


def runs(figure: Figure, gid: str) -> list[list[tuple[float, float]]]:
    found = [each for each in parts(figure, gid) if isinstance(each, Line2D)]
    return [[(x, y) for x, y in np.asarray(each.get_xydata()).tolist()] for each in found]


def test_the_line_runs_through_the_medians_and_breaks_where_there_are_too_few() -> None:
    """Two scores on day −1 and none on day 10: the line is in three parts."""
    drawn = runs(picture(diary()), "medians")

    assert [[x for x, _y in run] for run in drawn] == [
        [-3, -2],
        list(range(10)),
        [11, 12, 13, 14],
    ]
    assert drawn == [
        [(day.offset, day.median) for day in around(diary()).days if day.offset in places]
        for places in ([-3, -2], range(10), [11, 12, 13, 14])
    ]


def test_every_score_has_a_dot_at_its_height_and_near_its_day() -> None:
    """Days with two scores, or none, are empty."""
    result = around(diary())
    drawn = dots(picture(diary()), "scores")

    for day in result.days:
        near = sorted(y for x, y in drawn if abs(x - day.offset) < 0.5)
        expected = [] if day.offset in (-1, 10) else sorted(values_on(result, day))
        assert near == expected


def test_equal_scores_stand_side_by_side() -> None:
    """8 − 1 // 3 = 8 at all five sessions on day 1."""
    drawn = [x for x, y in dots(picture(diary()), "scores") if abs(x - 1) < 0.5]

    assert len(set(drawn)) == 5
    assert sum(drawn) / 5 == pytest.approx(1)


def test_the_band_is_the_middle_half_where_five_scores_are() -> None:
    """Days −3 and −2, 0 and 1, 3 to 9, 11 to 14: day 2 has three scores."""
    ends = []
    for band in parts(picture(diary()), "middle-half"):
        assert isinstance(band, PolyCollection)
        (path,) = band.get_paths()
        across = np.asarray(path.vertices)[:, 0]
        ends.append((float(across.min()), float(across.max())))

    assert ends == [(-3, -2), (0, 1), (3, 9), (11, 14)]


def test_the_band_of_a_lone_day_is_as_wide_as_a_stroke() -> None:
    """Day 1 taken from two of the sessions leaves day 0 alone."""
    written = diary()
    gone = {c.id for c in written.check_ins if c.value("mood") == 8}
    written.check_ins = [c for c in written.check_ins if c.id not in gone]
    bands = parts(picture(written), "middle-half")
    across = [np.asarray(b.get_paths()[0].vertices)[:, 0] for b in bands]  # type: ignore[attr-defined]

    assert (-LONE_BAND, LONE_BAND) in [(float(x.min()), float(x.max())) for x in across]


def test_the_count_stands_under_every_day() -> None:
    figure = picture(diary())
    (axes,) = figure.axes
    names = [label.get_text().split("\n") for label in axes.get_xticklabels()]

    assert [int(count) for _name, count in names] == [
        FEW_LOGGED.get(offset, 5) for offset in range(-3, 15)
    ]
    assert [name for name, _count in names if name] == [
        "−3 d",
        "session",
        "+3 d",
        "+7 d",
        "+10 d",
        "+14 d",
    ]
    assert words(figure, "n") == ["\nn"]


def test_wide_counts_stand_in_two_rows_where_they_would_touch() -> None:
    """12 sessions on a picture of two inches: 18 days of about 6 points each."""
    (narrow,) = draw(around(diary(12)), LIGHT, (2.0, 2.0)).axes
    (wide,) = draw(around(diary(12)), LIGHT, SIZE).axes
    lines = [label.get_text().count("\n") for label in narrow.get_xticklabels()]

    assert lines[:4] == [2, 1, 1, 1]
    assert {label.get_text().count("\n") for label in wide.get_xticklabels()} == {1}


def test_the_own_level_is_dashed_across() -> None:
    """Sessions 1 and 2: median of 3, 4, 3 or 4, 3, 4; the others have −3 and −2 only: 3.5."""
    (axes,) = picture(diary()).axes
    reference = line(axes.figure, "reference")  # type: ignore[arg-type]

    assert list(np.asarray(reference.get_ydata())) == [3.5, 3.5]
    assert reference.get_linestyle() != "-"


def test_single_sessions_are_thin_lines_on_demand() -> None:
    """Session 1 is logged on all days but the 10th: two lines, −3 to 9 and 11 to 14."""
    figure = picture(diary(), singles=True)
    (found,) = parts(figure, "single-sessions")
    lines = [np.asarray(each).tolist() for each in found.get_segments()]  # type: ignore[attr-defined]

    assert [(each[0][0], each[-1][0]) for each in lines[:2]] == [(-3, 9), (11, 14)]
    assert lines[0] == [[offset, level(1, offset)] for offset in range(-3, 10)]
    assert not parts(picture(diary()), "single-sessions")


def test_the_axis_goes_from_end_to_end_of_the_scale() -> None:
    (axes,) = picture(diary()).axes

    assert axes.get_ylim() == (0, 10)
    assert list(axes.get_yticks()) == [0, 2, 4, 6, 8, 10]


def test_with_too_few_sessions_it_says_so() -> None:
    figure = picture(diary(2))

    assert "Shown from 3 sessions on" in words(figure, "too-little")[0].replace("\n", " ")
    assert not parts(figure, "scores")


@pytest.mark.parametrize("size", [(2.6, 2.0), (5.0, 2.7), (12.0, 4.0)])
def test_no_text_is_cut_off(size: tuple[float, float]) -> None:
    figure = draw(around(diary()), LIGHT, size)
    FigureCanvasAgg(figure)

    assert not list(texts_beyond(figure))


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_it_looks_as_it_did(theme: Theme, tmp_path: Path) -> None:
    figure = draw(around(diary()), theme, SIZE, singles=theme is DARK)

    assert_figure_looks_like(figure, theme, f"around-sessions-{theme.name}", tmp_path)


def test_strokes_are_told_apart_by_width_not_colour_alone() -> None:
    figure = picture(diary(), singles=True)
    (single,) = parts(figure, "single-sessions")
    medians = [each for each in parts(figure, "medians") if isinstance(each, Line2D)]

    assert max(single.get_linewidths()) < min(m.get_linewidth() for m in medians)  # type: ignore[attr-defined]
