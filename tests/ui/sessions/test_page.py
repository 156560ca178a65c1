"""The Sessions page over a real journal: add, plan, change, mark, delete, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.domain.edit import Edit
from journal.domain.session import SessionState, Treatment, TreatmentSession
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.tasks import ImmediateTaskRunner
from tests.ui.sessions.conftest import (
    BERLIN,
    FixedClock,
    MakePage,
    at,
    effect,
    planned,
    session,
)


def answering(act: Callable[[SessionDialog], object]) -> None:
    """Do something in the dialog that is about to open."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SessionDialog)
        act(dialog)
        dialog.done(0)

    QTimer.singleShot(0, answer)


def save(dialog: SessionDialog) -> None:
    dialog.save.click()


def kept(editor: JournalEditor) -> tuple[TreatmentSession, ...]:
    return editor.journal.sessions.between()


def shown(widget: QWidget) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.text()]


def test_an_empty_journal_says_what_to_do(page_with: MakePage) -> None:
    page = page_with()
    assert not page.table.isVisible()
    assert any("Add a session once you have had it" in text for text in shown(page))


def test_add_puts_a_session_into_the_journal(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()

    def fill(dialog: SessionDialog) -> None:
        dialog.fields.dose.amount.setText("35")
        save(dialog)

    answering(fill)
    page.add.click()

    (one,) = kept(editor)
    assert one.start == at("2026-03-10 21:10")
    assert one.created_at == one.changed_at == editor.clock.now()
    assert page.table.isVisible()
    assert "1 session  ·  today" in shown(page)


def test_a_new_session_is_marked_in_the_table(page_with: MakePage) -> None:
    page = page_with(session("2026-02-10 10:05"))
    answering(save)
    page.add.click()
    assert page.table.current is not None
    assert page.table.current.session.start == at("2026-03-10 21:10")


def test_thinking_better_of_it_keeps_nothing(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()
    answering(SessionDialog.reject)
    page.add.click()
    assert kept(editor) == ()


def test_plan_shows_the_next_session(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(session("2026-03-10 09:40"))
    answering(save)
    page.plan.click()

    assert [s.state for s in kept(editor)] == [SessionState.DONE, SessionState.PLANNED]
    assert "Next: Tuesday, 17 March, 09:40" in shown(page.next)
    assert "IV ketamine · Riverside Clinic · in 7 days" in shown(page.next)


def test_change_keeps_identifier_and_making(page_with: MakePage, editor: JournalEditor) -> None:
    stored = session("2026-02-10 10:05")
    page = page_with(stored)

    def note(dialog: SessionDialog) -> None:
        dialog.fields.note.setPlainText("Slept on the way home.")
        save(dialog)

    page.table.select_place(0)
    answering(note)
    page.table.change_requested.emit(stored.id)

    (one,) = kept(editor)
    assert one == replace(stored, note="Slept on the way home.", changed_at=editor.clock.now())


def test_saving_without_a_change_is_no_step_to_undo(
    page_with: MakePage, editor: JournalEditor
) -> None:
    stored = session("2026-02-10 10:05")
    page = page_with(stored)
    answering(save)
    page.table.change_requested.emit(stored.id)
    assert not editor.undo_stack.canUndo()


def test_mark_as_done_from_the_card(page_with: MakePage, editor: JournalEditor) -> None:
    plan = planned("2026-03-10 09:40")
    page = page_with(session("2026-02-10 10:05"), plan)
    assert "Planned for Tuesday, 10 March, 09:40" in shown(page.passed)

    answering(save)
    page.passed.done.click()

    done = kept(editor)[-1]
    assert (done.id, done.state, done.minutes) == (plan.id, SessionState.DONE, 40)
    assert not page.passed.isVisible()


def test_marking_a_session_ahead_as_done_is_refused_at_its_start(
    page_with: MakePage, editor: JournalEditor
) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    told: list[str] = []

    def try_it(dialog: SessionDialog) -> None:
        save(dialog)
        told.append(dialog.form.error("start"))

    answering(try_it)
    page.next.done.click()

    assert told == ["The start lies in the future."]
    assert kept(editor)[0].state is SessionState.PLANNED


def test_a_passed_plan_did_not_take_place(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(planned("2026-03-10 09:40"), planned("2026-04-07 10:00"))
    assert page.next.isVisible()

    page.passed.not_done.click()

    assert [s.state for s in kept(editor)] == [
        SessionState.DID_NOT_TAKE_PLACE,
        SessionState.PLANNED,
    ]
    assert not page.passed.isVisible()


def test_the_menu_cancels_a_plan(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(planned("2026-04-07 10:00"))
    menu = page.table.menu_of(page.model.rows[0])
    next(action for action in menu.actions() if action.text() == "Cancelled").trigger()
    assert kept(editor)[0].state is SessionState.CANCELLED


def test_the_menu_of_a_done_session_offers_change_and_delete(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"))
    actions = page.table.menu_of(page.model.rows[0]).actions()
    texts = [action.text() for action in actions if not action.isSeparator()]
    assert texts == ["Change…", "Delete", "Sort by"]


def test_delete_unties_side_effects_and_undo_brings_all_back(
    page_with: MakePage, editor: JournalEditor
) -> None:
    one = session("2026-03-10 09:40")
    nausea = effect(one, "nausea")
    page = page_with(one, nausea)

    page.table.removal_requested.emit(one.id)
    assert kept(editor) == ()
    assert [e.session_id for e in editor.journal.side_effects.between()] == [None]

    editor.undo()
    assert kept(editor) == (one,)
    assert editor.journal.side_effects.between() == (nausea,)
    assert page.model.rowCount() == 1


def test_after_a_deletion_the_mark_is_on_the_row_in_its_place(page_with: MakePage) -> None:
    first, second, third = (session(f"2026-01-{day} 09:40") for day in (6 + 10, 13 + 10, 30))
    page = page_with(first, second, third)
    page.table.select(second.id)

    page.table.removal_requested.emit(second.id)

    assert page.table.current is not None
    assert page.table.current.session == first


def test_daily_use_says_whom_to_ask_about_driving(page_with: MakePage) -> None:
    first = date(2026, 2, 27)
    days = [first + timedelta(n) for n in range(10)]
    page = page_with(*(session(f"{day} 09:40", treatment=Treatment.LOZENGE) for day in days))
    assert any(text.startswith("You take ketamine most days.") for text in shown(page))


def test_without_daily_use_nothing_is_said_about_driving(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"))
    assert not any("drive" in text or "driving" in text for text in shown(page))


def test_the_page_fills_itself_once_the_journal_is_open(
    clock: FixedClock, tmp_path: Path, qtbot: QtBot
) -> None:
    store = JournalFile(tmp_path / "later.db", clock.now)
    journal = store.open(writer=True)
    journal.apply([Edit(None, session("2026-03-10 09:40"))])
    journal.close()
    editor = JournalEditor(store, ImmediateTaskRunner(), clock)
    page = SessionsPage(editor)
    qtbot.addWidget(page)
    assert page.model.rowCount() == 0

    editor.open()

    assert page.model.rowCount() == 1
    editor.close()


def test_the_demo_patient(editor: JournalEditor, qtbot: QtBot) -> None:
    journal = editor.journal
    journal.apply(demo_edits(editor.clock.now(), BERLIN, journal.scales.all(), journal.settings()))
    page = SessionsPage(editor)
    qtbot.addWidget(page)
    page.show()

    assert "12 sessions since 30 September 2025  ·  last one today" in shown(page)
    assert "Next: Tuesday, 7 April, 10:00" in shown(page.next)
    assert page.model.rowCount() == 15


@pytest.mark.parametrize("button", ["add", "plan"])
def test_a_session_entered_twice_stands_twice(
    page_with: MakePage, editor: JournalEditor, button: str
) -> None:
    page = page_with()
    for _time in range(2):
        answering(save)
        getattr(page, button).click()
    assert len({one.id for one in kept(editor)}) == 2


def test_undo_and_redo_of_an_added_session(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with()
    answering(save)
    page.add.click()
    added = kept(editor)

    editor.undo()
    assert kept(editor) == ()
    editor.redo()
    assert kept(editor) == added


def test_time_goes_by_and_the_next_session_becomes_a_passed_one(
    page_with: MakePage, clock: FixedClock
) -> None:
    page = page_with(planned("2026-03-11 10:00"))
    assert page.next.isVisible()

    page.hide()
    clock.instant = datetime(2026, 3, 11, 12, tzinfo=UTC)
    page.show()

    assert page.passed.isVisible()
    assert not page.next.isVisible()


@pytest.mark.parametrize(("width", "below"), [(1032, False), (692, True)])
def test_the_buttons_leave_room_for_what_is_told(
    page_with: MakePage, width: int, below: bool
) -> None:
    page = page_with(session("2026-03-10 09:40"))
    page.resize(width, 560)
    QApplication.processEvents()
    state = next(each for each in page.findChildren(QLabel) if "1 session" in each.text())

    assert (page.add.y() > state.geometry().bottom()) is below
