"""Asking a questionnaire: by keyboard alone, every answer saved, and what item 9 raises."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.profile import Contact
from journal.domain.safety_answer import SafetyQuestion
from tests.domain.responses import answered
from tests.ui.questionnaires.conftest import Keep, Person, Show

BACK = Qt.Key.Key_Backspace
NINE = "110101010"
EIGHT = "11010101"


def test_phq_9_is_filled_in_by_keyboard_alone(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(NINE + "1")
    person.press(Qt.Key.Key_Return)

    assert person.page.asking is None
    assert person.values() == dict(
        zip([*"123456789", "difficulty"], map(int, NINE + "1"), strict=True)
    )
    assert person.response().finished
    assert person.says("5 on 10 March 2026")


def test_a_digit_chooses_and_goes_on(person: Person) -> None:
    person.page.ask("phq-9")
    assert person.says("1 of 9")

    person.type("2")

    assert person.says("2 of 9")
    assert person.says("Feeling down, depressed, or hopeless")
    assert person.focused_name() == "Feeling down, depressed, or hopeless: 0, Not at all"


def test_every_answer_is_saved_at_once(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("2")

    (answer,) = person.response().answers
    assert (answer.item, answer.value, answer.left) == ("1", 2, True)


def test_arrows_move_and_space_chooses(person: Person) -> None:
    person.page.ask("phq-9")
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert person.responses() == ()

    person.press(Qt.Key.Key_Space)

    assert person.values() == {"1": 2}


def test_nothing_looks_chosen_before_the_person_chooses(person: Person) -> None:
    person.page.ask("phq-9")

    assert not any(
        button.isChecked() for button in person.asking.questions.boxes[0].findChildren(QPushButton)
    )


def test_a_digit_that_is_no_answer_is_told_at_the_question(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("4")

    assert person.says("Answers go from 0 to 3.")
    assert person.responses() == ()


def test_backspace_goes_back_and_the_answer_can_be_corrected(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("2")
    person.press(BACK)
    assert person.says("1 of 9")

    person.type("0")

    assert person.values() == {"1": 0}
    assert person.says("2 of 9")


def test_delete_takes_an_answer_back(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("2")
    person.press(BACK, Qt.Key.Key_Delete)

    assert person.values() == {}


def test_a_skipped_question_leaves_no_total(person: Person) -> None:
    person.page.ask("gad-7")
    person.type("11")
    person.click_on("Skip this question")
    person.type("1111")

    assert person.says("6 of 7 answered.")
    assert person.says("Without the rest there is no total.")
    assert not person.response().finished


def test_what_is_open_can_be_answered_from_the_end(person: Person) -> None:
    person.page.ask("gad-7")
    person.type("11")
    person.click_on("Skip this question")
    person.type("1111")
    person.click_on("Answer what is open")

    assert person.says("3 of 7")


def test_done_with_an_open_question_is_done(person: Person) -> None:
    person.page.ask("gad-7")
    person.type("11")
    person.click_on("Skip this question")
    person.type("1111")
    person.click_on("Done")

    assert person.response().finished
    assert person.page.asking is None


def test_the_end_names_the_total_calmly(person: Person) -> None:
    person.page.ask("gad-7")
    person.type("2222211")

    assert person.says("Your total is 12 of 21.")
    assert person.says("10 to 14 is called “moderate”. A total is not a diagnosis.")


def test_under_18_the_end_names_no_band(person: Person) -> None:
    settings = person.editor.journal.settings()
    young = replace(settings, birth_date=date(2009, 6, 1))
    person.editor.journal.apply([Edit(settings, young)])
    person.page.ask("gad-7")
    person.type("2222211")

    assert person.says("Adult thresholds not applied (age 16).")
    assert not person.says("moderate")


def test_the_notice_stands_on_the_page(person: Person) -> None:
    person.page.ask("phq-9")

    assert person.says("Copyright © Pfizer Inc. All rights reserved.")


def test_escape_leaves_and_the_part_is_kept(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("211")
    person.press(Qt.Key.Key_Escape)

    assert person.page.asking is None
    assert not person.response().finished
    assert person.says("begun, 3 of 9 answered")


def test_an_unfinished_one_goes_on_within_a_day(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("211")
    person.press(Qt.Key.Key_Escape)
    person.clock.forward(hours=24)
    person.page.ask("phq-9")

    assert person.says("4 of 9")
    person.type("1")
    assert len(person.response().answers) == 4


def test_afterwards_a_fresh_one_starts_and_the_part_is_kept(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("211")
    person.press(Qt.Key.Key_Escape)
    person.clock.forward(hours=24, seconds=1)
    person.page.ask("phq-9")
    person.type("1")

    assert sorted(len(response.answers) for response in person.responses()) == [1, 3]


def test_one_left_open_for_a_day_is_closed(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("211")
    person.clock.forward(hours=30)
    person.page.refresh()

    assert person.page.asking is None


def test_undo_takes_the_answer_back_and_shows_its_question(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("21")
    person.editor.undo()

    assert person.values() == {"1": 2}
    assert person.says("2 of 9")


def test_everything_undone_can_be_answered_anew(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("2")
    person.editor.undo()
    assert person.responses() == ()

    person.type("1")

    assert person.values() == {"1": 1}


# item 9


def test_under_item_9_stands_where_the_answer_stays(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT)

    assert person.says("Your answer stays on this computer. Nobody watches this journal.")


def test_item_9_above_zero_is_followed_by_one_question(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "1")

    assert person.says("Thank you for writing this down. Can you keep yourself safe tonight?")
    assert person.focused_name().endswith("Yes")


def test_item_9_at_zero_asks_nothing(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "0")

    assert not person.says("Can you keep yourself safe tonight?")
    assert person.says("One more question")


@pytest.mark.parametrize(("steps", "code"), [(0, "yes"), (1, "not-sure"), (2, "no")])
def test_the_answer_is_kept_about_the_response(person: Person, steps: int, code: str) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "2")
    person.press(*[Qt.Key.Key_Right] * steps, Qt.Key.Key_Space)

    (kept,) = person.safety_answers()
    assert kept.question is SafetyQuestion.SAFE_TONIGHT
    assert kept.answers == (code,)
    assert kept.about == person.response().id


def test_yes_names_the_clinic(person: Person) -> None:
    settings = person.editor.journal.settings()
    known = replace(settings, clinic=Contact("Riverside Clinic", "555 0100"))
    person.editor.journal.apply([Edit(settings, known)])
    person.page.ask("phq-9")
    person.type(EIGHT + "1")
    person.press(Qt.Key.Key_Space)

    assert person.says("Please mention this to your clinic: 555 0100.")


def test_no_names_whom_to_call_and_opens_help(person: Person, qtbot: QtBot) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "3")
    person.press(Qt.Key.Key_End, Qt.Key.Key_Space)

    assert person.says("Please talk to someone now: 988 Suicide and Crisis Lifeline 988")
    with qtbot.waitSignal(person.page.help_requested):
        person.press(Qt.Key.Key_Space)


def test_an_answer_can_be_changed(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "1")
    person.press(Qt.Key.Key_Space)
    person.click_on("No")

    assert [kept.answers for kept in person.safety_answers()] == [("no",)]


def test_nobody_has_to_answer_to_go_on(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "1")
    person.click_on("Go on")

    assert person.says("One more question")
    assert person.safety_answers() == ()


def test_a_corrected_slip_leaves_no_flag(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "2")
    person.press(Qt.Key.Key_Space)
    person.press(BACK)
    person.type("0")

    assert person.values()["9"] == 0
    assert person.safety_answers() == ()
    assert not person.says("Can you keep yourself safe tonight?")


def test_another_value_above_zero_keeps_what_was_answered(person: Person) -> None:
    person.page.ask("phq-9")
    person.type(EIGHT + "2")
    person.click_on("No")
    person.press(BACK)
    person.type("3")

    assert [kept.answers for kept in person.safety_answers()] == [("no",)]
    assert person.says("Please talk to someone now")


def test_higher_than_last_time_adds_a_sentence(show: Show, keep: Keep) -> None:
    keep(answered(date(2026, 2, 24), (1,) * 9, finished=True))
    person = show()
    person.page.ask("phq-9")
    person.type(EIGHT + "2")

    assert person.says("This is more than on 24 February 2026.")


def test_as_high_as_last_time_adds_none(show: Show, keep: Keep) -> None:
    keep(answered(date(2026, 2, 24), (2,) * 9, finished=True))
    person = show()
    person.page.ask("phq-9")
    person.type(EIGHT + "2")

    assert not person.says("This is more than")


# all on one page


@pytest.fixture
def on_one_page(person: Person) -> Person:
    person.page.ask("phq-9")
    person.click_on("All on one page")
    person.asking.take_focus()
    return person


def test_all_questions_stand_on_one_page(on_one_page: Person) -> None:
    shown = [box for box in on_one_page.asking.questions.boxes if box.isVisible()]

    assert len(shown) == 10
    assert on_one_page.says("0 of 9 answered")


def test_digits_go_down_the_page(on_one_page: Person) -> None:
    on_one_page.type("211")

    assert on_one_page.values() == {"1": 2, "2": 1, "3": 1}
    assert on_one_page.focused_name().startswith("Feeling tired or having little energy")
    assert on_one_page.says("3 of 9 answered")


def test_a_click_on_item_9_asks_nothing_until_the_question_is_left(on_one_page: Person) -> None:
    box = on_one_page.asking.questions.boxes[8]
    box.answers.buttons[2].setFocus()
    box.answers.buttons[2].click()
    assert not on_one_page.asking.safe_tonight.isVisible()
    assert not on_one_page.response().answers[0].left

    on_one_page.asking.questions.boxes[3].take_focus()

    assert on_one_page.asking.safe_tonight.isVisible()
    assert on_one_page.response().answers[0].left


def test_a_slip_that_is_corrected_before_leaving_asks_nothing(on_one_page: Person) -> None:
    box = on_one_page.asking.questions.boxes[8]
    for button in (box.answers.buttons[2], box.answers.buttons[0]):
        button.setFocus()
        button.click()
    on_one_page.asking.questions.boxes[3].take_focus()

    assert not on_one_page.asking.safe_tonight.isVisible()
    assert on_one_page.values() == {"9": 0}


def test_leaving_the_page_asks_before_it_closes(on_one_page: Person) -> None:
    box = on_one_page.asking.questions.boxes[8]
    box.answers.buttons[2].setFocus()
    box.answers.buttons[2].click()
    on_one_page.press(Qt.Key.Key_Escape)

    assert on_one_page.asking.safe_tonight.isVisible()
    on_one_page.press(Qt.Key.Key_Escape)
    assert on_one_page.page.asking is None


def test_finish_asks_before_it_ends(on_one_page: Person) -> None:
    on_one_page.type(EIGHT)
    box = on_one_page.asking.questions.boxes[8]
    box.answers.buttons[1].click()
    on_one_page.click_on("Finish")
    assert on_one_page.asking.safe_tonight.isVisible()

    on_one_page.click_on("Finish")

    assert on_one_page.says("Your total is 6 of 27.")
    assert on_one_page.response().finished


def test_the_way_is_kept_for_the_next_questionnaire(on_one_page: Person) -> None:
    on_one_page.press(Qt.Key.Key_Escape)
    on_one_page.page.ask("gad-7")

    assert on_one_page.says("0 of 7 answered")


def test_a_screen_reader_hears_question_answer_and_place(person: Person) -> None:
    person.page.ask("gad-7")
    focused = person.asking.questions.boxes[0].answers.buttons[0]
    interface = QAccessible.queryAccessibleInterface(focused)

    assert interface.text(QAccessible.Text.Name) == (
        "Feeling nervous, anxious, or on edge: 0, Not at all"
    )
    assert interface.text(QAccessible.Text.Description).startswith("1 of 7.")
