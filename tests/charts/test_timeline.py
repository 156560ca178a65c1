"""The timeline's picture: what is read back from the axes is what the timeline says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as MplPath
from matplotlib.text import Text

from journal.charts.render import rendered
from journal.charts.timeline import BESIDE_SESSION, draw
from journal.domain import trends
from journal.domain.checkin import SLEEP_HOURS
from journal.domain.period import Period
from journal.domain.trends import Timeline
from journal.theme import DARK, LIGHT, PRINT, Theme
from tests.charts.diaries import WEEKS, day, mood, nothing
from tests.charts.pictures import assert_looks_like
from tests.domain.diary import Diary, scale_of

SIZE = (9.0, 2.7)


def axes(timeline: Timeline, theme: Theme = LIGHT) -> Axes:
    (only,) = draw(timeline, theme, SIZE).axes
    return only


def parts(figure: Figure | Axes, gid: str) -> Iterator[Artist]:
    return (artist for artist in figure.findobj() if artist.get_gid() == gid)


def line(drawn: Axes, gid: str) -> Line2D:
    (found,) = parts(drawn, gid)
    assert isinstance(found, Line2D)
    return found


def dots(drawn: Axes, gid: str) -> list[tuple[float, float]]:
    found = line(drawn, gid)
    return [(x, y) for x, y in np.asarray(found.get_xydata()).tolist()]


def segments(drawn: Axes, gid: str) -> list[list[tuple[float, float]]]:
    (found,) = parts(drawn, gid)
    assert isinstance(found, LineCollection)
    return [[(x, y) for x, y in np.asarray(each).tolist()] for each in found.get_segments()]


def strokes(drawn: Axes, gid: str) -> list[list[tuple[float, float]]]:
    (found,) = parts(drawn, gid)
    assert isinstance(found, PathPatch)
    runs: list[list[tuple[float, float]]] = []
    for place, code in found.get_path().iter_segments(simplify=False):
        if code == MplPath.MOVETO:
            runs.append([])
        runs[-1].append((float(place[0]), float(place[1])))
    return runs


def words(drawn: Axes, gid: str) -> list[str]:
    return [text.get_text() for text in parts(drawn, gid) if isinstance(text, Text)]


def place(number: int) -> int:
    return day(number).toordinal()


def test_a_dot_stands_on_its_day_at_its_value() -> None:
    """3 + 7 × day modulo 5: the 1st has 5, the 2nd 7; the 5th is the mean of 9 and 3."""
    drawn = dots(axes(mood()), "scores-whole")

    assert drawn[:5] == [
        (place(1), 5),
        (place(2), 7),
        (place(3), 4),
        (place(4), 6),
        (place(5), 6),
    ]


def test_a_gap_stays_empty() -> None:
    drawn = {x for x, _ in dots(axes(mood()), "scores-whole")}

    assert not drawn & {place(23), place(24), place(25)}


def test_before_is_full_on_the_left_and_after_hollow_on_the_right_of_a_session() -> None:
    drawn = axes(mood())

    assert dots(drawn, "scores-before") == [(place(n) - BESIDE_SESSION, 3) for n in (10, 13, 30)]
    assert dots(drawn, "scores-after") == [(place(n) + BESIDE_SESSION, 8) for n in (10, 13, 30)]
    assert to_hex(str(line(drawn, "scores-before").get_markerfacecolor())) == LIGHT.chart_line
    assert to_hex(str(line(drawn, "scores-after").get_markerfacecolor())) == LIGHT.card


def test_a_late_day_is_a_square() -> None:
    drawn = axes(mood())

    assert dots(drawn, "scores-whole-late") == [(place(17), 6)]
    assert line(drawn, "scores-whole-late").get_marker() == "s"
    assert line(drawn, "scores-whole").get_marker() == "o"


def test_an_imported_day_is_a_diamond() -> None:
    drawn = axes(mood())

    assert dots(drawn, "scores-whole-imported") == [(place(35), 5)]
    assert line(drawn, "scores-whole-imported").get_marker() == "D"


def test_the_parts_of_a_late_session_day_are_squares_too() -> None:
    timeline = mood()
    late = replace(timeline, scores=tuple(replace(s, late=True) for s in timeline.scores))
    drawn = axes(late)

    assert line(drawn, "scores-before-late").get_marker() == "s"
    assert line(drawn, "scores-after-late").get_marker() == "s"
    assert list(parts(drawn, "scores-whole")) == []


def test_a_bar_spans_the_scores_of_a_day() -> None:
    assert strokes(axes(mood()), "ranges") == [[(place(5), 3), (place(5), 9)]]


def test_the_average_lines_are_those_of_the_timeline() -> None:
    timeline = mood()
    drawn = strokes(axes(timeline), "averages")

    assert [[y for _, y in each] for each in drawn] == [
        [point.value for point in each] for each in timeline.lines
    ]
    assert [(each[0][0], each[-1][0]) for each in drawn] == [
        (place(1), place(10) - BESIDE_SESSION),
        (place(10) + BESIDE_SESSION, place(13) - BESIDE_SESSION),
        (place(13) + BESIDE_SESSION, place(22)),
        (place(26), place(30) - BESIDE_SESSION),
        (place(30) + BESIDE_SESSION, place(40)),
    ]


def test_a_line_of_one_day_is_a_dash() -> None:
    """Logged on the 1st, 2nd, 4th and 6th: only the 4th has four days around it."""
    written = Diary()
    for number in (1, 2, 4, 6):
        written.score(day(number), 5)
    timeline = trends.timeline(written.records(), scale_of("mood"), WEEKS)

    assert strokes(axes(timeline), "averages") == [
        [(place(4) - BESIDE_SESSION, 5), (place(4) + BESIDE_SESSION, 5)]
    ]


def test_sessions_are_dotted_lines_over_the_whole_scale_with_their_numbers() -> None:
    drawn = axes(mood())

    assert segments(drawn, "sessions") == [
        [(place(number), 0), (place(number), 10)] for number in (10, 13, 30)
    ]
    assert words(drawn, "session-number") == ["1", "2", "3"]


def test_other_treatments_have_a_mark_of_their_own() -> None:
    drawn = axes(mood())

    assert dots(drawn, "other-treatments") == [(place(20), 0)]
    assert line(drawn, "other-treatments").get_marker() == "^"


def test_the_axes_reach_from_end_to_end_of_scale_and_period() -> None:
    drawn = axes(mood())
    first, last = drawn.get_xlim()

    assert drawn.get_ylim() == (0, 10)
    assert list(drawn.get_yticks()) == [0, 2, 4, 6, 8, 10]
    assert place(1) - 1 < first < place(1)
    assert place(40) < last < place(40) + 1


def test_hours_of_sleep_have_the_axis_of_usual_nights() -> None:
    diary = Diary()
    diary.day(day(1), slept=7.5)
    diary.day(day(2), slept=9)
    nights = trends.timeline(diary.records(), scale_of(SLEEP_HOURS), Period(day(1), day(9)))

    assert axes(nights).get_ylim() == (0, 12)


def test_a_period_without_scores_says_so_and_keeps_its_sessions() -> None:
    drawn = axes(nothing())

    assert words(drawn, "nothing-logged") == ["Nothing was logged in this time."]
    assert words(drawn, "session-number") == ["1", "2", "3"]


def test_a_single_day_can_be_drawn() -> None:
    drawn = axes(mood(Period(day(1), day(1))))

    assert dots(drawn, "scores-whole") == [(place(1), 5)]
    assert [text.get_text() for text in drawn.get_xticklabels()] == ["1 Jan\n2026"]


def test_drawing_leaves_no_setting_behind() -> None:
    before = dict(rcParams)

    draw(mood(), DARK, SIZE)

    assert dict(rcParams) == before


def test_settings_of_the_computer_do_not_change_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = rendered(mood(), LIGHT, 600, 200).pixels
    monkeypatch.setitem(rcParams, "lines.antialiased", False)
    monkeypatch.setitem(rcParams, "axes.labelsize", 40)

    assert rendered(mood(), LIGHT, 600, 200).pixels == usual


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_the_picture_looks_as_it_did(theme: Theme, tmp_path: Path) -> None:
    assert_looks_like(rendered(mood(), theme, 720, 240), f"timeline-{theme.name}", tmp_path)


def test_one_moved_dot_is_another_picture(tmp_path: Path) -> None:
    """The score of the 1st two points higher, the averages as they were."""
    timeline = mood()
    first, *others = timeline.scores
    moved = replace(timeline, scores=(replace(first, value=first.value + 2), *others))

    with pytest.raises(AssertionError, match="differs by"):
        assert_looks_like(rendered(moved, LIGHT, 720, 240), "timeline-light", tmp_path)


def test_ten_years_fit_the_axis() -> None:
    """Sessions every third week for ten years, as many dots as days."""
    written = Diary()
    first = date(2016, 1, 1)
    for number in range(0, 3650, 21):
        written.session(first + timedelta(number), hour=8)
    for number in range(3650):
        written.score(first + timedelta(number), number % 11)
    period = Period(first, first + timedelta(3649))
    drawn = axes(trends.timeline(written.records(), scale_of("mood"), period))

    names = [text.get_text() for text in drawn.get_xticklabels()]
    assert names == [str(year) for year in range(2016, 2026)]
    assert len(dots(drawn, "scores-whole")) + len(dots(drawn, "scores-after")) == 3650
    assert len(words(drawn, "session-number")) < 60
