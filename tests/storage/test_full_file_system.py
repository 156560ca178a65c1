"""A file system that has no room left, not a limit that says so: nothing is lost, all is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from journal.domain.errors import StorageProblem
from tests.storage import filling_program

MOUNT = 'mount -t tmpfs -o size=700k none "$1"'
APART = ("unshare", "--user", "--map-root-user", "--mount")


def may_mount(folder: Path) -> bool:
    """Whether this computer lets a program mount a file system for itself."""
    program = [*APART, "sh", "-c", MOUNT, "sh", str(folder)]
    try:
        return subprocess.run(program, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def test_no_room_at_all_loses_nothing_and_is_told_as_such(tmp_path: Path) -> None:
    if not may_mount(tmp_path):
        pytest.skip("no program may mount anything here")
    program = [sys.executable, filling_program.__name__]
    done = subprocess.run(
        [*APART, "sh", "-c", f'{MOUNT} && exec "$2" -m "$3" "$1"', "sh", str(tmp_path), *program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    refused, meanwhile, kept, is_sound, left = json.loads(done.stdout)

    full = StorageProblem.DISK_FULL.value
    assert refused == dict.fromkeys(("save", "back up", "passphrase", "open"), full)
    assert meanwhile == ["before"]
    assert kept == ["after", "before"]
    assert is_sound
    assert left == ["journal.db", "journal.lock"]
