"""What kind of file lies where the journal should be, told from its first bytes alone.

The file is only read, so one that is refused stays as it is to the byte. A journal with a
passphrase is random bytes from end to end; it is told from other files by its size, a whole number
of pages, and by the spread of its bytes.
"""

from enum import Enum
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import reading_faults

APPLICATION_ID = 0x53794A6C
"""Marks a SQLite file as a symptom journal (`PRAGMA application_id`)."""

HEAD = "0007"
"""The revision `tables` describes; the last one in `migrations/versions`."""

PAGE_SIZE = 4096
_PLAIN_HEADER = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68  # sqlite.org/fileformat2.html, "Application ID"
_LEAST_HEADER = 100
# 4,096 random bytes miss about none of the 256 values; text and sparse files miss most.
_RANDOM_PAGE_VALUES = 200


class FileForm(Enum):
    """How a file that may be a journal is written."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"


def form_of(path: Path, *, with_passphrase: bool) -> FileForm:
    """The form of the file at `path`, for someone who gave a passphrase or none.

    With one, random bytes count as a journal whatever their number: it may have been cut off.

    Raises StorageError: EMPTY_FILE, DAMAGED for a journal cut off in its header, NOT_A_JOURNAL,
    NOT_REACHABLE.
    """
    with reading_faults():
        if path.is_dir():
            raise StorageError(StorageProblem.NOT_A_JOURNAL)
        size = path.stat().st_size
        with path.open("rb") as file:
            first_page = file.read(PAGE_SIZE)
    if not first_page:
        raise StorageError(StorageProblem.EMPTY_FILE)
    if is_plain(first_page):
        _check_plain(first_page)
        return FileForm.PLAIN
    if not _looks_random(first_page) or (size % PAGE_SIZE and not with_passphrase):
        raise StorageError(StorageProblem.NOT_A_JOURNAL)
    return FileForm.ENCRYPTED


def is_plain(first_bytes: bytes) -> bool:
    """Whether a file that begins like this is SQLite's, readable by anyone."""
    return first_bytes.startswith(_PLAIN_HEADER)


def is_plain_file(path: Path) -> bool:
    """Whether the file at `path` can be read by anyone; StorageError where it cannot be opened."""
    with reading_faults(), path.open("rb") as file:
        return is_plain(file.read(len(_PLAIN_HEADER)))


def _check_plain(first_page: bytes) -> None:
    if len(first_page) < _LEAST_HEADER:
        raise StorageError(StorageProblem.DAMAGED)
    stored = first_page[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4]
    if int.from_bytes(stored, "big") != APPLICATION_ID:
        raise StorageError(StorageProblem.NOT_A_JOURNAL)


def _looks_random(first_page: bytes) -> bool:
    return len(first_page) == PAGE_SIZE and len(set(first_page)) >= _RANDOM_PAGE_VALUES
