"""Backups that are made by themselves: at the end, in between, before a lock; and what is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.backups import EVERY, Backup
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import Places
from journal.storage.backups import SqlBackupRepository
from journal.storage.store import JournalFile
from journal.ui.backups.reminder import BackupReminder
from tests.storage.conftest import quick_keys as quick_keys
from tests.storage.damage import OF_IMPORTS, damage_index
from tests.storage.locked_file import lock_file
from tests.ui.backups.conftest import dialog_of, settings_card
from tests.ui.driver import Driver

Files = Callable[[], tuple[Backup, ...]]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder takes a backup."""

    def refuse(*_: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr(SqlBackupRepository, "make", refuse)


def test_closing_makes_a_backup_of_what_was_entered(
    keeping: Driver, backup_files: Files, own_places: Places
) -> None:
    keeping.editor.open()
    keeping.type("7")
    keeping.window.close()

    (backup,) = backup_files()
    store = JournalFile(own_places.journal, keeping.clock.now)
    assert store.preview(backup.file).check_ins == 1


def test_the_window_is_gone_before_the_last_backup_is_made(
    keeping: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    visible: list[bool] = []
    make = SqlBackupRepository.make

    def watched(repository: SqlBackupRepository, folder: Path | None = None) -> object:
        visible.append(keeping.window.isVisible())
        return make(repository, folder)

    monkeypatch.setattr(SqlBackupRepository, "make", watched)
    keeping.editor.open()
    keeping.type("7")
    keeping.window.close()

    assert visible == [False]


def test_nothing_changed_nothing_backed_up(keeping: Driver, backup_files: Files) -> None:
    keeping.editor.open()
    keeping.type("7")
    keeping.application.safekeeping.keeper.back_up_now()
    before = backup_files()
    keeping.window.close()

    assert backup_files() == before


def test_every_half_hour_of_use_there_is_one_where_something_changed(
    keeping: Driver, backup_files: Files
) -> None:
    keeping.editor.open()
    keeper = keeping.application.safekeeping.keeper
    keeping.type("7")
    assert keeper._timer.interval() == EVERY.total_seconds() * 1000

    keeper._timer.timeout.emit()
    keeping.clock.forward(minutes=30)
    keeper._timer.timeout.emit()

    assert len(backup_files()) == 1


def test_a_window_that_was_not_told_to_keeps_none(person: Driver, backup_files: Files) -> None:
    person.type("7")
    person.window.close()

    assert backup_files() == ()


def test_a_disk_that_is_full_does_not_keep_the_window_open(
    keeping: Driver, full_disk: None, own_places: Places
) -> None:
    keeping.editor.open()
    keeping.type("7")
    keeping.window.close()

    assert not keeping.window.isVisible()
    assert not keeping.editor.is_open


def test_a_lock_makes_the_backup_that_closing_a_locked_window_cannot(
    keeping: Driver, backup_files: Files
) -> None:
    keeping.editor.open()
    keeping.editor.change_passphrase(None, "a b c", lambda _r: None, _raise)
    keeping.type("7")
    keeping.editor.lock()

    assert len(backup_files()) == 1


def test_a_lock_backs_up_what_was_changed_while_a_backup_was_being_made(
    keeping: Driver, backup_files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.editor.open()
    keeping.editor.change_passphrase(None, "a b c", lambda _r: None, _raise)
    keeping.type("7")
    make = SqlBackupRepository.make
    counts = []

    def make_and_lock(repository: SqlBackupRepository, folder: Path | None = None) -> object:
        outcome = make(repository, folder)
        counts.append(len(backup_files()))
        if len(counts) == 1:
            keeping.clock.forward(minutes=1)
            keeping.type("9")
            keeping.editor.lock()
        return outcome

    monkeypatch.setattr(SqlBackupRepository, "make", make_and_lock)
    keeping.application.safekeeping.keeper.back_up_now()

    assert counts == [1, 2]


# what is told on Today


def reminder(person: Driver) -> BackupReminder:
    person.application._add_asides()
    (found,) = person.window.findChildren(BackupReminder)
    return found


def entered_days_ago(person: Driver, days: int) -> None:
    """A journal that was last changed some days ago, and never backed up."""
    person.editor.open()
    person.type("7")
    person.clock.forward(days=days)


def test_after_more_than_a_week_a_backup_is_tried_at_once(
    keeping: Driver, own_places: Places, backup_files: Files
) -> None:
    JournalFile(own_places.journal, keeping.clock.now).open(writer=True).close()
    keeping.clock.forward(days=8)
    keeping.editor.open()

    assert len(backup_files()) == 1
    assert reminder(keeping).isHidden()


def test_what_failed_before_the_line_was_there_is_told_at_once(
    keeping: Driver, full_disk: None, qtbot: QtBot
) -> None:
    entered_days_ago(keeping, 8)
    keeping.application.safekeeping.keeper.back_up_if_due()

    line = reminder(keeping)
    qtbot.waitUntil(line.isVisible)


def test_not_now_lasts_until_tomorrow_for_a_line_made_anew(
    keeping: Driver, full_disk: None, qtbot: QtBot
) -> None:
    entered_days_ago(keeping, 8)
    keeper = keeping.application.safekeeping.keeper
    keeper.back_up_if_due()
    reminder(keeping).later.click()
    again = BackupReminder(keeping.editor, keeper, lambda _parent: None)
    qtbot.addWidget(again)
    qtbot.wait(1)

    assert again.isHidden()


def test_where_that_fails_too_today_says_so(keeping: Driver, full_disk: None) -> None:
    entered_days_ago(keeping, 8)
    line = reminder(keeping)
    keeping.application.safekeeping.keeper.back_up_if_due()

    assert line.isVisible()
    assert line.words.text() == (
        "There is no verified backup of your journal yet. No backup was made: the disk is full. "
        "Your journal is safe. Make some room, then press “Back up now”."
    )


def test_before_a_week_is_over_a_failure_is_told_in_settings_alone(
    keeping: Driver, full_disk: None
) -> None:
    entered_days_ago(keeping, 6)
    line = reminder(keeping)
    keeping.application.safekeeping.keeper.back_up_if_due()

    assert line.isHidden()
    assert settings_card(keeping).state.text().startswith("No backup was made: the disk is full.")


def test_damage_is_told_at_once_with_the_way_back(
    keeping: Driver, own_places: Places, backup_files: Files
) -> None:
    keeping.editor.open()
    keeping.type("7")
    keeper, line = keeping.application.safekeeping.keeper, reminder(keeping)
    keeper.back_up_if_due()
    keeping.press(Qt.Key.Key_Tab)
    keeping.type("4")
    damage_index(own_places.journal, OF_IMPORTS)

    keeper.back_up_if_due()

    assert line.isVisible()
    assert "the journal’s file is damaged" in line.words.text()
    assert not line.now.isVisible()
    keeping.click(line.restore)
    assert dialog_of(keeping).isVisible()


def test_what_a_killed_program_left_undone_is_made_up_for_soon(
    keeping: Driver, own_places: Places, backup_files: Files
) -> None:
    JournalFile(own_places.journal, keeping.clock.now).open(writer=True).close()
    keeping.editor.open()
    before = len(backup_files())

    keeping.application.safekeeping.keeper.soon.timeout.emit()

    assert (before, len(backup_files())) == (0, 1)


def test_not_now_is_for_the_rest_of_the_day(keeping: Driver, full_disk: None) -> None:
    entered_days_ago(keeping, 8)
    line, keeper = reminder(keeping), keeping.application.safekeeping.keeper
    keeper.back_up_if_due()
    keeping.click(line.later)
    keeper.back_up_if_due()
    same_day = line.isVisible()
    keeping.clock.forward(days=1)
    keeper.back_up_if_due()

    assert (same_day, line.isVisible()) == (False, True)


# in Settings


def test_settings_say_when_the_last_one_was_made(keeping: Driver) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    before = card.state.text()
    keeping.click(card.now)

    assert before == "No verified backup yet. One is made when you close the window."
    assert card.state.text() == "Last verified backup: today 21:14."
    assert card.now.isEnabled()


def test_another_folder_gets_every_backup_too(
    keeping: Driver, tmp_path: Path, backup_files: Files
) -> None:
    other = tmp_path / "stick"
    other.mkdir()
    keeping.editor.open()
    card = settings_card(keeping)
    card.folder_chosen.emit(other)

    assert [backup.file.parent.name for backup in backup_files()] == ["backups", "stick"]
    assert card.folder.text() == str(other)


def test_a_folder_that_is_gone_is_told_at_the_folder(keeping: Driver, tmp_path: Path) -> None:
    other = tmp_path / "stick"
    other.mkdir()
    keeping.editor.open()
    card = settings_card(keeping)
    card.folder_chosen.emit(other)
    for file in other.iterdir():
        file.unlink()
    other.rmdir()
    keeping.click(card.now)

    assert card.state.text() == (
        f"Last verified backup: today 21:14. {other} got none: it cannot be reached."
    )
    assert card.form.error("folder").startswith("This folder cannot be reached at the moment.")


def test_the_journals_own_folder_is_no_other_one(
    keeping: Driver, own_places: Places, tmp_path: Path
) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    keeping.click(card.now)
    card.folder_chosen.emit(own_places.data / "backups")

    assert card.form.error("folder").startswith("This is the journal’s own folder")
    assert card.folder.text() == ""
    assert keeping.editor.journal.backups.folder is None


def test_after_a_failure_the_last_one_is_still_named(
    keeping: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    keeping.click(card.now)
    make = f"{SqlBackupRepository.__module__}.make_backup"
    monkeypatch.setattr(make, lambda *_: _raise(StorageError(StorageProblem.DISK_FULL)))
    keeping.click(card.now)

    assert card.state.text().startswith(
        "Last verified backup: today 21:14. No backup was made: the disk is full."
    )


def test_who_can_read_another_folder_is_said_without_a_passphrase(
    keeping: Driver, quick_keys: None
) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    before = card.open_to_others.isVisible()
    keeping.editor.change_passphrase(None, "velvet", lambda _done: None, _raise)
    card.parentWidget().refresh()  # type: ignore[union-attr]  # the section it stands in

    assert before
    assert not card.open_to_others.isVisible()


def test_no_other_folder_from_now_on(keeping: Driver, tmp_path: Path) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    card.folder_chosen.emit(tmp_path)
    keeping.click(card.forget)

    assert keeping.editor.journal.backups.folder is None
    assert card.forget.isHidden()


@pytest.fixture
def lost_list(keeping: Driver, own_places: Places, tmp_path: Path) -> Driver:
    """Settings of a journal with one more folder that nobody knows any more."""
    keeping.editor.open()
    keeping.editor.journal.backups.choose(tmp_path)
    keeping.editor.journal.backups.make()
    for file in own_places.data.rglob("folders.json"):
        file.write_bytes(b"")
    return keeping


def test_a_lost_list_of_folders_is_told_until_one_is_chosen(
    lost_list: Driver, tmp_path: Path
) -> None:
    card = settings_card(lost_list)
    lost_list.click(card.now)
    told = card.form.error("folder")
    card.folder_chosen.emit(tmp_path)

    assert told.startswith("The list of your folders for backups was lost. If you had one more")
    assert told.endswith("If you had none, press “None”.")
    assert card.form.error("folder") == ""
    assert card.folder.text() == str(tmp_path)


def test_no_folder_is_an_answer_to_a_lost_list(lost_list: Driver) -> None:
    card = settings_card(lost_list)
    lost_list.click(card.forget)
    lost_list.click(card.now)

    assert card.form.error("folder") == ""
    assert card.forget.isHidden()


def test_backups_of_an_earlier_passphrase_are_counted_on_the_card(
    keeping: Driver, backup_files: Files, quick_keys: None
) -> None:
    keeping.editor.open()
    card = settings_card(keeping)
    keeping.click(card.now)
    before = card.earlier.isHidden()
    lock_file(backup_files()[0].file, "given up")
    keeping.click(card.now)

    assert before
    assert card.earlier.isVisible()
    assert card.earlier.text() == (
        "1 backup opens only with an earlier passphrase. Keep that passphrase for as long as you "
        "may want to go back to it, or delete the file."
    )


def test_every_button_of_the_card_has_words(keeping: Driver) -> None:
    keeping.editor.open()
    buttons = settings_card(keeping).findChildren(QPushButton)

    assert all(button.accessibleName() or button.text() for button in buttons)


def _raise(error: Exception) -> None:
    raise error
