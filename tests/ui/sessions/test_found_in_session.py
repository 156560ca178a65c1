"""What is found in a session is said where it was entered, also to somebody who saves at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from journal.domain.session import TreatmentSession
from journal.domain.vitals import BEFORE, Vitals
from journal.ui.journal_editor import JournalEditor
from journal.ui.safety.follow_up import FollowUp
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from tests.ui.sessions.conftest import (
    FixedClock,
    MakePage,
    Open,
    chip,
    chip_of,
    planned,
    row_at,
    session,
    type_into,
)

NINE_FORTY = "2026-03-10 09:40"


def changing(
    page: SessionsPage, one: TreatmentSession, act: Callable[[SessionDialog], object]
) -> None:
    """Open the form of a session, do something in it, and save."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SessionDialog)
        try:
            act(dialog)
            if dialog.isVisible():
                dialog.save.click()
        finally:
            dialog.done(0)

    QTimer.singleShot(0, answer)
    page.table.change_requested.emit(one.id)


def type_and_press_enter(pressure: str, when: str = "40 min") -> Callable[[SessionDialog], object]:
    """Type a blood pressure and save with Enter, without a look at what is said about it."""

    def act(dialog: SessionDialog) -> None:
        dialog.form.section("vitals").open()
        row_at(dialog, when).systolic.setFocus()
        type_into(dialog, pressure)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    return act


def cards(page: SessionsPage) -> list[FollowUp]:
    return list(page.findings.cards.values())


def test_a_very_high_pressure_is_said_though_the_form_is_closed(page_with: MakePage) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)
    changing(page, one, type_and_press_enter("185/110"))
    (card,) = cards(page)
    assert card.isVisible()
    assert card.sentence.text().startswith("185/110 is very high. Rest 5 minutes, measure again.")


def test_measured_again_and_lower_the_card_goes(page_with: MakePage) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)
    changing(page, one, type_and_press_enter("185/110"))

    def lower(dialog: SessionDialog) -> None:
        dialog.form.section("vitals").open()
        chip_of(dialog.fields.vitals, "+ 60 min").click()
        type_into(dialog, "150/90")

    changing(page, one, lower)
    assert cards(page) == []


def test_it_is_said_once(page_with: MakePage) -> None:
    one = replace(session(NINE_FORTY), vitals=(Vitals(40, 185, 110),))
    page = page_with(one)
    assert cards(page) == []
    changing(page, one, lambda dialog: dialog.fields.note.setPlainText("A calm room."))
    assert cards(page) == []


def test_who_comes_back_to_the_page_has_only_the_dot(page_with: MakePage) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)
    changing(page, one, type_and_press_enter("185/110"))
    page.hide()
    page.show()
    assert cards(page) == []


def test_undo_takes_the_card_away(page_with: MakePage, editor: JournalEditor) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)
    changing(page, one, type_and_press_enter("185/110"))
    editor.undo()
    assert cards(page) == []


def test_before_a_planned_session_it_says_whom_to_tell(
    page_with: MakePage, clock: FixedClock
) -> None:
    clock.instant = datetime(2026, 3, 10, 8, 30, tzinfo=UTC)
    one = planned("2026-03-10 10:00")
    page = page_with(one)
    changing(page, one, type_and_press_enter("150/95", when="before"))
    (card,) = cards(page)
    assert card.sentence.text() == "Tell the person giving the treatment before it starts."


def test_a_day_later_nobody_has_to_be_told_before(page_with: MakePage) -> None:
    one = session("2026-03-09 09:40")
    page = page_with(one)
    changing(page, one, type_and_press_enter("150/95", when="before"))
    assert cards(page) == []
    (kept,) = page._sessions
    assert kept.vitals == (Vitals(BEFORE, 150, 95),)


def test_chest_pain_is_asked_about_and_answered_there(
    page_with: MakePage, editor: JournalEditor, qtbot: QtBot
) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)

    def pain(dialog: SessionDialog) -> None:
        dialog.fields.effects.card.added.emit("chest-pain")

    changing(page, one, pain)
    (card,) = cards(page)
    assert card.question.text() == "Is it happening now?"
    assert card.answers is not None
    card.answers.buttons[0].click()
    (given,) = editor.journal.safety_answers.between()
    assert given.answers == ("yes",)
    assert card.sentence.text() == "Call 112."
    with qtbot.waitSignal(page.help_requested):
        card.help.click()


def test_a_usual_effect_raises_nothing(page_with: MakePage) -> None:
    one = session(NINE_FORTY)
    page = page_with(one)
    changing(page, one, lambda dialog: chip(dialog, "Nausea").click())
    assert cards(page) == []


@pytest.fixture
def low_dialog(opened: Open) -> SessionDialog:
    """The form in a small window: what is said about a row is longer than the room below it."""
    one = session(NINE_FORTY)
    dialog = opened(one, one)
    dialog.resize(520, 420)
    dialog.form.section("vitals").open()
    return dialog


def test_what_is_said_about_a_reading_comes_into_sight(
    low_dialog: SessionDialog, qtbot: QtBot
) -> None:
    row = row_at(low_dialog, "40 min")
    row.systolic.setFocus()
    type_into(low_dialog, "185/110")
    QTest.keyClick(low_dialog.focusWidget(), Qt.Key.Key_Tab)
    QApplication.processEvents()  # only then what is said has its place
    (area,) = low_dialog.findChildren(QScrollArea)

    def is_in_sight() -> bool:
        place = row.finding.mapTo(area, row.finding.rect().bottomLeft())
        return row.finding.isVisible() and place.y() <= area.height()

    qtbot.waitUntil(is_in_sight)
    assert row.pulse.hasFocus()
