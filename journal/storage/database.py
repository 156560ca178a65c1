"""The file as a database: its connections and its two kinds of transaction.

Reads begin with a plain BEGIN and may stand side by side; writes begin with BEGIN IMMEDIATE, only
in `Database.write`. Connections stay open in a pool, so that a saved entry costs no opening; each
is used by one thread at a time. While the whole file is written anew (`alone`) the other threads of
this program that write wait, and while it is replaced (`replacing`) those that read, too. No error
that leaves this module carries the person's words.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import (
    NEVER_WRITTEN,
    READING,
    WRITING,
    WRITING_WHOLE,
    error_of_driver,
    why_not_written,
)
from journal.storage.file_uri import file_uri
from journal.storage.readers import Readers

BUSY_SECONDS = 2.0
"""How long a transaction waits for another program's, and `replacing` for who is reading."""

_PART = 1 << 20  # bytes
_NEVER_WRITTEN = (*NEVER_WRITTEN, NoResultFound, MultipleResultsFound)

# temp_store 2 keeps sorted rows in memory: no plain text of an encrypted journal in other files.
# secure_delete overwrites what is deleted, which would otherwise stay readable in a plain journal.
_PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",
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
        self.path = path
        self.key = key
        self._gate = RLock()
        self._readers = Readers()
        self._closings = 0
        self._descriptor: int | None = None
        self._engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=2,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")

    @property
    def is_encrypted(self) -> bool:
        """Whether the file needs a key."""
        return self.key is not None

    @contextmanager
    def read(self, problems: Mapping[int, StorageProblem] = READING) -> Iterator[Connection]:
        """A transaction that sees one state of the journal.

        A value that the program can never have written says that the file is DAMAGED.
        """
        try:
            with self._readers.one_more(), driver_faults(problems), self._lent() as connection:
                yield connection
        except _NEVER_WRITTEN:  # the message may hold the value
            raise StorageError(StorageProblem.DAMAGED) from None

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        """A connection that goes back to the pool; it closes where `close` came meanwhile."""
        closings = self._closings
        with self._engine.connect() as connection:
            try:
                yield connection
            finally:
                if closings != self._closings:
                    connection.invalidate()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed when the block ends, or leaves no trace."""
        with self._gate, write_faults(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def write_without_foreign_keys(self) -> Iterator[Connection]:
        """A `write` in which a table may be remade without its children going with it."""
        faults = write_faults(self.path, WRITING_WHOLE)
        with self._gate, faults, self._writer.connect() as connection:
            _set_foreign_keys(connection, "OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                _set_foreign_keys(connection, "ON")

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """A bare connection outside of any transaction, while nobody else in this program writes.

        It is for the few statements that take the whole file.
        """
        with self._gate, write_faults(self.path, WRITING_WHOLE):
            connection = self._connect()
            try:
                yield connection
            finally:
                connection.close()

    def parts(self) -> Iterator[bytes]:
        """The bytes of the file, for a copy; inside a transaction on `alone`'s connection.

        The file stays open after that: on POSIX systems, closing it would end the locks that SQLite
        holds on it for this whole program.
        """
        descriptor = self._opened()
        os.lseek(descriptor, 0, os.SEEK_SET)
        while part := os.read(descriptor, _PART):
            yield part

    def _opened(self) -> int:
        """The descriptor of the file that lies there now: another may have taken its place."""
        kept = self._descriptor
        if kept is not None and not os.path.samestat(os.fstat(kept), self.path.stat()):
            self._let_go()
        if self._descriptor is None:
            self._descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._descriptor

    def _let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Only this thread uses the file while the block puts another in its place.

        The block may set `key` to the new file's. Threads that are reading the old one come to
        their end first, for some systems replace no open file; StorageError BUSY where that takes
        too long. None is left with a connection to it.
        """
        with self._gate, self._readers.nobody_else(BUSY_SECONDS):
            self.close()
            try:
                yield
            finally:
                self.close()

    def vacuum(self) -> None:
        """Write the file anew without its free pages; the copy SQLite makes stays in memory."""
        with self.alone() as connection:
            connection.execute("VACUUM")

    def _connect(self) -> Any:
        return _connection(self.path, self.key)

    def close(self) -> None:
        """Close every connection, once no copy is being made of the file any more.

        One that a thread is reading through closes when it is done.
        """
        with self._gate:
            self._engine.dispose()
            self._closings += 1  # last: whoever begins to read from now on has a new pool
            self._let_go()


@contextmanager
def driver_faults(problems: Mapping[int, StorageProblem] = READING) -> Iterator[None]:
    """Turn the driver's errors into StorageError; a defect of the program passes as it is."""
    try:
        yield
    except DBAPIError as error:
        raise error_of_driver(error.orig or error, problems) or error from None
    except dbapi2.Error as error:
        raise error_of_driver(error, problems) or error from None
    except UnicodeDecodeError:  # SQLite named a table in its message, and the name is damaged
        raise StorageError(StorageProblem.DAMAGED) from None


@contextmanager
def write_faults(path: Path, problems: Mapping[int, StorageProblem] = WRITING) -> Iterator[None]:
    """The same while the file at `path` is written."""
    try:
        with driver_faults(problems):
            yield
    except StorageError as error:
        if not os.path.exists(path):  # noqa: PTH110 - false for whatever cannot be looked at
            raise StorageError(StorageProblem.NOT_REACHABLE) from None
        if error.problem is StorageProblem.NOT_REACHABLE:
            raise StorageError(why_not_written(path)) from None
        raise


def _connection(path: Path, key: bytes | None) -> Any:
    connection = keyed(path, key)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def keyed(path: Path, key: bytes | None) -> Any:
    """A bare connection to the file at `path`, which exists, with its key and nothing else set."""
    connection = dbapi2.connect(
        file_uri(path.absolute(), "rw"),
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
