"""A program to be killed: at each line it reads, a child of it saves check-ins without pause.

A line is a list in JSON: the path of the journal, and its passphrase or null. The program says "pid
N" for the child, then each identifier as soon as its check-in is committed, and "dead" when the
child is gone. Children are forked, so that only the first one waits for the imports.
"""

import json
import os
import sys
from itertools import count
from pathlib import Path

import journal.storage.opening  # noqa: F401 - every fork would load it anew
from tests.storage.examples import full_check_in, save, writer
from tests.storage.quick_keys import ROUNDS, keys_in_rounds


def say(line: str) -> None:
    # One write of one line is never torn by a kill.
    os.write(1, f"{line}\n".encode())


def save_without_pause(path: Path, passphrase: str | None) -> None:
    journal = writer(path, passphrase)
    for _ in count():
        entered = full_check_in()
        save(journal, entered)
        say(str(entered.id))


def main() -> None:
    for line in sys.stdin:
        path, passphrase = json.loads(line)
        child = os.fork()  # type: ignore[attr-defined,unused-ignore]  # not on Windows
        if child == 0:
            save_without_pause(Path(path), passphrase)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    with keys_in_rounds(ROUNDS // 1000):
        main()
