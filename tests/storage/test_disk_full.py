"""A disk that takes no more: the edit is refused, the journal stays whole, a retry works."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.storage.open_journal import SqlJournal
from tests.storage.examples import check_in, save, store_at, writer
from tests.storage.full_disk import largest_file
from tests.systems import posix

LONG_NOTE = "x" * 90_000


def no_more_pages(journal: OpenJournal, path: Path) -> Callable[[], None]:
    assert isinstance(journal, SqlJournal)

    def set_pages(count: int) -> None:
        with journal.database.read() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {count}")

    set_pages(1)  # SQLite takes the number of pages there are
    return lambda: set_pages(1_000_000)


def no_larger_file(journal: OpenJournal, path: Path) -> Callable[[], None]:
    resource = posix("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def full_disk(
    fill: Callable[[OpenJournal, Path], Callable[[], None]], journal: OpenJournal, path: Path
) -> Iterator[None]:
    make_room = fill(journal, path)
    try:
        yield
    finally:
        make_room()


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
@pytest.mark.parametrize("fill", [no_more_pages, no_larger_file])
def test_an_edit_waits_for_room(
    path: Path,
    fill: Callable[[OpenJournal, Path], Callable[[], None]],
    passphrase: str | None,
) -> None:
    journal = writer(path, passphrase)
    earlier, refused = check_in(note="earlier"), check_in(note=LONG_NOTE)
    save(journal, earlier)
    with full_disk(fill, journal, path), pytest.raises(StorageError) as raised:
        save(journal, refused)
    assert raised.value.problem is StorageProblem.DISK_FULL
    assert journal.check_ins.between() == (earlier,)
    assert journal.check().is_sound
    save(journal, refused)
    assert journal.check_ins.between() == (earlier, refused)
    journal.close()


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_an_edit_is_written_whole_or_not_at_all_wherever_the_room_ends(
    path: Path, passphrase: str | None, quick_keys: None
) -> None:
    journal = writer(path, passphrase)
    kept: set[UUID] = set()
    refused = 0
    for size in range(0, path.stat().st_size + 2 * len(LONG_NOTE), 32_768):
        entered = check_in(note=LONG_NOTE)
        with largest_file(size):
            try:
                save(journal, entered)
                kept.add(entered.id)
            except StorageError:
                refused += 1
        assert {each.id for each in journal.check_ins.between()} == kept
    assert journal.check().is_sound
    assert min(len(kept), refused) > 0
    journal.close()


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_a_disk_without_room_for_a_change_lets_nobody_write_and_anybody_read(
    path: Path, passphrase: str | None, quick_keys: None
) -> None:
    earlier, later = check_in(note="earlier"), check_in(note="later")
    with closing(writer(path, passphrase)) as journal:
        save(journal, earlier)
    before = path.read_bytes()
    with largest_file(0):
        with pytest.raises(StorageError) as raised:
            writer(path, passphrase)
        with closing(store_at(path).open(passphrase)) as journal:
            assert journal.check_ins.between() == (earlier,)
    assert raised.value.problem is StorageProblem.DISK_FULL
    assert path.read_bytes() == before
    assert {entry.name for entry in path.parent.iterdir()} == {"journal.db", "journal.lock"}
    with closing(writer(path, passphrase)) as journal:
        save(journal, later)
        assert journal.check_ins.between() == (earlier, later)


def test_a_journal_that_does_not_fit_is_not_begun(path: Path) -> None:
    with largest_file(20_000), pytest.raises(StorageError) as raised:
        writer(path)
    assert raised.value.problem is StorageProblem.DISK_FULL
    assert [entry.name for entry in path.parent.iterdir()] == ["journal.lock"]
    writer(path).close()
