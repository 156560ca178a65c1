"""New files: made under a name of their own, and given theirs only as what was filled."""

import json
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.new_file import clear_unfinished, new_file, unfinished_files
from tests.storage.examples import full_check_in, save, store_at, writer

ROUNDS = 40
OTHERS = [
    "journal.db",
    "journal.db-journal",
    "journal.db-wal",
    "journal.db.new",
    "journal.db.copy.new",
    "journal.db.0A1B2C3D.new",
    "journal.db.0a1b2c3d.new.db",
    ".0a1b2c3d.new",
]
"""None of them has a name that the program gives to what is unfinished."""


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_two_at_once_do_not_take_each_others_place(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    with new_file(whole) as first:
        first.write_text("the first one")
        with suppress(ZeroDivisionError), new_file(whole):
            raise ZeroDivisionError
        with new_file(whole) as second:
            second.write_text("the second one")
        assert whole.read_text() == "the second one"
    assert whole.read_text() == "the first one"
    assert names(tmp_path) == ["whole"]


def test_what_was_not_filled_here_gets_no_name(tmp_path: Path) -> None:
    def fill_and_lose(path: Path) -> None:
        with new_file(path) as unfinished:
            unfinished.write_text("looked over")
            unfinished.unlink()
            unfinished.touch()

    with pytest.raises(StorageError) as raised:
        fill_and_lose(tmp_path / "whole")
    assert raised.value.problem is StorageProblem.NOT_REACHABLE
    assert names(tmp_path) == []


def test_what_was_taken_away_meanwhile_leaves_the_old_one(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.write_text("older")
    with pytest.raises(StorageError), new_file(whole) as unfinished:
        unfinished.unlink()
    assert whole.read_text() == "older"


def test_what_a_crash_left_is_found_whatever_it_was_called(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    begun = ["journal.db.0a1b2c3d.new", "journal.db.ffffffff.new-journal"]
    together = ["journal.db-mjD25FBA934"]
    others = ["other.db.0a1b2c3d.new", "other.db.0a1b2c3d.new-journal"]
    for name in begun + together + others + OTHERS:
        (tmp_path / name).touch()
    assert [file.name for file in unfinished_files(path)] == [
        *together,
        "journal.db.0a1b2c3d.new",
        "journal.db.ffffffff.new",
    ]
    clear_unfinished(tmp_path, lambda file: file.name.startswith("other"))
    assert names(tmp_path) == sorted(begun + together + OTHERS)
    clear_unfinished(tmp_path, lambda _file: True)
    assert names(tmp_path) == sorted(together + OTHERS)


def test_a_new_file_is_all_there_is(tmp_path: Path) -> None:
    whole = tmp_path / "journal.db"
    for name in ("journal.db", "journal.db-journal", "journal.db-wal", "journal.db-shm"):
        (tmp_path / name).touch()
    with new_file(whole) as unfinished:
        unfinished.write_text("another")
    assert names(tmp_path) == ["journal.db"]


def test_two_programs_back_up_at_the_same_time(path: Path) -> None:
    with closing(writer(path)) as journal:
        save(journal, *(full_check_in() for _each in range(100)))
        before = journal.records()
    command = [sys.executable, "-m", "tests.storage.backing_up_program", str(path), str(ROUNDS)]
    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _each in range(2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    outcomes = [json.loads(program.communicate()[0]) for program in programs]

    assert outcomes == [{"made": ROUNDS}] * 2
    for file in (path.parent / "backups").glob("*.db*"):
        with closing(store_at(file).open()) as backup:
            assert backup.check().is_sound
            assert backup.records() == before
