"""No command opens the window; without a display there is one line instead."""

import tempfile
from pathlib import Path

import pytest

from journal.cli import window
from tests.cli.conftest import Program
from tests.systems import DISPLAYS_ARE_NAMED


@DISPLAYS_ARE_NAMED
@pytest.mark.parametrize("platform", [None, "offscreen", "minimal", "xcb", "wayland"])
def test_without_a_display_one_line_says_so(
    program: Program, monkeypatch: pytest.MonkeyPatch, platform: str | None
) -> None:
    if platform is None:
        monkeypatch.delenv("QT_QPA_PLATFORM")
    else:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert program.refuses() == "There is no display to show a window on."
    assert not program.data.exists()


@DISPLAYS_ARE_NAMED
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_kind_of_display_will_do(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, ":7")
    assert window.has_display()
    monkeypatch.setenv(variable, "")
    assert not window.has_display()


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert window.has_display()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@DISPLAYS_ARE_NAMED
def test_the_demo_without_a_display_is_its_summary(
    program: Program, somewhere: Path, temporary: Path, home: Path
) -> None:
    answer = program.bare("--demo")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("\n") == 1
    assert "demo-summary.pdf" in answer.out
    assert [entry.name for entry in somewhere.iterdir()] == ["demo-summary.pdf"]
    assert (somewhere / "demo-summary.pdf").read_bytes().startswith(b"%PDF-")
    assert list(temporary.iterdir()) == []
    assert not (home / "data").exists()


def test_the_demo_answers_commands_too(program: Program, temporary: Path) -> None:
    answer = program.bare("--demo", "check")
    assert answer.out.startswith("integrity ok\n")
    assert list(temporary.iterdir()) == []


def test_a_demo_that_is_refused_leaves_nothing_behind(program: Program, temporary: Path) -> None:
    assert program.bare("--demo", "log", "--mood", "11").code == 1
    assert list(temporary.iterdir()) == []


def test_the_demo_has_a_folder_of_its_own(program: Program) -> None:
    assert "not allowed with" in program.misunderstands("--demo")


def test_the_window_takes_no_passphrase_from_a_file(program: Program) -> None:
    refused = program.refuses("--passphrase-file", "words.txt")

    assert refused.startswith("The window asks for the passphrase itself")
