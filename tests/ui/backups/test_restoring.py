"""The way back to a backup: from Settings, with another passphrase, and for a broken journal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from journal.domain.backups import Backup
from journal.paths import Places
from journal.storage.store import JournalFile
from journal.ui.backups import restoring
from journal.ui.backups.list_model import BackupsModel
from journal.ui.backups.restore_dialog import RestoreDialog
from tests.storage.cloud_folder import keep_online
from tests.storage.conftest import quick_keys as quick_keys
from tests.storage.damage import OF_IMPORTS, UNOPENABLE, Damage, damage_index
from tests.storage.locked_file import lock_file
from tests.ui.backups.conftest import box_of, dialog_of, settings_card
from tests.ui.driver import Driver


def back_up(person: Driver) -> None:
    person.editor.journal.backups.make()


def rated(person: Driver) -> list[int]:
    return [score["mood"] for score in person.scores()]


@pytest.fixture
def two_moods(person: Driver) -> Driver:
    """A mood of 7 that is in the backup of yesterday, and one of 3 that was entered since."""
    person.type("7")
    back_up(person)
    person.clock.forward(days=1)
    person.page.look_at_clock()
    person.click(person.score_button("Mood", 3))
    return person


def ask(person: Driver) -> None:
    person.click(settings_card(person).restore)


def cells(person: Driver) -> list[list[str]]:
    model = dialog_of(person).table.model()
    assert isinstance(model, BackupsModel)
    return [
        [str(model.data(model.index(place, column))) for column in range(model.columnCount())]
        for place in range(model.rowCount())
    ]


def test_backups_are_listed_with_their_dates_and_counts(two_moods: Driver) -> None:
    ask(two_moods)

    assert cells(two_moods) == [
        ["yesterday 21:14", "1", "0", "0", "10 March 2026", "10 March 2026"]
    ]


def test_one_of_an_earlier_passphrase_says_so_across_the_counts(
    two_moods: Driver, own_places: Places, quick_keys: None
) -> None:
    (file,) = (own_places.data / "backups").glob("*.db")
    lock_file(file, "given up")
    ask(two_moods)

    assert cells(two_moods) == [
        ["yesterday 21:14", "opens with an earlier passphrase", "", "", "", ""]
    ]
    assert dialog_of(two_moods).table.columnSpan(0, 1) == 5


def test_one_that_would_be_downloaded_says_so_across_the_counts(
    two_moods: Driver, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_online(monkeypatch, *(own_places.data / "backups").glob("*.db"))
    ask(two_moods)

    assert cells(two_moods) == [["yesterday 21:14", "online only, not looked into", "", "", "", ""]]
    assert dialog_of(two_moods).table.columnSpan(0, 1) == 5


def test_nothing_is_restored_before_the_person_knows_what_it_does(
    two_moods: Driver, sure: list[str]
) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)

    assert sure == [
        "The backup from yesterday 21:14 holds 1 check-in, 0 sessions, 0 side effects; "
        "10 March 2026 – 10 March 2026."
        "\n\nYour journal becomes what it was then. What was entered after that is not in it. "
        "Your journal holds 1 check-in that the backup does not hold. "
        "It has entries on 1 later day: 11 March 2026."
        "\n\nThe journal you have now is kept among the backups, so you can go back to it."
    ]


def test_the_journal_is_what_it_was(two_moods: Driver, sure: list[str]) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)

    assert rated(two_moods) == [7]
    assert two_moods.says("Restored: your journal is as it was in the backup.")


def test_every_page_shows_it_at_once(two_moods: Driver, sure: list[str]) -> None:
    two_moods.window.show_page("today")
    before = two_moods.rated()
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)
    dialog_of(two_moods).accept()
    two_moods.window.show_page("today")

    assert (before, two_moods.rated()) == ({"Mood": "3"}, {})


def test_what_was_done_before_cannot_be_undone_into_it(two_moods: Driver, sure: list[str]) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)

    dialog_of(two_moods).reject()

    assert not two_moods.editor.undo_stack.canUndo()
    assert "Undo" not in two_moods.texts()


def test_the_way_back_is_offered_where_it_was_restored(two_moods: Driver, sure: list[str]) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)
    two_moods.click(dialog_of(two_moods).go_back)

    assert rated(two_moods) == [7, 3]


def test_the_way_back_stays_in_settings(two_moods: Driver, sure: list[str]) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)
    dialog_of(two_moods).reject()
    two_moods.click(settings_card(two_moods).go_back)

    assert rated(two_moods) == [7, 3]


def test_going_back_says_first_what_was_entered_since(two_moods: Driver, sure: list[str]) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)
    dialog_of(two_moods).reject()
    two_moods.window.show_page("today")
    two_moods.click(two_moods.score_button("Mood", 5))
    two_moods.click(settings_card(two_moods).go_back)

    assert sure[1].startswith("Before the restore your journal held 2 check-ins, ")
    assert "Your journal holds 1 check-in that the backup does not hold." in sure[1]
    assert rated(two_moods) == [7, 3]


def test_somebody_who_thinks_better_of_it_does_not_go_back(
    two_moods: Driver, sure: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(two_moods)
    two_moods.click(dialog_of(two_moods).restore)
    monkeypatch.setattr(restoring, "is_sure", lambda *_asked: False)
    two_moods.click(dialog_of(two_moods).go_back)

    assert rated(two_moods) == [7]
    assert not settings_card(two_moods).go_back.isHidden()


def test_without_a_restore_there_is_no_way_back(two_moods: Driver) -> None:
    assert settings_card(two_moods).go_back.isHidden()


# a journal that opens, and is damaged inside


@pytest.fixture
def damaged_inside(keeping: Driver, own_places: Places) -> Driver:
    """A person whose journal was backed up with a mood of 7, and then damaged; it still opens."""
    keeping.editor.open()
    keeping.type("7")
    back_up(keeping)
    keeping.editor.close()
    damage_index(own_places.journal, OF_IMPORTS)
    keeping.editor.is_closed = False
    keeping.editor.open()
    return keeping


def test_no_way_back_is_promised_to_a_damaged_journal(
    damaged_inside: Driver, sure: list[str], own_places: Places
) -> None:
    broken = own_places.journal.read_bytes()
    ask(damaged_inside)
    dialog = dialog_of(damaged_inside)
    damaged_inside.click(dialog.restore)

    assert "you can go back" not in sure[0]
    assert "The journal you have now is damaged. Its file is kept as it is" in sure[0]
    assert rated(damaged_inside) == [7]
    assert dialog.go_back.isHidden()
    assert settings_card(damaged_inside).go_back.isHidden()
    kept = Path(dialog.outcome.text().split("in case it can be repaired: ")[1])
    assert kept.read_bytes() == broken


# other passphrases, other files


def encrypted(folder: Path, person: Driver, passphrase: str) -> Path:
    """Another journal's file, which opens with a passphrase of its own."""
    path = folder / "other" / "journal.db"
    path.parent.mkdir()
    journal = JournalFile(path, person.clock.now).open(writer=True)
    journal.change_passphrase(None, passphrase)
    journal.close()
    return path


