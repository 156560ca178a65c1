"""`backup`, `backups` and `restore`."""

import getpass
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.edit import Edit
from tests.cli.conftest import NOW, Program
from tests.storage.cloud_folder import keep_online, opened_files
from tests.storage.conftest import quick_keys as quick_keys
from tests.storage.damage import UNOPENABLE, Damage, damage_index, turn_bit
from tests.storage.full_disk import largest_file
from tests.storage.locked_file import lock_file
from tests.storage.test_opening import of_a_newer_program
from tests.storage.test_read_only import modes_hold as modes_hold

HOLDS = "1 check-in, 0 sessions, 0 side effects"
MORE = (
    "Your journal holds 1 check-in that the backup does not hold. "
    "It has entries on 1 later day: 14 March 2026."
)


def backups(program: Program) -> list[Path]:
    return sorted((program.data / "backups").glob("journal-*.db"))


def notes(program: Program) -> int:
    return len(program.records().check_ins)


def test_a_backup_says_where_it_is_and_what_it_holds(used: Program) -> None:
    said = used.prints("backup")
    (file,) = backups(used)
    assert said == f"Backup made and checked: {file} ({HOLDS})\n"


def test_one_more_folder_gets_one_too(used: Program, tmp_path: Path) -> None:
    said = used.prints("backup", str(tmp_path / "stick"))
    (file,) = (tmp_path / "stick").iterdir()
    assert [line.split()[4] for line in said.splitlines()] == [str(backups(used)[0]), str(file)]


def test_the_folder_is_where_the_caller_is(used: Program, somewhere: Path) -> None:
    used.prints("backup", ".")
    assert len(list(somewhere.iterdir())) == 1


def test_a_folder_that_takes_none_is_told_and_the_others_have_theirs(
    used: Program, tmp_path: Path
) -> None:
    (place := tmp_path / "a file").write_text("not a folder")
    answer = used("backup", str(place))
    assert answer.code == 1
    assert answer.out.count("Backup made and checked") == 1
    assert answer.err.startswith(f"No backup in {place}: it cannot be reached.")


def test_a_window_lets_backups_be_made(open_in_a_window: Program) -> None:
    open_in_a_window.prints("backup")
    assert len(backups(open_in_a_window)) == 1


@pytest.mark.parametrize("command", ["backup", "backups"])
def test_without_a_journal_nothing_is_created(program: Program, command: str) -> None:
    assert "no journal here yet" in program.refuses(command)
    assert not program.data.exists()


def test_a_damaged_journal_gets_none(used: Program) -> None:
    damage_index(used.file)
    assert "is damaged" in used.refuses("backup")
    assert backups(used) == []


def test_a_read_only_journal_is_backed_up_elsewhere(
    used: Program, tmp_path: Path, modes_hold: None
) -> None:
    used.data.chmod(0o500)
    answer = used("backup", str(tmp_path / "stick"))
    used.data.chmod(0o700)
    assert (answer.code, answer.out.count("Backup made and checked")) == (1, 1)
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_they_are_listed_the_newest_first(used: Program) -> None:
    used.prints("backup")
    used.saves("log", "--mood", "7")
    used.clock.time = datetime.fromisoformat("2026-07-01T10:05+00:00")
    used.prints("backup")
    first, second = backups(used)
    assert used.prints("backups").splitlines() == [
        f"1 July 2026, 12:05: 2 check-ins, 0 sessions, 0 side effects: {second}",
        f"14 March 2026, 21:14: {HOLDS}: {first}",
    ]


def test_where_there_is_none_it_says_how_to_make_one(used: Program) -> None:
    assert used.prints("backups") == "There is no backup yet; `backup` makes one.\n"


