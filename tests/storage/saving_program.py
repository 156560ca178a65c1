"""A program to be killed: at each line it reads, a child of it saves check-ins without pause.

It says "pid N" for the child, then each identifier as soon as its check-in is committed, and "dead"
when the child is gone. Children are forked, so that only the first one waits for the imports.
"""

import os
import sys
from itertools import count
from pathlib import Path

import journal.storage.opening  # noqa: F401 - every fork would load it anew
from tests.storage.examples import full_check_in, save, writer


def say(line: str) -> None:
    # One write of one line is never torn by a kill.
    os.write(1, f"{line}\n".encode())


def save_without_pause(path: Path) -> None:
    journal = writer(path)
    for _ in count():
        entered = full_check_in()
        save(journal, entered)
        say(str(entered.id))


def main(path: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            save_without_pause(path)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
