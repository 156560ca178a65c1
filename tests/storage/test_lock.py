"""One writer at a time, and readers beside it."""

from pathlib import Path
from threading import Thread

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from tests.storage.examples import check_in, save, store_at, writer


def test_a_second_writer_is_refused_at_once(journal: OpenJournal, path: Path) -> None:
    with pytest.raises(StorageError) as raised:
        writer(path)
    assert raised.value.problem is StorageProblem.IN_USE


def test_the_next_writer_gets_the_lock_when_the_first_has_closed(path: Path) -> None:
    writer(path).close()
    writer(path).close()


def test_a_journal_opened_in_one_thread_can_be_closed_in_another(path: Path) -> None:
    opened: list[OpenJournal] = []
    opening = Thread(target=lambda: opened.append(writer(path)))
    opening.start()
    opening.join()
    opened[0].close()
    writer(path).close()


def test_two_readers_see_what_the_writer_has_saved(journal: OpenJournal, path: Path) -> None:
    readers = [store_at(path).open(), store_at(path).open()]
    for expected in (1, 2, 3):
        save(journal, check_in(note="one more"))
        assert [len(reader.records().check_ins) for reader in readers] == [expected] * 2
    for reader in readers:
        reader.close()


def test_threads_write_and_read_at_the_same_time(journal: OpenJournal) -> None:
    failures: list[BaseException] = []

    def save_some() -> None:
        try:
            for _ in range(10):
                save(journal, check_in(note="one of many", tags=("walk",)))
                assert all(c.tags for c in journal.check_ins.between())
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=save_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(journal.check_ins.between()) == 40
    assert journal.check().is_sound
