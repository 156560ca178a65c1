"""What kind of file lies where the journal should be, told from its first bytes alone.

The file is only read, so one that is refused stays as it is to the byte. A journal with a
passphrase is random bytes from end to end; it is told from other files by its size, a whole number
of pages, and by the spread of its bytes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import islice
from pathlib import Path

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.faults import reading_faults

APPLICATION_ID = 0x53794A6C
"""Marks a SQLite file as a symptom journal (`PRAGMA application_id`)."""

HEAD = "0008"
"""The revision `tables` describes; the last one in `migrations/versions`."""

PAGE_SIZE = 4096
HEADER_LENGTH = 100
"""Bytes of a SQLite file that say what it is."""

_PLAIN_HEADER = b"SQLite format 3\0"
# sqlite.org/fileformat2.html, "The Database Header"
_WRITE_VERSION_AT, _NEWEST_WRITE_VERSION = 18, 2
_APPLICATION_ID_AT = 68
# 4,096 random bytes miss about none of the 256 values; text and sparse files miss most.
_RANDOM_PAGE_VALUES = 200
# Fewer bytes than these in a page are marks of SQLite's own, and no words.
_LEAST_WORDS = 32
# Random bytes have almost all the values to be expected of so many; words, times and numbers of
# any language have half of them at most.
_RANDOM_SHARE = 0.75
_BEGINNING = 4  # pages: the first alone may hold little but numbers
# Pearson's chi-squared of a random page's bytes is 255, give or take 23; the share of a hundred
# thousand pages that pass this by chance is none.
_RANDOM_SPREAD = 440
# So many letters and spaces in a row, of any script, stand by chance in one of three million
# random pages.
_WORDS = re.compile(rb"(?:[A-Za-z .,']|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){17}")


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


def is_plain_journal(first_bytes: bytes) -> bool:
    """Whether a file that begins like this says that it is a journal, readable by anyone."""
    stored = first_bytes[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4]
    return is_plain(first_bytes) and int.from_bytes(stored, "big") == APPLICATION_ID


def is_plain_file(path: Path) -> bool:
    """Whether the file at `path` can be read by anyone; StorageError where it cannot be opened."""
    with reading_faults(), path.open("rb") as file:
        return is_plain(file.read(len(_PLAIN_HEADER)))


def can_be_read(path: Path, *, whole: bool = True) -> bool:
    """Whether anyone can read something in the file at `path`, or at least in its beginning.

    Other than `is_plain_file` it also knows a journal whose beginning is lost, and what SQLite
    keeps of one during a transaction. StorageError where the file cannot be read.
    """
    pages = None if whole else _BEGINNING
    with reading_faults():
        return any(_can_be_read(page) for page in islice(_pages(path), pages))


def may_hold_words(path: Path) -> bool:
    """Whether there may be anything to read in the file at `path`, however little.

    That is where it is not empty, and not whole pages of random bytes without a word among them, as
    an encrypted journal is. StorageError where the file cannot be read.
    """
    with reading_faults():
        data = path.read_bytes()
    if not data.strip(b"\0"):
        return False
    pages = [data[start : start + PAGE_SIZE] for start in range(0, len(data), PAGE_SIZE)]
    return not all(map(_is_random, pages)) or _WORDS.search(data) is not None


def _pages(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while page := file.read(PAGE_SIZE):
            yield page


def _can_be_read(page: bytes) -> bool:
    written = page.replace(b"\0", b"")
    expected = 256 * (1 - (255 / 256) ** len(written))
    if len(written) <= _LEAST_WORDS:
        return False
    return is_plain(page) or len(set(written)) < _RANDOM_SHARE * expected


def _is_random(page: bytes) -> bool:
    spread = sum(count**2 for count in Counter(page).values()) * 256 / PAGE_SIZE - PAGE_SIZE
    return len(page) == PAGE_SIZE and spread < _RANDOM_SPREAD


def _check_plain(first_page: bytes) -> None:
    if len(first_page) < HEADER_LENGTH:
        raise StorageError(StorageProblem.DAMAGED)
    if first_page[_WRITE_VERSION_AT] > _NEWEST_WRITE_VERSION:  # SQLite would say "read-only"
        raise StorageError(StorageProblem.DAMAGED)
    if not is_plain_journal(first_page):
        raise StorageError(StorageProblem.NOT_A_JOURNAL)


def _looks_random(first_page: bytes) -> bool:
    return len(first_page) == PAGE_SIZE and len(set(first_page)) >= _RANDOM_PAGE_VALUES
