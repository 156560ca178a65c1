"""The month of the Journal page: which days it shows, and how the keyboard goes about it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from journal.ui.history.month_calendar import MonthCalendar, months_on
from journal.ui.history.month_model import DAYS, WEEKS, DayMarks, MonthModel

TODAY = date(2026, 3, 10)


@pytest.fixture
def calendar(qtbot: QtBot) -> MonthCalendar:
    """March 2026, with an entry on the 9th and a session on the 10th."""
    calendar = MonthCalendar()
    qtbot.addWidget(calendar)
    entries = frozenset({TODAY, TODAY - timedelta(1)})
    calendar.show_marks(DayMarks(entries, frozenset({TODAY}), TODAY))
    calendar.show_day(TODAY)
    calendar.show()
    return calendar


def press(calendar: MonthCalendar, key: Qt.Key) -> None:
    QTest.keyClick(calendar.view, key)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 6))
def test_six_weeks_hold_every_month(day: date, begins: int) -> None:
    model = MonthModel(begins)
    model.show_month(day)
    shown = [model.day_at(model.index(w, d)) for w in range(WEEKS) for d in range(DAYS)]

    assert day in shown
    assert day.replace(day=1) in shown
    assert months_on(day.replace(day=1), 1) - timedelta(1) in shown
    assert {d.weekday() for d in shown[::DAYS]} == {begins}
    assert model.day_at(model.index_of(day)) == day


@pytest.mark.parametrize(
    ("day", "step", "result"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 1, 5), -1, date(2025, 12, 5)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_months_last(day: date, step: int, result: date) -> None:
    assert months_on(day, step) == result


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 3, 9)),
        (Qt.Key.Key_Up, date(2026, 3, 3)),
        (Qt.Key.Key_PageUp, date(2026, 2, 10)),
    ],
)
def test_keys_go_to_other_days(calendar: MonthCalendar, key: Qt.Key, day: date) -> None:
    went = QSignalSpy(calendar.day_changed)

    press(calendar, key)

    assert calendar.day == day
    assert went.at(0) == [day]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_there_is_no_way_past_today(calendar: MonthCalendar, key: Qt.Key) -> None:
    went = QSignalSpy(calendar.day_changed)

    press(calendar, key)

    assert calendar.day == TODAY
    assert went.count() == 0


def test_a_step_over_the_months_end_turns_it(calendar: MonthCalendar) -> None:
    for _ in range(10):
        press(calendar, Qt.Key.Key_Left)

    assert calendar.day == date(2026, 2, 28)
    assert calendar.model.month == date(2026, 2, 1)


def test_enter_opens_the_day(calendar: MonthCalendar) -> None:
    opened = QSignalSpy(calendar.day_chosen)

    press(calendar, Qt.Key.Key_Return)

    assert opened.at(0) == [TODAY]


def test_a_click_goes_to_a_day(calendar: MonthCalendar) -> None:
    place = calendar.view.visualRect(calendar.model.index_of(date(2026, 3, 4))).center()

    QTest.mouseClick(calendar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert calendar.day == date(2026, 3, 4)


def test_a_day_is_said_with_its_marks(calendar: MonthCalendar) -> None:
    def spoken(day: date) -> str:
        return str(calendar.model.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(TODAY) == "Tuesday, 10 March 2026, has entries, treatment session"
    assert spoken(date(2026, 3, 9)) == "Monday, 9 March 2026, has entries"
    assert spoken(date(2026, 3, 8)) == "Sunday, 8 March 2026"


def test_marks_change_how_a_day_looks(calendar: MonthCalendar) -> None:
    marked = calendar.view.grab().toImage()

    calendar.show_marks(DayMarks(frozenset(), frozenset(), TODAY))

    assert calendar.view.grab().toImage() != marked