def test_a_file_with_another_passphrase_asks_for_it(
    person: Driver, tmp_path: Path, sure: list[str]
) -> None:
    file = encrypted(tmp_path, person, "one two")
    ask(person)
    dialog = dialog_of(person)
    dialog.chosen.emit(file, None)
    asks = dialog.form.isVisible()
    dialog.passphrase.setText("one two")
    person.click(dialog.restore)

    assert asks
    assert person.editor.has_passphrase


def restore_encrypted(person: Driver, folder: Path) -> RestoreDialog:
    file = encrypted(folder, person, "one two")
    ask(person)
    dialog = dialog_of(person)
    dialog.chosen.emit(file, "one two")
    return dialog


def test_a_passphrase_the_backup_brings_is_named_before(
    person: Driver, tmp_path: Path, sure: list[str]
) -> None:
    restore_encrypted(person, tmp_path)

    assert (
        "The backup has a passphrase and your journal has none. From then on your journal and its "
        "other backups open only with that passphrase."
    ) in sure[0]


def test_a_passphrase_the_backup_brought_is_named_afterwards(
    person: Driver, tmp_path: Path, sure: list[str]
) -> None:
    dialog = restore_encrypted(person, tmp_path)

    assert (
        "From now on your journal opens only with the passphrase of the backup, and so do its "
        "other backups that could be reached."
    ) in dialog.outcome.text()


def test_going_back_keeps_the_passphrase_and_says_so(
    person: Driver, tmp_path: Path, sure: list[str]
) -> None:
    dialog = restore_encrypted(person, tmp_path)
    person.click(dialog.go_back)

    assert person.editor.has_passphrase
    assert "It keeps the passphrase that the restore brought; Settings removes it." in sure[1]
    assert person.says("Your journal is as it was before. It keeps the passphrase.")


def test_a_wrong_passphrase_is_told_at_the_field(person: Driver, tmp_path: Path) -> None:
    file = encrypted(tmp_path, person, "one two")
    ask(person)
    dialog = dialog_of(person)
    dialog.chosen.emit(file, "three")

    assert dialog.form.error("passphrase").startswith("The backup does not open with this.")
    assert not person.editor.has_passphrase


