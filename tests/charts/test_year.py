"""The calendar's picture: every cell stands on its day, in the colour of its step."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from journal.charts.year import draw, shades
from journal.charts.year_layout import SMALLEST, YearLayout, height, layout, pages
from journal.domain.checkin import SLEEP_HOURS
from journal.domain.period import Period
from journal.domain.session import Treatment
from journal.domain.year import YearCalendar, calendar_of
from journal.theme import DARK, LIGHT, PRINT, THEMES, Theme
from tests.charts.drawn import (
    assert_figure_looks_like,
    cells,
    dots,
    line,
    parts,
    texts_beyond,
    words,
)
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TEN_YEARS = Period(date(2017, 1, 1), date(2026, 12, 31))
SIZE = (9.0, 1.9)


def day(number: int) -> date:
    """The `number`-th day of 2026, from 1."""
    return date(2026, 1, 1) + timedelta(number - 1)


def diary() -> Diary:
    """Days 1 to 5 from 1 to 9; session on day 40, psychotherapy on day 41, both on day 42."""
    written = Diary()
    for number in range(1, 6):
        written.score(day(number), 2 * number - 1)
    written.session(day(40))
    written.score(day(40), 3, hour=9)
    written.score(day(40), 8, hour=20)
    for number in (41, 42):
        written.session(day(number), treatment=Treatment.PSYCHOTHERAPY)
    written.session(day(42))
    return written


def calendar(period: Period = YEAR) -> YearCalendar:
    return calendar_of(diary().records(), MOOD, period)


def figure(shown: YearCalendar, theme: Theme = LIGHT, size: tuple[float, float] = SIZE) -> Figure:
    drawn = draw(shown, theme, size)
    FigureCanvasAgg(drawn)
    return drawn


def middle(corners: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4


def days_of(drawn: Figure, gid: str, places: YearLayout) -> list[date | None]:
    return [places.day_at(*middle(corners)) for corners in cells(drawn, gid)]


def test_a_cell_stands_on_its_day_in_the_step_of_its_value() -> None:
    """1, 3, 5, 7 and 9 are in the five steps; day 40 has 3 before and 8 after its session."""
    drawn, places = figure(calendar()), layout(calendar(), SIZE)

    found = [days_of(drawn, f"step-{step}", places) for step in range(5)]

    assert found == [[day(1)], [day(2), day(40)], [day(3)], [day(4)], [day(5), day(40)]]


def test_before_is_the_left_half_of_a_session_day_and_after_the_right() -> None:
    drawn, places = figure(calendar()), layout(calendar(), SIZE)
    left, _top = places.place(day(40))
    before, after = cells(drawn, "step-1")[1], cells(drawn, "step-4")[1]

    assert min(x for x, _ in before) == pytest.approx(left)
    assert max(x for x, _ in before) == pytest.approx(min(x for x, _ in after))
    assert max(x for x, _ in after) < left + places.side


def test_a_day_that_is_not_logged_has_no_cell() -> None:
    drawn = figure(calendar())

    assert sum(len(cells(drawn, f"step-{step}")) for step in range(5)) == 7


def test_sessions_and_other_treatments_differ_in_shape() -> None:
    drawn, places = figure(calendar()), layout(calendar(), SIZE)

    assert [places.day_at(*at) for at in dots(drawn, "sessions")] == [day(40), day(42)]
    assert [places.day_at(*at) for at in dots(drawn, "other-treatments")] == [day(41), day(42)]
    assert line(drawn, "sessions").get_marker() == "o"
    assert line(drawn, "other-treatments").get_marker() == "^"


def test_two_marks_of_a_day_stand_beside_each_other() -> None:
    drawn = figure(calendar())

    assert dots(drawn, "sessions")[1][0] < dots(drawn, "other-treatments")[1][0]


def test_the_legend_names_the_values_of_the_steps_from_low_to_high() -> None:
    drawn = figure(calendar())
    shown = [to_hex(part.get_facecolor()[0]) for part in parts(drawn, "legend-step")]  # type: ignore[attr-defined]

    assert words(drawn, "legend-label") == ["0–2", "2–4", "4–6", "6–8", "8–10"]
    assert shown == list(shades(LIGHT, 5))
    assert words(drawn, "legend")[0].startswith("Mood: 0 very low – 10 very good    blank: not")


def test_hours_of_sleep_have_steps_of_their_own() -> None:
    written = Diary()
    written.day(day(1), slept=6.5)
    drawn = figure(calendar_of(written.records(), scale_of(SLEEP_HOURS), YEAR))

    assert words(drawn, "legend-label") == [
        *("under 4", "4–5", "5–6", "6–7", "7–8", "8–9"),
        "9 and more",
    ]
    assert len(cells(drawn, "step-3")) == 1


def test_the_year_its_months_and_three_weekdays_are_named() -> None:
    drawn = figure(calendar())

    assert words(drawn, "year") == ["2026"]
    assert words(drawn, "month")[:3] == ["Jan", "Feb", "Mar"]
    assert words(drawn, "weekday") == ["Mon", "Thu", "Sun"]


def test_without_scores_it_says_so_and_keeps_the_sessions() -> None:
    shown = calendar_of(diary().records(), scale_of("anxiety"), YEAR)
    drawn = figure(shown)

    assert words(drawn, "nothing-logged") == ["Anxiety, 2026: nothing was logged."]
    assert len(dots(drawn, "sessions")) == 2


class TestShades:
    @pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
    @pytest.mark.parametrize("count", [2, 5, 7])
    def test_go_evenly_from_the_ground_to_the_accent(self, theme: Theme, count: int) -> None:
        """Told apart in grey: each is at least 5 of 100 lighter or darker than the one before."""
        made = shades(theme, count)
        lightness = [grey(colour) for colour in (theme.card, *made)]
        steps = [later - earlier for earlier, later in pairwise(lightness)]

        assert made[-1] == theme.accent
        assert all(step > 5 for step in steps) or all(step < -5 for step in steps)

    @pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
    def test_are_never_red(self, theme: Theme) -> None:
        for colour in shades(theme, 7):
            red, green, blue = to_rgb(colour)
            assert red <= max(green, blue)


def grey(colour: str) -> float:
    """The lightness of a colour, 0 black to 100 white (CIE 1976 L*)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