def test_what_cannot_be_opened_or_reached_is_listed_as_such(used: Program, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    used.prints("backup", str(stick))
    stick.rename(tmp_path / "drawer")
    (file,) = backups(used)
    file.write_bytes(file.read_bytes()[:5000])
    lines = used.prints("backups").splitlines()
    assert lines == [
        f"14 March 2026, 21:14: damaged, or with another passphrase: {file}",
        f"Not there at the moment: {stick}",
    ]


def test_one_of_an_earlier_passphrase_is_listed_as_such(used: Program, quick_keys: None) -> None:
    used.prints("backup")
    (file,) = backups(used)
    lock_file(file, "given up")
    line = f"14 March 2026, 21:14: opens with an earlier passphrase: {file}"
    assert line in used.prints("backups").splitlines()


def test_one_that_would_be_downloaded_is_not_looked_into(
    used: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither where the journal opens nor where it does not."""
    used.prints("backup")
    (file,) = backups(used)
    keep_online(monkeypatch, file)
    line = f"14 March 2026, 21:14: online only, not looked into: {file}"
    with opened_files(file.parent) as opened:
        assert line in used.prints("backups").splitlines()
        (used.data / "journal.db").write_bytes(b"no journal")
        assert line in used("backups").out.splitlines()
    assert file.name not in opened


def test_a_lost_list_of_folders_is_told_until_one_is_named(used: Program, tmp_path: Path) -> None:
    stick = str(tmp_path / "stick")
    used.prints("backup", stick)
    for file in used.data.rglob("folders.json"):
        file.unlink()
    words = "The list of your folders for backups was lost. If you had one more folder, `backup F"
    for command in ("backups", "backup"):
        answer = used(command)
        assert (answer.code, answer.err[: len(words)]) == (0, words)
    assert used("backup", stick).err == ""
    assert used("backups").err == ""


@pytest.fixture
def changed(used: Program) -> Program:
    """A journal with two check-ins, and a backup with the first of them."""
    used.prints("backup")
    used.clock.time = NOW + timedelta(minutes=10)
    used.saves("log", "--mood", "7")
    return used


def test_a_restore_says_what_it_does_and_how_to_take_it_back(changed: Program) -> None:
    (file,) = backups(changed)
    said = changed.prints("restore", str(file)).splitlines()
    _file, kept = backups(changed)
    assert said == [
        f"The backup holds {HOLDS}; 1 March 2026 to 1 March 2026.",
        MORE,
        f"Restored. The journal holds {HOLDS}; 1 March 2026 to 1 March 2026.",
        f"What it was is kept: {kept}. Restoring that file takes this back.",
    ]
    assert notes(changed) == 1
    assert "what a restore put aside" in changed.prints("backups")
    changed.prints("restore", str(kept))
    assert notes(changed) == 2


def test_a_preview_changes_nothing(changed: Program) -> None:
    (file,) = backups(changed)
    before = changed.file.read_bytes()
    said = changed.prints("restore", "--preview", str(file))
    assert said == f"The backup holds {HOLDS}; 1 March 2026 to 1 March 2026.\n{MORE}\n"
    assert changed.file.read_bytes() == before
    assert backups(changed) == [file]


def test_a_window_keeps_its_journal(open_in_a_window: Program) -> None:
    open_in_a_window.prints("backup")
    before = open_in_a_window.file.read_bytes()
    words = open_in_a_window.refuses("restore", str(backups(open_in_a_window)[0]))
    assert "open in a window" in words
    assert open_in_a_window.file.read_bytes() == before


def text(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 4096)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file.write_bytes(b""), "This file is empty."),
        (text, "This file is not a backup of a journal."),
        (damage_index, "This backup is damaged. An older one may be sound."),
        (of_a_newer_program, "This backup was made by a newer version of the program."),
    ],
    ids=["empty", "text", "damaged", "newer"],
)
def test_a_bad_backup_is_told_as_such_and_changes_nothing(
    changed: Program, tmp_path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    spoiled = backups(changed)[0].rename(tmp_path / "spoiled.db")
    spoil(spoiled)
    before = changed.file.read_bytes()
    said = changed.refuses("restore", str(spoiled))
    assert said.startswith(words)
    assert said.endswith("Nothing was changed.")
    assert changed.file.read_bytes() == before


def test_a_file_that_is_not_there_is_refused(changed: Program, tmp_path: Path) -> None:
    assert "gone.db" in changed.refuses("restore", str(tmp_path / "gone.db"))


def test_the_journal_is_no_backup_of_itself(changed: Program) -> None:
    assert "the journal itself" in changed.refuses("restore", str(changed.file))


def test_a_journal_that_does_not_open_gives_way(changed: Program) -> None:
    (file,) = backups(changed)
    changed.file.write_bytes(b"Dear diary, " * 4096)
    said = changed.prints("restore", str(file))
    assert "is kept" in said
    assert notes(changed) == 1


@pytest.mark.parametrize("damage", UNOPENABLE.values(), ids=UNOPENABLE)
def test_a_turned_bit_that_keeps_it_from_opening_leaves_the_way_back(
    changed: Program, damage: Damage
) -> None:
    (file,) = backups(changed)
    damage(changed.file)
    assert "is damaged" in changed.refuses("log", "--mood", "7")
    said = changed.prints("restore", str(file))
    assert "is kept" in said
    assert notes(changed) == 1
    changed.saves("log", "--mood", "7")


OPENABLE: dict[str, Damage] = {
    "note of the bin": turn_bit(60, 7),
    "bin": lambda file: overwrite(file, "deleted_record", "record"),
    "last change": lambda file: overwrite(file, "check_in", "changed_at"),
    "settings": lambda file: overwrite(file, "journal_settings", "day_starts_at"),
}


def overwrite(file: Path, table: str, column: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = '{{}}'")
        connection.commit()


@pytest.mark.parametrize("damage", OPENABLE.values(), ids=OPENABLE)
def test_a_turned_bit_that_it_opens_with_leaves_the_way_back(
    changed: Program, damage: Damage
) -> None:
    (file,) = backups(changed)
    changed.change(lambda journal: [Edit(journal.check_ins.between()[0], None)])
    damage(changed.file)
    assert "Restored." in changed.prints("restore", str(file))
    assert notes(changed) == 1
    changed.saves("log", "--mood", "7")


def test_a_journal_that_opens_and_is_damaged_promises_no_way_back(changed: Program) -> None:
    (file,) = backups(changed)
    damage_index(changed.file)
    damaged = changed.file.read_bytes()
    said = changed.prints("restore", str(file))
    (kept,) = (changed.data / "backups").glob("unreadable-*")
    assert said.endswith(f"in case it can be repaired: {kept}\n")
    assert "takes this back" not in said
    assert kept.read_bytes() == damaged


@pytest.fixture(params=["empty", "text", "damaged", "gone"])
def broken(request: pytest.FixtureRequest, changed: Program) -> Program:
    """A journal with a backup that does not open any more."""
    spoil: dict[str, Callable[[Path], object]] = {
        "empty": lambda file: file.write_bytes(b""),
        "text": text,
        "damaged": lambda file: file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 8192),
        "gone": lambda file: file.unlink(),
    }
    spoil[request.param](changed.file)
    return changed


def test_a_journal_that_does_not_open_has_its_backups_listed(broken: Program) -> None:
    (file,) = backups(broken)
    answer = broken("backups")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert answer.out == f"14 March 2026, 21:14: {HOLDS}: {file}\n"


def test_a_new_computer_starts_with_a_backup(changed: Program, tmp_path: Path) -> None:
    (file,) = backups(changed)
    moved = file.rename(tmp_path / file.name)
    changed.data.rename(tmp_path / "old computer")
    said = changed.prints("restore", str(moved))
    assert "is kept" not in said
    assert notes(changed) == 1


@pytest.fixture
def passphrase(tmp_path: Path, quick_keys: None) -> tuple[str, str]:
    """The option with the passphrase."""
    (file := tmp_path / "passphrase.txt").write_text("correct horse\n")
    return "--passphrase-file", str(file)


def test_a_locked_journal_stays_locked(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    unreached = tmp_path / "unreached.db"
    unreached.write_bytes(backups(changed)[0].read_bytes())
    changed.prints(*passphrase, "passphrase", "set")
    changed.prints(*passphrase, "restore", str(unreached))
    assert b"SQLite" not in changed.file.read_bytes()
    assert changed.prints(*passphrase, "check").endswith(f"{HOLDS}\n")


def test_a_locked_backup_on_a_new_computer(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    changed.prints(*passphrase, "passphrase", "set")
    moved = backups(changed)[0].rename(tmp_path / "moved.db")
    changed.data.rename(tmp_path / "old computer")
    changed.prints(*passphrase, "restore", str(moved))
    assert changed.prints(*passphrase, "check").endswith(f"{HOLDS}\n")


def test_a_locked_backup_over_a_journal_without_a_passphrase(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    changed.prints(*passphrase, "passphrase", "set")
    moved = backups(changed)[0].rename(tmp_path / "moved.db")
    changed.data.rename(tmp_path / "old computer")
    changed.saves("log", "--mood", "3")
    said = changed.prints(*passphrase, "restore", str(moved))
    assert "opens with the passphrase of the backup" in said
    assert changed.prints(*passphrase, "check").endswith(f"{HOLDS}\n")


def test_a_backup_with_an_earlier_passphrase_takes_the_second_line(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    changed.prints(*passphrase, "passphrase", "set")
    earlier = tmp_path / "earlier.db"
    earlier.write_bytes(backups(changed)[0].read_bytes())
    (tmp_path / "passphrase.txt").write_text("correct horse\nstaple\n")
    changed.prints(*passphrase, "passphrase", "change")
    (tmp_path / "passphrase.txt").write_text("staple\ncorrect horse\n")
    changed.prints(*passphrase, "restore", str(earlier))
    assert changed.prints(*passphrase, "check").endswith(f"{HOLDS}\n")


@pytest.fixture
def locked(changed: Program, passphrase: tuple[str, str]) -> Program:
    """A journal and its backup that open with the passphrase."""
    changed.prints(*passphrase, "passphrase", "set")
    return changed


@pytest.fixture
def salt_lost(locked: Program) -> Program:
    """The same, but for one bit at the journal's beginning: no passphrase fits any more."""
    data = bytearray(locked.file.read_bytes())
    data[3] ^= 1
    locked.file.write_bytes(data)
    return locked


def test_a_journal_that_lost_its_salt_has_its_backups_listed(
    salt_lost: Program, passphrase: tuple[str, str]
) -> None:
    (file,) = backups(salt_lost)
    answer = salt_lost(*passphrase, "backups")
    assert answer.out == f"14 March 2026, 21:14: {HOLDS}: {file}\n"
    assert "does not open with this passphrase" in answer.err


def test_a_journal_that_lost_its_salt_gives_way_to_what_opens_with_the_passphrase(
    salt_lost: Program, passphrase: tuple[str, str]
) -> None:
    (file,) = backups(salt_lost)
    broken = salt_lost.file.read_bytes()
    said = salt_lost.prints(*passphrase, "restore", str(file))
    (kept,) = (salt_lost.data / "backups").glob("unreadable-*")
    assert said.endswith(f"The file that did not open is kept here: {kept}\n")
    assert kept.read_bytes() == broken
    assert salt_lost.prints(*passphrase, "check").endswith(f"{HOLDS}\n")


def test_the_passphrase_is_asked_for_once(
    salt_lost: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(words: str) -> str:
        asked.append(words)
        return "correct horse"

    monkeypatch.setattr(getpass, "getpass", typed)
    salt_lost.prints("restore", str(backups(salt_lost)[0]))
    assert asked == ["Passphrase: "]


@pytest.mark.parametrize("is_plain", [True, False], ids=["plain", "encrypted"])
def test_a_mistyped_passphrase_puts_no_journal_aside(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str], is_plain: bool
) -> None:
    plain = tmp_path / "plain.db"
    plain.write_bytes(backups(changed)[0].read_bytes())
    changed.prints(*passphrase, "passphrase", "set")
    (tmp_path / "passphrase.txt").write_text("correct house\n")
    before = changed.file.read_bytes()
    file = plain if is_plain else backups(changed)[0]
    said = changed.refuses(*passphrase, "restore", str(file))
    assert "does not open with this passphrase" in said
    assert changed.file.read_bytes() == before


def test_a_backup_with_a_passphrase_that_was_not_given_is_told_as_such(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    changed.prints(*passphrase, "passphrase", "set")
    moved = backups(changed)[0].rename(tmp_path / "moved.db")
    changed.data.rename(tmp_path / "old computer")
    changed.saves("log", "--mood", "3")
    (tmp_path / "passphrase.txt").write_text("correct house\nstaple\n")
    said = changed.refuses(*passphrase, "restore", str(moved))
    assert said == "This backup does not open with the passphrase. Nothing was changed."


def test_a_file_without_the_backups_passphrase_is_told_where_it_goes(
    changed: Program, tmp_path: Path, passphrase: tuple[str, str]
) -> None:
    changed.prints(*passphrase, "passphrase", "set")
    moved = backups(changed)[0].rename(tmp_path / "moved.db")
    changed.data.rename(tmp_path / "old computer")
    changed.saves("log", "--mood", "3")
    (tmp_path / "passphrase.txt").write_text("correct house\n")
    said = changed.refuses(*passphrase, "restore", str(moved))
    assert said == (
        "This backup does not open with the passphrase in the file. If it has another one, put "
        "that on the file’s second line. Nothing was changed."
    )


def test_a_full_disk_leaves_the_journal_as_it_was(changed: Program) -> None:
    (file,) = backups(changed)
    before = changed.file.read_bytes()
    with largest_file(50_000):
        words = changed.refuses("backup")
    assert words.startswith("The disk is full.")
    assert changed.file.read_bytes() == before
    assert backups(changed) == [file]


def test_a_journal_that_does_not_open_is_restored_with_word_of_what_is_lost(
    changed: Program,
) -> None:
    (backup, *_older) = sorted(changed.data.rglob("backups/*.db"))
    changed.file.write_bytes(b"no journal")

    assert "Entries after " in changed.prints("restore", str(backup), "--preview")
