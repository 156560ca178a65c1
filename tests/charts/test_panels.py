"""Several panels on one time axis: what is read back from them, and that nothing is cut off."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from journal.charts.panels import draw_panels
from journal.charts.render import rendered_panels
from journal.charts.score_marks import joined
from journal.charts.total_marks import draw_bands, moved_apart
from journal.charts.totals import Totals, totals_in
from journal.domain import trends
from journal.domain.medication import medicine_marks
from journal.domain.period import Period
from journal.domain.session import Dose, DoseUnit, numbered
from journal.domain.trends import Timeline
from journal.theme import DARK, LIGHT, PRINT, THEMES, Theme
from tests.charts.diaries import WEEKS, day, diary, mood, nothing
from tests.charts.drawn import texts_beyond
from tests.charts.pictures import assert_looks_like
from tests.domain.diary import Diary, scale_of
from tests.domain.medicines import medicine
from tests.domain.responses import answered, paper, questionnaire, scores
from tests.test_theme import GRAPHIC, contrast

SIZE = (8.0, 5.0)


def phq(period: Period = WEEKS) -> Totals:
    """15 with item 9 above zero on the 2nd, 9 on the 30th; the diary's sessions."""
    entries = scores(Diary(), answered(day(2), (2, 2, 2, 2, 2, 2, 1, 1, 1)), paper(day(30), 9))
    return totals_in(questionnaire(), entries, period, numbered(diary().sessions))


def with_medicines(timeline: Timeline) -> Timeline:
    changed = medicine(day(21), dose="100 mg")
    return replace(timeline, medicines=medicine_marks([changed], timeline.period))


def three() -> Figure:
    return draw_panels((with_medicines(mood()), nothing()), (phq(),), LIGHT, SIZE)


def words(axes: Axes, gid: str) -> list[str]:
    texts = (artist for artist in axes.findobj() if isinstance(artist, Text))
    return [text.get_text() for text in texts if text.get_gid() == gid]


def names(axes: Axes) -> set[str]:
    return {each.get_gid() or "" for each in axes.findobj()}


def test_there_is_a_panel_for_each_scale_and_questionnaire_from_the_top() -> None:
    top, middle, foot = three().axes

    assert top.get_position().y0 > middle.get_position().y1
    assert middle.get_position().y0 > foot.get_position().y1
    assert [axes.get_ylim() for axes in (top, middle, foot)] == [(0, 10), (0, 10), (0, 27)]


def test_each_panel_says_what_it_shows_and_which_way_it_goes() -> None:
    panels = three().axes

    assert [words(axes, "panel-title") for axes in panels] == [["Mood"], ["Anxiety"], ["PHQ-9"]]
    assert [words(axes, "panel-ends") for axes in panels] == [
        ["0 very low – 10 very good"],
        ["0 none – 10 strong"],
        ["0 – 27, higher is worse"],
    ]


def test_a_panel_alone_has_no_title() -> None:
    (alone,) = draw_panels((mood(),), (), LIGHT, SIZE).axes

    assert "panel-title" not in names(alone)


def test_the_time_axis_is_one_and_named_once_at_the_foot() -> None:
    panels = three().axes

    assert len({axes.get_xlim() for axes in panels}) == 1
    assert len({(axes.get_position().x0, axes.get_position().x1) for axes in panels}) == 1
    assert [bool(list(axes.get_xticks())) for axes in panels] == [False, False, True]


def test_sessions_run_through_all_panels_their_numbers_stand_above_the_first() -> None:
    panels = three().axes

    assert all("sessions" in names(axes) for axes in panels)
    assert [words(axes, "session-number") for axes in panels] == [["1", "2", "3"], [], []]


def test_other_treatments_and_medicines_stand_below_the_last() -> None:
    below = {"other-treatments", "medicines", "medicine-name"}

    assert [bool(names(axes) & below) for axes in three().axes] == [False, False, True]


def test_what_is_empty_says_so_in_its_panel() -> None:
    top, middle, _foot = three().axes

    assert words(top, "nothing-logged") == []
    assert words(middle, "nothing-logged") == ["Nothing was logged in this time."]


def test_any_part_of_the_time_can_be_shown() -> None:
    """From the 8th to the 14th: a week stands in the middle of ten days."""
    week = Period(day(8), day(14))
    top, foot = draw_panels((mood(week),), (phq(week),), LIGHT, SIZE).axes
    first, last = top.get_xlim()

    assert (first, last) == (day(8).toordinal() - 1.5, day(14).toordinal() + 1.5)
    assert words(top, "session-number") == ["1", "2"]
    assert words(foot, "nothing") == ["There is no total in this time."]


def test_all_words_are_inside_the_picture() -> None:
    figure = three()
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]

    assert list(texts_beyond(figure)) == []


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize(
    ("days", "size"), [(1, (4, 4)), (10, (9, 3.6)), (40, (5, 4)), (95, (13, 7)), (800, (7.3, 4))]
)
def test_no_words_are_cut_off_or_touch_another_panel(
    days: int, size: tuple[float, float], several: bool
) -> None:
    period = Period(day(1), day(days))
    timelines = (mood(period), nothing(period)) if several else (mood(period),)
    figure = draw_panels(timelines, (phq(period),), LIGHT, size)
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]

    assert list(texts_beyond(figure)) == []
    for upper, lower in pairwise(axes.get_tightbbox() for axes in figure.axes):
        assert upper is not None
        assert lower is not None
        assert upper.y0 >= lower.y1


