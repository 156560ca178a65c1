"""Pictures for the window and the page: pixels, what stands where, and SVG."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.render import QuestionnairePanel, ScalePanel, rendered, rendered_panels, svg
from journal.charts.timeline import draw
from journal.domain.period import Period
from journal.theme import DARK, LIGHT, PRINT
from tests.charts.diaries import day, mood, nothing
from tests.charts.pictures import image
from tests.charts.test_panels import phq

INCHES = (7.24, 2.45)
CHART = rendered(mood(), LIGHT, 600, 200)


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@pytest.mark.parametrize("ratio", [1, 1.25, 2])
def test_the_picture_has_the_pixels_asked_for(ratio: float) -> None:
    chart = rendered(mood(), LIGHT, 600, 200, ratio)

    assert (chart.width, chart.height) == (600 * ratio, 200 * ratio)
    assert len(chart.pixels) == chart.width * chart.height * 4
    assert set(chart.pixels[3::4]) == {255}


def test_its_ground_is_the_cards() -> None:
    assert image(rendered(mood(), DARK, 600, 200)).getpixel((599, 199)) == rgb(DARK.card)


@pytest.mark.parametrize("ratio", [1, 2])
def test_every_point_lies_on_its_dot(ratio: float) -> None:
    """The pixel in the middle of each dot that no line or bar covers has the dot's colour."""
    chart = rendered(mood(Period(day(31), day(33))), LIGHT, 600, 200, ratio)
    picture = image(chart)

    assert [point.score.day for point in chart.points] == [day(31), day(32), day(33)]
    colours = {picture.getpixel((int(p.x), int(p.y))) for p in chart.points}
    assert colours <= {rgb(LIGHT.chart_dot), rgb(LIGHT.chart_line)}
    assert rgb(LIGHT.chart_dot) in colours


def test_higher_scores_stand_higher() -> None:
    chart = rendered(mood(), LIGHT, 600, 200)
    by_height = sorted(chart.points, key=lambda point: point.y)

    assert by_height[0].score.value == 8
    assert by_height[-1].score.value == 3


def test_days_and_pixels_agree_both_ways() -> None:
    plot = rendered(mood(), LIGHT, 600, 200).plot

    for number in range(1, 41):
        assert plot.day(plot.x(day(number))) == day(number)
    assert plot.day(plot.left - 500) == day(1) - timedelta(1)
    assert 0 < plot.left < plot.right <= 600
    assert 0 < plot.top < plot.bottom < 200


def test_the_nearest_point_is_that_of_the_day_then_of_the_height() -> None:
    chart = rendered(mood(), LIGHT, 900, 300)
    before, after = [point for point in chart.points if point.score.day == day(30)]

    assert chart.nearest(before.x - 1, 0) == before
    assert chart.nearest(after.x + 1, 299) == after
    assert chart.nearest(0, 150) == chart.points[0]


def test_a_period_without_scores_has_no_points() -> None:
    chart = rendered(nothing(), LIGHT, 600, 200)

    assert chart.points == ()
    assert chart.nearest(10, 10) is None


def test_the_dots_of_a_day_are_found_by_the_day() -> None:
    (panel,) = rendered(mood(), LIGHT, 600, 200).scales

    assert [point.score.value for point in panel.on_day(day(30))] == [3, 8]
    assert panel.on_day(day(24)) == ()
    assert tuple(point for n in range(1, 41) for point in panel.on_day(day(n))) == panel.points


@given(st.floats(-50, 700), st.floats(-50, 250))
def test_no_dot_is_nearer_than_the_nearest(x: float, y: float) -> None:
    found = CHART.nearest(x, y)

    assert found is not None
    assert abs(found.x - x) == min(abs(point.x - x) for point in CHART.points)


def test_each_panel_knows_its_dots_in_pixels() -> None:
    """The total stands in the lower panel, below every dot of the scale."""
    chart = rendered_panels((mood(),), (phq(),), LIGHT, 600, 400)
    scale, totals = chart.panels
    assert isinstance(scale, ScalePanel)
    assert isinstance(totals, QuestionnairePanel)

    assert [point.entry.total for point in totals.points] == [15, 9]
    assert max(point.y for point in scale.points) < scale.plot.bottom + 1
    assert all(totals.plot.top <= point.y <= totals.plot.bottom for point in totals.points)
    assert totals.points[0].x == pytest.approx(totals.plot.x(day(2)))
    assert chart.questionnaires[0].on_day(day(30)) == totals.points[1:]


def test_a_height_belongs_to_the_panel_around_it() -> None:
    chart = rendered_panels((mood(), nothing()), (phq(),), LIGHT, 600, 500)

    for panel in chart.panels:
        assert chart.panel_at((panel.plot.top + panel.plot.bottom) / 2) is panel
    assert chart.panel_at(-10) is chart.panels[0]
    assert chart.panel_at(600) is chart.panels[-1]


def test_with_several_scales_the_nearest_dot_is_one_of_the_panel_pointed_at() -> None:
    chart = rendered_panels((mood(), mood()), (), LIGHT, 600, 500)
    lower = chart.scales[1]
    point = lower.points[7]

    assert chart.nearest(point.x, point.y) == point


def test_questionnaires_alone_have_panels_and_no_scores() -> None:
    chart = rendered_panels((), (phq(),), LIGHT, 600, 200)

    assert chart.points == ()
    assert chart.nearest(10, 10) is None
    assert chart.plot == chart.questionnaires[0].plot


def test_svg_is_the_same_each_time() -> None:
    assert svg(draw(mood(), PRINT, INCHES)) == svg(draw(mood(), PRINT, INCHES))


def test_svg_has_its_words_as_outlines_and_no_date() -> None:
    drawn = svg(draw(mood(), PRINT, INCHES))

    assert "<text" not in drawn
    assert "<dc:date>" not in drawn
    assert not re.search(r"Matplotlib v", drawn)


def test_svg_has_a_mark_for_every_score() -> None:
    """37 days are logged, three of them on both sides of a session: 40 dots."""
    drawn = svg(draw(mood(), PRINT, INCHES))
    groups = re.findall(r'<g id="scores-[a-z-]+">(.*?)</g>\s*</g>', drawn, re.DOTALL)

    assert sum(group.count("<use ") for group in groups) == 40
