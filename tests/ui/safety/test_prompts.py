"""The one prompt of an evening: the bladder check, "Were you tired?", a questionnaire."""

from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from journal.domain.prompts import Prompt, PromptKind
from journal.domain.safety import BLADDER_EFFECTS
from journal.domain.safety_answer import SafetyQuestion
from journal.ui.safety.prompts import (
    BladderCheck,
    PromptCard,
    PromptPlace,
    QuestionnaireDue,
    TiredQuestion,
)

C = TypeVar("C", bound=PromptCard)

TIRED = Prompt(PromptKind.TIRED)
BLADDER = Prompt(PromptKind.BLADDER)
PHQ_9 = Prompt(PromptKind.QUESTIONNAIRE, "phq-9")


@pytest.fixture
def place(qtbot: QtBot) -> PromptPlace:
    place = PromptPlace()
    qtbot.addWidget(place)
    return place


def card(place: PromptPlace, prompt: Prompt, kind: type[C]) -> C:
    place.show_prompt(prompt, "PHQ-9")
    assert isinstance(place.card, kind)
    return place.card


def test_no_prompt_takes_no_room(place: PromptPlace) -> None:
    place.show_prompt(None)
    assert not place.isVisible()


def test_the_bladder_check_offers_what_the_catalogue_has(place: PromptPlace) -> None:
    check = card(place, BLADDER, BladderCheck)
    assert place.isVisible()
    assert tuple(check.chips) == BLADDER_EFFECTS
    assert check.chips["flank-pain"].text() == "Pain in the side or lower back"


def test_what_is_ticked_is_answered(place: PromptPlace, qtbot: QtBot) -> None:
    check = card(place, BLADDER, BladderCheck)
    assert not check.save.isEnabled()
    check.chips["flank-pain"].click()
    check.chips["urinary-pain"].click()
    with qtbot.waitSignal(place.answered) as answered:
        check.save.click()
    assert answered.args == [SafetyQuestion.BLADDER, ("urinary-pain", "flank-pain")]


def test_none_of_these_is_an_answer(place: PromptPlace, qtbot: QtBot) -> None:
    check = card(place, BLADDER, BladderCheck)
    with qtbot.waitSignal(place.answered) as answered:
        check.none.click()
    assert answered.args == [SafetyQuestion.BLADDER, ()]


def test_none_and_something_cannot_both_be_true(place: PromptPlace) -> None:
    check = card(place, BLADDER, BladderCheck)
    check.chips["nights-up"].click()
    assert not check.none.isEnabled()
    check.chips["nights-up"].click()
    assert check.none.isEnabled()
    assert not check.save.isEnabled()


@pytest.mark.parametrize(("button", "code"), [(0, "yes"), (1, "no")])
def test_were_you_tired(place: PromptPlace, qtbot: QtBot, button: int, code: str) -> None:
    question = card(place, TIRED, TiredQuestion)
    with qtbot.waitSignal(place.answered) as answered:
        question.answers.buttons[button].click()
    assert answered.args == [SafetyQuestion.TIRED, (code,)]


def test_a_questionnaire_is_named_and_opened(place: PromptPlace, qtbot: QtBot) -> None:
    due = card(place, PHQ_9, QuestionnaireDue)
    with qtbot.waitSignal(place.questionnaire_requested) as requested:
        due.start.click()
    assert requested.args == ["phq-9"]


@pytest.mark.parametrize("prompt", [TIRED, BLADDER, PHQ_9])
def test_every_prompt_can_wait(place: PromptPlace, qtbot: QtBot, prompt: Prompt) -> None:
    asked = card(place, prompt, PromptCard)
    with qtbot.waitSignal(place.put_off) as put_off:
        asked.not_now.click()
    assert put_off.args == [prompt.kind]


def test_the_same_prompt_keeps_what_is_ticked(place: PromptPlace) -> None:
    check = card(place, BLADDER, BladderCheck)
    check.chips["nights-up"].click()
    assert card(place, Prompt(PromptKind.BLADDER), BladderCheck).ticked == ("nights-up",)


def test_it_goes_when_it_is_over(place: PromptPlace) -> None:
    card(place, TIRED, TiredQuestion)
    place.show_prompt(None)
    assert place.card is None
    assert not place.isVisible()
