"""A disk that refuses: the entry stays on screen, is told plainly, and is kept later."""

import pytest
from PySide6.QtWidgets import QMessageBox

from journal.domain.errors import StorageProblem
from journal.domain.side_effect import Severity
from journal.storage.store import JournalFile
from tests.ui.driver import Driver

FULL = "Not saved yet; your entry is still here. The disk is full."


@pytest.fixture
def full(person: Driver) -> Driver:
    """A person whose disk is full from now on."""
    person.store.problem = StorageProblem.DISK_FULL
    return person


def make_room(person: Driver) -> None:
    person.store.problem = None


def test_the_entry_stays_on_screen_and_nothing_says_saved(full: Driver) -> None:
    full.type("7")

    assert full.rated() == {"Mood": "7"}
    assert full.says(FULL)
    assert full.saved_words() == ""
    assert not full.says("Mood 7 saved.")
    assert full.check_ins() == []


def test_saved_of_an_earlier_entry_goes(person: Driver) -> None:
    person.type("7")
    person.store.problem = StorageProblem.DISK_FULL
    person.type("3")

    assert person.saved_words() == ""
    assert not person.says("Mood 7 saved.")


def test_a_folder_that_cannot_be_written_to_is_told_as_such(person: Driver) -> None:
    person.store.problem = StorageProblem.READ_ONLY
    person.type("7")

    assert person.says("The journal’s folder or file cannot be written to.")


def test_try_again_saves_it(full: Driver) -> None:
    full.type("7")
    make_room(full)
    full.click_on("Try again")

    assert full.scores() == [{"mood": 7}]
    assert full.saved_words() == "Saved 21:14"
    assert not full.says("Not saved yet")


def test_try_again_on_a_disk_that_is_still_full_says_so_again(full: Driver) -> None:
    full.type("7")
    tried = full.store.tried
    full.click_on("Try again")

    assert full.store.tried == tried + 1
    assert full.says(FULL)


def test_later_entries_wait_in_order(full: Driver) -> None:
    full.type("73")
    full.note.note.setFocus()
    full.type("Slept.")
    full.page.leave()
    full.click_on("Nausea")
    full.click_on("severe", full.effects)
    make_room(full)
    full.click_on("Try again")

    (check_in,) = full.check_ins()
    assert {s.scale: s.value for s in check_in.scores} == {"mood": 7, "anxiety": 3}
    assert check_in.note == "Slept."
    assert full.side_effects()[0].severity is Severity.SEVERE


def test_everything_entered_meanwhile_is_shown(full: Driver) -> None:
    full.type("73")
    full.click_on("Nausea")
    full.click_on("severe", full.effects)
    full.click_on("Too unwell tonight")

    assert full.rated() == {"Mood": "7", "Anxiety": "3"}
    assert full.button("Nausea · severe").isChecked()
    assert full.button("Too unwell tonight").isChecked()


def test_it_is_still_there_after_a_look_at_another_day(full: Driver) -> None:
    full.type("7")
    full.click(full.page.header.back)
    yesterday = full.rated()
    full.click(full.page.header.today)

    assert yesterday == {}
    assert full.rated() == {"Mood": "7"}


def test_entries_an_hour_apart_stay_two_check_ins(full: Driver) -> None:
    full.type("7")
    full.clock.forward(hours=1)
    full.page.take_focus()
    full.type("4")
    make_room(full)
    full.click_on("Try again")

    assert full.scores() == [{"mood": 7}, {"mood": 4}]
    assert [f"{c.moment.local:%H:%M}" for c in full.check_ins()] == ["21:14", "22:14"]


def test_each_entry_that_waited_is_a_step_to_undo(full: Driver) -> None:
    full.type("73")
    make_room(full)
    full.click_on("Try again")
    full.undo()

    assert full.scores() == [{"mood": 7}]


def test_undo_is_refused_while_something_waits(person: Driver) -> None:
    person.type("7")
    person.store.problem = StorageProblem.DISK_FULL
    person.type("3")
    make_room(person)
    person.undo()

    assert person.scores() == [{"mood": 7}]
    assert person.rated() == {"Mood": "7", "Anxiety": "3"}


def test_an_undo_that_the_disk_refuses_changes_nothing(person: Driver) -> None:
    person.type("7")
    person.store.problem = StorageProblem.DISK_FULL
    person.undo()
    refused = person.says("Nothing was changed. The disk is full.")
    make_room(person)
    person.undo()

    assert refused
    assert person.check_ins() == []


def test_a_refused_value_holds_nothing_up(person: Driver) -> None:
    person.note.note.setPlainText("x" * 100_001)
    person.page.leave()
    person.page.take_focus()
    person.type("7")

    assert person.scores() == [{"mood": 7}]


def test_a_defect_in_one_entry_does_not_hold_up_the_next(person: Driver) -> None:
    def broken(*_: object) -> tuple[()]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        person.editor.perform("", broken)
    person.type("7")

    assert person.scores() == [{"mood": 7}]


def test_closing_tries_once_more(full: Driver) -> None:
    full.type("7")
    make_room(full)
    tried = full.store.tried
    full.window.close()

    assert full.store.tried == tried + 1
    assert not full.window.isVisible()


def test_closing_asks_first(full: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def cancel(_parent: object, title: str, words: str, *_: object) -> object:
        asked.append((title, words))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", cancel)
    full.type("7")
    full.window.close()
    stayed = full.window.isVisible()
    make_room(full)

    assert asked == [
        (
            "Not saved yet",
            "Something you entered is not saved yet and would be lost. Close all the same?",
        )
    ]
    assert stayed


def test_a_half_typed_note_is_saved_on_closing(person: Driver) -> None:
    person.note.note.setFocus()
    person.type("Slept.")
    person.window.close()

    reader = JournalFile(person.application.places.journal, person.clock.now).open()
    assert [c.note for c in reader.check_ins.between()] == ["Slept."]
    reader.close()
