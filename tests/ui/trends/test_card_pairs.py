"""Where the cards of the Trends page stand, in wide windows and in narrow ones."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.ui.journal_editor import JournalEditor
from journal.ui.trends import work
from journal.ui.trends.board import SETTLED_AFTER_MS, TrendsBoard
from journal.ui.trends.question import Answer, Question
from tests.ui.trends.conftest import Show, card


def place(board: TrendsBoard, key: str) -> QPoint:
    return card(board, key).mapTo(board, QPoint())


def following(widget: QWidget) -> Iterator[QWidget]:
    """All that the Tab key may reach after a widget, until it comes round to it."""
    after = widget.nextInFocusChain()
    while after is not None and after is not widget:
        yield after
        after = after.nextInFocusChain()


def widen(board: TrendsBoard, width: int) -> None:
    board.window().resize(width, board.window().height())


def test_in_a_wide_window_small_cards_stand_two_by_two(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    widen(board, 1200)

    qtbot.waitUntil(lambda: place(board, "side-effects").y() == place(board, "around-sessions").y())
    assert place(board, "side-effects").x() > place(board, "around-sessions").x()


def test_the_timeline_has_all_the_width(qtbot: QtBot, demo: JournalEditor, show: Show) -> None:
    board = show(demo)
    widen(board, 1200)

    qtbot.waitUntil(lambda: card(board, "around-sessions").width() < board.width() / 2)
    assert card(board, "days").width() == board.width()


def test_beside_a_question_that_was_not_asked_yet_is_no_other(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    widen(board, 1200)

    qtbot.waitUntil(lambda: place(board, "side-effects").y() == place(board, "around-sessions").y())
    closed = [each for each in board.cards if not each.is_wanted]
    assert {each.question.key for each in closed} == {"durations", "year"}
    assert {each.width() for each in closed} == {board.width()}


def test_an_answer_in_words_alone_has_a_row_of_its_own(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    """In the last 30 days there are too few sessions for a picture around them."""
    board = show(demo, "around-sessions", "side-effects")
    widen(board, 1200)
    around, effects = card(board, "around-sessions"), card(board, "side-effects")
    qtbot.waitUntil(lambda: board.is_at_rest and around.width() < board.width() / 2)

    board.ranges.chosen.emit(0)

    view = effects.picture.view
    assert view is not None
    qtbot.waitUntil(lambda: board.is_at_rest and around.width() == board.width())
    qtbot.waitUntil(lambda: view.width() == effects.contentsRect().width() - 2 * 20)
    assert around.answer is not None
    assert not around.answer.has_picture
    assert effects.width() == board.width()
    assert place(board, "side-effects").y() > place(board, "around-sessions").y()

    board.ranges.chosen.emit(4)

    qtbot.waitUntil(lambda: board.is_at_rest and around.width() < board.width() / 2)
    assert place(board, "side-effects").y() == place(board, "around-sessions").y()


def test_a_change_of_places_comes_to_rest(
    qtbot: QtBot, demo: JournalEditor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are worked out for the new range, and the picture that is wider by that once more."""
    board = show(demo, "around-sessions", "side-effects")
    widen(board, 1200)
    qtbot.waitUntil(lambda: board.is_at_rest and place(board, "side-effects").x() > 0)
    qtbot.wait(2 * SETTLED_AFTER_MS)  # all were asked again in the new width
    asked: list[str] = []
    answered = work.answered

    def noting(question: Question[Any], *of: Any) -> Answer:
        asked.append(question.key)
        return answered(question, *of)

    monkeypatch.setattr(work, "answered", noting)

    board.ranges.chosen.emit(0)

    qtbot.waitUntil(lambda: board.is_at_rest and place(board, "side-effects").x() == 0)
    qtbot.wait(2 * SETTLED_AFTER_MS)
    assert sorted(set(asked)) == ["around-sessions", "side-effects"]
    assert len(asked) <= 3


def test_in_a_narrow_window_each_card_has_a_row(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    widen(board, 1200)
    qtbot.waitUntil(lambda: place(board, "side-effects").x() > 0)

    widen(board, 700)

    qtbot.waitUntil(lambda: place(board, "side-effects").x() == 0)
    rows = [place(board, each.question.key).y() for each in board.cards]
    assert rows == sorted(set(rows))


def test_a_picture_is_as_wide_as_its_card_leaves_it(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    widen(board, 1200)

    view = card(board, "around-sessions").picture.view
    assert isinstance(view, QWidget)
    around = card(board, "around-sessions")
    qtbot.waitUntil(lambda: board.is_at_rest and around.width() < board.width() / 2)
    qtbot.waitUntil(lambda: view.width() == around.contentsRect().width() - 2 * 20)


def test_the_tab_key_goes_from_the_left_card_to_the_right_one(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    widen(board, 1200)
    left, right = card(board, "around-sessions"), card(board, "side-effects")

    passed = takewhile(lambda after: not right.isAncestorOf(after), following(left))

    assert not any(card(board, "durations").isAncestorOf(each) for each in passed)
