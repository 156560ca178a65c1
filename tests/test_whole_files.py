"""Files written whole: patient with who only looks at them, and flushed to the disk itself."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import preferences
from journal.domain.errors import ReportError, ReportProblem, StorageError, StorageProblem
from journal.preferences import Preferences
from journal.report.saving import save_whole
from journal.storage.faults import reading_faults
from journal.storage.new_file import new_file
from journal.whole_files import PATIENCE_SECONDS, FileHeld, put_in_place, remove, sync, whole_file
from tests.held_files import DENIED, LOCKED, SHARING, Held, refusal

CODES = [DENIED, SHARING, LOCKED]
FULL_FSYNC = 51


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "page"
    path.write_text("older")
    return path


def write(path: Path) -> None:
    with whole_file(path, ".begun-") as file:
        file.write(b"newer")


def write_in_storage(path: Path) -> None:
    with new_file(path) as unfinished:
        unfinished.write_text("newer")


def is_untouched(old: Path) -> bool:
    return list(old.parent.iterdir()) == [old] and old.read_text() == "older"


@pytest.mark.parametrize("writing", [write, write_in_storage])
@pytest.mark.parametrize("code", CODES)
def test_a_virus_scanner_that_looks_at_a_file_is_waited_for(
    held: Held, old: Path, code: int, writing: Callable[[Path], None]
) -> None:
    held.refuse("replace", code, times=2)
    writing(old)

    assert old.read_text() == "newer"
    assert list(old.parent.iterdir()) == [old]
    assert len(held.asked) == 3


def test_preferences_wait_for_a_virus_scanner(held: Held, tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    preferences.save(path, Preferences())
    held.refuse("replace", DENIED, times=2)
    preferences.save(path, Preferences(theme="dark"))

    assert preferences.load(path).theme == "dark"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", CODES)
def test_a_file_that_is_looked_at_is_removed_a_moment_later(
    held: Held, old: Path, code: int
) -> None:
    held.refuse("unlink", code, times=2)
    remove(old)
    assert not old.exists()


def test_what_is_not_there_need_not_be_removed(tmp_path: Path) -> None:
    remove(tmp_path / "page")


def test_after_a_while_it_is_said_that_another_program_has_the_file(held: Held, old: Path) -> None:
    held.refuse("replace", SHARING)
    with pytest.raises(FileHeld):
        write(old)

    assert is_untouched(old)
    assert PATIENCE_SECONDS <= held.now < PATIENCE_SECONDS + 0.1


def test_what_was_begun_goes_also_where_it_is_looked_at(held: Held, old: Path) -> None:
    held.refuse("replace", SHARING)
    held.refuse("unlink", SHARING, times=2)
    with pytest.raises(FileHeld):
        write(old)
    assert is_untouched(old)


def test_other_systems_hold_no_file_and_are_asked_once(held: Held, old: Path) -> None:
    held.refuse("replace", code=None)
    with pytest.raises(PermissionError) as raised:
        write(old)

    assert not isinstance(raised.value, FileHeld)
    assert len(held.asked) == 1
    assert held.now == 0.0


def test_denied_at_a_file_that_may_be_written_means_that_it_is_open(held: Held, old: Path) -> None:
    """So Windows says it where the file to be replaced is open."""
    held.refuse("replace", DENIED)
    with pytest.raises(FileHeld):
        write(old)


def test_denied_at_a_file_that_may_not_be_written_stays_that(
    held: Held, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.refuse("replace", DENIED)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PermissionError) as raised:
        write(old)
    assert not isinstance(raised.value, FileHeld)


def test_a_folder_in_the_place_is_no_file_of_another_program(held: Held, tmp_path: Path) -> None:
    new, folder = tmp_path / "new", tmp_path / "folder"
    new.touch()
    folder.mkdir()
    held.refuse("replace", DENIED)
    with pytest.raises(PermissionError) as raised:
        put_in_place(new, folder)
    assert not isinstance(raised.value, FileHeld)


@pytest.mark.parametrize("code", CODES)
def test_the_journal_says_that_another_program_uses_it(held: Held, old: Path, code: int) -> None:
    held.refuse("replace", code)
    with pytest.raises(StorageError) as raised:
        write_in_storage(old)

    assert raised.value.problem is StorageProblem.BUSY
    assert is_untouched(old)


def test_what_belongs_to_the_old_file_is_waited_for(held: Held, old: Path) -> None:
    log = old.with_name("page-journal")
    log.touch()
    held.refuse("unlink", SHARING, times=2, only=log.name)
    write_in_storage(old)

    assert old.read_text() == "newer"
    assert not log.exists()


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (SHARING, StorageProblem.BUSY),
        (LOCKED, StorageProblem.BUSY),
        (DENIED, StorageProblem.NOT_REACHABLE),
        (None, StorageProblem.NOT_REACHABLE),
    ],
)
def test_a_file_that_nobody_else_may_read_meanwhile_is_busy(
    code: int | None, problem: StorageProblem
) -> None:
    with pytest.raises(StorageError) as raised, reading_faults():
        raise refusal(code)
    assert raised.value.problem is problem


@pytest.mark.parametrize("code", CODES)
def test_a_summary_open_elsewhere_is_told_as_that(held: Held, old: Path, code: int) -> None:
    held.refuse("replace", code)
    with pytest.raises(ReportError) as raised:
        save_whole(b"newer", old)

    assert raised.value.problem is ReportProblem.OPEN_ELSEWHERE
    assert is_untouched(old)


class Flushed:
    """What the two ways to the disk are asked for, on a system that is called macOS."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refused: int | None = None) -> None:
        pytest.importorskip("fcntl")
        self.asked: list[str] = []
        self._refused = refused
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr("fcntl.F_FULLFSYNC", FULL_FSYNC, raising=False)
        monkeypatch.setattr("fcntl.fcntl", self._whole)
        monkeypatch.setattr(os, "fsync", lambda _descriptor: self.asked.append("fsync"))

    def _whole(self, _descriptor: int, command: int) -> None:
        assert command == FULL_FSYNC
        self.asked.append("F_FULLFSYNC")
        if self._refused is not None:
            raise OSError(self._refused, "refused")


def test_on_macos_files_reach_the_disk_itself(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed = Flushed(monkeypatch)
    write(old)
    write_in_storage(old)

    a_file_and_its_folder = 2
    assert flushed.asked == ["F_FULLFSYNC"] * 2 * a_file_and_its_folder


def test_a_file_system_that_cannot_do_more_is_asked_for_what_it_can(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed = Flushed(monkeypatch, errno.ENOTSUP)
    with old.open("r+b") as file:
        sync(file.fileno())
    assert flushed.asked == ["F_FULLFSYNC", "fsync"]


def test_elsewhere_fsync_does_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed = Flushed(monkeypatch)
    monkeypatch.setattr(sys, "platform", "linux")
    with old.open("r+b") as file:
        sync(file.fileno())
    assert flushed.asked == ["fsync"]
