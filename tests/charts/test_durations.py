"""How long, as a picture: a line a session, its end told by its shape."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from journal.charts.durations import draw
from journal.domain.durations import Durations, SessionDuration
from journal.theme import LIGHT
from tests.charts.around_diary import FIRST, diary, how_long
from tests.charts.drawn import dots, line, parts, strokes, texts_beyond, words

SIZE = (5.0, 2.4)


def result(*ends: tuple[int, bool], median: int | None = 9) -> Durations:
    sessions = tuple(
        SessionDuration(number, FIRST, 4, days, back, next_came=True)
        for number, (days, back) in enumerate(ends, 7)
    )
    return replace(how_long(diary()), sessions=sessions, median=median)


def test_every_session_is_a_line_as_long_as_its_days() -> None:
    figure = draw(result((9, True), (20, False), (5, True)), LIGHT, SIZE)

    assert strokes(figure, "durations") == [
        ((0, 0), (9, 0)),
        ((0, 1), (20, 1)),
        ((0, 2), (5, 2)),
    ]


def test_back_and_not_back_are_told_apart_by_shape() -> None:
    figure = draw(result((9, True), (20, False), (5, True)), LIGHT, SIZE)

    assert dots(figure, "back") == [(9, 0), (5, 2)]
    assert dots(figure, "not-back") == [(20, 1)]
    assert (line(figure, "back").get_marker(), line(figure, "not-back").get_marker()) == ("o", ">")


def test_the_first_session_is_at_the_top_under_its_number() -> None:
    (axes,) = draw(result((9, True), (20, False), (5, True)), LIGHT, SIZE).axes
    bottom, top = axes.get_ylim()

    assert bottom > top
    assert [label.get_text() for label in axes.get_yticklabels()] == ["7", "8", "9"]


def test_many_sessions_leave_numbers_out() -> None:
    (axes,) = draw(result(*[(9, True)] * 90), LIGHT, SIZE).axes

    assert 1 < len(axes.get_yticks()) < 30


def test_of_very_many_the_latest_are_drawn() -> None:
    ends = [(day % 20 + 1, True) for day in range(260)]
    figure = draw(result(*ends), LIGHT, SIZE)

    assert [end for _start, end in strokes(figure, "durations")] == [
        (days, row) for row, (days, _back) in enumerate(ends[-40:])
    ]
    (axes,) = figure.axes
    assert axes.get_yticklabels()[0].get_text() == str(7 + 260 - 40)


def test_the_median_is_dashed_where_there_is_one() -> None:
    with_median = draw(result((9, True), (9, True), (9, True)), LIGHT, SIZE)
    without = draw(result((9, False), (9, False), (9, True), median=None), LIGHT, SIZE)

    assert np.asarray(line(with_median, "median").get_xdata()).tolist() == [9, 9]
    assert not parts(without, "median")


def test_with_too_few_sessions_it_says_so() -> None:
    (sentence,) = words(draw(result((9, True)), LIGHT, SIZE), "too-little")

    assert "so far 1 session." in sentence.replace("\n", " ")


@pytest.mark.parametrize("size", [(2.5, 1.6), (5.0, 2.4), (12.0, 3.0)])
def test_no_text_is_cut_off(size: tuple[float, float]) -> None:
    long = result((9, True), (400, False), (5, True))
    figure = draw(long, LIGHT, size)
    FigureCanvasAgg(figure)

    assert not list(texts_beyond(figure))
