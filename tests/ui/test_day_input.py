"""A day is handed over once its editing ends, not with every key."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.widgets.day_input import DayInput


@pytest.fixture
def day(qtbot: QtBot) -> DayInput:
    shown = DayInput()
    qtbot.addWidget(shown)
    shown.show_day(date(2026, 2, 14))
    shown.show()
    return shown


@pytest.fixture
def entered(day: DayInput) -> list[date]:
    days: list[date] = []
    day.entered.connect(days.append)
    return days


def test_typing_is_handed_over_with_enter(day: DayInput, entered: list[date]) -> None:
    day.setSelectedSection(DayInput.Section.YearSection)
    QTest.keyClicks(day, "20260109")
    assert not entered
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert entered == [date(2026, 1, 9)]


def test_the_calendar_hands_over_at_once(day: DayInput, entered: list[date]) -> None:
    day.calendarWidget().clicked.emit(QDate(2026, 1, 9))
    assert entered == [date(2026, 1, 9)]


def test_a_day_that_stays_is_not_handed_over(day: DayInput, entered: list[date]) -> None:
    day.flush()
    assert not entered


def test_what_is_being_typed_is_left_alone(day: DayInput) -> None:
    day.setDate(QDate(2026, 1, 9))
    day.show_day(date(2026, 2, 14))
    assert day.day == date(2026, 1, 9)


def test_scrolling_over_it_leaves_it_alone(day: DayInput) -> None:
    point = QPointF(10, 10)
    scrolled = QWheelEvent(
        point,
        day.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(day, scrolled)
    assert day.day == date(2026, 2, 14)
