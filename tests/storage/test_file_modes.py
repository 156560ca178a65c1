"""Nothing is ever made that others may look into, not even for a moment: every call is watched."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.storage.new_file import UNFINISHED
from tests.storage import file_making_program

MADE = re.compile(r'"(?P<file>[^"]+)", [A-Z_|]*O_CREAT[A-Z_|]*, (?P<mode>0\d*)\) += \d')
FOLDER_MADE = re.compile(r'mkdir(?:at)?\((?:AT_FDCWD, )?"(?P<file>[^"]+)", (?P<mode>0\d*)\) += \d')

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def made(what: re.Pattern[str], calls: str, folder: Path) -> dict[str, int]:
    """What was made in a folder, each with the most that its owner's umask could leave to others.

    A new file is made once, and filled by opening it anew; any other with the widest mode counts.
    """
    modes: dict[str, int] = {}
    for found in what.finditer(calls):
        name = found["file"].removeprefix(str(folder))
        is_filled = name in modes and name.endswith(UNFINISHED)
        if name != found["file"] and not is_filled:
            modes[name] = modes.get(name, 0) | int(found["mode"], 8)
    return modes


def test_no_file_and_no_folder_is_open_to_others_at_any_moment(tmp_path: Path) -> None:
    folder, calls = tmp_path / "all", tmp_path / "calls"
    folder.mkdir()
    watch = ("strace", "-f", "-qq", "-s", "300", "-e", "trace=open,openat,mkdir,mkdirat")
    program = (sys.executable, "-m", file_making_program.__name__, str(folder))
    subprocess.run([*watch, "-o", str(calls), *program], check=True, umask=0, env=os.environ)
    files = made(MADE, calls.read_text(), folder)
    folders = made(FOLDER_MADE, calls.read_text(), folder)

    def kinds(ending: str) -> list[str]:
        return [name for name in files if name.endswith(ending)]

    assert len(kinds(UNFINISHED)) > 20
    assert kinds("-journal")
    assert [name for name in files if "-mj" in name] == []
    assert {name: oct(mode) for name, mode in files.items() if mode & 0o077} == {}
    assert {name: oct(mode) for name, mode in folders.items() if mode & 0o077} == {}
    assert {"/data", "/data/backups", "/stick"} <= set(folders)
