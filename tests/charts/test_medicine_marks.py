"""Changes of medicines on the time axis: read back from the axes, and where their names fit."""

from dataclasses import replace
from datetime import date

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from journal.charts.medicine_marks import MOST_LETTERS, fitting_labels
from journal.charts.timeline import draw
from journal.domain.medication import MedicineMark, changes, medicine_marks
from journal.theme import LIGHT
from tests.charts.diaries import WEEKS, day, mood
from tests.domain.medicines import medicine

OLD = medicine(date(2025, 11, 1), day(20), dose="50 mg")
NEW = medicine(day(21), dose="100 mg")
MARKS = medicine_marks([OLD, NEW], WEEKS)


def axes(marks: tuple[MedicineMark, ...]) -> Axes:
    (only,) = draw(replace(mood(), medicines=marks), LIGHT, (9.0, 2.7)).axes
    return only


def parts(drawn: Axes, gid: str) -> list[Artist]:
    return [artist for artist in drawn.findobj() if artist.get_gid() == gid]


def labels(*marks: MedicineMark, points_a_day: float = 10) -> list[tuple[date, str, bool]]:
    return fitting_labels(marks, points_a_day, day(1).toordinal(), day(40).toordinal())


def test_a_change_stands_on_its_day_with_its_name() -> None:
    drawn = axes(MARKS)
    (strokes,) = parts(drawn, "medicines")
    (name,) = parts(drawn, "medicine-name")
    assert isinstance(strokes, Line2D)
    assert isinstance(name, Text)
    assert np.asarray(strokes.get_xdata()).tolist() == [day(21).toordinal()]
    assert name.get_text() == "Sertraline 100 mg"


def test_marks_leave_the_axes_as_they_are() -> None:
    assert axes(MARKS).get_xlim() == axes(()).get_xlim()
    assert axes(MARKS).get_ylim() == axes(()).get_ylim()


def test_without_medicines_nothing_is_added() -> None:
    assert parts(axes(()), "medicines") == []


def test_they_lie_inside_the_picture() -> None:
    drawn = axes(MARKS)
    figure = drawn.get_figure(root=True)
    assert figure is not None
    for artist in (*parts(drawn, "medicines"), *parts(drawn, "medicine-name")):
        box = artist.get_window_extent()
        assert figure.bbox.containsx(box.x0)
        assert figure.bbox.containsx(box.x1)
        assert figure.bbox.containsy(box.y0)


def test_a_name_goes_to_the_left_where_the_right_has_no_room() -> None:
    (start,) = changes([medicine(day(38))])
    assert labels(start) == [(day(38), "Sertraline 50 mg", True)]


def test_a_name_that_fits_on_neither_side_is_left_out() -> None:
    marks = changes([medicine(day(20), day(21)), medicine(day(22))])
    shown = labels(*marks, points_a_day=2)
    assert len(shown) < len(marks)


def test_a_name_never_stands_before_the_axes_begin() -> None:
    """Two strokes a day apart at the left edge: the first name has no room on either side."""
    first, second = changes([medicine(day(1), day(1)), medicine(day(2))])[:2]
    assert [shown for shown, _text, _left in labels(first, second)] == [day(2)]


def test_two_changes_on_a_day_share_their_place() -> None:
    other = medicine(day(21), name="Zinc", dose="", course=OLD.id)
    (both,) = labels(*medicine_marks([OLD, NEW, other], WEEKS), points_a_day=20)
    assert both[1] == "Sertraline 100 mg, Zinc morn"[: MOST_LETTERS - 1].rstrip() + "…"
