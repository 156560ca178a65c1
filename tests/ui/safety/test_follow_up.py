"""One finding on a card: asked, answered, and said what to do."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.catalogue import numbers_for
from journal.domain.profile import Contact
from journal.domain.safety import Finding, FindingKind
from journal.ui.safety.follow_up import FollowUp
from journal.wording.safety import Numbers

NUMBERS = Numbers(numbers_for("GB"), Contact("Riverside Clinic", "555 0100"))
DAY = date(2026, 3, 10)
THOUGHTS = Finding(FindingKind.SELF_HARM, DAY, UUID(int=1))
PAIN = Finding(FindingKind.URGENT, DAY, UUID(int=2), ("chest-pain",))
CRAVING = Finding(FindingKind.CRAVING, DAY, effects=("craving",))


def shown(qtbot: QtBot, finding: Finding, *, in_help: bool = False) -> FollowUp:
    card = FollowUp(finding, NUMBERS, in_help=in_help)
    qtbot.addWidget(card)
    with qtbot.waitExposed(card):
        card.show()
    return card


def test_it_asks_and_says_nothing_yet(qtbot: QtBot) -> None:
    card = shown(qtbot, THOUGHTS)
    assert "Can you keep yourself safe tonight?" in card.question.text()
    assert not card.sentence.isVisible()
    assert not card.help.isVisible()


@pytest.mark.parametrize(("button", "code"), [(0, "yes"), (1, "not-sure"), (2, "no")])
def test_a_click_answers(qtbot: QtBot, button: int, code: str) -> None:
    card = shown(qtbot, THOUGHTS)
    assert card.answers is not None
    with qtbot.waitSignal(card.answered) as answered:
        QTest.mouseClick(card.answers.buttons[button], Qt.MouseButton.LeftButton)
    assert answered.args == [code]


def test_the_keyboard_alone_answers(qtbot: QtBot) -> None:
    card = shown(qtbot, THOUGHTS)
    card.activateWindow()
    card.take_focus()
    assert card.answers is not None
    qtbot.waitUntil(card.answers.has_focus)
    window = card.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Right)
    with qtbot.waitSignal(card.answered) as answered:
        QTest.keyClick(window, Qt.Key.Key_Space)
    assert answered.args == ["not-sure"]


def test_a_screen_reader_hears_the_question_with_each_answer(qtbot: QtBot) -> None:
    card = shown(qtbot, PAIN)
    assert card.answers is not None
    names = [button.accessibleName() for button in card.answers.buttons]
    assert names == ["Is it happening now?: Yes", "Is it happening now?: No"]


@pytest.mark.parametrize(("answer", "offers_help"), [("yes", False), ("not-sure", True)])
def test_the_answer_is_followed_by_its_sentence(
    qtbot: QtBot, answer: str, offers_help: bool
) -> None:
    card = shown(qtbot, THOUGHTS)
    card.show_finding(replace(THOUGHTS, answer=answer), NUMBERS)
    assert card.sentence.isVisible()
    assert card.help.isVisible() is offers_help


def test_it_goes_on_to_the_numbers(qtbot: QtBot) -> None:
    card = shown(qtbot, replace(THOUGHTS, answer="no"))
    with qtbot.waitSignal(card.help_requested):
        card.help.click()


def test_a_changed_answer_changes_the_sentence(qtbot: QtBot) -> None:
    card = shown(qtbot, replace(PAIN, answer="yes"))
    assert card.sentence.text() == "Call 999."
    card.show_finding(replace(PAIN, answer="no"), NUMBERS)
    assert card.sentence.text() == "Call your clinic today; if it returns, 999."
    card.show_finding(PAIN, NUMBERS)
    assert not card.sentence.isVisible()


def test_more_than_last_time_is_said_before_any_answer(qtbot: QtBot) -> None:
    card = shown(qtbot, replace(THOUGHTS, more_than=date(2026, 2, 24)))
    assert "This is more than on 24 February 2026." in card.addition.text()
    assert card.addition.isVisible()


def test_what_has_no_question_is_said_at_once(qtbot: QtBot) -> None:
    card = shown(qtbot, CRAVING)
    assert card.answers is None
    assert not card.question.isVisible()
    assert card.heading.text() == "Craving"
    assert card.sentence.text() == "Please tell your clinic: 555 0100."


def test_a_sentence_can_be_copied_by_keyboard(qtbot: QtBot) -> None:
    card = shown(qtbot, CRAVING)
    card.activateWindow()
    card.close_link.setFocus()
    qtbot.waitUntil(card.close_link.hasFocus)
    QTest.keyClick(card.close_link, Qt.Key.Key_Backtab)
    assert card.sentence.hasFocus()
    assert card.sentence.selectedText() == "Please tell your clinic: 555 0100."


def test_it_can_be_closed(qtbot: QtBot) -> None:
    card = shown(qtbot, CRAVING)
    with qtbot.waitSignal(card.closed):
        card.close_link.click()


def test_in_the_help_window_it_says_what_and_when(qtbot: QtBot) -> None:
    """And does not offer the window it stands in."""
    card = shown(qtbot, replace(THOUGHTS, answer="no"), in_help=True)
    assert card.heading.text() == "Thoughts of self-harm (PHQ-9 item 9), 10 Mar"
    assert not card.help.isVisible()
