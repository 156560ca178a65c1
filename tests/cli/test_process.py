"""The program as the shell starts it: streams, bytes and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.cli import main
from tests.cli.conftest import Program
from tests.systems import DISPLAYS_ARE_NAMED, POSIX_ONLY

MODULE = (sys.executable, "-m", "journal")
SCRIPT = (str(Path(sys.executable).with_name("symptom-journal")),)


def run(
    *arguments: str | bytes,
    program: tuple[str, ...] = MODULE,
    stdout: int = subprocess.PIPE,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*program, *arguments],
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "", **environment},
    )


@pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])
def test_both_names_start_the_same_program(tmp_path: Path, program: tuple[str, ...]) -> None:
    done = run("--data-dir", str(tmp_path), "log", "--mood", "7", program=program)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"Saved: Mood 7\n", b"")


@pytest.mark.parametrize(("option", "code"), [("--mood=11", 1), ("--mood=x", 2), ("--x", 2)])
def test_a_complaint_is_one_line_on_stderr(tmp_path: Path, option: str, code: int) -> None:
    done = run("--data-dir", str(tmp_path), "log", option)
    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["check"], 0), (["--help"], 0), (["log", "--mood", "11"], 1), (["--x"], 2)],
)
def test_it_ends_well_without_any_stream(
    used: Program, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    """Windows gives none to a program that is started as a window."""
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    assert main(["--data-dir", str(used.data), *arguments], used.clock) == code


@POSIX_ONLY
def test_bytes_that_are_no_text_are_kept_as_far_as_they_can_be(program: Program) -> None:
    done = run("--data-dir", str(program.data), "log", "--note", b"caf\xe9 noir")
    assert (done.returncode, done.stderr) == (0, b"")
    assert program.only("check_ins").note == "caf� noir"


@POSIX_ONLY
def test_a_file_name_that_is_no_text_is_written(used: Program, tmp_path: Path) -> None:
    page = os.fsencode(tmp_path) + b"/r\xe9sum\xe9.pdf"
    done = run("--data-dir", str(used.data), "summary", "--output", page, LC_ALL="C.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Saved")
    assert Path(os.fsdecode(page)).exists()


def test_a_terminal_without_a_character_shows_a_question_mark() -> None:
    done = run("import", "--help", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"another tracker?s export" in done.stdout


@pytest.mark.parametrize(
    ("argument", "unbuffered"), [("check", ""), ("check", "1"), ("--help", "")]
)
def test_a_reader_that_went_away_is_no_fault(used: Program, argument: str, unbuffered: str) -> None:
    used.prints("backup")
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = run(
        "--data-dir", str(used.data), argument, stdout=write_end, PYTHONUNBUFFERED=unbuffered
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_line_that_cannot_be_printed_is_told(used: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("--data-dir", str(used.data), "log", "--mood", "7", stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr == b"The answer cannot be written. What was saved is safe.\n"
    assert len(used.records().check_ins) == 2


@DISPLAYS_ARE_NAMED
def test_without_a_display_the_window_is_one_line(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path / "data"), QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"There is no display to show a window on.\n"
    assert not (tmp_path / "data").exists()
