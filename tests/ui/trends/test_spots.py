"""What is told of the marks of each picture: the days, the sessions, what was felt."""

from collections import Counter
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from journal.charts.figure_bytes import figure_pixels
from journal.domain.side_effect import Severity
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.trends.board import TrendsBoard
from journal.ui.trends.choice import Choice, Range
from journal.ui.trends.pick_box import PickBox, PickButtons
from journal.ui.trends.question import INCH, answer
from journal.ui.trends.questions.durations import DURATIONS
from journal.ui.trends.reading import Look, Reading
from journal.ui.widgets.chart_picture import day_name, session_on_day
from journal.ui.widgets.figure_view import FigureView
from journal.ui.widgets.spots import Spot, by_day, marks
from tests.domain.diary import Diary, minutes
from tests.ui.trends.conftest import TODAY, Show, ask, card, write

SESSIONS = [TODAY - timedelta(weeks=3 * n) for n in range(4, 0, -1)]


def weeks() -> Diary:
    """Four sessions, one every third week; mood 3 for three days before each, 6 for ten after."""
    diary = Diary()
    for day in SESSIONS:
        for n in range(-3, 0):
            diary.score(day + timedelta(n), 3)
        diary.score(day, 4, hour=9)
        diary.session(day)
        diary.score(day, 8, hour=22)
        for n in range(1, 11):
            diary.score(day + timedelta(n), 6, note_shared=n == 2)
        for n in range(11, 16):
            diary.score(day + timedelta(n), 3)
    return diary


def spots_of(board: TrendsBoard, key: str) -> tuple[Spot, ...]:
    view = card(board, key).picture.view
    assert isinstance(view, FigureView)
    return view.spots


def told(spots: tuple[Spot, ...], day: date) -> list[tuple[str, ...]]:
    return [spot.words for spot in spots if spot.day == day]


@pytest.fixture
def written(editor: JournalEditor) -> JournalEditor:
    """A journal with the four sessions."""
    diary = weeks()
    write(editor, [*diary.sessions, *diary.check_ins])
    return editor


def test_around_sessions_a_dot_tells_its_day_session_and_median(
    written: JournalEditor, show: Show
) -> None:
    spots = spots_of(show(written, "around-sessions"), "around-sessions")

    day = SESSIONS[1] + timedelta(2)
    assert told(spots, day) == [
        (
            day_name(day),
            "Mood 6",
            "Session 2, day +2",
            "median of that day 6 (n 4)",
            "✎ with a note",
        )
    ]
    assert spots == by_day(spots)


def test_around_sessions_there_is_a_spot_for_every_dot(written: JournalEditor, show: Show) -> None:
    """Of 18 days from −3 to +14, four sessions each; day 0 is what stood before the session."""
    spots = spots_of(show(written, "around-sessions"), "around-sessions")

    assert Counter(spot.words[1] for spot in spots) == {"Mood 3": 28, "Mood 4": 4, "Mood 6": 40}
    heights = {
        words: {round(s.y, 3) for s in spots if s.words[1] == words}
        for words in ("Mood 3", "Mood 4", "Mood 6")
    }
    assert all(len(each) == 1 for each in heights.values())
    assert max(heights["Mood 6"]) < min(heights["Mood 4"]) < min(heights["Mood 3"])


def pick(qtbot: QtBot, board: TrendsBoard, place: int) -> None:
    around = card(board, "around-sessions").pick
    assert isinstance(around, PickButtons)
    assert around.buttons is not None
    around.buttons.buttons[place].click()
    qtbot.waitUntil(lambda: board.is_at_rest)


def test_by_hours_a_dot_tells_its_session_and_hour(
    qtbot: QtBot, written: JournalEditor, show: Show
) -> None:
    board = show(written, "around-sessions")

    pick(qtbot, board, 1)

    spots = spots_of(board, "around-sessions")
    name = session_on_day(1, SESSIONS[0])
    mine = told(spots, SESSIONS[0])
    assert (name, "before", "Mood 4") in mine
    assert any(
        words[0] == name
        and words[1].endswith("h after its end (+4 h to +12 h)")
        and words[2] == "Mood 8"
        for words in mine
    )


