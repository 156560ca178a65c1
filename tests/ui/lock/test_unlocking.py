"""The start with an encrypted journal: one calm page, and numbers to call."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from journal.domain.errors import StorageProblem
from journal.paths import Places
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.bin.delete_everything_dialog import DeleteEverythingDialog
from journal.ui.help_dialog import HelpDialog
from journal.wording.lock import wrong_passphrase
from tests.ui.lock.conftest import NOTE, PASSPHRASE, Person, Start
from tests.ui.questions import answering


def help_of(person: Person) -> HelpDialog:
    person.press(Qt.Key.Key_F1)
    (dialog,) = [d for d in person.window.findChildren(HelpDialog) if d.isVisible()]
    return dialog


def test_the_passphrase_is_asked_first_and_nothing_else_is_there(person: Person) -> None:
    focused = QApplication.focusWidget()

    assert focused is person.page.passphrase
    assert focused.accessibleName() == "Passphrase"
    assert "Mood" not in person.held()
    assert person.window.windowTitle() == "Symptom Journal"


def test_a_journal_without_a_passphrase_is_not_asked_for_one(start: Start) -> None:
    person = start()

    assert not person.is_asked
    assert person.editor.is_open


def test_the_passphrase_opens_today_with_the_keyboard_on_the_mood(person: Person) -> None:
    person.unlock()

    assert NOTE in person.held()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Mood")


def test_a_wrong_one_is_told_at_the_field_and_selected(person: Person) -> None:
    person.unlock("velvet onion")

    assert person.told() == wrong_passphrase()
    assert person.page.passphrase.selectedText()
    assert QApplication.focusWidget() is person.page.passphrase
    assert not person.editor.is_open


def test_typing_after_a_wrong_one_begins_anew(person: Person) -> None:
    person.unlock("velvet onion")
    person.unlock()

    assert person.editor.is_open


def test_what_is_typed_is_hidden_until_the_person_wants_to_see_it(person: Person) -> None:
    person.type("velvet")
    hidden = person.page.passphrase.displayText()
    person.page.show_words.click()

    assert "velvet" not in hidden
    assert person.page.passphrase.displayText() == "velvet"


def test_nothing_typed_is_told_without_trying(person: Person) -> None:
    person.press(Qt.Key.Key_Return)

    assert person.told() == "Please type your passphrase."


def test_help_shows_the_numbers_of_the_country_and_no_others(person: Person) -> None:
    shown = help_of(person)

    assert shown.emergency.isVisible()
    assert not shown.contacts.isVisible()


def test_help_shows_own_contacts_where_the_person_chose_that(encrypted: None, start: Start) -> None:
    person = start(person_name="Sam", person_number="555 0101")

    assert help_of(person).person.number.text() == "555 0101"


def test_the_button_of_the_page_shows_the_numbers_too(person: Person) -> None:
    person.page.help.click()

    assert any(d.isVisible() for d in person.window.findChildren(HelpDialog))


def test_menus_lead_nowhere_but_out_and_to_help(person: Person) -> None:
    actions = [action for menu in person.window._menus for action in menu.actions()]
    enabled = [action.text() for action in actions if action.isEnabled() and action.text()]

    assert enabled == ["&Quit", "&Get help now", "&About"]


def test_another_reason_is_told_and_the_passphrase_may_be_tried_again(
    person: Person, own_places: Places
) -> None:
    person.store.opening_problem = StorageProblem.IN_USE
    person.unlock()
    (box,) = [w for w in QApplication.topLevelWidgets() if w.inherits("QMessageBox")]
    told = box.text()  # type: ignore[attr-defined]  # a message box
    person.store.opening_problem = None
    next(b for b in box.buttons() if b.text() == "Try again").click()  # type: ignore[attr-defined]  # as above
    person.press(Qt.Key.Key_Return)

    assert "open in a window" in told
    assert PASSPHRASE not in told
    assert person.editor.is_open


def test_a_backup_is_offered_once_a_passphrase_did_not_open_it(person: Person) -> None:
    before = person.page.restore.isVisible()
    person.unlock("velvet onion")
    after = person.page.restore.isVisible()
    person.page.restore.click()

    (dialog,) = [d for d in person.window.findChildren(RestoreDialog) if d.isVisible()]
    assert (before, after) == (False, True)
    dialog.reject()


def with_everything_asked(person: Person, act: Callable[[DeleteEverythingDialog], None]) -> None:
    """Follow the way on that is offered once no passphrase opens the journal."""
    failed: list[BaseException] = []

    def asked() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DeleteEverythingDialog)
        try:
            act(dialog)
        except BaseException as error:
            failed.append(error)
        finally:
            dialog.reject()

    person.unlock("no idea any more")
    QTimer.singleShot(0, asked)
    person.page.delete.click()
    if failed:
        raise failed[0]


def test_who_has_lost_the_passphrase_can_delete_everything(
    person: Person, own_places: Places
) -> None:
    def act(dialog: DeleteEverythingDialog) -> None:
        dialog.word.setText("delete")
        dialog.delete.click()

    with_everything_asked(person, act)

    assert not own_places.journal.exists()
    assert not person.window.isVisible()


def test_before_that_it_says_where_the_passphrase_may_be(
    person: Person, own_places: Places
) -> None:
    said = []

    def act(dialog: DeleteEverythingDialog) -> None:
        said.append(dialog.said.text())
        assert not dialog.delete.isEnabled()

    with_everything_asked(person, act)

    assert ["a sheet you printed" in words for words in said] == [True]
    assert ["list of passwords" in words for words in said] == [True]
    assert own_places.journal.exists()
    assert person.is_asked


def test_nothing_is_deleted_before_a_passphrase_was_tried(person: Person) -> None:
    before = person.page.delete.isVisible()
    person.unlock("no idea any more")

    assert not before
    assert person.page.delete.isVisible()


def test_after_everything_is_deleted_nobody_is_asked_about_a_form(
    inside: Person, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, QMessageBox.StandardButton.Cancel)
    inside.store.problem = StorageProblem.DISK_FULL
    inside.type("7")
    inside.lock()
    inside.store.problem = None

    def act(dialog: DeleteEverythingDialog) -> None:
        dialog.word.setText("delete")
        dialog.delete.click()

    with_everything_asked(inside, act)

    assert asked == []
    assert not inside.window.isVisible()
