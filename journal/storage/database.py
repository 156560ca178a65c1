"""The file as a database: its connections and its two kinds of transaction.

Reads begin with a plain BEGIN and may stand side by side; writes begin with BEGIN IMMEDIATE, only
in `Database.write`. Connections stay open in a pool, so that a saved entry costs no opening; each
is used by one thread at a time. No error that leaves this module carries the person's words.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import READING, WRITING, error_of_driver

BUSY_SECONDS = 2.0
"""How long a transaction waits for another program to finish its own."""

# temp_store 2 keeps sorted rows in memory: no plain text of an encrypted journal in other files.
_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "temp_store = 2",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


class Database:
    """The database in the file at `path`; `key` is a raw key, a passphrase for a new file, or None.

    Nothing is opened before the first transaction. Every transaction may raise StorageError.
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        self._path = path
        self._engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: _connection(path, key),
            poolclass=QueuePool,
            pool_size=2,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        self.is_encrypted = key is not None

    @contextmanager
    def read(self, problems: Mapping[int, StorageProblem] = READING) -> Iterator[Connection]:
        """A transaction that sees one state of the journal."""
        with driver_faults(problems), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed when the block ends, or leaves no trace."""
        with self._write_faults(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def write_without_foreign_keys(self) -> Iterator[Connection]:
        """A `write` in which a table may be remade without its children going with it."""
        with self._write_faults(), self._writer.connect() as connection:
            _set_foreign_keys(connection, "OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                _set_foreign_keys(connection, "ON")

    @contextmanager
    def _write_faults(self) -> Iterator[None]:
        try:
            with driver_faults(WRITING):
                yield
        except StorageError:
            if os.path.exists(self._path):  # noqa: PTH110 - false for whatever cannot be looked at
                raise
            raise StorageError(StorageProblem.NOT_REACHABLE) from None

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


@contextmanager
def driver_faults(problems: Mapping[int, StorageProblem] = READING) -> Iterator[None]:
    """Turn the driver's errors into StorageError; a defect of the program passes as it is."""
    try:
        yield
    except DBAPIError as error:
        raise error_of_driver(error.orig or error, problems) or error from None
    except dbapi2.Error as error:
        raise error_of_driver(error, problems) or error from None


def _connection(path: Path, key: bytes | None) -> Any:
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        # First of all: a wrong key would be written to stderr.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.set_key(key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _set_foreign_keys(connection: Connection, state: str) -> None:
    # On the driver's own connection, since SQLite ignores it inside a transaction.
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA foreign_keys = {state}")
