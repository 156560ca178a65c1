"""The card of what is taken as needed: it shows a day, and hands over what is tapped."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.medication import AsNeeded, as_needed
from journal.ui.medicines.as_needed_card import AsNeededCard
from tests.domain.medicines import medicine, taken
from tests.ui.medicines.conftest import TODAY

ONE = medicine(date(2026, 2, 1), None, "Lorazepam", "1 mg", as_needed=True)
DOSE = taken(ONE, TODAY, 14)


@pytest.fixture
def card(qtbot: QtBot) -> AsNeededCard:
    shown = AsNeededCard()
    qtbot.addWidget(shown)
    return shown


def buttons(card: AsNeededCard) -> dict[str, QPushButton]:
    return {b.accessibleName(): b for b in card.findChildren(QPushButton)}


def test_a_day_without_such_medicines_has_no_card(card: AsNeededCard) -> None:
    card.show_as_needed(AsNeeded())
    assert not card.isVisible()


def test_a_tap_hands_over_the_medicine(card: AsNeededCard, qtbot: QtBot) -> None:
    card.show_as_needed(as_needed([ONE], (), TODAY))
    assert card.isVisible()
    with qtbot.waitSignal(card.taken) as announced:
        buttons(card)["Took one now: Lorazepam 1 mg, mornings"].click()
    assert announced.args == [ONE.id]


def test_the_days_doses_are_listed_and_can_be_removed(card: AsNeededCard, qtbot: QtBot) -> None:
    card.show_as_needed(as_needed([ONE], [DOSE], TODAY))
    assert "14:00 · Lorazepam · 1 mg" in [text.text() for text in card.findChildren(QLabel)]
    with qtbot.waitSignal(card.removed) as announced:
        buttons(card)["Remove the dose of 14:00 · Lorazepam · 1 mg"].click()
    assert announced.args == [DOSE]


def test_a_dose_of_a_medicine_stopped_since_still_shows(card: AsNeededCard) -> None:
    stopped = medicine(date(2026, 1, 1), TODAY, "Lorazepam", "1 mg", as_needed=True)
    day = AsNeeded((), as_needed([stopped], [taken(stopped, TODAY)], TODAY).taken)
    card.show_as_needed(day)
    assert card.isVisible()
