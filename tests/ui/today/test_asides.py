"""What stands beside a day's entries: first steps, one prompt, findings, doses, the dot."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.profile import TreatedFor
from journal.ui.today.asides import Asides
from tests.ui.driver import Driver


@pytest.fixture
def asides(person: Driver, qtbot: QtBot) -> Asides:
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Asides)))
    (found,) = person.window.findChildren(Asides)
    return found


def settle(person: Driver, **fields: object) -> None:
    """Change the journal's settings as another page would."""
    before = person.editor.journal.settings()
    after = replace(before, set_up=True, **fields)  # type: ignore[arg-type]
    person.editor.perform("", lambda _journal, _stamp: (Edit(before, after),))


def test_the_first_steps_stand_above_an_empty_journal_and_leave_the_keyboard(
    person: Driver, asides: Asides
) -> None:
    assert asides.first_start.isVisible()
    assert person.focused_name().startswith("Mood")


def test_they_can_be_skipped_at_once(person: Driver, asides: Asides) -> None:
    asides.first_start.skip_all.click()
    assert not asides.first_start.isVisible()
    assert person.editor.journal.settings().set_up


def test_chest_pain_asks_whether_it_is_happening_now_and_leaves_a_dot(
    person: Driver, asides: Asides
) -> None:
    person.effects.added.emit("chest-pain")
    (card,) = asides.findings.cards.values()
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Is it happening now?" in words
    assert person.window._help.has_dot


def test_no_settles_the_dot(person: Driver, asides: Asides) -> None:
    person.effects.added.emit("chest-pain")
    (card,) = asides.findings.cards.values()
    card.answered.emit("no")
    assert not person.window._help.has_dot


def test_an_effect_taken_back_leaves_nothing(person: Driver, asides: Asides) -> None:
    person.effects.added.emit("chest-pain")
    person.editor.undo()
    assert asides.findings.cards == {}
    assert not person.window._help.has_dot


def test_a_due_questionnaire_is_offered_once_and_not_now_holds(
    person: Driver, asides: Asides
) -> None:
    settle(person)
    card = asides.prompt.card
    assert card is not None
    card.not_now.click()
    assert asides.prompt.card is None
    person.page.refresh()
    assert asides.prompt.card is None


def test_the_offer_opens_the_questionnaire(person: Driver, asides: Asides) -> None:
    settle(person)
    asides.prompt.questionnaire_requested.emit("phq-9")
    assert person.window.current == "questionnaires"


def test_the_evening_line_is_there_only_where_it_was_switched_on(
    person: Driver, asides: Asides
) -> None:
    before = asides.thoughts.isVisible()
    settle(person, evening_question=True)
    assert not before
    assert asides.thoughts.isVisible()


def test_where_bipolar_is_treated_a_higher_mood_is_not_called_good(person: Driver) -> None:
    settle(person, treated_for=frozenset({TreatedFor.BIPOLAR}))
    ends = [label.text() for label in person.page.check_in.findChildren(QLabel)]
    assert "very good" not in ends
    assert "high" in ends
