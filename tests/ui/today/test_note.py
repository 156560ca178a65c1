"""A note saves itself, is private unless ticked, and is one step to undo."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.driver import Driver


def write(person: Driver, text: str) -> None:
    person.note.note.setFocus()
    person.type(text)


def after_a_second(person: Driver) -> None:
    """What the note does a second after the last key, without waiting for it."""
    person.note._timer.timeout.emit()


def note(person: Driver) -> str | None:
    return next((c.note for c in person.check_ins()), None)


def test_a_note_is_saved_a_second_after_the_last_key(person: Driver, qtbot: QtBot) -> None:
    write(person, "Slept.")
    at_once = note(person)
    qtbot.waitUntil(lambda: note(person) == "Slept.", timeout=3000)

    assert at_once is None
    assert person.note._timer.interval() == 1000
    assert person.saved_words() == "Saved 21:14"


def test_saved_is_not_said_while_something_is_not(person: Driver) -> None:
    person.type("7")
    write(person, "S")

    assert person.saved_words() == ""


def test_leaving_the_note_saves_it(person: Driver) -> None:
    write(person, "Slept.")
    person.press(Qt.Key.Key_Tab)

    assert note(person) == "Slept."


def test_leaving_the_day_saves_it_to_that_day(person: Driver) -> None:
    write(person, "Slept.")
    person.click(person.page.header.back)

    assert note(person) == "Slept."
    assert person.note.note.toPlainText() == ""


def test_leaving_the_page_saves_it(person: Driver) -> None:
    write(person, "Slept.")
    person.window.show_page("settings")

    assert note(person) == "Slept."


def test_a_note_belongs_to_the_check_in_of_the_hour(person: Driver) -> None:
    person.type("7")
    write(person, "Slept.")
    after_a_second(person)

    (check_in,) = person.check_ins()
    assert (check_in.value("mood"), check_in.note) == (7, "Slept.")


def test_a_note_begun_within_the_hour_is_not_split_by_its_end(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    person.clock.forward(minutes=59, seconds=59)
    person.type(" Well.")
    person.clock.forward(seconds=2)
    after_a_second(person)

    assert [c.note for c in person.check_ins()] == ["Slept. Well."]


def test_the_same_at_the_moment_the_page_notices(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    person.clock.forward(minutes=59, seconds=59)
    person.type(" Well.")
    person.clock.forward(seconds=2)
    person.page.look_at_clock()

    assert [c.note for c in person.check_ins()] == ["Slept. Well."]
    assert person.note.note.toPlainText() == ""


def test_every_saving_of_a_note_is_one_step_to_undo(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    person.type(" Well.")
    person.press(Qt.Key.Key_Tab)
    person.undo()
    first = note(person)
    person.undo()

    assert first == "Slept."
    assert note(person) is None


def test_undo_takes_typing_that_is_not_saved_yet_as_one_step(person: Driver) -> None:
    person.type("7")
    write(person, "Slept.")
    person.window._undo()

    assert person.scores() == [{"mood": 7}]
    assert note(person) == ""


def test_in_an_untouched_note_undo_is_the_journals(person: Driver) -> None:
    person.type("7")
    person.note.note.setFocus()
    person.undo()

    assert person.check_ins() == []


def test_digits_and_n_in_a_note_are_just_letters(person: Driver) -> None:
    write(person, "7 n N")
    after_a_second(person)

    assert note(person) == "7 n N"
    assert person.scores() == [{}]
    assert person.record() is None


def test_a_note_is_private_until_it_is_ticked(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    private = person.check_ins()[0].note_shared
    said = person.says("Private")
    person.note.shared.setFocus()
    person.press(Qt.Key.Key_Space)

    assert not private
    assert said
    assert person.check_ins()[0].note_shared
    assert person.says("In summaries")


def test_there_is_nothing_to_tick_without_a_note(person: Driver) -> None:
    person.type("7")

    assert not person.note.shared.isEnabled()


def test_an_emptied_note_is_private_again(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    person.note.shared.setFocus()
    person.press(Qt.Key.Key_Space)
    person.note.note.selectAll()
    person.note.note.setFocus()
    person.press(Qt.Key.Key_Delete)
    after_a_second(person)

    assert person.check_ins() == []


def test_the_tick_can_be_undone(person: Driver) -> None:
    write(person, "Slept.")
    after_a_second(person)
    person.note.shared.setFocus()
    person.press(Qt.Key.Key_Space)
    person.undo()

    assert not person.check_ins()[0].note_shared
    assert not person.note.shared.isChecked()


def test_a_note_that_is_too_long_is_refused_beside_it_and_stays(person: Driver) -> None:
    person.note.note.setPlainText("x" * 100_001)
    after_a_second(person)

    assert person.says("The note is too long")
    assert person.check_ins() == []
    assert len(person.note.note.toPlainText()) == 100_001


def test_tags_are_kept_in_the_order_they_were_typed(person: Driver) -> None:
    person.note.tags.setFocus()
    person.type("walk, rain , walk")
    person.press(Qt.Key.Key_Return)

    assert person.check_ins()[0].tags == ("walk", "rain")
    assert person.note.tags.text() == "walk, rain"


def test_half_typed_tags_are_kept_when_the_page_is_left(person: Driver) -> None:
    person.note.tags.setFocus()
    person.type("walk")
    person.page.leave()

    assert person.check_ins()[0].tags == ("walk",)


def test_tags_in_use_are_offered(person: Driver) -> None:
    person.note.tags.setFocus()
    person.type("walk")
    person.press(Qt.Key.Key_Return)

    completer = person.note.tags.completer()
    completer.setCompletionPrefix("WA")
    assert completer.currentCompletion() == "walk"


def test_markup_in_a_note_stays_what_was_typed(person: Driver) -> None:
    write(person, "<b>7</b>")
    after_a_second(person)
    person.page.refresh()

    assert note(person) == "<b>7</b>"
    assert person.note.note.toPlainText() == "<b>7</b>"
