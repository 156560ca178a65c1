"""Between the first paint and the open journal: nothing that is entered gets lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import Places
from journal.storage.store import JournalFile
from journal.ui.application import Application
from journal.ui.help_dialog import HelpDialog
from journal.ui.tasks import ImmediateTaskRunner
from journal.wording import error_sentence
from tests.storage.full_disk import largest_file
from tests.ui.driver import Driver
from tests.ui.today.scales import own_scale
from tests.ui.twins import HeldTasks, files_in


def test_the_mood_row_takes_keys_before_the_journal_is_open(opening: Driver) -> None:
    opening.type("7")

    assert opening.focused_name().startswith("Mood")
    assert opening.rated() == {"Mood": "7"}
    assert opening.saved_words() == ""


def test_keys_typed_meanwhile_are_kept_in_order_and_saved(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    opening.type("736")
    held_tasks.let_go()

    assert opening.scores() == [{"mood": 7, "anxiety": 3, "energy": 6}]
    assert opening.saved_words() == "Saved 21:14"
    assert opening.focused_name().startswith("Pain")


def test_a_ten_typed_meanwhile_is_a_ten(opening: Driver, held_tasks: HeldTasks) -> None:
    opening.type("1010")
    held_tasks.let_go()

    assert opening.scores() == [{"mood": 10, "anxiety": 10}]


def test_a_ten_is_not_cut_in_two_by_the_opening(opening: Driver, held_tasks: HeldTasks) -> None:
    opening.type("1")
    held_tasks.let_go()
    opening.type("0")

    assert opening.scores() == [{"mood": 10}]


def test_digits_go_to_the_scales_that_the_person_asks(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    held_tasks.let_go()
    kept = [s for s in opening.editor.journal.scales.all() if s.key in ("anxiety", "energy")]
    opening.editor.journal.apply([Edit(s, replace(s, active=False)) for s in kept])
    opening.keep(own_scale("Calm", 1, 5))
    opening.editor.journal.close()
    opening.editor._journal = None
    opening.page.check_in.hold_typing(True)
    opening.page.take_focus()

    opening.type("73")
    opening.editor.open()
    held_tasks.let_go()

    assert opening.scores() == [{"mood": 7, "pain": 3}]


def test_entering_while_it_opens_is_undone_step_by_step(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    opening.type("73")
    held_tasks.let_go()
    opening.undo()

    assert opening.scores() == [{"mood": 7}]


def test_a_tapped_effect_shows_at_once_and_is_saved_later(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    opening.click_on("Nausea")
    shown = [chip.text() for chip in opening.chosen(opening.effects)]
    held_tasks.let_go()

    assert shown == ["Nausea"]
    assert [effect.effect for effect in opening.side_effects()] == ["nausea"]


def test_what_is_entered_twice_meanwhile_counts_as_it_stood_last(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    opening.type("n")
    opening.click_on("Nausea")
    opening.click_on("moderate", opening.effects)
    held_tasks.let_go()

    assert opening.record() is None
    (effect,) = opening.side_effects()
    assert effect.severity is not None


def test_todays_entries_are_shown_once_it_is_open(
    person: Driver, qtbot: QtBot, own_places: Places
) -> None:
    person.type("7")
    person.window.close()
    store = JournalFile(own_places.journal, person.clock.now)
    again = Application(store, own_places, person.clock, ImmediateTaskRunner())
    qtbot.addWidget(again.window)
    again.window.show()
    again.editor.open()
    then = Driver(again, person.clock, person.store)

    assert then.rated() == {"Mood": "7"}
    again.window.close()


def message(opening: Driver) -> QMessageBox:
    (box,) = [b for b in opening.window.findChildren(QMessageBox) if b.isVisible()]
    return box


def press_in(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text() == words).click()


@pytest.mark.parametrize(
    "problem", [each for each in StorageProblem if each is not StorageProblem.WRONG_PASSPHRASE]
)
def test_a_journal_that_cannot_be_opened_is_told_with_its_folder(
    opening: Driver, held_tasks: HeldTasks, own_places: Places, problem: StorageProblem
) -> None:
    opening.store.opening_problem = problem
    held_tasks.let_go()

    words = message(opening).text()
    assert error_sentence(StorageError(problem)) in words
    assert str(own_places.data) in words
    assert files_in(own_places.data) <= {"preferences.toml"}


def test_try_again_opens_it_with_what_was_typed_before(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    opening.store.opening_problem = StorageProblem.NOT_REACHABLE
    opening.type("7")
    held_tasks.let_go()
    opening.store.opening_problem = None
    press_in(message(opening), "Try again")
    held_tasks.let_go()

    assert opening.scores() == [{"mood": 7}]


def test_a_full_disk_is_told_and_try_again_opens_once_there_is_room(
    opening: Driver, held_tasks: HeldTasks, own_places: Places
) -> None:
    JournalFile(own_places.journal, opening.clock.now).open(writer=True).close()
    opening.type("7")
    with largest_file(0):
        held_tasks.let_go()
    box = message(opening)
    told = box.text()
    press_in(box, "Try again")
    held_tasks.let_go()

    assert told.startswith("The disk is full. What was saved before is safe.")
    assert opening.scores() == [{"mood": 7}]


def test_close_closes(opening: Driver, held_tasks: HeldTasks) -> None:
    opening.store.opening_problem = StorageProblem.IN_USE
    held_tasks.let_go()
    press_in(message(opening), "Close")

    assert not opening.window.isVisible()


def test_a_file_that_is_no_journal_is_refused_and_left_as_it_is(
    opening: Driver, held_tasks: HeldTasks, own_places: Places
) -> None:
    own_places.journal.write_text("Dear diary")
    opening.type("7")
    held_tasks.let_go()

    assert "is not a journal" in message(opening).text()
    assert own_places.journal.read_text() == "Dear diary"


def test_an_empty_file_is_refused_and_left_as_it_is(
    opening: Driver, held_tasks: HeldTasks, own_places: Places
) -> None:
    own_places.journal.touch()
    held_tasks.let_go()

    assert own_places.journal.stat().st_size == 0
    assert "empty" in message(opening).text()


def test_a_page_that_was_in_front_at_the_opening_is_filled(
    opening: Driver, held_tasks: HeldTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening.window.show_page("settings")
    page = opening.window.page("settings")
    refreshed = []
    monkeypatch.setattr(page, "refresh", lambda: refreshed.append(True), raising=True)
    held_tasks.let_go()

    assert refreshed


def test_help_works_while_it_opens(opening: Driver) -> None:
    opening.press(Qt.Key.Key_F1)

    assert any(w.isVisible() for w in opening.window.children() if isinstance(w, HelpDialog))


def test_nothing_is_made_before_the_journal_opens(opening: Driver, own_places: Places) -> None:
    opening.type("7")

    assert not Path(own_places.journal).exists()


def test_todays_ratings_are_there_before_the_journal_is_open(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    held_tasks.let_go()
    opening.type("73")
    opening.editor.close()
    opening.editor._journal = None

    opening.editor.look()
    held_tasks.let_go()

    assert not opening.editor.is_open
    assert opening.rated() == {"Mood": "7", "Anxiety": "3"}


def test_an_entry_joins_what_was_glanced_at(opening: Driver, held_tasks: HeldTasks) -> None:
    held_tasks.let_go()
    opening.type("73")
    opening.editor.close()
    opening.editor._journal = None
    opening.editor.look()
    held_tasks.let_go()

    opening.page.check_in.take_focus("energy")
    opening.type("6")
    seen = opening.rated()
    opening.editor.open()
    held_tasks.let_go()

    assert seen == {"Mood": "7", "Anxiety": "3", "Energy": "6"}
    assert opening.scores() == [{"mood": 7, "anxiety": 3, "energy": 6}]


def test_the_mood_alone_is_asked_until_it_is_known_which_scales_follow(
    opening: Driver, held_tasks: HeldTasks
) -> None:
    before = opening.page.check_in.asked()
    opening.editor.look()
    held_tasks.let_go()

    assert before == ("mood",)
    assert len(opening.page.check_in.asked()) > 1


def test_a_writer_that_is_just_closing_is_waited_for(
    opening: Driver, held_tasks: HeldTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening.store.opening_problem = StorageProblem.IN_USE
    waited: list[float] = []

    def it_closes(seconds: float) -> None:
        waited.append(seconds)
        opening.store.opening_problem = StorageProblem.IN_USE if len(waited) < 3 else None

    monkeypatch.setattr("journal.ui.opening.sleep", it_closes)
    opening.type("7")
    held_tasks.let_go()

    assert len(waited) == 3
    assert opening.scores() == [{"mood": 7}]


def test_a_window_that_closes_waits_for_no_writer(
    opening: Driver, held_tasks: HeldTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    def it_is_closed(seconds: float) -> None:
        waited.append(seconds)
        opening.editor.is_closed = True

    monkeypatch.setattr("journal.ui.opening.sleep", it_is_closed)
    opening.store.opening_problem = StorageProblem.IN_USE
    held_tasks.let_go()

    assert len(waited) == 1
    opening.editor.is_closed = False


def test_a_writer_that_stays_is_told_after_five_seconds(
    opening: Driver, held_tasks: HeldTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("journal.ui.opening.sleep", waited.append)
    opening.store.opening_problem = StorageProblem.IN_USE
    held_tasks.let_go()

    assert sum(waited) == 5
    assert "open in a window" in message(opening).text()
