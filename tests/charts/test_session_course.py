"""A course as one block: its days as they were, and nothing averaged."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from journal.charts.session_course import draw
from journal.charts.timeline import BESIDE_SESSION
from journal.theme import LIGHT
from tests.charts.around_diary import around, induction
from tests.charts.drawn import dots, parts, texts_beyond, words
from tests.domain.diary import Diary

SIZE = (5.0, 2.4)


def test_day_0_is_the_first_session_and_scores_stand_before_and_after_each() -> None:
    (block,) = around(induction()).courses
    figure = draw(block, LIGHT, SIZE)

    assert dots(figure, "scores-before") == [
        (0 - BESIDE_SESSION, 2),
        (3 - BESIDE_SESSION, 4),
        (7 - BESIDE_SESSION, 6),
    ]
    assert dots(figure, "scores-after") == [
        (0 + BESIDE_SESSION, 5),
        (3 + BESIDE_SESSION, 7),
        (7 + BESIDE_SESSION, 9),
    ]
    assert dots(figure, "scores-whole") == [(20, 5)]


def test_every_session_has_its_line_and_number() -> None:
    (block,) = around(induction()).courses
    figure = draw(block, LIGHT, SIZE)

    assert len(parts(figure, "session")) == 3
    assert words(figure, "session-number") == ["1", "2", "3"]


def test_without_scores_it_says_so() -> None:
    written = Diary()
    written.sessions = induction().sessions
    (block,) = around(written).courses

    figure = draw(block, LIGHT, SIZE)

    assert words(figure, "too-little") == ["Nothing was logged in this time."]


@pytest.mark.parametrize("size", [(2.5, 1.8), (5.0, 2.4), (12.0, 3.0)])
def test_no_text_is_cut_off(size: tuple[float, float]) -> None:
    (block,) = around(induction()).courses
    figure = draw(block, LIGHT, size)
    FigureCanvasAgg(figure)

    assert not list(texts_beyond(figure))
