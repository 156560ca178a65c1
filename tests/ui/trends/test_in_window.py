"""Trends in the program's own window, as a person comes to it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.domain.edit import Edit
from journal.ui.trends import board as boards
from journal.ui.trends.board import TrendsBoard
from journal.ui.trends.page import TrendsPage
from journal.ui.trends.questions import QUESTIONS
from journal.ui.widgets.chart_view import ChartView
from tests.domain.diary import Diary
from tests.ui.driver import Driver
from tests.ui.trends.conftest import TODAY, card


@pytest.fixture(autouse=True)
def _one_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """The days alone: the others say the same in a window."""
    monkeypatch.setattr(boards, "QUESTIONS", QUESTIONS[:1])


@pytest.fixture
def trends(qtbot: QtBot, person: Driver) -> TrendsBoard:
    """The fictional patient at the page, everything drawn."""
    clock, journal = person.clock, person.editor.journal
    edits = demo_edits(clock.now(), clock.zone(), journal.scales.all(), journal.settings())
    person.editor.perform("", lambda _journal, _stamp: edits)
    person.window.show_page("trends")
    page = page_of(person)
    qtbot.waitUntil(lambda: page.is_at_rest)
    assert page.board is not None
    return page.board


def page_of(person: Driver) -> TrendsPage:
    page = person.window.page("trends")
    assert isinstance(page, TrendsPage)
    return page


def chart(board: TrendsBoard) -> ChartView:
    view = card(board, "days").picture.view
    assert isinstance(view, ChartView)
    return view


def test_a_day_of_the_chart_opens_on_today(
    qtbot: QtBot, person: Driver, trends: TrendsBoard
) -> None:
    view = chart(trends)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    person.press(Qt.Key.Key_Left, Qt.Key.Key_Return)

    assert person.window.current == "today"
    assert person.page.day == TODAY - timedelta(1)


def test_escape_twice_blanks_the_window_even_over_a_zoomed_chart(
    qtbot: QtBot, person: Driver, trends: TrendsBoard
) -> None:
    view = chart(trends)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    seen = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        person.press(key)
        seen.append((view.is_zoomed, view.isVisible()))

    assert seen == [(True, True), (False, True), (False, False)]


def test_what_is_entered_meanwhile_is_there_on_coming_back(
    qtbot: QtBot, person: Driver, trends: TrendsBoard
) -> None:
    before = card(trends, "days").sentence.text()
    person.window.show_page("today")
    late = Diary().score(TODAY - timedelta(400), 2)
    person.editor.perform("", lambda _journal, _stamp: (Edit(None, late),))

    person.window.show_page("trends")
    trends.ranges.buttons[-1].click()

    qtbot.waitUntil(lambda: trends.is_at_rest)
    assert card(trends, "days").sentence.text() != before
    assert "of 401 days logged" in card(trends, "days").sentence.text()


def test_an_unchanged_journal_is_not_drawn_again_on_coming_back(
    qtbot: QtBot, person: Driver, trends: TrendsBoard
) -> None:
    drawn: list[bool] = []
    chart(trends).drawn.connect(lambda: drawn.append(True))

    person.window.show_page("today")
    person.window.show_page("trends")
    QTest.qWait(50)

    qtbot.waitUntil(lambda: trends.is_at_rest)
    assert drawn == []
