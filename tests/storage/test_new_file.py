"""New files: made under a name of their own, and given theirs only as what was filled."""

import json
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.new_file import new_file, remove_unfinished, unfinished_files
from tests.storage.examples import full_check_in, save, store_at, writer

ROUNDS = 40


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
    begun = ["journal.db.new", "journal.db.0a1b2c3d.new", "journal.db.ffffffff.new-journal"]
    others = ["journal.db", "journal.db-journal", "journal.db.copy.new", "other.db.0a1b2c3d.new"]
    for name in begun + others:
        (tmp_path / name).touch()
    assert [file.name for file in unfinished_files(path)] == [
        "journal.db.0a1b2c3d.new",
        "journal.db.ffffffff.new",
        "journal.db.new",
    ]
    remove_unfinished(path)
    assert names(tmp_path) == sorted(others)


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