def test_doses_stand_above_the_numbers_and_below_the_title() -> None:
    dosed = diary()
    doses = [Dose(Decimal(mg), DoseUnit.MG) for mg in (32, 32, 35, 40)]
    dosed.sessions = [replace(s, dose=d) for s, d in zip(dosed.sessions, doses, strict=True)]
    timeline = trends.timeline(dosed.records(), scale_of("mood"), WEEKS)
    figure = draw_panels((timeline,), (phq(),), PRINT, SIZE)
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    top = figure.axes[0]

    assert words(top, "session-dose") == ["32 mg", "35 mg"]
    rows = ("session-number", "session-dose", "panel-title")
    heights = [max(box.y0 for box in boxes(top, gid)) for gid in rows]
    tops = [max(box.y1 for box in boxes(top, gid)) for gid in rows]
    assert all(upper >= lower for lower, upper in zip(tops, heights[1:], strict=False))
    assert list(texts_beyond(figure)) == []


def boxes(axes: Axes, gid: str) -> list[Bbox]:
    texts = (artist for artist in axes.findobj() if isinstance(artist, Text))
    return [text.get_window_extent() for text in texts if text.get_gid() == gid]


@pytest.mark.parametrize(("tall", "named"), [(50, 5), (40, 5), (30, 0)])
def test_the_names_of_bands_are_all_there_or_none(tall: float, named: int) -> None:
    """Five names need 44 points; half a line may stand out on either side."""
    axes = Figure().add_subplot()
    axes.set_ylim(0, 27)
    draw_bands(axes, phq(), PRINT, tall)

    assert len(words(axes, "band")) == named


def test_names_keep_their_places_where_there_is_room() -> None:
    assert moved_apart([5.0, 15.0, 30.0], 9) == [5, 15, 30]


def test_names_that_would_touch_move_around_their_middle() -> None:
    """6 and 10 lie around 8; with 20, which then touches too, around 12: 3, 12 and 21."""
    assert moved_apart([6.0, 10.0, 40.0], 9) == [3.5, 12.5, 40]
    assert moved_apart([6.0, 10.0, 20.0], 9) == [3, 12, 21]


@given(st.lists(st.floats(0, 100), max_size=8).map(sorted))
def test_no_two_names_touch(places: list[float]) -> None:
    moved = moved_apart(places, 9)

    assert all(upper - lower >= 9 - 1e-6 for lower, upper in pairwise(moved))
    assert sum(moved) == pytest.approx(sum(places))


def test_many_sessions_and_totals_are_drawn_thinner() -> None:
    """Thirty sessions on consecutive days, and as many totals, on a third of the usual width."""
    close = Diary()
    for n in range(1, 31):
        close.session(day(n))
    entries = scores(Diary(), *(paper(day(n), 9) for n in range(1, 31)))
    many = totals_in(questionnaire(), entries, WEEKS, numbered(close.sessions))
    usual, crowded = (draw_panels((), (t,), PRINT, (2.5, 2)).axes[0] for t in (phq(), many))

    assert widths(usual, "sessions") == [1]
    assert widths(crowded, "sessions") == [0.4]
    assert sizes(crowded, "on-time") < sizes(usual, "on-time") == 5


def widths(axes: Axes, gid: str) -> list[float]:
    (found,) = (each for each in axes.findobj(LineCollection) if each.get_gid() == gid)
    assert isinstance(found, LineCollection)
    return [float(width) for width in np.atleast_1d(found.get_linewidth())]


def sizes(axes: Axes, gid: str) -> float:
    (found,) = (each for each in axes.findobj(Line2D) if each.get_gid() == gid)
    assert isinstance(found, Line2D)
    return found.get_markersize()


def test_bars_of_days_that_share_their_place_are_one_where_they_touch() -> None:
    """In the first two days 1–4 and 3–6 touch, 8–9 does not; the third day stands apart."""
    bars = [(0.0, 1.0, 4.0), (1.0, 3.0, 6.0), (1.0, 8.0, 9.0), (2.0, 2.0, 3.0)]

    assert list(joined(bars, 2)) == [(1.0, 1.0, 6.0), (1.0, 8.0, 9.0), (3.0, 2.0, 3.0)]


VALUES = ("scores-", "ranges", "averages", "totals", "on-time", "late", "concern")


def drawn_in(artist: Artist) -> str:
    """The colour that its marks or lines stand out by."""
    if not isinstance(artist, Line2D):
        assert isinstance(artist, PathPatch)
        return to_hex(artist.get_edgecolor())
    is_line = artist.get_linestyle() != "None"
    return to_hex(artist.get_color() if is_line else artist.get_markeredgecolor())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_whatever_carries_a_value_stands_out_from_its_ground(theme: Theme) -> None:
    """3 to 1 at least, as the guideline has it for graphics (WCAG 2.2, 1.4.11)."""
    figure = draw_panels((with_medicines(mood()), nothing()), (phq(),), theme, SIZE)
    found = {
        gid: contrast(drawn_in(artist), theme.card)
        for artist in figure.findobj()
        if (gid := artist.get_gid() or "").startswith(VALUES)
    }

    assert {"scores-whole", "scores-before", "scores-after", "ranges", "averages"} <= found.keys()
    assert {gid: ratio for gid, ratio in found.items() if ratio < GRAPHIC} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: str(theme.name))
def test_the_panels_look_as_they_did(theme: Theme, tmp_path: Path) -> None:
    chart = rendered_panels((with_medicines(mood()), nothing()), (phq(),), theme, 720, 440)

    assert_looks_like(chart, f"panels-{theme.name}", tmp_path)
