"""A backup wanted from the page before a locked journal, which is sound and newer."""

from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.backups import Contents
from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import Places
from journal.storage.lock import WritersLock
from journal.storage.store import JournalFile
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.wording.errors import error_sentence
from tests.ui.lock.conftest import NAME, PASSPHRASE, Person

NEWER = "Alex Newer"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody who leaves it when asked; what was asked."""
    questions: list[str] = []

    def is_sure(_dialog: RestoreDialog, question: str) -> bool:
        questions.append(question)
        return False

    monkeypatch.setattr(RestoreDialog, "is_sure", is_sure)
    return questions


@pytest.fixture
def newer(person: Person, own_places: Places) -> Person:
    """Somebody whose locked journal has a backup, and another name since."""
    journal = JournalFile(own_places.journal, person.editor.clock.now).open(PASSPHRASE, writer=True)
    journal.backups.make()
    settings = journal.settings()
    journal.apply([Edit(settings, replace(settings, patient_name=NEWER))])
    journal.close()
    return person


@pytest.fixture
def dialog(newer: Person) -> RestoreDialog:
    """The backups, after a mistyped passphrase."""
    newer.unlock("velvet onion tracto")
    newer.page.restore.click()
    (dialog,) = (d for d in newer.window.findChildren(RestoreDialog) if d.isVisible())
    return dialog


def plain_backup(folder: Path, person: Person) -> Path:
    """A journal's file that no passphrase is needed for."""
    path = folder / "plain" / "journal.db"
    path.parent.mkdir()
    JournalFile(path, person.editor.clock.now).open(writer=True).close()
    return path


def test_the_journals_passphrase_typed_for_a_backup_opens_the_journal(
    newer: Person, dialog: RestoreDialog, own_places: Places, asked: list[str]
) -> None:
    dialog.restore.click()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.restore.click()

    assert asked == []
    assert newer.editor.journal.settings().patient_name == NEWER
    assert list(own_places.data.rglob("unreadable-*")) == []
    assert not newer.is_asked


def test_it_says_that_the_journal_is_open_and_lists_what_the_backups_hold(
    newer: Person, dialog: RestoreDialog
) -> None:
    dialog.restore.click()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.restore.click()

    assert dialog.state.text().startswith("Your journal opens with this, and is open now")
    assert dialog.form.isHidden()
    assert dialog.passphrase.text() == ""
    assert dialog.table.model().index(0, 1).data() == "1"


def test_the_open_journal_can_still_go_back_to_the_backup(
    newer: Person, dialog: RestoreDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.restore.click()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.restore.click()
    monkeypatch.setattr(RestoreDialog, "is_sure", lambda _dialog, _question: True)
    dialog.restore.click()

    assert newer.editor.journal.settings().patient_name == NAME
    assert not dialog.go_back.isHidden()


def test_a_backup_without_a_passphrase_is_no_silent_end_of_the_lock(
    newer: Person, dialog: RestoreDialog, tmp_path: Path, asked: list[str]
) -> None:
    dialog.chosen.emit(plain_backup(tmp_path, newer), None)

    assert asked[0].startswith(
        "Your journal did not open with what was typed. If that was mistyped"
    )
    assert "The backup has no passphrase. Your journal has none either from then on" in asked[0]
    assert asked[0].endswith("in case its passphrase is found or it can be repaired.")


def test_a_journal_known_to_be_damaged_is_not_called_sound(
    newer: Person, tmp_path: Path, asked: list[str]
) -> None:
    restoring = newer.application.safekeeping.restoring
    dialog = restoring.ask(newer.window, StorageProblem.DAMAGED)
    dialog.chosen.emit(plain_backup(tmp_path, newer), None)
    dialog.reject()

    assert "mistyped" not in asked[0]
    assert asked[0].endswith("is kept as it is, in case it can be repaired.")


def test_a_passphrase_that_opens_neither_is_told_of_the_backup(dialog: RestoreDialog) -> None:
    dialog.restore.click()
    dialog.passphrase.setText("velvet onions")
    dialog.restore.click()

    assert dialog.form.error("passphrase").startswith("The backup does not open with this.")


def test_a_journal_that_another_program_has_is_not_put_aside(
    dialog: RestoreDialog, own_places: Places, asked: list[str]
) -> None:
    dialog.restore.click()
    lock = WritersLock(own_places.data)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.restore.click()
    lock.release()

    assert dialog.message.text() == error_sentence(StorageError(StorageProblem.IN_USE))
    assert asked == []


def test_a_passphrase_removed_by_another_program_is_not_asked_for(
    inside: Person, own_places: Places
) -> None:
    inside.lock()
    journal = JournalFile(own_places.journal, inside.editor.clock.now).open(PASSPHRASE, writer=True)
    journal.change_passphrase(PASSPHRASE, None)
    journal.close()
    inside.unlock()

    assert inside.editor.is_open
    assert not inside.editor.has_passphrase
    assert not inside.is_asked


def test_a_lock_in_the_middle_of_looking_leaves_no_dialog_that_cannot_be_closed(
    inside: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.editor.journal.backups.make()
    dialog = inside.application.safekeeping.restoring.ask(inside.window)
    journal = inside.editor.journal

    def look_and_be_locked(_file: Path, _passphrase: str | None = None) -> Contents:
        inside.application.lock.lock()
        return Contents(0, 0, 0)

    monkeypatch.setattr(journal, "preview", look_and_be_locked)
    dialog.restore.click()
    inside.unlock()

    assert inside.editor.is_open
    assert not any(d.isVisible() for d in inside.window.findChildren(RestoreDialog))
