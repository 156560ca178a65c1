"""Other days, the calendar, and the moment at which one day becomes the next."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QTableView

from journal.domain.edit import Edit
from tests.ui.driver import Driver

TODAY = date(2026, 3, 10)
YESTERDAY = date(2026, 3, 9)


def test_the_page_names_its_day(person: Driver) -> None:
    assert person.says("Tuesday, 10 March")


def test_back_and_forward(person: Driver) -> None:
    person.click(person.page.header.back)
    person.click(person.page.header.back)
    two_back = person.page.day
    person.click(person.page.header.forward)

    assert two_back == date(2026, 3, 8)
    assert person.page.day == YESTERDAY
    assert person.says("Monday, 9 March")


def test_the_way_forward_ends_at_today(person: Driver) -> None:
    assert not person.page.header.forward.isEnabled()
    person.page.show_day(date(2026, 3, 12))

    assert person.page.day == TODAY


def test_one_click_leads_back_to_today(person: Driver) -> None:
    person.page.show_day(date(2025, 12, 31))
    shown = person.says("Wednesday, 31 December 2025")
    person.click(person.page.header.today)

    assert shown
    assert person.page.day == TODAY


def test_an_entry_on_an_earlier_day_goes_to_that_day(person: Driver) -> None:
    person.click(person.page.header.back)
    person.page.take_focus()
    person.type("5")

    (check_in,) = person.check_ins()
    assert check_in.moment.day == YESTERDAY
    assert f"{check_in.moment.local:%H:%M}" == "20:00"
    assert check_in.scores[0].written_at == datetime(2026, 3, 10, 20, 14, tzinfo=UTC)


def test_the_entries_of_an_earlier_day_belong_together(person: Driver) -> None:
    person.click(person.page.header.back)
    person.page.take_focus()
    person.type("53")

    assert person.scores() == [{"mood": 5, "anxiety": 3}]


def test_today_is_not_touched_by_what_is_entered_for_yesterday(person: Driver) -> None:
    person.type("7")
    person.click(person.page.header.back)
    free = person.rated()
    person.page.take_focus()
    person.type("5")
    person.click(person.page.header.today)

    assert free == {}
    assert person.rated() == {"Mood": "7"}
    assert [c.value("mood") for c in person.check_ins(YESTERDAY)] == [5]


POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def calendar(person: Driver) -> QCalendarWidget:
    person.click(person.page.header.calendar)
    (calendar,) = person.page.header.findChildren(QCalendarWidget)
    return calendar


@POPUP
def test_the_calendar_jumps_to_a_day(person: Driver, calendar: QCalendarWidget) -> None:
    calendar.setSelectedDate(QDate(2026, 2, 3))
    (view,) = calendar.findChildren(QTableView)
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert person.page.day == date(2026, 2, 3)


@POPUP
def test_the_calendar_ends_today(calendar: QCalendarWidget) -> None:
    assert calendar.maximumDate() == QDate(2026, 3, 10)


@POPUP
def test_no_day_of_the_calendar_is_red(calendar: QCalendarWidget) -> None:
    monday = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)

    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Saturday) == monday
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday) == monday


def test_before_four_in_the_morning_it_is_still_the_day_before(person: Driver) -> None:
    person.clock.set("2026-03-11 03:59")
    person.page.look_at_clock()

    assert person.page.day == TODAY


def test_the_page_turns_at_four_in_the_morning(person: Driver) -> None:
    person.type("7")
    person.clock.set("2026-03-11 04:00")
    person.page.look_at_clock()

    assert person.page.day == date(2026, 3, 11)
    assert person.rated() == {}


def test_a_half_typed_note_stays_on_the_day_it_was_typed(person: Driver) -> None:
    person.clock.set("2026-03-11 03:59")
    person.note.note.setFocus()
    person.type("Awake again")
    person.clock.set("2026-03-11 04:00")
    person.page.look_at_clock()

    (check_in,) = person.check_ins()
    assert check_in.moment.day == TODAY
    assert check_in.note == "Awake again"
    assert f"{check_in.moment.local:%H:%M}" == "03:59"
    assert person.note.note.toPlainText() == ""


def test_a_rating_is_never_put_on_the_day_that_is_over(person: Driver) -> None:
    person.clock.set("2026-03-11 04:00:05")
    person.type("6")

    (check_in,) = person.check_ins()
    assert check_in.moment.day == date(2026, 3, 11)
    assert person.page.day == date(2026, 3, 11)


def test_an_earlier_day_stays_open_when_the_page_would_turn(person: Driver) -> None:
    person.click(person.page.header.back)
    person.clock.set("2026-03-11 04:00")
    person.page.look_at_clock()

    assert person.page.day == YESTERDAY
    assert person.page.header.forward.isEnabled()


def test_the_day_starts_when_the_journal_says(person: Driver) -> None:
    settings = person.editor.journal.settings()
    later = replace(settings, day_starts_at=time(6))
    person.editor.perform("", lambda _journal, _stamp: (Edit(settings, later),))
    person.clock.set("2026-03-11 05:30")
    person.page.look_at_clock()

    assert person.page.day == TODAY


def test_missed_days_are_not_counted_anywhere(person: Driver) -> None:
    person.page.show_day(date(2026, 1, 1))
    person.type("5")
    person.click(person.page.header.today)

    words = " ".join(person.texts()).lower()
    assert not any(word in words for word in ("missed", "streak", "days in a row", "not logged"))
