"""The system's keychain: chosen, never the only key, and never asked where it was not chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal import preferences as kept
from journal.paths import Places
from journal.storage.lock import WritersLock
from journal.ui.lock.keychain import SERVICE, Keychain, KeychainRefused
from journal.wording.lock import keychain_has_none, keychain_is_outdated
from tests.ui.lock.conftest import NOTE, PASSPHRASE, KeyringInMemory, Person, Start


@pytest.fixture
def remembered(encrypted: None, keychain: KeyringInMemory, own_places: Places) -> KeyringInMemory:
    """A keychain that has the passphrase of the journal."""
    Keychain(own_places.journal).keep(PASSPHRASE)
    return keychain


def test_a_journal_in_the_keychain_opens_by_itself(
    remembered: KeyringInMemory, start: Start
) -> None:
    person = start(keychain=True)

    assert not person.is_asked
    assert NOTE in person.held()


def test_an_evenings_entry_stays_one_key(remembered: KeyringInMemory, start: Start) -> None:
    person = start(keychain=True)
    person.type("7")

    assert person.mood_of_today() == [7]


def test_without_the_choice_the_keychain_is_not_asked(
    remembered: KeyringInMemory, start: Start
) -> None:
    assert start().is_asked


def test_locked_by_hand_one_key_opens_it(remembered: KeyringInMemory, start: Start) -> None:
    person = start(keychain=True)
    person.lock()
    field_shown = person.page.passphrase.isVisible()
    person.press(Qt.Key.Key_Return)

    assert not field_shown
    assert person.editor.is_open


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_keychain_without_it_leads_to_the_passphrase(
    encrypted: None, keychain: KeyringInMemory, start: Start, is_closed: bool
) -> None:
    keychain.is_closed = is_closed
    person = start(keychain=True)

    assert person.told() == keychain_has_none()
    assert person.page.passphrase.isVisible()


def test_another_passphrase_in_it_leads_to_the_passphrase(
    remembered: KeyringInMemory, own_places: Places, start: Start
) -> None:
    Keychain(own_places.journal).keep("an old one")
    person = start(keychain=True)
    told = person.told()
    person.unlock()

    assert told == keychain_is_outdated()
    assert remembered.passphrases == [PASSPHRASE]


def test_trying_again_asks_the_keychain_again(
    remembered: KeyringInMemory, start: Start, own_places: Places, qtbot: QtBot
) -> None:
    lock = WritersLock(own_places.data)
    person = start(waits=False, keychain=True)
    qtbot.waitUntil(lambda: bool(person.window.findChildren(QMessageBox)))
    (box,) = person.window.findChildren(QMessageBox)
    lock.release()
    (again,) = (b for b in box.buttons() if b.text() == "Try again")
    again.click()

    assert person.editor.is_open
    assert not person.is_asked


def test_what_was_entered_while_it_did_not_open_is_saved_afterwards(
    encrypted: None, keychain: KeyringInMemory, start: Start, qtbot: QtBot
) -> None:
    person = start(keychain=True)
    person.editor.perform("", lambda _journal, _stamp: ())
    has_unsaved = person.editor.has_unsaved
    person.unlock()

    assert has_unsaved
    assert not person.editor.has_unsaved


def test_the_tick_at_unlocking_puts_it_there(
    person_with_keychain: Person, keychain: KeyringInMemory, own_places: Places
) -> None:
    person = person_with_keychain
    shown = person.shown()
    person.page.keychain.click()
    person.page.passphrase.setFocus()
    person.unlock()

    assert "Anyone using this computer account can then open it." in shown
    assert keychain.entries == {(SERVICE, str(own_places.journal)): PASSPHRASE}
    assert kept.load(own_places.preferences).keychain


@pytest.fixture
def person_with_keychain(encrypted: None, keychain: KeyringInMemory, start: Start) -> Person:
    return start()


def test_a_wrong_passphrase_never_gets_there(
    person_with_keychain: Person, keychain: KeyringInMemory
) -> None:
    person_with_keychain.page.keychain.click()
    person_with_keychain.page.passphrase.setFocus()
    person_with_keychain.unlock("wrong")

    assert keychain.passphrases == []


def test_taking_the_tick_away_at_unlocking_removes_it(
    remembered: KeyringInMemory, own_places: Places, start: Start
) -> None:
    Keychain(own_places.journal).keep("an old one")
    person = start(keychain=True)
    person.page.keychain.click()
    person.page.passphrase.setFocus()
    person.unlock()

    assert remembered.passphrases == []
    assert not kept.load(own_places.preferences).keychain


def test_without_a_keychain_the_choice_is_not_offered(person: Person) -> None:
    QApplication.processEvents()

    assert not person.page.keychain.isVisible()


def test_a_plain_file_of_passwords_is_no_keychain(
    keychain: KeyringInMemory, tmp_path: Path
) -> None:
    keychain.priority = 0.5  # type: ignore[assignment]  # as keyrings.alt's

    assert not Keychain(tmp_path).works()


def test_what_a_keychain_raises_carries_no_passphrase(
    keychain: KeyringInMemory, tmp_path: Path
) -> None:
    keychain.is_closed = True
    with pytest.raises(KeychainRefused) as refused:
        Keychain(tmp_path).keep(PASSPHRASE)

    assert PASSPHRASE not in str(refused.value)
    assert refused.value.__cause__ is None
