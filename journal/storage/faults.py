"""From what SQLite and the operating system report to the few problems a person can act on.

SQLite's result codes are numbers of its public interface (sqlite.org/rescode.html); they stand
here as numbers so that this module, and the store with it, loads without the driver. The driver
tells primary codes only.
"""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.whole_files import is_held

_ALWAYS = {
    3: StorageProblem.NOT_REACHABLE,  # SQLITE_PERM
    5: StorageProblem.BUSY,  # SQLITE_BUSY
    6: StorageProblem.BUSY,  # SQLITE_LOCKED
    8: StorageProblem.READ_ONLY,  # SQLITE_READONLY
    10: StorageProblem.NOT_REACHABLE,  # SQLITE_IOERR
    11: StorageProblem.DAMAGED,  # SQLITE_CORRUPT
    13: StorageProblem.DISK_FULL,  # SQLITE_FULL
    14: StorageProblem.NOT_REACHABLE,  # SQLITE_CANTOPEN
    26: StorageProblem.DAMAGED,  # SQLITE_NOTADB
}
# SQLITE_ERROR is a statement that does not fit the tables. Those of the program are tried by tests,
# so it is the list of tables in the file that is damaged.
READING: Mapping[int, StorageProblem] = {**_ALWAYS, 1: StorageProblem.DAMAGED}
# A wrong key makes noise of the first page, which then is no database.
UNLOCKING: Mapping[int, StorageProblem] = {**READING, 26: StorageProblem.WRONG_PASSPHRASE}
# What a reached file answers to a write: what cannot be opened is the rollback journal in a folder
# that takes no files. An I/O error may be anything: see `why_not_written`.
WRITING: Mapping[int, StorageProblem] = {**READING, 14: StorageProblem.READ_ONLY}
_CONSTRAINT = 19
# Where rows are only carried over, they break a constraint that they once fulfilled.
WRITING_WHOLE: Mapping[int, StorageProblem] = {**WRITING, _CONSTRAINT: StorageProblem.DAMAGED}

NEVER_WRITTEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised where a row that the program can never have written is made a value."""

_NOT_TEXT = "Could not decode to UTF-8"
# From the driver's `backup` come SQLite's words without their code.
_CODES = {
    "database is locked": 5,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
}

_BY_ERRNO = {
    errno.EROFS: StorageProblem.READ_ONLY,
    errno.EACCES: StorageProblem.READ_ONLY,
    errno.EPERM: StorageProblem.READ_ONLY,
    errno.ENOSPC: StorageProblem.DISK_FULL,
    errno.EDQUOT: StorageProblem.DISK_FULL,
    errno.EFBIG: StorageProblem.DISK_FULL,
}


_ROOM = 1 << 20
"""In bytes: with so much of it nothing was refused for want of room."""


def why_not_written(path: Path) -> StorageProblem:
    """What stands in the way of writing a file, where SQLite tells of an I/O error.

    To it, a used-up quota and a limit for the size of files are the same as a disk that is dying
    or was pulled out. So the folder is asked to take a little more, and past the file's end.
    """
    try:
        with writing_faults(), tempfile.TemporaryFile(dir=path.parent) as probe:
            probe.write(bytes(_ROOM))
            probe.seek(path.stat().st_size + _ROOM)
            probe.write(b"\0")
            probe.flush()
            os.fsync(probe.fileno())
    except StorageError as error:
        return error.problem
    return StorageProblem.NOT_REACHABLE


def error_of_driver(
    error: BaseException, problems: Mapping[int, StorageProblem]
) -> Exception | None:
    """What to raise for an error of the SQLite driver; None for one that only a defect explains.

    A broken constraint may be a defect too, but its message names a constraint and no words of the
    person, so it becomes a ValueError that says which.
    """
    code = getattr(error, "sqlite_errorcode", _CODES.get(str(error)))
    if str(error).startswith(_NOT_TEXT):  # goes on with the text itself
        return StorageError(StorageProblem.DAMAGED)
    problem = problems.get(code or 0)
    if problem is not None:
        return StorageError(problem)
    return ValueError(str(error)) if code == _CONSTRAINT else None


@contextmanager
def reading_faults() -> Iterator[None]:
    """Report what the operating system refuses while a file is looked at as NOT_REACHABLE.

    As BUSY where another program lets nobody else read it meanwhile.
    """
    try:
        yield
    except OSError as error:
        problem = StorageProblem.BUSY if is_held(error) else StorageProblem.NOT_REACHABLE
        raise StorageError(problem) from None


@contextmanager
def writing_faults() -> Iterator[None]:
    """Report what the operating system refuses while something is written as a StorageError."""
    try:
        yield
    except OSError as error:
        raise StorageError(_problem_of(error)) from None


def _problem_of(error: OSError) -> StorageProblem:
    if is_held(error):
        return StorageProblem.BUSY
    return _BY_ERRNO.get(error.errno or 0, StorageProblem.NOT_REACHABLE)
