"""Setting, changing and removing the passphrase in the window, and the sheet to keep."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from journal import preferences as kept
from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import Places
from journal.ui.first_start.first_start import FirstStart
from journal.ui.lock.keychain import Keychain
from journal.ui.lock.passphrase_form import PassphraseForm
from journal.ui.lock.passphrase_outcome import PassphraseOutcome
from journal.ui.lock.passphrase_proof import PassphraseProof
from journal.ui.settings.page import SettingsPage
from journal.ui.settings.passphrase_card import PassphraseCard
from journal.wording.lock import keychain_waits
from tests.ui.lock.conftest import PASSPHRASE, KeyringInMemory, Person, Start
from tests.ui.twins import files_in

NEW = "marble cactus"


def card_of(person: Person) -> PassphraseCard:
    person.window.show_page("settings")
    page = person.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.passphrase


def form_of(card: PassphraseCard) -> PassphraseForm:
    assert card.asking is not None
    return card.asking.form


def fill_in(form: PassphraseForm, old: str = "", new: str = "", again: str | None = None) -> None:
    form.old.setText(old)
    form.new.setText(new)
    form.again.setText(new if again is None else again)
    form.submit()


def needs_passphrase(places: Places) -> bool:
    return not places.journal.read_bytes().startswith(b"SQLite format 3")


@pytest.fixture
def plain(start: Start) -> Person:
    """Somebody before a journal without a passphrase."""
    return start()


def test_a_passphrase_is_set_in_settings(plain: Person, own_places: Places) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)

    assert needs_passphrase(own_places)
    assert "From now on it opens with this passphrase only." in plain.shown()
    assert "stay readable" in plain.shown()
    assert NEW not in plain.held()


def test_what_losing_it_means_is_said_before(plain: Person) -> None:
    card_of(plain).set.click()

    assert "there is no recovery code" in plain.shown()


def test_it_can_be_locked_from_then_on(plain: Person) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)
    card.lock_now.click()
    locked = plain.is_asked
    plain.unlock(NEW)

    assert locked
    assert plain.editor.is_open


@pytest.mark.parametrize(
    ("new", "again", "field", "words"),
    [
        ("", "", "new", "Please type a passphrase."),
        (NEW, "marble", "again", "This is not the same. Please type it once more."),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    plain: Person, own_places: Places, new: str, again: str, field: str, words: str
) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=new, again=again)

    assert form_of(card).form.error(field) == words
    assert not needs_passphrase(own_places)


def test_an_entry_made_meanwhile_is_saved_afterwards(plain: Person) -> None:
    seen = []

    def enter(busy: bool) -> None:
        if busy:
            plain.editor.perform("", lambda _journal, _stamp: ())
            seen.append(plain.editor.has_unsaved)

    card = card_of(plain)
    card.set.click()
    plain.editor.busy_changed.connect(enter)
    fill_in(form_of(card), new=NEW)

    assert seen == [True]
    assert not plain.editor.has_unsaved


def test_folders_out_of_reach_are_named(plain: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    away = Path("/media/stick/backups")
    remade = RemadeBackups(remade=3, unreachable=(away,))
    monkeypatch.setattr(
        plain.editor.journal, "change_passphrase", lambda _old, _new: remade, raising=False
    )
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)

    assert "3 backups were written anew in the same way." in plain.shown()
    assert "anyone can read them until you delete them" in plain.shown()
    assert str(away) in plain.shown()


def test_a_disk_that_refuses_changes_nothing(
    plain: Person, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_old: object, _new: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr(plain.editor.journal, "change_passphrase", full, raising=False)
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)

    assert "The disk is full." in plain.shown()
    assert form_of(card).form.isEnabled()
    assert not needs_passphrase(own_places)


def test_a_passphrase_is_changed(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    fill_in(form_of(card), PASSPHRASE, NEW)
    inside.lock()
    inside.unlock()
    told = inside.told()
    inside.unlock(NEW)

    assert told
    assert inside.editor.is_open


def test_a_wrong_one_is_told_at_its_field_and_changes_nothing(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    fill_in(form_of(card), "wrong", NEW)

    assert form_of(card).form.error("old") == (
        "This is not the journal’s passphrase. Nothing has changed."
    )
    assert form_of(card).old.selectedText()


def test_one_that_would_be_read_as_a_key_is_refused(plain: Person) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new="x'" + "ab" * 48 + "'")

    assert form_of(card).form.error("new") == "This one cannot be used. Please choose another."


def test_a_passphrase_is_removed(inside: Person, own_places: Places) -> None:
    card = card_of(inside)
    card.remove.click()
    fill_in(form_of(card), PASSPHRASE)

    assert not needs_passphrase(own_places)
    assert "Your journal is no longer encrypted." in inside.shown()
    assert not card.lock_now.isVisible()


def test_cancel_forgets_what_was_typed(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    form = form_of(card)
    form.old.setText(PASSPHRASE)
    next(b for b in card.findChildren(QPushButton) if b.text() == "Cancel").click()

    assert form.old.text() == ""
    assert card.change.isVisible()


def test_leaving_the_page_forgets_the_new_passphrase(plain: Person) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)
    could_print = card.outcome.print.isVisible()
    plain.window.show_page("today")
    plain.window.show_page("settings")

    assert could_print
    assert not card.outcome.print.isVisible()
    assert card.outcome.passphrase == ""


def test_a_new_passphrase_takes_the_old_ones_place_in_the_keychain(
    inside_with_keychain: Person, keychain: KeyringInMemory
) -> None:
    card = card_of(inside_with_keychain)
    card.change.click()
    fill_in(form_of(card), PASSPHRASE, NEW)

    assert keychain.passphrases == [NEW]


@pytest.fixture
def inside_with_keychain(
    encrypted: None, keychain: KeyringInMemory, own_places: Places, start: Start
) -> Person:
    """Somebody whose journal opens with the keychain."""
    Keychain(own_places.journal).keep(PASSPHRASE)
    return start(keychain=True)


def test_removing_the_passphrase_empties_the_keychain(
    inside_with_keychain: Person, keychain: KeyringInMemory, own_places: Places
) -> None:
    card = card_of(inside_with_keychain)
    card.remove.click()
    fill_in(form_of(card), PASSPHRASE)

    assert keychain.passphrases == []
    assert not kept.load(own_places.preferences).keychain


def test_the_keychain_is_chosen_in_settings_and_filled_at_the_next_unlocking(
    keychain: KeyringInMemory, inside: Person
) -> None:
    card = card_of(inside)
    card.keychain.click()
    told = keychain_waits() in inside.shown()
    before = keychain.passphrases
    inside.lock()
    inside.press(Qt.Key.Key_Return)
    inside.unlock()

    assert told
    assert before == []
    assert keychain.passphrases == [PASSPHRASE]


def test_just_after_it_was_set_it_goes_there_at_once(
    keychain: KeyringInMemory, plain: Person
) -> None:
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)
    card.keychain.click()

    assert keychain.passphrases == [NEW]


def test_a_keychain_that_refuses_is_told(
    keychain: KeyringInMemory, plain: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _w, _title, words: told.append(words))
    card = card_of(plain)
    card.set.click()
    fill_in(form_of(card), new=NEW)
    keychain.is_closed = True
    card.keychain.click()

    assert told == ["The keychain did not take the passphrase, so you will be asked for it."]
    assert not card.keychain.isChecked()


def test_without_a_keychain_settings_do_not_offer_it(inside: Person) -> None:
    assert not card_of(inside).keychain.isVisible()


# printing it later


def prints(card: PassphraseCard, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the card hands to the printer from now on."""
    sheets: list[str] = []

    def print_sheet(_printer: QPrinter, passphrase: str, _today: date) -> bool:
        sheets.append(passphrase)
        return True

    monkeypatch.setattr(card.outcome, "_ask_printer", lambda _parent: QPrinter())
    monkeypatch.setattr("journal.ui.lock.passphrase_outcome.print_sheet", print_sheet)
    return sheets


