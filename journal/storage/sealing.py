"""A file that is no sound journal, put whole into an encrypted one: kept, and beyond reading.

What did not open is kept for whoever may repair it, also where the journal gets a passphrase. Any
SQLCipher tool takes it out again: it is the content of the table `sealed_file`. What was a backup
by its name is none any more, so it gets another one.
"""

from contextlib import closing, suppress
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.backup_names import as_backup, unreadable_backup
from journal.storage.database import Database
from journal.storage.faults import reading_faults
from journal.storage.file_form import APPLICATION_ID
from journal.storage.new_file import new_file, parts
from journal.whole_files import sync_folder

_MAKE = "CREATE TABLE sealed_file (name TEXT PRIMARY KEY, content BLOB NOT NULL)"
_PUT = "INSERT INTO sealed_file VALUES (?, ?)"
_TAKE = "SELECT name, content FROM sealed_file"


def seal(file: Path, key: bytes) -> Path:
    """Put a file, with what a crash left beside it, into one that takes its place; that one.

    Raises StorageError, and the file is as it was.
    """
    with reading_faults():
        contents = {part.name: part.read_bytes() for part in parts(file)}
    with new_file(file) as unfinished:
        _fill(unfinished, key, contents)
        if _read(unfinished, key) != contents:
            raise StorageError(StorageProblem.DAMAGED)
    return file if as_backup(file) is None else _renamed(file)


def _renamed(backup: Path) -> Path:
    renamed = unreadable_backup(backup)
    with suppress(OSError):  # it is beyond reading under either name
        backup.rename(renamed)
        sync_folder(renamed.parent)
        return renamed
    return backup


def _fill(path: Path, key: bytes, contents: dict[str, bytes]) -> None:
    with closing(Database(path, key)) as database, database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(_MAKE)
        for part in contents.items():
            connection.exec_driver_sql(_PUT, part)


def _read(path: Path, key: bytes) -> dict[str, bytes]:
    with closing(Database(path, key)) as database, database.read() as connection:
        return {row[0]: row[1] for row in connection.exec_driver_sql(_TAKE)}
