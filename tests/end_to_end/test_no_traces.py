"""An encrypted journal leaves none of its words anywhere but behind its passphrase."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.clock import SystemClock, today
from journal.domain.edit import Edit
from journal.domain.period import DAY_STARTS_AT
from journal.domain.profile import Contact
from journal.paths import places
from journal.storage.store import JournalFile
from tests.domain.diary import Diary

ROOT = Path(__file__).parents[2]
WALKING_PROGRAM = Path(__file__).with_name("walking_program.py")
PASSPHRASE = "velvet onion tractor"
NAME, CLINIC, NOTE, EFFECT = "Quillon", "Larkmere", "gooseberries", "tinglescalp"
WORDS = (NAME, CLINIC, NOTE, EFFECT, PASSPHRASE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of its own, where everything goes that a program may leave."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def data(home: Path) -> Path:
    """The data folder of a locked journal full of words."""
    folder = home / "data"
    clock = SystemClock()
    journal = JournalFile(places(folder).journal, clock.now).open(PASSPHRASE, writer=True)
    diary, day = Diary(), today(clock, DAY_STARTS_AT)
    noted = replace(diary.score(day - timedelta(1), 4), note=NOTE)
    effect = replace(diary.effect(day - timedelta(1)), effect=EFFECT)
    settings = journal.settings()
    named = replace(settings, patient_name=NAME, clinic=Contact(CLINIC, "555"), set_up=True)
    journal.apply([Edit(settings, named), Edit(None, noted), Edit(None, effect)])
    journal.close()
    return folder


def environment(home: Path) -> dict[str, str]:
    places_of_a_home = {
        name: str(home / "home" / name.lower())
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    }
    return {
        **os.environ,
        **places_of_a_home,
        "HOME": str(home / "home"),
        "TMPDIR": str(home / "tmp"),
        "DISPLAY": ":none",
        "QT_QPA_PLATFORM": "offscreen",
    }


def run(home: Path, *command: str) -> str:
    """What a program says; it has to succeed."""
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout + ended.stderr


def left_words(folder: Path) -> Iterator[tuple[Path, str]]:
    """The words that a file, or its name, still tells."""
    for file in folder.rglob("*"):
        told = os.fsencode(file) + (file.read_bytes() if file.is_file() else b"")
        for word in WORDS:
            for encoding in ("utf-8", "utf-16-le"):
                if word.encode(encoding).lower() in told.lower():
                    yield file, word


def test_the_look_finds_a_word_that_was_left(home: Path) -> None:
    (home / "tmp" / "left.txt").write_text(f"… {NOTE} …", "utf-16")

    assert list(left_words(home)) == [(home / "tmp" / "left.txt", NOTE)]


def test_a_window_that_showed_every_page_leaves_no_word(home: Path, data: Path) -> None:
    said = run(home, str(WALKING_PROGRAM), PASSPHRASE, "--data-dir", str(data))

    assert "Symptom Journal" in said
    assert not any(word in said for word in WORDS)
    assert list(left_words(home)) == []


def test_the_command_line_leaves_no_word(home: Path, data: Path) -> None:
    key = home / "key"
    key.write_text(PASSPHRASE)
    program = ("-m", "journal", "--data-dir", str(data), "--passphrase-file", str(key))
    said = [run(home, *program, command) for command in ("check", "backup", "backups")]
    key.unlink()

    assert not any(word in each for word in WORDS for each in said)
    assert list(left_words(home)) == []
