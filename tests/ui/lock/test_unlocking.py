"""The start with an encrypted journal: one calm page, and numbers to call."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal.domain.errors import StorageProblem
from journal.paths import Places
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.help_dialog import HelpDialog
from journal.wording.lock import wrong_passphrase
from tests.ui.lock.conftest import NOTE, PASSPHRASE, Person, Start


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
