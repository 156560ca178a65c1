"""The hours around sessions as a picture."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex

from journal.charts.session_hours import BEFORE_AT, EARLIEST, SPANS, draw, place
from journal.domain.session_hours import Phase
from journal.theme import LIGHT
from tests.charts.around_diary import hours, hours_diary
from tests.charts.drawn import dots, line, parts, strokes, texts_beyond, words

SIZE = (6.0, 2.6)


def test_scores_stand_at_their_hour_and_those_before_in_a_place_of_their_own() -> None:
    """12:00 is 1 h 20 min after 10:40, 20:00 is 9 h 20 min; 3 before, four times."""
    figure = draw(hours(hours_diary()), LIGHT, SIZE)
    before = [(x, y) for x, y in dots(figure, "scores") if x < EARLIEST]
    later = [(round(x, 2), y) for x, y in dots(figure, "scores") if x > 4]

    assert [y for _x, y in before] == [3] * 4
    assert all(SPANS[Phase.BEFORE][0] < x < SPANS[Phase.BEFORE][1] for x, _y in before)
    assert sum(x for x, _y in before) / 4 == pytest.approx(BEFORE_AT)
    assert later == [(9.33, 6), (21.33, 5), (9.33, 6), (9.33, 6), (9.33, 6)]


def test_scores_during_the_drug_effect_are_hollow_and_lie_in_its_shade() -> None:
    figure = draw(hours(hours_diary()), LIGHT, SIZE)
    during = line(figure, "during")

    assert [(round(x, 2), y) for x, y in dots(figure, "during")] == [(1.33, 9)] * 4
    assert to_hex(str(during.get_markerfacecolor())) == LIGHT.card
    assert len(parts(figure, "drug-effect")) == 1
    assert words(figure, "effect-name") == ["drug effect"]


def test_a_part_with_three_sessions_has_a_line_at_its_median() -> None:
    figure = draw(hours(hours_diary()), LIGHT, SIZE)

    assert [(first[1], last[1]) for first, last in strokes(figure, "medians")] == [
        (3, 3),
        (9, 9),
        (6, 6),
    ]


def test_every_part_has_its_count() -> None:
    assert words(draw(hours(hours_diary()), LIGHT, SIZE), "n") == ["n 4", "n 4", "n 4", "n 1"]


def test_the_first_hours_of_a_long_infusion_stand_at_the_edge() -> None:
    assert (place(-30), place(-1), place(5)) == (EARLIEST, -1, 5)


def test_with_too_few_sessions_it_says_so() -> None:
    (sentence,) = words(draw(hours(hours_diary(2)), LIGHT, SIZE), "too-little")

    assert "so far 2 sessions" in sentence.replace("\n", " ")


@pytest.mark.parametrize("size", [(3.2, 2.0), (6.0, 2.6), (12.0, 3.0)])
def test_no_text_is_cut_off(size: tuple[float, float]) -> None:
    figure = draw(hours(hours_diary()), LIGHT, size)
    FigureCanvasAgg(figure)

    assert not list(texts_beyond(figure))
