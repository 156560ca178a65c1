"""The chart of a questionnaire: totals on its own axis, bands beside it, concern in a ring."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from journal.charts.questionnaires import draw
from journal.charts.totals import Totals, describe, legend, totals_in
from journal.domain.period import Period
from journal.domain.session import numbered
from journal.theme import LIGHT, Theme
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper, questionnaire, scores

FIRST = date(2026, 1, 1)
WEEKS = Period(FIRST, FIRST + timedelta(69))
SIZE = (7.0, 2.3)


def day(number: int) -> date:
    return FIRST + timedelta(number)


def phq(born: date | None = None) -> Totals:
    """15 with item 9 above zero, 12 entered later, 6, one incomplete; sessions on two days."""
    diary = Diary(birth_date=born)
    diary.session(day(10))
    diary.session(day(40))
    entries = scores(
        diary,
        answered(day(0), (2, 2, 2, 2, 2, 2, 1, 1, 1)),
        paper(day(28), 12, written=paper(day(33), 12).created_at),
        paper(day(56), 6),
        answered(day(60), (1, 1, 1)),
    )
    return totals_in(questionnaire(), entries, WEEKS, numbered(diary.sessions))


def axes(totals: Totals, theme: Theme = LIGHT, size: tuple[float, float] = SIZE) -> Axes:
    (only,) = draw(totals, theme, size).axes
    return only


def parts(drawn: Axes, gid: str) -> Iterator[Artist]:
    return (artist for artist in drawn.findobj() if artist.get_gid() == gid)


def places(drawn: Axes, gid: str) -> list[tuple[float, float]]:
    (found,) = parts(drawn, gid)
    assert isinstance(found, Line2D)
    return [(x, y) for x, y in np.asarray(found.get_xydata()).tolist()]


def place(number: int, value: int) -> tuple[int, int]:
    return day(number).toordinal(), value


def names(drawn: Axes) -> list[Annotation]:
    return [part for part in parts(drawn, "band") if isinstance(part, Annotation)]


def test_each_total_stands_on_its_day() -> None:
    drawn = axes(phq())

    assert places(drawn, "totals") == [place(0, 15), place(28, 12), place(56, 6)]


def test_one_entered_later_is_a_square() -> None:
    drawn = axes(phq())

    assert places(drawn, "on-time") == [place(0, 15), place(56, 6)]
    assert places(drawn, "late") == [place(28, 12)]
    (late,) = parts(drawn, "late")
    assert isinstance(late, Line2D)
    assert late.get_marker() == "s"


def test_a_point_of_concern_has_a_ring() -> None:
    assert places(axes(phq()), "concern") == [place(0, 15)]


def test_thin_lines_run_at_the_foot_of_each_band() -> None:
    assert axes(phq()).get_yticks().tolist() == [0, 5, 10, 15, 20, 27]


@pytest.mark.parametrize("size", [SIZE, (4.0, 1.6), (12.0, 4.0)])
def test_the_name_of_a_band_touches_no_line(size: tuple[float, float]) -> None:
    drawn = axes(phq(), size=size)
    levels = drawn.transData.transform([(0, y) for y in drawn.get_yticks()])[:, 1]
    right = drawn.get_window_extent().x1

    assert names(drawn)
    for name in names(drawn):
        box = name.get_window_extent()
        assert box.x0 > right
        assert not any(box.y0 <= level <= box.y1 for level in levels)


@pytest.mark.parametrize("late", [False, True])
def test_room_is_left_only_where_something_stands(late: bool) -> None:
    """Of dots, squares and rings this picture has one kind."""
    written = paper(day(5), 12).created_at if late else None
    entries = scores(Diary(), paper(day(0), 12, written=written))
    drawn = axes(totals_in(questionnaire(), entries, WEEKS))
    left = min(label.get_window_extent().x0 for label in drawn.get_yticklabels())
    foot = min(label.get_window_extent().y0 for label in drawn.get_xticklabels())
    right = max(name.get_window_extent().x1 for name in names(drawn))

    assert drawn.figure.bbox.x1 - right == pytest.approx(left, abs=1)
    assert left < 8
    assert foot < 8


def test_a_band_without_room_for_its_name_has_none() -> None:
    assert names(axes(phq(), size=(4.0, 0.8))) == []


def test_under_18_there_are_no_bands() -> None:
    drawn = axes(phq(born=FIRST.replace(year=FIRST.year - 16)))

    assert names(drawn) == []
    assert drawn.get_yticks().tolist() == [0, 5, 10, 15, 20, 27]


def test_sessions_are_dotted_lines_and_optional() -> None:
    (lines,) = parts(axes(phq()), "sessions")
    assert isinstance(lines, LineCollection)
    assert [each[0][0] for each in lines.get_segments()] == [place(10, 0)[0], place(40, 0)[0]]

    entries = phq().entries
    without = totals_in(questionnaire(), entries, WEEKS)
    (none,) = parts(axes(without), "sessions")
    assert isinstance(none, LineCollection)
    assert none.get_segments() == []


def test_each_questionnaire_has_its_own_axis() -> None:
    entries = scores(Diary(), paper(day(3), 60, key="who-5"), key="who-5")
    drawn = axes(totals_in(questionnaire("who-5"), entries, WEEKS))

    assert drawn.get_ylim() == (0, 100)
    assert drawn.get_yticks().tolist() == [0, 20, 40, 60, 80, 100]


def test_without_a_total_it_says_so() -> None:
    empty = totals_in(questionnaire(), (), WEEKS)

    assert list(parts(axes(empty), "nothing"))
    assert describe(empty) == "PHQ-9: there is no total in this time."


def test_the_chart_in_words() -> None:
    assert describe(phq()) == (
        "PHQ-9, 0 – 27, higher is worse: 3 totals. First 15 on 1 January 2026. "
        "Last 6 on 26 February 2026. Lowest 6 on 26 February 2026. Highest 15 on 1 January 2026. "
        "Thoughts of self-harm above 0 on 1 January 2026."
    )


def test_the_legend_names_only_what_is_drawn() -> None:
    assert legend(phq()) == (
        "0 – 27, higher is worse · square: entered later · ring: thoughts of self-harm above 0 · "
        "dotted: sessions"
    )
    plain = totals_in(questionnaire(), scores(Diary(), paper(day(3), 6)), WEEKS)
    assert legend(plain) == "0 – 27, higher is worse"
