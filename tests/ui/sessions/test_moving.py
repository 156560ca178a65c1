"""Planned sessions that are moved, cancelled, or did not take place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QTime, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from uuid6 import uuid7

from journal.domain.edit import Stamp
from journal.domain.period import DAY_STARTS_AT
from journal.domain.session import SessionState
from journal.ui.journal_editor import JournalEditor
from journal.ui.sessions.move_dialog import MoveDialog
from journal.ui.sessions.surroundings import Surroundings
from tests.ui.questions import NOT_SAVED, Answer, answering
from tests.ui.sessions.conftest import FixedClock, MakePage, at, planned


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def moving(act: Callable[[MoveDialog], object]) -> None:
    """Do something in the dialog that is about to open."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MoveDialog)
        act(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, answer)


def move_to(day: QDate, clock: QTime, told: list[str] | None = None) -> None:
    """Choose another time in the dialog that is about to open, and hear what it says."""

    def act(dialog: MoveDialog) -> None:
        dialog.input.date.setDate(day)
        dialog.input.time.setTime(clock)
        dialog.save.click()
        if told is not None:
            told.append(dialog.form.error("start"))

    moving(act)


def test_the_card_moves_a_plan_and_undo_moves_it_back(
    page_with: MakePage, editor: JournalEditor
) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    move_to(QDate(2026, 4, 9), QTime(14, 30))
    action(page.next.menu(), "Move to another time…").trigger()
    assert [s.start for s in editor.journal.sessions.between()] == [at("2026-04-09 14:30")]

    editor.undo()
    assert [s.start for s in editor.journal.sessions.between()] == [at("2026-04-07 10:00")]


def test_the_menu_of_the_table_moves_a_plan(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    move_to(QDate(2026, 4, 9), QTime(10, 0))
    action(page.table.menu_of(page.model.rows[0]), "Move to another time…").trigger()
    assert [s.start for s in editor.journal.sessions.between()] == [at("2026-04-09 10:00")]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (QDate(2026, 3, 9), "The start lies in the past."),
        (
            QDate(2026, 4, 14),
            "There is a session at this time already: Tue 14 April 2026, 10:00. "
            "Choose other days or another time.",
        ),
    ],
)
def test_a_plan_is_moved_ahead_and_not_upon_another(
    page_with: MakePage, editor: JournalEditor, day: QDate, sentence: str
) -> None:
    page = page_with(planned("2026-04-07 10:00"), planned("2026-04-14 10:00"))
    told: list[str] = []
    move_to(day, QTime(10, 0), told)
    page.next.move_requested.emit(page.model.rows[1].session.id)
    assert told == [sentence]
    assert not editor.undo_stack.canUndo()


def test_a_plan_may_stay_where_it_is(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    moving(lambda dialog: dialog.save.click())
    page.next.move_requested.emit(page.model.rows[0].session.id)
    assert not editor.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Cancelled", SessionState.CANCELLED),
        ("Did not take place", SessionState.DID_NOT_TAKE_PLACE),
    ],
)
def test_the_card_says_that_a_plan_was_called_off(
    page_with: MakePage, editor: JournalEditor, text: str, state: SessionState
) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    action(page.next.menu(), text).trigger()
    assert editor.journal.sessions.between()[0].state is state
    assert not page.next.isVisible()


def test_a_new_start_is_kept_unless_the_person_discards_it(
    page_with: MakePage, editor: JournalEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    stood: list[bool] = []

    def act(dialog: MoveDialog) -> None:
        dialog.reject()
        stood.append(dialog.isVisible())

    def change(dialog: MoveDialog) -> None:
        dialog.input.time.setTime(QTime(14, 30))
        act(dialog)

    asked = answering(monkeypatch, Answer.Cancel)
    for each in (act, change):
        moving(each)
        action(page.next.menu(), "Move to another time…").trigger()

    assert stood == [False, True]
    assert asked == [NOT_SAVED]
    assert [s.start for s in editor.journal.sessions.between()] == [at("2026-04-07 10:00")]


def test_date_and_time_are_read_whole_on_every_day_with_and_without_an_error(
    dressed: QApplication, qtbot: QtBot, clock: FixedClock
) -> None:
    session = planned("2026-04-07 10:00")
    surroundings = Surroundings((session,), clock, DAY_STARTS_AT, lambda: Stamp(clock.now(), uuid7))
    dialog = MoveDialog(None, session, surroundings)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
    dialog.show()
    cut: list[str] = []

    def look() -> None:
        dressed.processEvents()
        start = dialog.input
        heights = [each.height() < each.sizeHint().height() for each in (start.date, start.time)]
        widths = [each.width() < each.sizeHint().width() for each in start.findChildren(QLabel)]
        if any(heights + widths):
            cut.append(start.date.text())

    for day in range(366):
        dialog.input.date.setDate(QDate(2026, 1, 1).addDays(day))
        look()
    dialog.input.date.setDate(QDate(2026, 1, 7))
    dialog.save.click()
    look()

    assert dialog.form.error("start") == "The start lies in the past."
    assert cut == []
