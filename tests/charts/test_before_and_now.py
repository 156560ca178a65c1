"""Before and now as a picture: what is read back from the axes is what the result says."""

from dataclasses import replace
from itertools import pairwise

import pytest
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex

from journal.charts.before_and_now import columns, draw
from journal.domain.before_and_now import BeforeAndNow, Window
from journal.theme import DARK, LIGHT, PRINT, Theme
from tests.charts import reading
from tests.domain.before_and_now_diaries import bipolar, diary, mood, three_weekly

SIZE = (7.0, 2.9)


def axes(result: BeforeAndNow, theme: Theme = LIGHT) -> Axes:
    (only,) = draw(result, theme, SIZE).axes
    return only


def six_sessions() -> BeforeAndNow:
    """Sessions every third week; those after session 1 have 4, 2, 9, 3, 6 the day before."""
    sessions = range(30, 30 + 6 * 21, 21)
    scores = dict(zip([number - 1 for number in sessions[1:]], (4, 2, 9, 3, 6), strict=True))
    return mood(diary(sessions, {20: 3} | scores), 140)


def test_every_day_has_a_dot_at_its_value() -> None:
    drawn = axes(mood(three_weekly(3, late=4, after=7), 110))

    assert reading.values(drawn, "values-before-session-1") == [[3] * 28]
    assert reading.values(drawn, "values-before-session") == [[4] * 3] * 3
    assert reading.values(drawn, "values-after-session") == [[7] * 7] * 3


def test_a_short_line_stands_at_each_median() -> None:
    """2, 5, 3 before session 2: the line is at 3, and its middle where the dots are."""
    result = mood(diary([30, 51], {20: 4, 48: 2, 49: 5, 50: 3}), 60)
    drawn = axes(result)

    assert [(line[0][1], line[1][1]) for line in reading.strokes(drawn, "medians")] == [
        (4, 4),
        (3, 3),
    ]
    ends = reading.strokes(drawn, "medians")[1]
    assert (ends[0][0] + ends[1][0]) / 2 == columns(result)[1].x


def test_the_beginnings_median_runs_on() -> None:
    (level,) = reading.values(axes(mood(three_weekly(), 110)), "begin-level")

    assert level == [3, 3]


def test_counts_and_sessions_are_printed_below() -> None:
    """The days after session 4 run since yesterday: one day."""
    assert reading.tick_names(axes(mood(three_weekly(), 94))) == [
        "n 28 28 days before session 1",
        *(f"n 3 session {number}" for number in (2, 3, 4)),
        *("n 7 session 2", "n 7 session 3", "n 1 session 4"),
    ]


@pytest.mark.parametrize(
    ("width", "told"), [(4.4, "n 1\n255"), (5.2, "n 1\nsession\n255"), (9.4, "n 1\nsession\n255")]
)
def test_a_number_does_not_run_into_the_words_beside_it(width: float, told: str) -> None:
    """Three digits, from a card of half the window's width on."""
    result = six_sessions()
    comparisons = tuple(
        replace(each, windows=tuple(_in_the_hundreds(window) for window in each.windows))
        for each in result.comparisons
    )
    figure = draw(replace(result, comparisons=comparisons), LIGHT, (width, 2.9))
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]  # matplotlib does not say
    (drawn,) = figure.axes
    labels = drawn.get_xticklabels()
    boxes = [label.get_window_extent() for label in labels]
    apart = [round(after.x0 - before.x1) for before, after in pairwise(boxes)]

    assert labels[2].get_text() == told
    assert min(apart) >= 4, apart
    assert apart[3] >= 10, "“256 sessions since” would be read"


def _in_the_hundreds(window: Window) -> Window:
    if window.session is None:
        return window
    return replace(window, session=replace(window.session, number=window.session.number + 250))


def test_groups_are_named_above() -> None:
    assert reading.words(axes(mood(three_weekly(), 110)), "group") == [
        "3 days before a session",
        "Days 1 to 7 after a session",
    ]


def test_an_interval_stands_beside_the_sessions_it_belongs_to() -> None:
    """Medians 4, 2, 9, 3, 6: from 2 to 9; nothing was logged after sessions."""
    drawn = axes(six_sessions())

    assert reading.values(drawn, "session-medians") == [[4, 2, 9, 3, 6]]
    assert reading.values(drawn, "interval") == [[2, 9]]
    assert "n 5 sessions since" in reading.tick_names(drawn)


def test_below_five_sessions_no_interval_is_drawn() -> None:
    assert not reading.lines(axes(mood(three_weekly(), 110)), "interval")


def test_days_before_are_filled_and_days_after_hollow() -> None:
    drawn = axes(mood(three_weekly(), 110), PRINT)
    (filled, *_), (hollow, *_) = (
        reading.lines(drawn, f"values-{side}-session") for side in ("before", "after")
    )

    assert to_hex(str(filled.get_markerfacecolor())) == PRINT.chart_dot
    assert to_hex(str(hollow.get_markerfacecolor())) == PRINT.card


def test_the_axis_is_that_of_the_scale() -> None:
    assert axes(mood(three_weekly(), 110)).get_ylim() == (0, 10)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_higher_and_lower_look_the_same(theme: Theme) -> None:
    """No colour says better or worse."""
    one, other = (axes(mood(three_weekly(5, late), 110), theme) for late in (2, 8))

    for gid in ("values-before-session", "values-after-session"):
        colours = [
            [line.get_markeredgecolor() for line in reading.lines(drawn, gid)]
            for drawn in (one, other)
        ]
        assert colours[0] == colours[1]


def test_a_scale_never_rated_says_so() -> None:
    drawn = axes(mood(diary([30], {}), 40))

    assert reading.words(drawn, "too-little") == ["Mood: nothing is logged on this scale yet."]


def test_a_journal_that_still_begins_shows_its_beginning() -> None:
    drawn = axes(bipolar_beginning())

    assert reading.values(drawn, "values-journal-begins") == [[4, 5]]
    assert reading.words(drawn, "group") == []


def bipolar_beginning() -> BeforeAndNow:
    return mood(bipolar(diary([], {1: 4, 2: 5})), 3)


def test_drawing_leaves_no_setting_behind() -> None:
    before = dict(rcParams)

    draw(mood(three_weekly(), 110), DARK, SIZE)

    assert dict(rcParams) == before
