"""A journal that may only be read: readers get what they want, a writer is told."""

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from tests.storage.examples import check_in, full_check_in, save, store_at, writer
from tests.systems import posix

SYSTEM: str = sys.platform
CAPABILITIES_VERSION = 0x20080522
DAC_OVERRIDE_AND_READ_SEARCH = 0b110


@pytest.fixture
def modes_hold() -> Iterator[None]:
    """File modes bind this thread even where it runs as root, which otherwise passes them by."""
    if posix("os").geteuid() != 0:
        yield
        return
    if SYSTEM != "linux":
        pytest.skip("root passes file modes by on this system")
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION, 0)
    capabilities = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, capabilities) == 0
    effective = capabilities[0]
    capabilities[0] = effective & ~DAC_OVERRIDE_AND_READ_SEARCH
    assert libc.capset(header, capabilities) == 0
    yield
    capabilities[0] = effective
    assert libc.capset(header, capabilities) == 0


@pytest.fixture
def kept(path: Path) -> Path:
    """A journal with one check-in, closed."""
    journal = writer(path)
    save(journal, full_check_in())
    journal.close()
    return path


@pytest.fixture
def read_only_file(kept: Path, modes_hold: None) -> Path:
    kept.chmod(0o400)
    return kept


@pytest.fixture
def read_only_folder(kept: Path, modes_hold: None) -> Iterator[Path]:
    kept.parent.chmod(0o500)
    yield kept
    kept.parent.chmod(0o700)


@pytest.fixture(params=["read_only_file", "read_only_folder"])
def read_only(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def test_a_reader_reads(read_only: Path) -> None:
    journal = store_at(read_only).open()
    assert len(journal.records().check_ins) == 1
    assert journal.check().is_sound
    journal.close()


def test_a_writer_is_told(read_only: Path) -> None:
    with pytest.raises(StorageError) as raised:
        writer(read_only)
    assert raised.value.problem is StorageProblem.READ_ONLY


def test_a_new_journal_is_not_begun_in_a_read_only_folder(read_only_folder: Path) -> None:
    read_only_folder.parent.chmod(0o700)
    read_only_folder.unlink()
    read_only_folder.parent.chmod(0o500)
    with pytest.raises(StorageError) as raised:
        writer(read_only_folder)
    assert raised.value.problem is StorageProblem.READ_ONLY
    assert not read_only_folder.exists()


def test_a_folder_that_becomes_read_only_refuses_the_edit_and_takes_it_later(
    path: Path, modes_hold: None
) -> None:
    journal = writer(path)
    entered = check_in(note="The disk was taken away.")
    path.parent.chmod(0o500)
    with pytest.raises(StorageError) as raised:
        save(journal, entered)
    path.parent.chmod(0o700)
    assert raised.value.problem is StorageProblem.READ_ONLY
    save(journal, entered)
    assert journal.check_ins.between() == (entered,)
    journal.close()


def test_a_file_that_may_not_be_read_cannot_be_reached(kept: Path, modes_hold: None) -> None:
    kept.chmod(0)
    with pytest.raises(StorageError) as raised:
        store_at(kept).open()
    assert raised.value.problem is StorageProblem.NOT_REACHABLE
