"""What a test needs that not every system has; on Linux nothing is left out."""

import stat
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")
DISPLAYS_ARE_NAMED = pytest.mark.skipif(
    sys.platform != "linux", reason="a window would open: only Linux names its displays"
)


def skip_on_windows(reason: str) -> None:
    """Leave the test that asks out where the system is Windows."""
    if sys.platform == "win32":
        pytest.skip(reason)


def posix(module: str) -> Any:
    """A module that Windows does not have, or not whole; there the test is left out."""
    skip_on_windows(f"{module} of POSIX is needed")
    return import_module(module)


def is_owners_alone(file: Path) -> bool:
    """Whether a file's mode keeps others out; on Windows its folder does that."""
    return sys.platform == "win32" or stat.S_IMODE(file.stat().st_mode) == 0o600
