"""The picture of the year: its days pointed at, walked through and opened."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.period import Period
from journal.domain.year import YearCalendar, calendar_of, whole_years
from journal.theme import LIGHT
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.trends.questions.year import YEAR
from journal.ui.widgets.figure_view import FigureView
from tests.charts.diaries import MOOD_SCALE, day, diary

TODAY = day(40)
YEARS = calendar_of(diary().records(), MOOD_SCALE, whole_years(2026, 2026, TODAY))
PERIOD = Period(date(2026, 1, 1), TODAY)
LOGGED, NOT_LOGGED, SESSION = day(33), day(24), day(30)


@pytest.fixture(autouse=True)
def _quick_hand(qapp: QApplication) -> Iterator[None]:
    """Nobody waits long for the second half of a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(30)
    yield
    qapp.setDoubleClickInterval(usual)


def show(view: FigureView, calendar: YearCalendar) -> None:
    assert YEAR.spots is not None
    spots = partial(YEAR.spots, calendar)
    view.show_figure(partial(YEAR.figure, calendar), "The year", "40 days.", spots)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FigureView]:
    """The diary's year; the keyboard is elsewhere."""
    window = QWidget()
    qtbot.addWidget(window)
    button, view = QPushButton(window), FigureView(ImmediateTaskRunner(), LIGHT)
    view.setParent(window)
    view.resize(800, 240)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    show(view, YEARS)
    yield view
    window.close()


def mouse(view: FigureView, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, view.mapToGlobal(place), button, none, no_keys)
    QApplication.sendEvent(view, event)


def place_of(view: FigureView, on: date) -> QPointF:
    assert view.picture is not None
    spot = next(each for each in view.spots if each.day == on)
    return view.picture.box(spot, view.size()).center()


def marked_day(view: FigureView) -> date | None:
    return None if view.marked is None else view.marked.day


def test_pointing_at_a_cell_tells_its_day(view: FigureView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, LOGGED))

    assert view.marked_words() == ("Mon 2 February 2026", "4 · the day")


def test_a_session_day_tells_both_sides_and_the_session(view: FigureView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, SESSION))

    assert view.marked_words() == (
        "Fri 30 January 2026",
        "3 · before session 3",
        "8 · after session 3",
        "Session 3: IV ketamine",
    )


def test_a_blank_cell_says_that_nothing_was_logged(view: FigureView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, NOT_LOGGED))

    assert view.marked_words() == ("Sat 24 January 2026", "not logged")


def test_days_that_have_not_come_have_no_cell(view: FigureView) -> None:
    assert [view.spots[0].day, view.spots[-1].day] == [PERIOD.first, TODAY]


def test_a_click_opens_the_day(qtbot: QtBot, view: FigureView) -> None:
    with qtbot.waitSignal(view.day_chosen) as chosen:
        mouse(view, QEvent.Type.MouseButtonRelease, place_of(view, LOGGED))

    assert chosen.args == [LOGGED]


def test_every_arrow_walks_one_day_and_enter_opens_it(qtbot: QtBot, view: FigureView) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    walked = [marked_day(view)]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
        walked.append(marked_day(view))

    back = [0, 1, 2, 1, 0]
    assert walked == [TODAY - timedelta(days) for days in back]
    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [TODAY]


@pytest.mark.parametrize(
    ("key", "end"),
    [(Qt.Key.Key_Home, PERIOD.first), (Qt.Key.Key_End, PERIOD.last)],
)
def test_home_and_end_go_to_the_ends_and_nothing_leads_beyond(
    qtbot: QtBot, view: FigureView, key: Qt.Key, end: date
) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    beyond = Qt.Key.Key_Left if key == Qt.Key.Key_Home else Qt.Key.Key_Right

    QTest.keyClick(view, key)
    QTest.keyClick(view, beyond)

    assert marked_day(view) == end


def test_a_screen_reader_gets_a_chart_and_the_day(qtbot: QtBot, view: FigureView) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Home)

    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Value) == "Thu 1 January 2026, 5 · the day"


def test_in_other_years_the_keyboard_is_on_a_day_of_them(qtbot: QtBot, view: FigureView) -> None:
    long_ago = calendar_of(diary().records(), MOOD_SCALE, whole_years(2024, 2026, TODAY))
    show(view, long_ago)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert marked_day(view) == date(2024, 1, 1)

    show(view, YEARS)

    assert marked_day(view) == PERIOD.first
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.marked_words() == ("Fri 2 January 2026", "7 · the day")
