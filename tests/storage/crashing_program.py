"""A program that dies at a step of its work, as if the computer had gone off.

Each line it reads names a work, a journal, and how many steps to do first: a step is whatever
touches the file system or changes a database. A forked child does the work; "died" or "done" is
said when it is gone. Nothing of the child's own clearing up runs.
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

import journal.storage.migration
import journal.storage.opening  # noqa: F401 - every fork would load them anew
from journal.domain.bin import KEPT_FOR
from journal.domain.repository import OpenJournal
from journal.storage.database import Database
from journal.storage.store import JournalFile
from tests.storage.examples import NOW
from tests.storage.quick_keys import ROUNDS, keys_in_rounds

OLD, NEW = "correct horse", "staple"
MUCH_LATER = NOW + KEPT_FOR + timedelta(days=1)
TOUCHING = {"open", "os.mkdir", "os.rename", "os.remove", "os.utime", "os.truncate"}
CHANGING = ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "VACUUM")


Work = Callable[[Path], object]


def on_open(passphrase: str | None, work: Callable[[OpenJournal], object]) -> Work:
    def run(path: Path) -> None:
        with closing(JournalFile(path, lambda: NOW).open(passphrase, writer=True)) as journal:
            work(journal)

    return run


def restore_the_first(journal: OpenJournal) -> None:
    journal.restore(min(backup.file for backup in journal.backups.all().backups))


def restore_unopened(path: Path) -> None:
    store = JournalFile(path, lambda: NOW)
    store.restore(min(backup.file for backup in store.backups().backups))


def open_later(path: Path) -> None:
    JournalFile(path, lambda: MUCH_LATER).open(writer=True).close()


WORKS: dict[str, Work] = {
    "set": on_open(None, lambda journal: journal.change_passphrase(None, NEW)),
    "change": on_open(OLD, lambda journal: journal.change_passphrase(OLD, NEW)),
    "remove": on_open(OLD, lambda journal: journal.change_passphrase(OLD, None)),
    "back up": on_open(None, lambda journal: journal.backups.make()),
    "restore": on_open(None, restore_the_first),
    "rescue": restore_unopened,
    "migrate": on_open(None, lambda journal: journal.records()),
    "purge": open_later,
}


class Steps:
    """Counts the steps of a child and ends it before the one after `allowed`."""

    def __init__(self, folder: Path, allowed: int) -> None:
        self._folder = str(folder)
        self._left = allowed

    def one_more(self) -> None:
        if self._left == 0:
            os._exit(9)
        self._left -= 1

    def on_event(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name in TOUCHING and str(arguments[0]).startswith(self._folder):
            self.one_more()

    def on_statement(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(CHANGING):
            self.one_more()


def watch(steps: Steps) -> None:
    sys.addaudithook(steps.on_event)
    event.listen(Engine, "before_cursor_execute", steps.on_statement)
    database: Any = Database
    alone = database.alone

    def counted(self: Database) -> Any:
        steps.one_more()
        return alone(self)

    database.alone = counted


def work(name: str, allowed: int, path: Path) -> None:
    watch(Steps(path.parent, allowed))
    WORKS[name](path)
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        name, allowed, path = line.rstrip("\n").split("\t")
        child = os.fork()  # type: ignore[attr-defined,unused-ignore]  # not on Windows
        if child == 0:
            work(name, int(allowed), Path(path))
        _pid, status = os.waitpid(child, 0)
        said = {9: b"died\n", 0: b"done\n"}
        os.write(1, said.get(os.waitstatus_to_exitcode(status), b"failed\n"))


if __name__ == "__main__":
    with keys_in_rounds(ROUNDS // 1000):
        main()
