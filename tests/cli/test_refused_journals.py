"""A journal that is not there, not ours, or taken: one line, and every file stays as it is."""

from pathlib import Path

import pytest

from journal.domain.errors import StorageProblem
from tests.cli.conftest import READING, SAVING, Program
from tests.storage.full_disk import largest_file
from tests.storage.test_opening import REFUSED

KINDS = ["empty", "text", "other SQLite file", "cut in half", "newer"]


def test_without_a_journal_nothing_is_created(
    program: Program, somewhere: Path, reading: tuple[str, ...]
) -> None:
    assert "no journal here yet" in program.refuses(*reading)
    assert not program.data.exists()
    assert list(somewhere.iterdir()) == []


def test_a_window_keeps_writers_out(open_in_a_window: Program, saving: tuple[str, ...]) -> None:
    before = open_in_a_window.file.read_bytes()
    assert "The journal is open in a window" in open_in_a_window.refuses(*saving)
    assert open_in_a_window.file.read_bytes() == before


def test_a_window_lets_readers_in(open_in_a_window: Program, reading: tuple[str, ...]) -> None:
    open_in_a_window.prints(*reading)


@pytest.mark.parametrize("command", ["log", "check"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_refused_stays_as_it_is(program: Program, kind: str, command: str) -> None:
    program.data.mkdir()
    make, problem = REFUSED[kind]
    make(program.file)
    before = program.file.read_bytes()
    words = program.refuses(*(READING | SAVING)[command])
    assert "was not changed" in words
    assert ("newer" in words) == (problem is StorageProblem.NEWER_VERSION)
    assert program.file.read_bytes() == before


def test_a_read_only_journal_is_read(used: Program, somewhere: Path, modes_hold: None) -> None:
    used.file.chmod(0o400)
    used.prints("check")
    used.prints("summary", "--output", "summary.pdf")


def test_a_read_only_journal_is_not_written(
    used: Program, modes_hold: None, saving: tuple[str, ...]
) -> None:
    used.file.chmod(0o400)
    before = used.file.read_bytes()
    assert "cannot be written to" in used.refuses(*saving)
    assert used.file.read_bytes() == before


def test_a_disk_that_is_too_full_to_open_it_is_told_and_once_there_is_room_it_saves(
    used: Program,
) -> None:
    before = used.file.read_bytes()
    with largest_file(0):
        words = used.refuses("log", "--mood", "7")
        used.prints("check")
    assert words.startswith("The disk is full. What was saved before is safe.")
    assert used.file.read_bytes() == before
    used.saves("log", "--mood", "7")


def test_a_data_folder_that_is_a_file_is_no_journal(program: Program) -> None:
    program.data.write_text("a file")
    assert "no journal here yet" in program.refuses("check")
    assert "cannot be reached" in program.refuses("log", "--mood", "7")
    assert program.data.read_text() == "a file"


def test_the_journal_lies_in_the_platforms_folder_unless_told_otherwise(
    program: Program, home: Path
) -> None:
    assert program.bare("log", "--mood", "7").code == 0
    assert len(list(home.rglob("journal.db"))) == 1
    assert not program.data.exists()


@pytest.mark.parametrize("command", [*READING, *SAVING, "restore", "passphrase"])
def test_a_link_that_leads_nowhere_is_no_journal_and_stays(
    program: Program, somewhere: Path, command: str
) -> None:
    others = {"restore": ("restore", str(somewhere / "b.db")), "passphrase": ("passphrase", "set")}
    volume = somewhere / "volume"
    program.data.mkdir()
    program.file.symlink_to(volume / "journal.db")
    (somewhere / "b.db").write_bytes(b"a backup")
    words = program.refuses(*(READING | SAVING | others)[command])
    assert "cannot be reached" in words
    assert list(program.data.iterdir()) == [program.file]
    assert not volume.exists()