def proof_of(card: PassphraseCard) -> PassphraseProof:
    card.print.click()
    assert card.proof is not None
    return card.proof


def test_it_can_be_printed_later_by_whoever_knows_it(
    inside: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = card_of(inside)
    sheets = prints(card, monkeypatch)
    proof = proof_of(card)
    proof.line.setText(PASSPHRASE)
    proof.submit.click()

    assert sheets == [PASSPHRASE]
    assert "Handed to the printer." in inside.shown()
    inside.window.show_page("today")
    assert card.outcome.passphrase == ""
    assert PASSPHRASE not in inside.held()


@pytest.mark.parametrize("typed", ["", "velvet onion", "x'" + "ab" * 48 + "'"])
def test_another_than_the_journals_is_not_printed(
    inside: Person, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    card = card_of(inside)
    sheets = prints(card, monkeypatch)
    proof = proof_of(card)
    proof.line.setText(typed)
    proof.submit.click()

    assert sheets == []
    assert proof.form.error("passphrase")
    assert proof.submit.isEnabled()


def test_one_that_is_no_longer_the_journals_is_not_printed(
    inside: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = card_of(inside)
    sheets = prints(card, monkeypatch)
    card.change.click()
    fill_in(form_of(card), PASSPHRASE, NEW)
    for typed in (PASSPHRASE, NEW):
        proof = proof_of(card)
        proof.line.setText(typed)
        proof.submit.click()

    assert sheets == [NEW]


def test_trying_leaves_no_file_and_prints_on_a_full_disk(
    inside: Person, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr("journal.storage.backups.SqlBackupRepository.make", full)
    card = card_of(inside)
    sheets = prints(card, monkeypatch)
    before = set(own_places.data.rglob("*"))
    proof = proof_of(card)
    for typed in ("velvet onion", "velvet", PASSPHRASE):
        proof.line.setText(typed)
        proof.submit.click()

    assert sheets == [PASSPHRASE]
    assert set(own_places.data.rglob("*")) == before


def test_leaving_the_question_forgets_what_was_typed(inside: Person) -> None:
    card = card_of(inside)
    proof = proof_of(card)
    proof.line.setText(PASSPHRASE)
    proof.cancel.click()

    assert proof.line.text() == ""
    assert card.print.isVisible()


def test_without_a_passphrase_there_is_none_to_print(plain: Person) -> None:
    assert not card_of(plain).print.isVisible()


# the first start


@pytest.fixture
def first_start(plain: Person) -> FirstStart:
    return plain.application._asides().first_start


def test_the_first_start_sets_a_passphrase(
    first_start: FirstStart, plain: Person, own_places: Places
) -> None:
    before = plain.shown()
    form = first_start.passphrase.form
    form.new.setText(NEW)
    form.again.setText(NEW)
    first_start.next.click()
    done = plain.shown()
    first_start.next.click()

    assert "A passphrase (recommended)" in before
    assert "there is no recovery code" in before
    assert needs_passphrase(own_places)
    assert "Print your passphrase…" in done
    assert "What is being treated?" in plain.shown()
    assert NEW not in plain.held()


def test_the_first_start_goes_on_without(
    first_start: FirstStart, plain: Person, own_places: Places
) -> None:
    first_start.skip.click()

    assert "What is being treated?" in plain.shown()
    assert not needs_passphrase(own_places)


def test_two_that_differ_hold_the_step(first_start: FirstStart, own_places: Places) -> None:
    first_start.passphrase.form.new.setText(NEW)
    first_start.next.click()

    assert first_start.passphrase.form.form.error("again")
    assert not needs_passphrase(own_places)


# the sheet


def printed(tmp_path: Path, passphrase: str) -> str:
    """What stands on the paper that a printer was handed."""
    paper = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    outcome = PassphraseOutcome(lambda _parent: printer)
    outcome.show_outcome(("Done.",), passphrase, date(2026, 3, 10))
    outcome.print.click()
    document = QPdfDocument()
    document.load(str(paper))
    words = document.getAllText(0).text()
    document.close()
    return words


def test_the_sheet_has_the_passphrase_as_it_was_typed(styled: QApplication, tmp_path: Path) -> None:
    words = printed(tmp_path, "Velvet onion tractor")

    assert "Velvet onion tractor" in words
    assert "20 characters; 2 of them are spaces." in words
    assert "10 March 2026" in words


@pytest.mark.parametrize("passphrase", ["Il1| O0o hello ffl", "rn m äöü ß", "Ελλάδα кот"])
def test_what_is_copied_from_a_sheet_in_a_file_is_the_passphrase(
    dressed: QApplication, tmp_path: Path, passphrase: str
) -> None:
    assert passphrase in printed(tmp_path, passphrase)


def test_printing_leaves_no_file_in_the_folder_of_the_journal(
    plain: Person, own_places: Places, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = files_in(own_places.data)
    printed(tmp_path_factory.mktemp("printer"), NEW)

    assert files_in(own_places.data) == before


def test_who_thinks_better_of_it_prints_nothing(styled: QApplication) -> None:
    outcome = PassphraseOutcome(lambda _parent: None)
    outcome.show_outcome(("Done.",), NEW, date(2026, 3, 10))
    outcome.print.click()

    assert "may keep a copy" in outcome.told.text()


def lock_meanwhile(inside: Person, failure: StorageError | None = None) -> None:
    """Have the window locked while the passphrase is being changed."""
    journal: Any = inside.editor.journal
    change = journal._journal.change_passphrase

    def change_and_lock(old: str | None, new: str | None) -> object:
        inside.application.lock.lock()
        if failure is not None:
            raise failure
        return change(old, new)

    journal.change_passphrase = change_and_lock


def test_what_a_change_came_to_is_said_after_unlocking_where_it_was_locked_meanwhile(
    inside: Person, own_places: Places
) -> None:
    gone = own_places.data.parent / "stick"
    inside.editor.journal.backups.make(gone)
    shutil.rmtree(gone)
    card = card_of(inside)
    card.change.click()
    lock_meanwhile(inside)
    fill_in(form_of(card), PASSPHRASE, NEW)
    locked = inside.held()
    inside.unlock(NEW)

    assert "could not be reached" not in locked
    assert "From now on your journal opens with the new passphrase only." in inside.shown()
    assert "This folder could not be reached." in inside.shown()
    assert NEW not in inside.held()


def test_what_was_said_goes_once_the_page_is_left(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    lock_meanwhile(inside)
    fill_in(form_of(card), PASSPHRASE, NEW)
    inside.unlock(NEW)
    inside.window.show_page("today")
    inside.window.show_page("settings")

    assert "From now on" not in inside.shown()


def test_what_was_not_read_before_the_next_lock_is_said_again(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    lock_meanwhile(inside)
    fill_in(form_of(card), PASSPHRASE, NEW)
    inside.unlock(NEW)
    inside.lock()
    inside.unlock(NEW)

    assert "From now on your journal opens with the new passphrase only." in inside.shown()


def test_that_nothing_changed_is_said_after_unlocking_too(inside: Person) -> None:
    card = card_of(inside)
    card.change.click()
    lock_meanwhile(inside, StorageError(StorageProblem.DISK_FULL))
    fill_in(form_of(card), PASSPHRASE, NEW)
    inside.unlock()

    assert "disk is full" in inside.shown()
    assert "From now on" not in inside.shown()
