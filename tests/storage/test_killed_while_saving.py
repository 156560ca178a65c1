"""Killed while saving, again and again: what was acknowledged is there, and the lock is free."""

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.storage import saving_program
from tests.storage.examples import writer
from tests.systems import posix, skip_on_windows

ROUNDS, ENCRYPTED_ROUNDS, LONG_ROUNDS = 40, 30, 200


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    """One for every journal: it takes longest to start."""
    skip_on_windows("it forks")
    started = subprocess.Popen(
        [sys.executable, "-m", saving_program.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    yield started
    started.communicate()


def acknowledged_in_one_life(
    program: subprocess.Popen[str], path: Path, passphrase: str | None, seconds: float
) -> set[UUID]:
    """Let a child save for some moments after its first check-in, and kill it."""
    kill = posix("signal").SIGKILL
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(json.dumps([str(path), passphrase]) + "\n")
    child, found = 0, set[UUID]()
    for line in program.stdout:
        if line == "dead\n":
            return found
        if line.startswith("pid "):
            child = int(line.split()[1])
            continue
        if not found:
            threading.Timer(seconds, os.kill, (child, kill)).start()
        found.add(UUID(line.strip()))
    raise AssertionError("the program ended")


@pytest.mark.parametrize(
    ("passphrase", "rounds"),
    [(None, ROUNDS), ("correct horse", ENCRYPTED_ROUNDS)],
    ids=["plain", "passphrase"],
)
def test_nothing_acknowledged_is_lost(
    program: subprocess.Popen[str],
    path: Path,
    passphrase: str | None,
    rounds: int,
    quick_keys: None,
    is_long: bool,
) -> None:
    moments = random.Random(7)
    acknowledged: set[UUID] = set()
    for _ in range(LONG_ROUNDS if is_long else rounds):
        seconds = moments.uniform(0.01, 0.05)
        acknowledged |= acknowledged_in_one_life(program, path, passphrase, seconds)
        with closing(writer(path, passphrase)) as journal:
            kept = journal.check_ins.between()
            assert acknowledged <= {check_in.id for check_in in kept}
            assert all(len(check_in.scores) == len(check_in.tags) == 2 for check_in in kept)
            assert journal.check().is_sound
    assert len(acknowledged) >= rounds