def test_a_file_that_is_no_backup_changes_nothing(person: Driver, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear doctor, " * 100)
    ask(person)
    dialog = dialog_of(person)
    dialog.chosen.emit(file, None)

    assert dialog.message.text().endswith("Nothing was changed.")
    assert dialog.cancel.isEnabled()


def test_without_a_backup_the_dialog_says_so(person: Driver) -> None:
    ask(person)

    assert dialog_of(person).state.text().startswith("There is no backup here yet.")
    assert not dialog_of(person).restore.isEnabled()


# a journal that does not open


@pytest.fixture
def damaged(keeping: Driver, own_places: Places) -> Driver:
    """A person whose journal was backed up with a mood of 7, and then damaged."""
    return damaged_by(damage_first_page, keeping, own_places)


def damaged_by(damage: Damage, person: Driver, places: Places) -> Driver:
    person.editor.open()
    person.type("7")
    back_up(person)
    person.editor._journal.close()  # type: ignore[union-attr]  # it is open
    person.editor._journal = None
    damage(places.journal)
    person.editor.open()
    return person


def damage_first_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xff" * 3900
    path.write_bytes(content)


ONE_BIT = ("a form that is no number", "two forms", "another way to write")


@pytest.mark.parametrize("kind", ONE_BIT)
def test_one_turned_bit_that_keeps_it_from_opening_leaves_the_way_back(
    keeping: Driver, own_places: Places, sure: list[str], kind: str
) -> None:
    damaged = damaged_by(UNOPENABLE[kind], keeping, own_places)
    box = box_of(damaged)
    told = box.text()
    damaged.click_on("Restore from a backup…", box)
    damaged.click(dialog_of(damaged).restore)

    assert "damaged" in told
    assert rated(damaged) == [7]


def test_a_damaged_journal_offers_its_backups(damaged: Driver, sure: list[str]) -> None:
    box = box_of(damaged)
    damaged.click_on("Restore from a backup…", box)
    damaged.click(dialog_of(damaged).restore)

    assert rated(damaged) == [7]
    assert sure[0].startswith("The backup from today 21:14 holds 1 check-in, ")
    assert sure[0].endswith(
        "What was entered after that is not in it. "
        "How much that is cannot be told, because the file does not open.\n\n"
        "The file that does not open is kept as it is, in case it can be repaired."
    )


def test_what_would_be_lost_is_named_before_anything_is_chosen(damaged: Driver) -> None:
    assert box_of(damaged).informativeText() == (
        "The newest verified backup is from today 21:14 and holds 1 check-in, 0 sessions, "
        "0 side effects; 10 March 2026 – 10 March 2026. What was entered after that is not in it."
    )


def test_a_file_from_elsewhere_tells_no_date(
    damaged: Driver, sure: list[str], tmp_path: Path, backup_files: Callable[[], tuple[Backup, ...]]
) -> None:
    copied = tmp_path / "copied.db"
    copied.write_bytes(backup_files()[0].file.read_bytes())
    damaged.click_on("Restore from a backup…", box_of(damaged))
    dialog_of(damaged).chosen.emit(copied, None)

    assert sure[0].startswith("The backup holds 1 check-in, ")


def test_the_damaged_file_is_kept_and_named(
    damaged: Driver, sure: list[str], own_places: Places
) -> None:
    broken = own_places.journal.read_bytes()
    damaged.click_on("Restore from a backup…", box_of(damaged))
    dialog = dialog_of(damaged)
    damaged.click(dialog.restore)

    kept = Path(dialog.outcome.text().split("is kept here: ")[1])
    assert kept.read_bytes() == broken


def test_thinking_better_of_it_leads_back_to_the_choice(damaged: Driver) -> None:
    damaged.click_on("Restore from a backup…", box_of(damaged))
    dialog_of(damaged).reject()

    assert any("damaged" in text.text() for text in box_of(damaged).findChildren(QLabel))


def test_the_journals_own_file_is_no_backup_of_it(
    two_moods: Driver, own_places: Places, sure: list[str]
) -> None:
    ask(two_moods)
    dialog_of(two_moods).chosen.emit(own_places.journal, None)

    assert sure == []
    assert dialog_of(two_moods).message.text() == (
        "This is the journal itself, and no backup of it. Nothing was changed."
    )
    two_moods.click(two_moods.score_button("Mood", 4))
    assert rated(two_moods) == [7, 4]
