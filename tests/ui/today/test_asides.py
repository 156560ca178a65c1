"""What stands beside a day's entries: first steps, one prompt, findings, doses, the dot."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.profile import TreatedFor
from journal.paths import Places
from journal.storage.store import JournalFile
from journal.ui.safety.prompts import BladderCheck, QuestionnaireDue, TiredQuestion
from journal.ui.today.asides import Asides
from tests.domain.diary import Diary
from tests.domain.safety_diary import SafetyDiary
from tests.ui.driver import Driver
from tests.ui.twins import HeldTasks


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
    asides.first_start.skip_all.click()
    card = asides.prompt.card
    assert card is not None
    card.not_now.click()
    assert asides.prompt.card is None
    person.page.refresh()
    assert asides.prompt.card is None


def test_nothing_is_offered_beside_the_first_steps(person: Driver, asides: Asides) -> None:
    person.type("7")
    asides.first_start.next.click()
    assert asides.first_start.isVisible()
    assert asides.prompt.card is None


def test_a_journal_begun_without_the_first_steps_is_offered_them_all_the_same(
    opening: Driver, held_tasks: HeldTasks, own_places: Places, qtbot: QtBot
) -> None:
    journal = JournalFile(own_places.journal, opening.clock.now).open(writer=True)
    journal.apply([Edit(None, Diary().score(date(2026, 3, 9), 7))])
    journal.close()
    held_tasks.let_go()
    qtbot.waitUntil(lambda: bool(opening.window.findChildren(Asides)))
    held_tasks.let_go()
    (asides,) = opening.window.findChildren(Asides)
    assert not asides.first_start.isVisible()
    assert isinstance(asides.prompt.card, QuestionnaireDue)


def test_the_offer_opens_the_questionnaire(person: Driver, asides: Asides) -> None:
    settle(person)
    asides.prompt.questionnaire_requested.emit("phq-9")
    assert person.window.current == "questionnaires"


def texts(inside: QWidget) -> list[str]:
    return [label.text() for label in inside.findChildren(QLabel) if label.text()]


def test_two_days_of_higher_mood_and_little_sleep_are_asked_about(
    person: Driver, asides: Asides
) -> None:
    asides.first_start.skip_all.click()
    diary = SafetyDiary()
    for day in (date(2026, 3, 9), date(2026, 3, 10)):
        diary.elevated(day, 6, slept=4)
    person.keep(*diary.check_ins, *diary.days)
    card = asides.prompt.card
    assert isinstance(card, TiredQuestion)
    assert "Were you tired?" in texts(card)

    card.answers.buttons[1].click()

    (found,) = asides.findings.cards.values()
    assert texts(found) == [
        "Two days with higher mood than usual and little need for sleep. "
        "Please tell your clinic before your next session, today if you can."
    ]
    assert person.window._help.has_dot


def test_the_bladder_check_is_followed_by_what_to_do(person: Driver, asides: Asides) -> None:
    asides.first_start.skip_all.click()
    person.clock.forward(days=8)
    person.page.look_at_clock()
    card = asides.prompt.card
    assert isinstance(card, BladderCheck)
    card.chips["blood-in-urine"].click()
    card.save.click()

    (found,) = asides.findings.cards.values()
    assert texts(found) == ["Blood in urine", "Please tell your clinic."]
    assert person.window._help.has_dot


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
