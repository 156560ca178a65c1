"""What is remembered outside the journal: kept whole, privately, and never a reason to fail."""

import os
import stat
import sys
from pathlib import Path

import pytest

from journal import preferences
from journal.preferences import Preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.toml"


def test_what_is_saved_is_loaded(path: Path) -> None:
    chosen = Preferences("dark", "de", "AT", 910, 620)
    preferences.save(path, chosen)

    assert preferences.load(path) == chosen


def test_without_a_file_everything_is_the_programs_choice(path: Path) -> None:
    assert preferences.load(path) == Preferences()
    assert not path.parent.exists()


@pytest.mark.parametrize("kept", ["", "theme = ", "theme = 'pink'", "\x00", "[theme]\nx = 1"])
def test_a_file_that_cannot_be_read_is_no_reason_to_fail(path: Path, kept: str) -> None:
    path.parent.mkdir()
    path.write_text(kept)

    assert preferences.load(path) == Preferences()


def test_what_can_be_read_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("theme = 'dark'\nwindow_width = 'wide'\nunknown = 3\n")

    assert preferences.load(path) == Preferences(theme="dark")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_this_person_can_read_them(path: Path) -> None:
    preferences.save(path, Preferences())

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saving_that_fails_leaves_the_old_ones_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.save(path, Preferences(theme="dark"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        preferences.save(path, Preferences(theme="light"))

    assert preferences.load(path).theme == "dark"
    assert [file.name for file in path.parent.iterdir()] == ["preferences.toml"]