def test_in_a_course_a_dot_tells_its_day(qtbot: QtBot, demo: JournalEditor, show: Show) -> None:
    board = show(demo, "around-sessions")

    pick(qtbot, board, 2)

    shown = card(board, "around-sessions").answer
    assert shown is not None
    scores = shown.result.course.scores
    spots = spots_of(board, "around-sessions")
    assert Counter(spot.day for spot in spots) == Counter(score.day for score in scores)
    assert spots[0].words[2] == "day −3 of course 1"
    table = shown.question.numbers(shown.result)
    assert shown.question.days is not None
    assert len(shown.question.days(shown.result)) == len(table.rows)


def test_the_end_of_a_sessions_line_tells_how_long_it_lasted(
    qtbot: QtBot, written: JournalEditor, show: Show
) -> None:
    board = show(written, "durations")

    shown = ask(qtbot, board, "durations")

    spots = spots_of(board, "durations")
    assert [spot.day for spot in spots] == SESSIONS
    assert spots[0].words[1:] == ("back on day 11", "level before: 3")
    assert shown.question.days is not None
    assert list(shown.question.days(shown.answer and shown.answer.result)) == SESSIONS


def test_before_and_now_a_dot_tells_its_day(written: JournalEditor, show: Show) -> None:
    spots = spots_of(show(written, "before-and-now"), "before-and-now")

    last = SESSIONS[-1]
    assert told(spots, last + timedelta(1)) == [
        (
            day_name(last + timedelta(1)),
            "Mood 6 · the day",
        )
    ]


def test_a_cell_of_the_matrix_tells_session_effect_strength_and_times(
    editor: JournalEditor, show: Show
) -> None:
    diary = Diary()
    first, second, third = (diary.session(day) for day in SESSIONS[:3])
    diary.effect(SESSIONS[0], "nausea", Severity.MODERATE, minutes(90), first)
    diary.effect(SESSIONS[1], "headache", None, session=second)
    write(editor, [first, second, third, *diary.side_effects])

    spots = spots_of(show(editor, "side-effects"), "side-effects")

    names = [session_on_day(number, day) for number, day in enumerate(SESSIONS[:3], 1)]
    nausea = [spot for spot in spots if spot.words[1].startswith("Nausea")]
    assert [spot.words for spot in nausea] == [
        (names[0], "Nausea: moderate", "Lasted: 90 min"),
        (names[1], "Nausea: none"),
        (names[2], "Nausea: not asked"),
    ]
    assert [spot.day for spot in nausea] == SESSIONS[:3]
    assert all(spot.width and spot.height for spot in nausea)


def test_with_and_without_a_dot_and_a_row_open_their_day(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, "with-and-without")
    shown = card(board, "with-and-without")
    assert isinstance(shown.pick, PickBox)

    shown.pick.activated.emit(0)

    qtbot.waitUntil(lambda: board.is_at_rest and shown.picture.is_drawn)
    assert shown.answer is not None
    assert shown.question.days is not None
    days = shown.question.days(shown.answer.result)
    assert [spot.day for spot in spots_of(board, "with-and-without")] == list(days)
    assert len(shown.question.numbers(shown.answer.result).rows) == len(days)


@pytest.mark.parametrize(("sessions", "drawn"), [(40, 40), (41, 40)])
def test_how_long_of_many_sessions_has_a_spot_for_every_dot_inside_the_picture(
    sessions: int, drawn: int
) -> None:
    """Mood 6 and then 3 around a session every third week: all are back on day 2."""
    diary = Diary()
    for number in range(sessions):
        day = TODAY - timedelta(21 * (number + 1))
        diary.session(day)
        for after, value in ((-2, 3), (-1, 3), (1, 6), (2, 3), (3, 3)):
            diary.score(day + timedelta(after), value)
    reading = Reading(diary.records(), TODAY)
    result = answer(DURATIONS, Look(reading, Choice(Range.ALL)), 900)
    figure = DURATIONS.figure(result.result, LIGHT, (900 / INCH, result.height / INCH), INCH)
    figure_pixels(figure, LIGHT)
    assert DURATIONS.spots is not None
    spots = DURATIONS.spots(result.result, figure)

    width, height = figure.get_size_inches()
    assert len(result.result.sessions) == sessions
    assert len(spots) == len({spot.day for spot in spots}) == drawn == len(marks(figure, "back"))
    assert all(0 < spot.x < width and 0 < spot.y < height for spot in spots)
    assert max(spot.day for spot in spots) == TODAY - timedelta(21)
