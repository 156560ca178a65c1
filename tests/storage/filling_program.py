"""Saves, backs up and exports on a file system that is full; says what was kept. Argument: folder.

A program of its own, because only one that runs apart may mount a file system for itself.
"""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from journal.domain.errors import StorageError
from journal.storage.store import JournalFile
from tests.storage.examples import NOW, check_in, save, writer

FILLER = bytes(4096)


def fill(file: Path) -> None:
    """Leave no room at all."""
    with file.open("wb", buffering=0) as opened:
        try:
            while opened.write(FILLER):
                pass
        except OSError:
            return


def problem_of(work: Callable[[], object]) -> str:
    """What kept a work from being done; empty where nothing did."""
    try:
        work()
    except StorageError as error:
        return error.problem.value
    return ""


def main(folder: Path) -> None:
    """Try everything with no room, then with room again."""
    path, filler = folder / "data" / "journal.db", folder / "filler"
    refused = {}
    with closing(writer(path)) as journal:
        save(journal, check_in(note="before"))
        fill(filler)
        refused["save"] = problem_of(lambda: save(journal, check_in(note="full" * 5000)))
        refused["back up"] = problem_of(journal.backups.make)
        refused["passphrase"] = problem_of(lambda: journal.change_passphrase(None, "velvet"))
    refused["open"] = problem_of(lambda: writer(path).close())
    with closing(JournalFile(path, lambda: NOW).open()) as journal:
        notes = [each.note for each in journal.check_ins.between()]
    filler.unlink()
    with closing(writer(path)) as journal:
        save(journal, check_in(note="after"))
        kept = [each.note for each in journal.check_ins.between()]
        is_sound = journal.check().is_sound
    left = sorted(each.name for each in path.parent.rglob("*") if each.is_file())
    sys.stdout.write(json.dumps([refused, notes, sorted(kept), is_sound, left]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
