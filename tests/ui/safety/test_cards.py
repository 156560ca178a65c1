"""Which findings have a card: those new since the page turned to its day, until closed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from journal.catalogue import numbers_for
from journal.domain.safety import Finding, FindingKind
from journal.domain.vitals import Vitals
from journal.ui.safety.cards import SafetyCards
from journal.wording.safety import Numbers

NUMBERS = Numbers(numbers_for("GB"))
DAY = date(2026, 3, 10)
PAIN = Finding(FindingKind.URGENT, DAY, UUID(int=2), ("chest-pain",))
CRAVING = Finding(FindingKind.CRAVING, DAY, effects=("craving",))
LOWER = Finding(FindingKind.LOWER, DAY)


@pytest.fixture
def cards(qtbot: QtBot) -> SafetyCards:
    cards = SafetyCards()
    qtbot.addWidget(cards)
    return cards


def kinds(cards: SafetyCards) -> list[FindingKind]:
    return [kind for kind, *_about in cards.cards]


def test_without_findings_it_takes_no_room(cards: SafetyCards) -> None:
    cards.show_findings((), NUMBERS)
    assert not cards.isVisible()


def test_a_new_finding_gets_a_card(cards: SafetyCards) -> None:
    cards.turn_to(())
    cards.show_findings((PAIN, CRAVING), NUMBERS)
    assert cards.isVisible()
    assert kinds(cards) == [FindingKind.URGENT, FindingKind.CRAVING]


def test_what_was_there_when_the_page_turned_gets_none(cards: SafetyCards) -> None:
    cards.turn_to((CRAVING,))
    cards.show_findings((PAIN, CRAVING), NUMBERS)
    assert kinds(cards) == [FindingKind.URGENT]


def test_lower_weeks_are_shown_though_nothing_was_entered(cards: SafetyCards) -> None:
    cards.turn_to((LOWER,))
    cards.show_findings((LOWER,), NUMBERS)
    assert kinds(cards) == [FindingKind.LOWER]


def test_an_answer_is_told_with_its_finding_and_shown_on_the_same_card(
    cards: SafetyCards, qtbot: QtBot
) -> None:
    cards.show_findings((PAIN,), NUMBERS)
    (card,) = cards.cards.values()
    assert card.answers is not None
    with qtbot.waitSignal(cards.answered) as answered:
        card.answers.buttons[0].click()
    assert answered.args == [PAIN, "yes"]
    cards.show_findings((replace(PAIN, answer="yes"),), NUMBERS)
    assert list(cards.cards.values()) == [card]
    assert card.sentence.text() == "Call 999."


def test_a_closed_card_stays_closed(cards: SafetyCards) -> None:
    cards.show_findings((CRAVING, PAIN), NUMBERS)
    next(iter(cards.cards.values())).close_link.click()
    cards.show_findings((CRAVING, PAIN), NUMBERS)
    assert kinds(cards) == [FindingKind.URGENT]


def test_a_corrected_slip_takes_its_card_away(cards: SafetyCards) -> None:
    cards.show_findings((PAIN,), NUMBERS)
    cards.show_findings((), NUMBERS)
    assert cards.cards == {}
    assert not cards.isVisible()


def test_entered_again_it_has_its_card_again(cards: SafetyCards) -> None:
    cards.turn_to((CRAVING,))
    cards.show_findings((), NUMBERS)
    cards.show_findings((CRAVING,), NUMBERS)
    assert kinds(cards) == [FindingKind.CRAVING]


def test_another_day_begins_without_cards(cards: SafetyCards) -> None:
    cards.show_findings((PAIN,), NUMBERS)
    cards.turn_to(())
    assert cards.cards == {}


def test_help_is_asked_for_through_it(cards: SafetyCards, qtbot: QtBot) -> None:
    cards.show_findings((replace(PAIN, answer="yes"),), NUMBERS)
    (card,) = cards.cards.values()
    with qtbot.waitSignal(cards.help_requested):
        card.help.click()


def test_another_reading_of_the_same_session_has_a_card_of_its_own(cards: SafetyCards) -> None:
    first = Finding(FindingKind.BLOOD_PRESSURE, DAY, UUID(int=3), reading=Vitals(40, 185, 110))
    second = replace(first, reading=Vitals(60, 190, 112))
    cards.turn_to((first,))
    cards.show_findings((second,), NUMBERS)
    (card,) = cards.cards.values()
    assert card.sentence.text().startswith("190/112 is very high.")


def test_a_screen_reader_is_told_of_a_new_card(
    cards: SafetyCards, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    cards.show_findings((CRAVING,), NUMBERS)
    cards.show_findings((CRAVING,), NUMBERS)
    assert told == ["Craving Please tell your clinic."]
