"""The whole file looked over: pages, indexes, constraints, references, and the cipher's checksums.

What SQLite reports names tables, pages and constraints, and no words of the person.
"""

from typing import Any

from sqlalchemy import Connection, Table, func, select

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import Integrity
from journal.storage import tables
from journal.storage.database import Database, driver_faults


def check_integrity(database: Database) -> Integrity:
    """What is wrong with the journal, and how much it holds as far as it can be read."""
    with database.read() as connection:
        # Counted first: SQLCipher reads nothing more through a connection that met a bad page.
        check_ins = _count(connection, tables.check_in)
        sessions = _count(connection, tables.treatment_session)
        side_effects = _count(connection, tables.side_effect)
        faults = _faults(connection, is_encrypted=database.is_encrypted)
        return Integrity(faults, check_ins, sessions, side_effects)


def check_pages(connection: Any) -> None:
    """Raise StorageError DAMAGED unless every page is what SQLite, and the cipher, once wrote.

    On a bare connection, and quicker than the above: what the pages say is not looked into, so that
    a reference that leads nowhere keeps nobody from copying the rest.
    """
    check_cipher(connection)
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise StorageError(StorageProblem.DAMAGED)


def check_cipher(connection: Any) -> None:
    """Raise StorageError DAMAGED unless every page of an encrypted file has its checksum.

    The cipher itself tells of a bad page when the next one is read: of the last one never.
    """
    if connection.execute("PRAGMA cipher_integrity_check").fetchone():
        raise StorageError(StorageProblem.DAMAGED)


def _faults(connection: Connection, *, is_encrypted: bool) -> tuple[str, ...]:
    faults = _answers(connection, "cipher_integrity_check") if is_encrypted else []
    faults += [answer for answer in _answers(connection, "integrity_check") if answer != "ok"]
    # Only the tables are named: the rest of such an answer is row numbers.
    faults += [
        f"{table}: a reference leads nowhere" for table in _answers(connection, "foreign_key_check")
    ]
    return tuple(dict.fromkeys(faults))


def _answers(connection: Connection, pragma: str) -> list[str]:
    try:
        with driver_faults():
            return [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA {pragma}")]
    except StorageError as error:
        if error.problem is not StorageProblem.DAMAGED:
            raise
        return [f"{pragma}: cannot be read"]


def _count(connection: Connection, table: Table) -> int:
    try:
        with driver_faults():
            return connection.scalar(select(func.count()).select_from(table)) or 0
    except StorageError as error:
        if error.problem is not StorageProblem.DAMAGED:
            raise
        return 0
