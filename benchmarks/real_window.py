"""The program's own window, started as a person starts it, and watched.

Arguments: the data folder, then `painted`, `stored` or `opened`. With `painted` a key is pressed
right after the first paint, and the program ends in failure unless the mood row had the keyboard
and the rating reached the disk.
"""

import sys

from journal.cli import main as run_program
from journal.cli import window
from journal.cli.call import Call

_show = window.run


def main() -> None:
    """Run the program; its exit code is 1 where it did not come as far as it was asked to."""
    window.run = _watched
    sys.exit(run_program(["--data-dir", sys.argv[1]]))


def _watched(call: Call) -> int:
    # Only now, where the program itself loads Qt: the order of imports is part of what is measured.
    from benchmarks.watched_application import WatchedApplication
    from journal.ui import application

    application.Application = WatchedApplication  # type: ignore[misc]
    return _show(call) or not WatchedApplication.kept