class TestLayout:
    @given(
        at=st.dates(date(2017, 1, 1), date(2026, 12, 31)),
        dx=st.floats(0.05, 0.95),
        dy=st.floats(0.05, 0.95),
    )
    def test_a_point_in_a_cell_finds_its_day(self, at: date, dx: float, dy: float) -> None:
        places = layout(calendar(TEN_YEARS), (9.0, 5.0))
        x, y = places.place(at)

        assert places.day_at(x + dx * places.side, y + dy * places.side) == at

    def test_days_outside_the_period_are_not_found(self) -> None:
        shown = calendar(Period(day(32), day(59)))
        places = layout(shown, SIZE)
        x, y = places.place(day(31))

        assert places.day_at(x + 0.01, y + 0.01) is None
        assert places.day_at(0, 0) is None

    @given(year=st.integers(1990, 2100))
    def test_every_year_fits_its_block(self, year: int) -> None:
        """54 weeks where a leap year begins on a Sunday (2012, 2040), else 53."""
        shown = replace(calendar(), period=Period(date(year, 1, 1), date(year, 12, 31)))
        places = layout(shown, SIZE)
        x, y = places.place(date(year, 12, 31))

        assert x + places.side <= SIZE[0] + 1e-9
        assert y + places.side <= SIZE[1]

    def test_more_than_three_years_stand_in_two_columns_where_there_is_room(self) -> None:
        shown = calendar(TEN_YEARS)

        wide, narrow = (layout(shown, (w, height(shown, w))) for w in (9.5, 7.0))

        assert (wide.columns, narrow.columns) == (2, 1)
        assert min(wide.side, narrow.side) >= SMALLEST

    def test_the_height_asked_for_is_used(self) -> None:
        for period in (YEAR, TEN_YEARS):
            shown = calendar(period)
            for width in (5.0, 7.0, 9.5, 14.0):
                asked = height(shown, width)
                assert layout(shown, (width, asked)).height == pytest.approx(asked)

    def test_ten_years_are_cut_into_pages_that_can_be_read(self) -> None:
        shown = calendar(TEN_YEARS)
        size = (7.0, 5.0)

        cut = pages(shown, size)

        assert [year for page in cut for year in page.years] == list(shown.years)
        assert len(cut) > 1
        assert all(layout(page, size).side >= SMALLEST for page in cut)

    def test_one_year_is_one_page_however_small(self) -> None:
        assert pages(calendar(), (1.5, 0.8)) == (calendar(),)


@pytest.mark.parametrize("width", [4.0, 7.0, 9.5])
@pytest.mark.parametrize("period", [YEAR, TEN_YEARS])
def test_no_word_leaves_the_picture(width: float, period: Period) -> None:
    shown = calendar(period)

    assert list(texts_beyond(figure(shown, size=(width, height(shown, width))))) == []


def test_ten_years_have_a_cell_for_each_of_their_days() -> None:
    written = Diary()
    for number in range(len(TEN_YEARS)):
        written.score(TEN_YEARS.first + timedelta(number), number % 11)
    shown = calendar_of(written.records(), MOOD, TEN_YEARS)
    drawn = figure(shown, size=(9.5, height(shown, 9.5)))

    assert sum(len(cells(drawn, f"step-{step}")) for step in range(5)) == 3652
    assert words(drawn, "year") == [str(year) for year in range(2017, 2027)]


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_the_picture_looks_as_it_did(theme: Theme, tmp_path: Path) -> None:
    written = diary()
    for number in range(60, 200):
        written.score(day(number), number % 11)
    shown = calendar_of(written.records(), MOOD, YEAR)

    drawn = draw(shown, theme, (7.5, 1.8))

    assert_figure_looks_like(drawn, theme, f"year-{theme.name}", tmp_path)
