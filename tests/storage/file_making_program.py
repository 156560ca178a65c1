"""A program that makes every kind of file storage makes, in the folder it is given."""

import os
import sys
from contextlib import closing
from pathlib import Path

from tests.storage.examples import full_check_in, save, session, store_at, writer
from tests.storage.quick_keys import ROUNDS, keys_in_rounds

FIRST, SECOND = "correct horse", "staple"
RELEASED = Path(__file__).parents[1] / "data" / "journal-0001.sqlite"


def make_files(folder: Path) -> None:
    """A journal with backups in two folders; each passphrase, each restore, and a migration."""
    path = folder / "data" / "journal.db"
    with closing(writer(path)) as journal:
        save(journal, full_check_in())
        journal.backups.choose(folder)
        kept = journal.backups.make(folder / "stick").made[0].file
        journal.change_passphrase(None, FIRST)
        save(journal, session())
        journal.change_passphrase(FIRST, SECOND)
        journal.restore(kept)
        journal.change_passphrase(SECOND, None)
    os.truncate(path, 0)
    store_at(path).restore(kept)
    older = folder / "older"
    older.mkdir(mode=0o700)
    os.close(os.open(older / "journal.db", os.O_CREAT | os.O_EXCL, 0o600))
    with (older / "journal.db").open("r+b") as file:
        file.write(RELEASED.read_bytes())
    writer(older / "journal.db").close()


if __name__ == "__main__":
    with keys_in_rounds(ROUNDS // 1000):
        make_files(Path(sys.argv[1]))
