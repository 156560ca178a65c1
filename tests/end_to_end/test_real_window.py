"""The real program in a real window: one key is a day, and a kill loses nothing that was saved."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

TYPING_PROGRAM = Path(__file__).with_name("typing_program.py")
ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 20

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("real_window")]

Start = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the window on one folder and presses the keys; what still runs is killed."""
    running: list[subprocess.Popen[str]] = []

    def start_window(keys: str) -> "subprocess.Popen[str]":
        command = [sys.executable, str(TYPING_PROGRAM), keys, "--data-dir", str(tmp_path)]
        window = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        running.append(window)
        return window

    yield start_window
    for window in running:
        window.kill()
        window.communicate()


def heard(window: "subprocess.Popen[str]", words: str) -> bool:
    """Wait until the window says this; False where it ends before."""
    assert window.stdout is not None
    return any(line.strip() == words for line in window.stdout)


def journal(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "journal", "--data-dir", str(folder), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_one_key_is_a_day_and_a_kill_loses_nothing(tmp_path: Path, start: Start) -> None:
    window = start("7")
    saved = heard(window, "Mood 7 saved.")
    while_open = journal(tmp_path, "check")
    other_writer = journal(tmp_path, "log", "--mood", "5")
    window.kill()
    window.wait()
    after_the_kill = journal(tmp_path, "check")

    assert saved
    assert "1 check-in," in while_open.stdout
    assert other_writer.returncode == 1
    assert other_writer.stderr.startswith("The journal is open in a window")
    assert after_the_kill.returncode == 0
    assert after_the_kill.stdout.splitlines()[0] == "integrity ok"
    assert "1 check-in," in after_the_kill.stdout


def test_after_a_kill_a_new_start_goes_on(tmp_path: Path, start: Start) -> None:
    first = start("7")
    heard(first, "Mood 7 saved.")
    first.kill()
    first.wait()
    second = start("6")

    assert heard(second, "Mood 6 saved.")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_who_asks_it_to_end_closes_it_as_a_click_would(start: Start, asked: signal.Signals) -> None:
    window = start("7")
    heard(window, "Mood 7 saved.")
    window.send_signal(asked)

    assert window.wait(20) == 0


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path: Path, start: Start) -> None:
    first = start("")
    opened = heard(first, "opened")
    second = journal(tmp_path)
    patience = Timer(LONGEST_SECONDS, first.kill)
    patience.start()
    in_front = heard(first, "in front")
    patience.cancel()

    assert opened
    assert second.returncode == 0
    assert in_front
