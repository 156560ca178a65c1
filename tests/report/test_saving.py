"""Saving a file: whole or not at all, and nothing of a save that was killed stays about."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.domain.errors import ReportError, ReportProblem
from journal.report.saving import LEFT_BEHIND_AFTER_SECONDS, save_whole, write_whole
from tests.storage.full_disk import largest_file
from tests.systems import posix

WORDS = b"Slept badly, then a good morning."
KILLED = """
import os, pathlib, signal, sys
from journal.report.saving import write_whole
os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)
write_whole(sys.argv[2].encode(), pathlib.Path(sys.argv[1]))
"""


@pytest.fixture
def left_behind(tmp_path: Path) -> Path:
    """What a save that was killed left there, a while ago."""
    killed = posix("signal").SIGKILL
    arguments = [sys.executable, "-c", KILLED, str(tmp_path / "summary.txt"), WORDS.decode()]
    assert subprocess.run(arguments, check=False).returncode == -killed
    (part,) = tmp_path.iterdir()
    made_earlier(part, 2 * LEFT_BEHIND_AFTER_SECONDS)
    return part


def made_earlier(file: Path, seconds: float) -> None:
    now = file.stat().st_mtime
    os.utime(file, (now - seconds, now - seconds))


def test_what_a_killed_save_left_behind_goes_with_the_next_one(left_behind: Path) -> None:
    assert left_behind.read_bytes() == WORDS
    saved = left_behind.with_name("summary.txt")
    write_whole(b"New.", saved)
    assert list(saved.parent.iterdir()) == [saved]
    assert saved.read_bytes() == b"New."


def test_what_another_window_is_writing_now_stays(left_behind: Path) -> None:
    made_earlier(left_behind, -2 * LEFT_BEHIND_AFTER_SECONDS)
    write_whole(b"New.", left_behind.with_name("summary.txt"))
    assert left_behind.exists()


def test_hidden_files_of_others_stay(tmp_path: Path) -> None:
    other = tmp_path / ".download.part"
    other.write_bytes(b"half a film")
    made_earlier(other, 1e6)
    write_whole(b"New.", tmp_path / "summary.txt")
    assert other.exists()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "summary.pdf"
    save_whole(WORDS, file)
    return file


def no_room(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def at_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", no_room)


def at_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", no_room)


def at_the_replacing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", no_room)


@pytest.mark.parametrize("fill", [at_the_name, at_the_words, at_the_replacing])
def test_a_disk_full_at_any_step_leaves_the_file_before(
    saved: Path, fill: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(monkeypatch)
    with pytest.raises(ReportError) as raised:
        save_whole(b"New.", saved)
    monkeypatch.undo()
    assert raised.value.problem is ReportProblem.NOT_SAVED
    assert saved.read_bytes() == WORDS
    assert list(saved.parent.iterdir()) == [saved]


def test_a_disk_full_wherever_the_room_ends_leaves_the_file_before(saved: Path) -> None:
    content = bytes(range(256)) * 400
    for size in range(0, len(content), 8192):
        with largest_file(size), pytest.raises(ReportError):
            save_whole(content, saved)
        assert saved.read_bytes() == WORDS
        assert list(saved.parent.iterdir()) == [saved]
    with largest_file(len(content)):
        save_whole(content, saved)
    assert saved.read_bytes() == content
