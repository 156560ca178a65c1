"""A calendar in the window: its days pointed at, walked through and opened."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.charts.figure_bytes import Figure
from journal.domain.period import Period
from journal.domain.year import calendar_of, whole_years
from journal.theme import LIGHT, Theme
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.trends.questions.year import YEAR, Year
from journal.ui.widgets.calendar_view import CalendarView, DayCells
from tests.charts.diaries import MOOD_SCALE, day, diary

TODAY = day(40)
YEARS = Year(
    calendar_of(diary().records(), MOOD_SCALE, whole_years(2026, 2026, TODAY)), noted=frozenset()
)
PERIOD = Period(date(2026, 1, 1), TODAY)
LOGGED, NOT_LOGGED, SESSION = day(33), day(24), day(30)


@pytest.fixture(autouse=True)
def _quick_hand(qapp: QApplication) -> Iterator[None]:
    """Nobody waits long for the second half of a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(30)
    yield
    qapp.setDoubleClickInterval(usual)


def draw(theme: Theme, size: tuple[float, float], dpi: float) -> Figure:
    return YEAR.figure(YEARS, theme, size, dpi)


def cells(size: tuple[float, float]) -> DayCells:
    assert YEAR.cells is not None
    return YEAR.cells(YEARS, size)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CalendarView]:
    """The diary's year; the keyboard is elsewhere."""
    window = QWidget()
    qtbot.addWidget(window)
    button, view = QPushButton(window), CalendarView(ImmediateTaskRunner(), LIGHT)
    view.setParent(window)
    view.resize(800, 240)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    view.show_calendar(draw, cells, "The year", "40 days.")
    yield view
    window.close()


def mouse(view: CalendarView, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, view.mapToGlobal(place), button, none, no_keys)
    QApplication.sendEvent(view, event)


def place_of(view: CalendarView, on: date) -> QPointF:
    assert view.picture is not None
    return view.picture.cell(on, view.size()).center()


def test_pointing_at_a_cell_tells_its_day(view: CalendarView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, LOGGED))

    assert view.marked_words() == ("Mon 2 February 2026", "4 · the day")


def test_a_session_day_tells_both_sides_and_the_session(view: CalendarView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, SESSION))

    assert view.marked_words() == (
        "Fri 30 January 2026",
        "3 · before session 3",
        "8 · after session 3",
        "Session 3: IV ketamine",
    )


def test_a_blank_cell_says_that_nothing_was_logged(view: CalendarView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, NOT_LOGGED))

    assert view.marked_words() == ("Sat 24 January 2026", "not logged")


def test_days_that_have_not_come_have_no_cell(view: CalendarView) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, TODAY + timedelta(30)))

    assert view.marked_day is None


def test_a_click_opens_the_day(qtbot: QtBot, view: CalendarView) -> None:
    with qtbot.waitSignal(view.day_chosen) as chosen:
        mouse(view, QEvent.Type.MouseButtonRelease, place_of(view, LOGGED))

    assert chosen.args == [LOGGED]


def test_the_arrows_go_where_they_point_and_enter_opens(qtbot: QtBot, view: CalendarView) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    walked = [view.marked_day]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
        walked.append(view.marked_day)

    back = [0, 1, 8, 7, 0]
    assert walked == [TODAY - timedelta(days) for days in back]
    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [TODAY]


@pytest.mark.parametrize(
    ("key", "end"),
    [(Qt.Key.Key_Home, PERIOD.first), (Qt.Key.Key_End, PERIOD.last)],
)
def test_home_and_end_go_to_the_ends_and_nothing_leads_beyond(
    qtbot: QtBot, view: CalendarView, key: Qt.Key, end: date
) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    beyond = Qt.Key.Key_Left if key == Qt.Key.Key_Home else Qt.Key.Key_Right

    QTest.keyClick(view, key)
    QTest.keyClick(view, beyond)

    assert view.marked_day == end


def test_a_screen_reader_gets_a_chart_and_the_day(qtbot: QtBot, view: CalendarView) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Home)

    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Value) == "Thu 1 January 2026, 5 · the day"
