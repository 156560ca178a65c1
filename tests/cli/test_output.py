"""What is printed where nobody reads any more, as each system tells of it."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.cli import output
from journal.cli.refusal import Refusal


class Gone:
    """A stream that takes nothing any more."""

    def __init__(self, file: int, code: int) -> None:
        self._file = file
        self._code = code

    def write(self, _text: str) -> int:
        raise OSError(self._code, os.strerror(self._code))

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        return self._file


@pytest.fixture
def file(tmp_path: Path) -> Iterator[int]:
    with (tmp_path / "output").open("wb") as stream:
        yield stream.fileno()


def say_to(file: int, code: int, platform: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", Gone(file, code))
        patch.setattr(sys, "platform", platform)
        output.say("Saved")


@pytest.mark.parametrize(("platform", "code"), [("linux", errno.EPIPE), ("win32", errno.EINVAL)])
def test_a_pipe_that_nobody_reads_is_no_fault(file: int, platform: str, code: int) -> None:
    say_to(file, code, platform)


@pytest.mark.parametrize(
    ("platform", "code"),
    [("linux", errno.EINVAL), ("linux", errno.ENOSPC), ("win32", errno.ENOSPC)],
)
def test_whatever_else_is_wrong_is_told(file: int, platform: str, code: int) -> None:
    with pytest.raises(Refusal, match="cannot be written"):
        say_to(file, code, platform)
