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
    chosen = Preferences("dark", "de", "AT", 910, 620, "Riverside", "555 0100", "Sam", "555 0101")
    preferences.save(path, chosen)

    assert preferences.load(path) == chosen


def test_without_a_file_everything_is_the_programs_choice(path: Path) -> None:
    assert preferences.load(path) == Preferences()
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "theme = ",
        "theme = 'pink'",
        "\x00",
        "[theme]\nx = 1",
        f"window_width = {10**30}",
        "window_width = -1",
        f"person_number = '{'5' * 301}'",
        f"x = {'[' * 9999}",
        f"theme = 'dark'\n#{'x' * 70_000}",
    ],
)
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


def test_what_a_stopped_computer_left_while_saving_goes_with_the_next(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / ".preferences-abc").write_text("person_number = '555 0101'")
    preferences.save(path, Preferences())

    assert [file.name for file in path.parent.iterdir()] == ["preferences.toml"]


def test_no_file_says_what_the_program_chooses(path: Path) -> None:
    assert preferences.is_kept(path, Preferences())
    assert not preferences.is_kept(path, Preferences(theme="dark"))


def test_what_is_saved_is_kept_and_nothing_else(path: Path) -> None:
    preferences.save(path, Preferences(theme="dark"))

    assert preferences.is_kept(path, Preferences(theme="dark"))
    assert not preferences.is_kept(path, Preferences())


@pytest.mark.parametrize("found", ["theme = ", "own = '555 0101'", "theme = ['dark']"])
def test_a_file_that_says_anything_more_has_to_be_written_anew(path: Path, found: str) -> None:
    path.parent.mkdir()
    path.write_text(found)

    assert not preferences.is_kept(path, preferences.load(path))


def test_an_older_file_with_fewer_preferences_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("theme = 'dark'\n")

    assert preferences.is_kept(path, Preferences(theme="dark"))
