"""Locked: nothing of the journal in the window, its key dropped, and what was unfinished kept."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from filelock import FileLock
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.domain.errors import StorageProblem
from journal.paths import Places
from journal.ui.help_dialog import HelpDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.medicines.page import MedicinesPage
from journal.ui.safety.cards import SafetyCards
from journal.ui.safety.prompts import PromptPlace
from journal.ui.today.page import TodayPage
from journal.ui.widgets.one_question import OneQuestion
from tests.ui.lock.conftest import NAME, NOTE, PASSPHRASE, Person, Start

FULL = StorageProblem.DISK_FULL
QUESTION = QMessageBox.question


def show(person: Person, key: str) -> None:
    person.window.show_page(key)
    QApplication.processEvents()


def shown_help(inside: Person) -> list[HelpDialog]:
    return [each for each in inside.window.findChildren(HelpDialog) if each.isVisible()]


def test_nothing_of_the_journal_is_left_in_any_widget(inside: Person, qtbot: QtBot) -> None:
    show(inside, "settings")
    before = inside.held()
    inside.type("4")
    inside.lock()
    qtbot.waitUntil(lambda: NOTE not in inside.held())

    assert NAME in before
    assert NAME not in inside.held()
    assert "Mood" not in inside.held()
    assert inside.is_asked


def test_the_pages_are_let_go_of(inside: Person, qtbot: QtBot) -> None:
    page = weakref.ref(inside.window.page("today"))
    inside.lock()

    def is_gone() -> bool:
        gc.collect()
        return page() is None

    qtbot.waitUntil(is_gone)


def test_nothing_can_be_undone_afterwards(inside: Person) -> None:
    inside.type("7")
    inside.lock()
    inside.unlock()
    inside.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert inside.mood_of_today() == [7]


def test_others_may_write_meanwhile(inside: Person, own_places: Places) -> None:
    inside.lock()

    with FileLock(own_places.data / "journal.lock", blocking=False) as lock:
        assert lock.is_locked


def test_unlocking_returns_to_the_page_that_was_open(inside: Person) -> None:
    show(inside, "settings")
    inside.lock()
    inside.unlock()

    assert inside.window.current == "settings"
    assert NAME in inside.held()


def test_what_was_being_written_is_saved_first(inside: Person) -> None:
    today = inside.window.page("today")
    assert isinstance(today, TodayPage)
    today.note.note.setPlainText("Half a sent")
    inside.lock()
    inside.unlock()

    assert "Half a sent" in inside.held()


def test_the_lock_is_in_the_menu(inside: Person) -> None:
    (lock,) = [a for a in inside.window._menus[0].actions() if a.text() == "&Lock"]

    assert lock.isVisible()
    assert lock.shortcut().toString() == "Ctrl+L"


def test_without_a_passphrase_there_is_no_lock(start: Start) -> None:
    person = start()
    (lock,) = [a for a in person.window._menus[0].actions() if a.text() == "&Lock"]
    person.lock()

    assert not lock.isVisible()
    assert person.editor.is_open


def test_nobody_there_locks(inside: Person, qtbot: QtBot) -> None:
    inside.application.lock.watch.away.emit()

    qtbot.waitUntil(lambda: inside.is_asked)


def test_escape_twice_on_the_locked_window_hides_nothing_more(inside: Person) -> None:
    inside.lock()
    for _time in range(2):
        inside.press(Qt.Key.Key_Escape)

    assert inside.is_asked


def test_a_hidden_window_locks_too(inside: Person, qtbot: QtBot) -> None:
    for _time in range(2):
        inside.press(Qt.Key.Key_Escape)
    inside.application.lock.watch.away.emit()
    qtbot.waitUntil(lambda: inside.is_asked)
    inside.unlock()

    assert inside.window.menuBar().isEnabled()
    assert NOTE in inside.held()


def test_an_entry_the_disk_refused_is_saved_after_unlocking(inside: Person) -> None:
    inside.store.problem = FULL
    inside.type("7")
    inside.lock()
    locked = inside.shown()
    inside.store.problem = None
    inside.unlock()

    assert "Not saved yet" not in locked
    assert inside.mood_of_today() == [7]
    assert not inside.editor.has_unsaved


def test_an_entry_the_disk_still_refuses_is_shown_and_told_again(inside: Person) -> None:
    inside.store.problem = FULL
    inside.type("7")
    inside.lock()
    inside.unlock()

    assert "Not saved yet; your entry is still here." in inside.shown()
    assert inside.editor.has_unsaved


def test_closing_a_locked_window_asks_where_something_is_not_saved(
    inside: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.store.problem = FULL
    inside.type("7")
    inside.lock()
    cancel = QMessageBox.StandardButton.Cancel
    with monkeypatch.context() as patch:
        patch.setattr(QMessageBox, "question", lambda *_arguments: cancel)
        inside.window.close()

    assert inside.window.isVisible()


def medicine_form() -> MedicineDialog:
    forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, MedicineDialog)]
    return forms[-1]


def test_an_unfinished_form_is_offered_again_with_what_was_in_it(
    inside: Person, qtbot: QtBot
) -> None:
    seen = []

    def in_the_form() -> None:
        form = medicine_form()
        form.name.setText("Sertraline")
        inside.application.lock.lock()
        qtbot.waitUntil(lambda: inside.is_asked)
        seen.append((form.isVisible(), inside.window.windowTitle()))
        inside.unlock()
        seen.append((form.isVisible(), form.name.text()))
        form.accept()

    show(inside, "medicines")
    page = inside.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, in_the_form)
    page.add.click()

    assert seen == [(False, "Symptom Journal"), (True, "Sertraline")]
    assert [m.name for m in inside.editor.journal.medications.all()] == ["Sertraline"]


def test_a_question_over_a_form_is_answered_by_the_lock_and_nothing_is_thrown_away(
    inside: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def over_the_form() -> None:
        inside.application.lock.lock()
        qtbot.waitUntil(lambda: inside.is_asked)

    def after_the_question() -> None:
        form = medicine_form()
        seen.append(form.isVisible())
        inside.unlock()
        seen.append(form.isVisible())
        form.accept()

    def in_the_form() -> None:
        form = medicine_form()
        form.name.setText("Sertraline")
        QTimer.singleShot(0, over_the_form)
        form.reject()
        after_the_question()

    monkeypatch.setattr(QMessageBox, "question", QUESTION)
    show(inside, "medicines")
    page = inside.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, in_the_form)
    page.add.click()

    assert seen == [False, True]
    assert [m.name for m in inside.editor.journal.medications.all()] == ["Sertraline"]


def test_a_questionnaire_goes_on_where_it_was(inside: Person) -> None:
    inside.application._ask_questionnaire("phq-9")
    inside.type("2")
    inside.lock()
    inside.unlock()

    page = inside.window.page("questionnaires")
    view = page.asking  # type: ignore[attr-defined]  # the page of questionnaires
    assert view is not None
    assert len(view._response.answers) == 1


def test_numbers_that_are_being_called_stay_without_what_the_journal_tells(
    inside: Person, qtbot: QtBot
) -> None:
    inside.press(Qt.Key.Key_F1)
    before = shown_help(inside)[0].contacts.isVisible()
    inside.application.lock.lock()
    qtbot.waitUntil(lambda: inside.is_asked)

    assert before
    assert [each.emergency.isVisible() for each in shown_help(inside)] == [True]
    assert not shown_help(inside)[0].contacts.isVisible()


def test_the_lock_waits_until_the_journal_is_written_anew(inside: Person) -> None:
    inside.editor._set_busy(True)
    inside.lock()
    meanwhile = inside.is_asked
    inside.editor._set_busy(False)

    assert not meanwhile
    assert inside.is_asked


def test_what_was_shown_is_hidden_while_the_lock_waits(inside: Person) -> None:
    inside.editor._set_busy(True)
    before = inside.shown()

    inside.lock()

    assert "How is your mood" in before or "Mood" in before
    assert "Mood" not in inside.shown()
    assert inside.window.blanking.screen.isVisible()
    inside.editor._set_busy(False)
    assert not inside.window.blanking.screen.isVisible()
    assert inside.is_asked


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_no_key_brings_back_what_is_to_be_locked(inside: Person, key: Qt.Key) -> None:
    inside.editor._set_busy(True)
    inside.lock()
    for _time in range(2):
        inside.press(key)
    QTest.mouseClick(inside.window.blanking.screen, Qt.MouseButton.LeftButton)
    shown = inside.shown()
    inside.editor._set_busy(False)

    assert "It locks itself" in shown
    assert "Mood" not in shown
    assert inside.is_asked


def test_numbers_to_call_are_there_while_the_lock_waits(inside: Person) -> None:
    inside.editor._set_busy(True)
    inside.lock()
    inside.press(Qt.Key.Key_F1)

    assert [each.emergency.isVisible() for each in shown_help(inside)] == [True]
    assert not shown_help(inside)[0].contacts.isVisible()
    inside.editor._set_busy(False)
    assert inside.is_asked
    assert len(shown_help(inside)) == 1


def test_numbers_that_are_being_called_stay_while_the_lock_waits(inside: Person) -> None:
    inside.press(Qt.Key.Key_F1)
    before = shown_help(inside)[0].contacts.isVisible()
    inside.editor._set_busy(True)
    inside.application.lock.lock()

    assert before
    assert [each.contacts.isVisible() for each in shown_help(inside)] == [False]
    inside.editor._set_busy(False)


def test_a_window_hidden_by_hand_is_held_too(inside: Person) -> None:
    for _time in range(2):
        inside.press(Qt.Key.Key_Escape)
    inside.editor._set_busy(True)
    inside.application.lock.lock()
    inside.press(Qt.Key.Key_A)

    assert "It locks itself" in inside.shown()
    inside.editor._set_busy(False)


def test_after_unlocking_any_key_ends_hiding_as_ever(inside: Person) -> None:
    inside.editor._set_busy(True)
    inside.lock()
    inside.editor._set_busy(False)
    inside.unlock()
    for _time in range(2):
        inside.press(Qt.Key.Key_Escape)
    hidden = inside.shown()
    inside.press(Qt.Key.Key_A)

    assert "Press any key" in hidden
    assert "Mood" in inside.shown()


def test_a_lock_that_waited_for_the_passphrase_to_go_shows_everything_again(
    inside: Person,
) -> None:
    journal: Any = inside.editor.journal
    change = journal._journal.change_passphrase
    failures: list[Exception] = []

    def take_it_away(old: str | None, new: str | None) -> object:
        inside.application.lock.lock()
        return change(old, new)

    journal.change_passphrase = take_it_away
    inside.editor.change_passphrase(PASSPHRASE, None, lambda _remade: None, failures.append)

    assert failures == []
    assert "Mood" in inside.shown()
    assert inside.window.menuBar().isEnabled()


def add_medicine(person: Person, in_the_form: Callable[[], None]) -> None:
    show(person, "medicines")
    page = person.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, in_the_form)
    page.add.click()


def test_a_form_is_hidden_while_the_lock_waits_and_offered_again(
    inside: Person, qtbot: QtBot
) -> None:
    seen = []

    def in_the_form() -> None:
        form = medicine_form()
        form.name.setText("Sertraline")
        inside.editor._set_busy(True)
        inside.application.lock.lock()
        seen.append(form.isVisible())
        inside.editor._set_busy(False)
        qtbot.waitUntil(lambda: inside.is_asked)
        seen.append(form.isVisible())
        inside.unlock()
        seen.append(form.isVisible())
        form.accept()

    add_medicine(inside, in_the_form)

    assert seen == [False, False, True]
    assert [m.name for m in inside.editor.journal.medications.all()] == ["Sertraline"]


def test_what_tells_of_the_journal_closes_while_the_lock_waits(inside: Person) -> None:
    dialog = inside.application.safekeeping.show_bin()
    inside.editor._set_busy(True)
    inside.application.lock.lock()
    before = dialog.isVisible()
    inside.editor._set_busy(False)

    assert not before
    assert inside.is_asked


def test_a_restore_that_is_under_way_is_hidden_and_told_of_after_unlocking(
    inside: Person,
) -> None:
    dialog = inside.application.safekeeping.restoring.ask(inside.window)
    dialog.show_busy(True)
    inside.editor._set_busy(True)
    inside.application.lock.lock()
    meanwhile = dialog.isVisible()
    inside.editor._set_busy(False)
    locked = dialog.isVisible()
    inside.unlock()

    assert (meanwhile, locked, dialog.isVisible()) == (False, False, True)
    dialog.show_busy(False)
    dialog.reject()


def test_the_lock_has_its_key_in_a_form_too(inside: Person, qtbot: QtBot) -> None:
    seen = []
    locked = []
    inside.editor.locked.connect(lambda: locked.append(True))

    def in_the_form() -> None:
        form = medicine_form()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        QTest.keyClick(form.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: inside.is_asked)
        seen.append(form.isVisible())
        inside.unlock()
        form.reject()

    add_medicine(inside, in_the_form)

    assert seen == [False]
    assert locked == [True]


def test_the_lock_has_its_key_beside_the_numbers_to_call(inside: Person, qtbot: QtBot) -> None:
    inside.press(Qt.Key.Key_F1)
    (numbers,) = shown_help(inside)
    numbers.activateWindow()
    qtbot.waitUntil(numbers.isActiveWindow)
    QTest.keyClick(numbers.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: inside.is_asked)


def one_question() -> OneQuestion:
    forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, OneQuestion)]
    return forms[-1]


def test_a_side_effect_in_own_words_is_offered_again(inside: Person, qtbot: QtBot) -> None:
    seen = []

    def in_the_form() -> None:
        form = one_question()
        QTest.keyClicks(form.field, "Ringing in my ears")
        inside.application.lock.lock()
        qtbot.waitUntil(lambda: inside.is_asked)
        seen.append((form.isVisible(), form.written))
        inside.unlock()
        seen.append((form.isVisible(), form.written))
        form.accept()

    today = inside.window.page("today")
    assert isinstance(today, TodayPage)
    QTimer.singleShot(0, in_the_form)
    today.effects.more_menu([]).actions()[-1].trigger()

    assert seen == [(False, "Ringing in my ears"), (True, "Ringing in my ears")]
    assert "Ringing in my ears" in inside.shown()


def test_beside_a_day_whose_form_waited_everything_stands_once(
    inside: Person, qtbot: QtBot
) -> None:
    """Today's page stays with the form; what only an open journal can tell is made anew."""

    def cards() -> int:
        today = inside.window.page("today")
        return len(today.findChildren(SafetyCards)) + len(today.findChildren(PromptPlace))

    def in_the_form() -> None:
        inside.application.lock.lock()
        qtbot.waitUntil(lambda: inside.is_asked)
        inside.unlock()
        qtbot.waitUntil(lambda: inside.application._made_asides is not None)
        one_question().reject()

    qtbot.waitUntil(lambda: inside.application._made_asides is not None)
    today = inside.window.page("today")
    assert isinstance(today, TodayPage)
    QTimer.singleShot(0, in_the_form)
    today.effects.more_menu([]).actions()[-1].trigger()

    qtbot.waitUntil(lambda: cards() == 2)


def test_a_score_that_was_pressed_without_key_or_mouse_is_use(inside: Person) -> None:
    """A switch or a voice presses buttons without an event."""
    watch = inside.application.lock.watch
    told = []
    watch.away.disconnect()
    watch.away.connect(lambda: told.append(True))
    seconds = 0.0
    watch._monotonic = lambda: seconds
    watch.start()
    buttons = inside.window.findChildren(QAbstractButton)
    mood = [b for b in buttons if b.accessibleName().startswith("Mood: ")]
    for quarter in range(4):
        for _look in range(14 * 12):
            seconds += 5
            inside.application.editor.clock.forward(seconds=5)  # type: ignore[attr-defined]  # a clock that is set
            watch.look()
        mood[quarter].click()

    assert told == []
