"""Why a write was refused: no room, or a disk that does not take it for another reason."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.database import write_faults
from tests.storage.examples import writer
from tests.storage.full_disk import largest_file

FULL, IO_ERROR = 13, 10


@pytest.fixture
def kept(path: Path) -> Path:
    writer(path).close()
    return path


def told(path: Path, code: int) -> StorageProblem:
    """What is said where SQLite refused a write with this code."""
    error = dbapi2.OperationalError("refused")
    error.sqlite_errorcode = code
    with pytest.raises(StorageError) as raised, write_faults(path):
        raise error
    return raised.value.problem


def test_a_full_disk_is_told_as_one(kept: Path) -> None:
    assert told(kept, FULL) is StorageProblem.DISK_FULL


def test_an_error_of_a_disk_with_room_is_not_told_as_a_full_one(kept: Path) -> None:
    before = list(kept.parent.iterdir())
    assert told(kept, IO_ERROR) is StorageProblem.NOT_REACHABLE
    assert list(kept.parent.iterdir()) == before


@pytest.mark.parametrize("size", [0, 10_000, 200_000])
def test_a_limit_that_is_an_error_to_sqlite_is_told_as_a_full_disk(kept: Path, size: int) -> None:
    with largest_file(size):
        assert told(kept, IO_ERROR) is StorageProblem.DISK_FULL


def test_a_file_that_is_gone_is_out_of_reach(kept: Path) -> None:
    kept.unlink()
    assert told(kept, IO_ERROR) is StorageProblem.NOT_REACHABLE
