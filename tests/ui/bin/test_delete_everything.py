"""The end of everything: asked for by a word, and what is said about the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import preferences as looks
from journal.paths import Places, drawing_folder, make_private_folder
from journal.ui.bin.delete_everything_dialog import DeleteEverythingDialog
from journal.ui.lock.keychain import Keychain, KeychainRefused
from journal.wording.lock import keychain_keeps_entry, keychain_may_have_entry
from tests.ui.driver import Driver
from tests.ui.lock.conftest import KeyringInMemory
from tests.ui.lock.conftest import keychain as keychain
from tests.ui.lock.conftest import no_real_keychain as no_real_keychain

Then = Callable[[DeleteEverythingDialog], None]


def in_settings(person: Driver, then: Then) -> None:
    """Press "Delete everything…" and do `then` with the dialog it opens."""
    failed: list[BaseException] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DeleteEverythingDialog)
        try:
            then(dialog)
        except BaseException as error:
            failed.append(error)
        finally:
            dialog.reject()

    person.window.show_page("settings")
    QTimer.singleShot(0, act)
    person.click_on("Delete everything…")
    if failed:
        raise failed[0]


def delete(person: Driver) -> Then:
    def then(dialog: DeleteEverythingDialog) -> None:
        dialog.word.setText("delete")
        person.click(dialog.delete)

    return then


def test_the_word_opens_the_way(person: Driver) -> None:
    enabled: list[bool] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        for typed in ("", "yes", " Delete "):
            dialog.word.setText(typed)
            enabled.append(dialog.delete.isEnabled())

    in_settings(person, then)

    assert enabled == [False, False, True]


def test_without_the_word_everything_stays(person: Driver, own_places: Places) -> None:
    person.type("7")
    in_settings(person, lambda dialog: dialog.reject())

    assert own_places.journal.exists()
    assert person.scores() == [{"mood": 7}]


def test_the_journal_its_backups_and_the_preferences_are_gone(
    person: Driver, own_places: Places
) -> None:
    person.type("7")
    person.editor.journal.backups.make()
    looks.save(own_places.preferences, looks.Preferences(clinic_name="Clinic"))
    in_settings(person, delete(person))

    assert not own_places.data.exists() or list(own_places.data.iterdir()) == []


def test_the_list_of_fonts_is_gone(person: Driver) -> None:
    folder = drawing_folder()
    make_private_folder(folder)
    (folder / "fontlist-v390.json").write_text("{}", "utf-8")
    in_settings(person, delete(person))
    assert not folder.parent.exists()


def test_nothing_is_left_where_the_list_of_fonts_lies_in_the_journals_folder(
    person: Driver, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_places.data / "Cache" / "matplotlib"
    monkeypatch.setattr("journal.ui.bin.deleting.drawing_folder", lambda: folder)
    make_private_folder(folder)
    (folder / "fontlist-v390.json").write_text("{}", "utf-8")
    in_settings(person, delete(person))
    assert not own_places.data.exists()


def test_a_list_of_fonts_that_stays_is_named(person: Driver) -> None:
    folder = drawing_folder()
    make_private_folder(folder.parent)
    folder.write_text("no folder, so nothing this program made", "utf-8")
    said: list[str] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        delete(person)(dialog)
        said.append(dialog.said.text())

    in_settings(person, then)
    assert folder.name in said[0]


def test_afterwards_the_window_closes_and_leaves_nothing(
    person: Driver, own_places: Places
) -> None:
    in_settings(person, delete(person))

    assert not person.window.isVisible()
    assert not own_places.preferences.exists()


def test_it_says_what_may_remain_elsewhere(person: Driver) -> None:
    said: list[str] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        delete(person)(dialog)
        said.append(dialog.said.text())

    in_settings(person, then)

    assert said[0].startswith("Your journal and the backups this program made are deleted.")
    assert "copies that a synced folder" in said[0]


def test_a_folder_that_is_gone_is_named(person: Driver, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    person.editor.journal.backups.make(stick)
    stick.rename(tmp_path / "elsewhere")
    said: list[str] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        delete(person)(dialog)
        said.append(dialog.said.text())

    in_settings(person, then)

    assert str(stick) in said[0]


def test_the_keychains_copy_goes_too(person: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Keychain] = []

    def forget(keychain: Keychain) -> None:
        asked.append(keychain)

    monkeypatch.setattr(Keychain, "forget", forget)
    person.application.preferences = looks.Preferences(keychain=True)
    in_settings(person, delete(person))

    assert len(asked) == 1


def test_the_keychains_copy_goes_where_the_preferences_were_lost(
    person: Driver, own_places: Places, keychain: KeyringInMemory
) -> None:
    Keychain(own_places.journal).keep("velvet onion")
    in_settings(person, delete(person))

    assert keychain.passphrases == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_keychain_that_does_not_answer_is_told_where_there_is_one(
    person: Driver, keychain: KeyringInMemory, is_there: bool
) -> None:
    keychain.is_closed = True
    keychain.priority = int(is_there)
    said: list[str] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        delete(person)(dialog)
        said.append(dialog.said.text())

    in_settings(person, then)

    assert said[0].endswith(keychain_may_have_entry()) is is_there


def test_a_keychain_that_keeps_it_is_told(person: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_keychain: Keychain) -> None:
        raise KeychainRefused

    monkeypatch.setattr(Keychain, "forget", refuse)
    person.application.preferences = looks.Preferences(keychain=True)
    said: list[str] = []

    def then(dialog: DeleteEverythingDialog) -> None:
        delete(person)(dialog)
        said.append(dialog.said.text())

    in_settings(person, then)

    assert said[0].endswith(keychain_keeps_entry())


@pytest.mark.parametrize("count", [0, 1, 8])
def test_all_that_remains_is_read_without_scrolling(
    qtbot: QtBot, dressed: QApplication, count: int
) -> None:
    folder = Path("/home/somebody/Documents/Backups of my journal")
    left = tuple(folder / f"journal-2026-03-{day:02}-2114.backup" for day in range(1, count + 1))
    dialog = DeleteEverythingDialog(lambda: (left, keychain_keeps_entry()))
    qtbot.addWidget(dialog)
    cut: list[int] = []

    def look() -> None:
        dressed.processEvents()
        cut.append(dialog.said.heightForWidth(dialog.said.width()) - dialog.said.height())

    dialog.show()
    look()
    dialog.word.setText("delete")
    dialog.delete.click()
    look()

    assert max(cut) <= 0
