"""A whole journal written into another file, with its key or with another, and looked over there.

The copy is one state of the journal. It counts as made only when it was opened by itself, found
sound, and holds as many rows of every table as that state did.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.database import Database
from journal.storage.file_form import APPLICATION_ID
from journal.storage.file_uri import file_uri
from journal.storage.integrity import check_pages
from journal.storage.passphrase import key_of_file, key_of_new
from journal.storage.unlocking import with_key

RowCounts = dict[str, int]


def copy(database: Database, target: Path) -> None:
    """Copy the journal into the empty file `target`, with the same key.

    It is copied byte by byte, which is quick also where it is encrypted, and brings every checksum
    of the cipher along. Threads and programs that write wait for that, not for the look over it.
    Raises StorageError: DAMAGED where the copy is not sound, and what reading and writing raise;
    OSError where `target` takes no more.
    """
    with database.alone() as source, target.open("r+b") as made:
        source.execute("BEGIN")
        counts = _row_counts(source)  # from now on nobody else changes the file
        for part in database.parts():
            made.write(part)
        source.execute("COMMIT")
    _verify(target, database.key, counts)


def rewrite(database: Database, target: Path, key: bytes | None) -> None:
    """Write the journal anew into the empty file `target`, with a raw key, or None for none.

    Raises StorageError as `copy` does, DAMAGED also where the journal itself is not sound.
    """
    _verify(target, key, _exported(database, target, key))


def rewrite_for(database: Database, target: Path, passphrase: str) -> bytes:
    """Write the journal anew as `rewrite` does, with a new salt; the raw key.

    SQLCipher makes the key itself, so that any of its tools opens the file with the passphrase.
    Raises StorageError as `rewrite`, and WRONG_PASSPHRASE for one that it takes for a raw key.
    """
    counts = _exported(database, target, key_of_new(passphrase))
    key = key_of_file(passphrase, target)
    _verify(target, key, counts)
    return key


def _exported(database: Database, target: Path, key: bytes | None) -> RowCounts:
    with database.alone() as source:
        check_pages(source)
        # By its address, which also names a folder whose name is no text; it is there already.
        made = file_uri(target.absolute(), "rw")
        source.execute("ATTACH DATABASE ? AS made KEY ?", (made, key or b""))
        # What fails is thrown away. With a rollback journal SQLite would also write down, in a
        # file of its own that others may read, that the two files change together.
        source.execute("PRAGMA made.journal_mode = OFF")
        source.execute("BEGIN IMMEDIATE")
        source.execute("SELECT sqlcipher_export('made')")
        source.execute(f"PRAGMA made.application_id = {APPLICATION_ID}")
        counts = _row_counts(source)
        source.execute("COMMIT")
    return counts


def _verify(path: Path, key: bytes | None, counts: RowCounts) -> None:
    with closing(with_key(path, key)) as made, made.alone() as connection:
        check_pages(connection)
        if _row_counts(connection) != counts:
            raise StorageError(StorageProblem.DAMAGED)


def _row_counts(connection: Any) -> RowCounts:
    names = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    count = 'SELECT count(*) FROM main."{}"'.format
    return {name: connection.execute(count(name)).fetchone()[0] for (name,) in names}
