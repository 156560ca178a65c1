"""From a file and a passphrase, or none, to a database that can be read."""

from pathlib import Path

from sqlalchemy import Connection

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.database import Database
from journal.storage.faults import READING, UNLOCKING
from journal.storage.file_form import APPLICATION_ID, FileForm, form_of
from journal.storage.passphrase import key_of_file


def unlocked(path: Path, passphrase: str | None) -> Database:
    """The database in the file at `path`, whose first page the passphrase opens.

    Raises StorageError: WRONG_PASSPHRASE, also for one given where none is needed or the other way
    round, and the reasons of `form_of`.
    """
    is_encrypted = form_of(path, with_passphrase=passphrase is not None) is FileForm.ENCRYPTED
    if is_encrypted is (passphrase is None):
        raise StorageError(StorageProblem.WRONG_PASSPHRASE)
    return with_key(path, None if passphrase is None else key_of_file(passphrase, path))


def unlocked_backup(file: Path, passphrase: str | None, key: bytes | None) -> Database:
    """The database in a backup: one that is plain as it is, any other with the passphrase given.

    Where none is given the journal's own `key` has to do. Raises StorageError as `unlocked` does.
    """
    if form_of(file, with_passphrase=True) is FileForm.PLAIN:
        return with_key(file, None)
    if passphrase is None and key is not None:
        return with_key(file, key)
    return unlocked(file, passphrase)


def with_key(path: Path, key: bytes | None) -> Database:
    """The database in the file at `path`, whose first page the raw key opens, or none has to.

    Raises StorageError: WRONG_PASSPHRASE, NOT_A_JOURNAL, and what reading raises.
    """
    database = Database(path, key)
    try:
        with database.read(READING if key is None else UNLOCKING) as connection:
            _check_application(connection)
    except BaseException:
        database.close()
        raise
    return database


def _check_application(connection: Connection) -> None:
    # The number stands in the first page, which a wrong key cannot read.
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise StorageError(StorageProblem.NOT_A_JOURNAL)
