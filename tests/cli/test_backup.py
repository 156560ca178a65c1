"""`backup`, `backups` and `restore`."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Program
from tests.storage.conftest import quick_keys as quick_keys
from tests.storage.damage import damage_index
from tests.storage.full_disk import largest_file
from tests.storage.test_read_only import modes_hold as modes_hold

HOLDS = "1 check-in, 0 sessions, 0 side effects"


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
    assert answer.err.startswith(f"No backup in {place}: ")


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


@pytest.fixture
def changed(used: Program) -> Program:
    """A journal with two check-ins, and a backup with the first of them."""
    used.prints("backup")
    used.clock.time = NOW + timedelta(hours=1)
    used.saves("log", "--mood", "7")
    return used


def test_a_restore_says_what_it_does_and_how_to_take_it_back(changed: Program) -> None:
    (file,) = backups(changed)
    said = changed.prints("restore", str(file)).splitlines()
    _file, kept = backups(changed)
    assert said == [
        f"The backup holds {HOLDS}; 1 March 2026 to 1 March 2026.",
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
    assert said == f"The backup holds {HOLDS}; 1 March 2026 to 1 March 2026.\n"
    assert changed.file.read_bytes() == before
    assert backups(changed) == [file]


def test_a_window_keeps_its_journal(open_in_a_window: Program) -> None:
    open_in_a_window.prints("backup")
    before = open_in_a_window.file.read_bytes()
    words = open_in_a_window.refuses("restore", str(backups(open_in_a_window)[0]))
    assert "open in a window" in words
    assert open_in_a_window.file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 4096], ids=["empty", "text"])
def test_a_file_that_is_no_journal_is_refused(
    changed: Program, tmp_path: Path, content: bytes
) -> None:
    (file := tmp_path / "other.db").write_bytes(content)
    before = changed.file.read_bytes()
    changed.refuses("restore", str(file))
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


def test_a_full_disk_leaves_the_journal_as_it_was(changed: Program) -> None:
    (file,) = backups(changed)
    before = changed.file.read_bytes()
    with largest_file(50_000):
        words = changed.refuses("backup")
    assert words.startswith("The disk is full.")
    assert changed.file.read_bytes() == before
    assert backups(changed) == [file]
