"""Killed while saving, again and again: what was acknowledged is there, and the lock is free."""

import os
import random
import signal
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

ROUNDS, LONG_ROUNDS = 40, 200


@pytest.fixture
def program(path: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", saving_program.__name__, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    yield started
    started.communicate()


def acknowledged_in_one_life(program: subprocess.Popen[str], seconds: float) -> set[UUID]:
    """Let a child save for some moments after its first check-in, and kill it."""
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("go\n")
    child, found = 0, set[UUID]()
    for line in program.stdout:
        if line == "dead\n":
            return found
        if line.startswith("pid "):
            child = int(line.split()[1])
            continue
        if not found:
            threading.Timer(seconds, os.kill, (child, signal.SIGKILL)).start()
        found.add(UUID(line.strip()))
    raise AssertionError("the program ended")


def test_nothing_acknowledged_is_lost(
    program: subprocess.Popen[str], path: Path, is_long: bool
) -> None:
    moments = random.Random(7)
    acknowledged: set[UUID] = set()
    for _ in range(LONG_ROUNDS if is_long else ROUNDS):
        acknowledged |= acknowledged_in_one_life(program, moments.uniform(0.01, 0.05))
        with closing(writer(path)) as journal:
            kept = journal.check_ins.between()
            assert acknowledged <= {check_in.id for check_in in kept}
            assert all(len(check_in.scores) == len(check_in.tags) == 2 for check_in in kept)
            assert journal.check().is_sound
    assert len(acknowledged) >= ROUNDS
