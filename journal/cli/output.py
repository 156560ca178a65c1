"""What the program prints: one line for each thing said, whatever characters are in it."""

import errno
import io
import os
import sys
from contextlib import suppress

from journal.cli.refusal import Refusal
from journal.i18n import _


def make_printable() -> None:
    """Let a terminal that lacks a character show a question mark in its place."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def say(sentence: str) -> None:
    """Print one line on stdout, at once; nothing happens where nobody reads any more.

    Raises Refusal where the line cannot be written.
    """
    _write(f"{_one_line(sentence)}\n")


def finish() -> None:
    """Write what was printed by other means, under the same rules."""
    _write("")


def complain(sentence: str) -> None:
    """Print one line on stderr."""
    with suppress(OSError):
        print(_one_line(sentence), file=sys.stderr)


def _one_line(sentence: str) -> str:
    # File names, and names in other trackers' files, may hold anything.
    line = " ".join(sentence.split())
    return "".join(character if character.isprintable() else "�" for character in line)


def _write(text: str) -> None:
    try:
        print(text, end="", flush=True)
    except OSError as error:
        _give_up_stdout()
        if not _nobody_reads(error):
            raise Refusal(_("The answer cannot be written. What was saved is safe.")) from None


def _nobody_reads(error: OSError) -> bool:
    """Whether the reader went away; Windows calls the end of a pipe an invalid argument."""
    is_windows = sys.platform == "win32"
    return isinstance(error, BrokenPipeError) or (is_windows and error.errno == errno.EINVAL)


def _give_up_stdout() -> None:
    # Otherwise the interpreter tries again when it ends, and complains.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
