"""The program talks to nobody: what it asks the system for is watched, not a patched socket."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALKING_PROGRAM = Path(__file__).with_name("walking_program.py")
DIARY = """full_date,date,weekday,time,mood,activities,note_title,note
2026-03-10,10. March,Tuesday,20:30,good,walk,,A quiet day.
2026-03-09,9. March,Monday,21:05,meh,,,
"""

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def internet_calls(tmp_path: Path, *command: str) -> list[str]:
    """The calls for an internet address that a program and its children made; it has to succeed."""
    watched = tmp_path / "calls"
    strace = ("strace", "-f", "-qq", "-e", "trace=%network", "-o", str(watched))
    environment = {**os.environ, "DISPLAY": ":none", "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [*strace, sys.executable, *command],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [line for line in watched.read_text().splitlines() if re.search(r"\bAF_INET6?\b", line)]


def test_the_watch_sees_a_program_that_goes_online(tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET6).close(); socket.socket().close()"

    calls = internet_calls(tmp_path, "-c", program)

    assert len(calls) == 2


def test_importing_and_writing_a_summary_stay_offline(tmp_path: Path) -> None:
    diary = tmp_path / "diary.csv"
    diary.write_text(DIARY)
    program = ("-m", "journal", "--data-dir", str(tmp_path / "data"))
    period = ("--from", "2026-03-01", "--to", "2026-03-10")
    page = tmp_path / "page.pdf"

    imported = internet_calls(tmp_path, *program, "import", str(diary))
    written = internet_calls(tmp_path, *program, "summary", *period, "--output", str(page))

    assert imported + written == []
    assert page.read_bytes().startswith(b"%PDF")


def test_the_window_and_its_preview_stay_offline(tmp_path: Path) -> None:
    data, diary = str(tmp_path / "data"), tmp_path / "diary.csv"
    diary.write_text(DIARY)
    internet_calls(tmp_path, "-m", "journal", "--data-dir", data, "import", str(diary))

    calls = internet_calls(tmp_path, str(WALKING_PROGRAM), "", "--data-dir", data)

    assert calls == []
