"""The wheel holds what the program reads while it runs; an editable install would hide a gap."""

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("symptom_journal-*.whl")
    return wheel


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[PurePosixPath]:
    """The paths inside the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {PurePosixPath(name) for name in archive.namelist()}


def files_in(folder: str) -> set[PurePosixPath]:
    return {
        PurePosixPath(path.relative_to(ROOT).as_posix())
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_resource(contents: set[PurePosixPath]) -> None:
    resources = {"journal" / path for path in files_in("resources")}

    assert resources
    assert resources <= contents


def test_the_wheel_holds_the_whole_package(contents: set[PurePosixPath]) -> None:
    assert files_in("journal") <= contents


def test_the_wheel_holds_nothing_else(contents: set[PurePosixPath]) -> None:
    others = {path.parts[0] for path in contents} - {"journal"}

    assert [name for name in others if not name.endswith(".dist-info")] == []


def test_the_window_has_a_command_that_brings_no_console(wheel: Path) -> None:
    """The installer of Windows makes it a program of the kind that has none."""
    names = configparser.ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (entries,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        names.read_string(archive.read(entries).decode())

    assert dict(names["console_scripts"]) == {"symptom-journal": "journal.cli:main"}
    assert dict(names["gui_scripts"]) == {"symptom-journal-window": "journal.cli:main"}


def test_the_wheel_unpacked_elsewhere_writes_a_summary(wheel: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(elsewhere)

    ended = subprocess.run(
        [sys.executable, "-m", "journal", "--demo", "summary", "--output", "summary.pdf"],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (elsewhere / "summary.pdf").read_bytes().startswith(b"%PDF-")
