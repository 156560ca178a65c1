"""A journal that is read while another file takes its place."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.storage import database
from journal.storage.database import Database
from journal.storage.readers import Readers
from tests.storage.examples import check_in, save, writer

OPEN_FILES = Path("/proc/self/fd")
SECONDS = 20  # that nothing here takes, unless somebody waits for ever


def handles(path: Path) -> int:
    """How often this program has the file open, or one that lay there."""
    if not OPEN_FILES.is_dir():
        pytest.skip("only Linux tells")
    links = OPEN_FILES.iterdir()
    targets = [str(link.readlink()) for link in links if link.is_symlink()]
    return sum(target.removesuffix(" (deleted)") == str(path) for target in targets)


@contextmanager
def a_reader(journal: Database, threads: ThreadPoolExecutor) -> Iterator[Event]:
    """A thread that has begun to read, and goes on until it is told that it may end."""
    begun, may_end = Event(), Event()

    def read() -> None:
        with journal.read() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM check_in").scalar_one()
            begun.set()
            assert may_end.wait(SECONDS)

    reading = threads.submit(read)
    assert begun.wait(SECONDS)
    try:
        yield may_end
    finally:
        may_end.set()
        reading.result(SECONDS)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool


def test_a_restore_waits_for_who_is_reading(path: Path, threads: ThreadPoolExecutor) -> None:
    """And nothing of the old file stays open, not even for a while."""
    with closing(writer(path)) as journal:
        backup = journal.backups.make().made[0].file
        save(journal, check_in())
        with a_reader(journal.database, threads) as may_end:  # type: ignore[attr-defined]
            restoring = threads.submit(journal.restore, backup)
            old = path.stat().st_ino
            with pytest.raises(TimeoutError):
                restoring.result(0.1)
            assert path.stat().st_ino == old
            may_end.set()
            restoring.result(SECONDS)
        assert path.stat().st_ino != old
        assert handles(path) == 0
        assert journal.check_ins.between() == ()


@pytest.mark.usefixtures("quick_keys")
def test_a_new_passphrase_waits_for_who_is_reading(path: Path, threads: ThreadPoolExecutor) -> None:
    with closing(writer(path)) as journal:
        save(journal, check_in())
        with a_reader(journal.database, threads) as may_end:  # type: ignore[attr-defined]
            changing = threads.submit(journal.change_passphrase, None, "correct horse")
            with pytest.raises(TimeoutError):
                changing.result(0.1)
            may_end.set()
            changing.result(SECONDS)
        assert len(journal.check_ins.between()) == 1


def test_a_journal_that_is_read_for_too_long_stays(
    path: Path, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with closing(writer(path)) as journal:
        backup = journal.backups.make().made[0].file
        save(journal, check_in())
        before = path.read_bytes()
        with a_reader(journal.database, threads):  # type: ignore[attr-defined]
            with pytest.raises(StorageError) as raised:
                journal.restore(backup)
            assert raised.value.problem is StorageProblem.BUSY
            assert path.read_bytes() == before
        journal.restore(backup)
        assert handles(path) == 0


def test_who_begins_to_read_meanwhile_reads_the_new_file(
    path: Path, threads: ThreadPoolExecutor
) -> None:
    with closing(writer(path)) as journal:
        inner: Database = journal.database  # type: ignore[attr-defined]
        with inner.replacing():
            reading = threads.submit(journal.check_ins.between)
            with pytest.raises(TimeoutError):
                reading.result(0.1)
            save(journal, check_in())
        assert len(reading.result(SECONDS)) == 1


def test_a_reader_that_writes_meanwhile_is_not_waited_for_for_ever(
    path: Path, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits for the writer's turn, which the restore has, which waits for it."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    waits, nobody_else = Event(), Readers.nobody_else

    def told(readers: Readers, seconds: float) -> AbstractContextManager[None]:
        waits.set()
        return nobody_else(readers, seconds)

    monkeypatch.setattr(Readers, "nobody_else", told)
    with closing(writer(path)) as journal:
        backup = journal.backups.make().made[0].file
        with journal.database.read():  # type: ignore[attr-defined]
            restoring = threads.submit(journal.restore, backup)
            assert waits.wait(SECONDS)
            save(journal, check_in())
        with pytest.raises(StorageError) as raised:
            restoring.result(SECONDS)
    assert raised.value.problem is StorageProblem.BUSY


def test_a_reader_may_open_the_file_while_a_copy_is_made(
    path: Path, threads: ThreadPoolExecutor
) -> None:
    """It would be waited for in vain by whoever waits for the copy to replace the file."""
    with closing(writer(path)) as journal:
        inner: Database = journal.database  # type: ignore[attr-defined]
        inner.close()
        with inner.alone():
            assert threads.submit(journal.check_ins.between).result(SECONDS) == ()


def test_a_file_that_is_closed_while_it_is_read_closes_at_the_end(
    path: Path, threads: ThreadPoolExecutor
) -> None:
    with closing(writer(path)) as journal:
        inner: Database = journal.database  # type: ignore[attr-defined]
        with a_reader(inner, threads):
            journal.close()
            assert handles(path) == 1
        assert handles(path) == 0
