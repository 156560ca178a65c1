"""What keeps a file from being written anew with the passphrase, and what comes of it later."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.storage import copying, database, remaking
from journal.storage.database import Database
from journal.storage.store import JournalFile
from tests.storage.examples import NOW, check_in, save, store_at, writer
from tests.storage.full_disk import largest_file
from tests.storage.test_change_passphrase import (
    NEW,
    backup_of,
    copied,
    filled,
    interrupt,
    readable,
    sealed_name,
    without_its_header,
)


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Passphrases are set again and again."""


def test_a_full_disk_at_opening_removes_nothing(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        backup = backup_of(path)
        plain = backup.read_bytes()
        journal.change_passphrase(None, NEW)
    put_aside = backup.with_name("unreadable-2026-01-01T000000Z.db")
    put_aside.write_bytes(bytes(100) + plain[100:])
    backup.write_bytes(plain)
    with largest_file(20_000), closing(writer(path, NEW)):
        assert backup.read_bytes() == plain
        assert put_aside.exists()
    writer(path, NEW).close()
    assert readable(path.parent) == []
    store_at(backup).open(NEW).close()


def test_a_full_disk_at_a_backup_removes_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    stick = tmp_path / "stick"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        (backup,) = stick.glob("*.db")
        plain = backup.read_bytes()
        journal.change_passphrase(None, NEW)
        backup.write_bytes(plain)
        with monkeypatch.context() as patch:
            patch.setattr(remaking, "rewrite", full)
            patch.setattr(remaking, "seal", full)
            journal.backups.make()
        assert backup.read_bytes() == plain
        journal.backups.make()
    assert readable(tmp_path) == []


def test_only_a_full_disk_lets_a_file_be_removed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise StorageError(StorageProblem.NOT_REACHABLE)

    with closing(filled(path, None)) as journal:
        backup = backup_of(path)
        without_its_header(backup)
        monkeypatch.setattr(remaking, "seal", refused)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(left=(backup,))
    assert backup.exists()


@contextmanager
def in_use(file: Path) -> Iterator[None]:
    """Another program has the file in a transaction."""
    with closing(dbapi2.connect(str(file), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_a_sound_backup_in_use_elsewhere_is_left_and_locked_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with closing(filled(path, None)) as journal:
        backup = backup_of(path)
        with in_use(backup):
            assert journal.change_passphrase(None, NEW) == RemadeBackups(left=(backup,))
            assert store_at(backup).open().check_ins.between()
    writer(path, NEW).close()
    assert readable(path.parent) == []
    store_at(backup).open(NEW).close()


def test_a_known_folder_is_locked_after_an_interruption_without_being_filled(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        copied(next(stick.glob("*.db")), " (conflicted copy)")
        interrupt(journal, monkeypatch)
    with closing(writer(path, NEW)) as journal:
        assert len(readable(tmp_path)) == 2
        assert len(journal.backups.make().made) == 1
    assert readable(tmp_path) == []


def test_a_known_folder_that_was_not_there_is_locked_without_being_filled(
    path: Path, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        stick.rename(drawer)
        assert journal.change_passphrase(None, NEW).unreachable == (stick,)
        drawer.rename(stick)
        journal.backups.make()
    assert readable(tmp_path) == []


def test_of_what_is_locked_already_only_the_first_bytes_are_looked_at(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(filled(path, NEW)) as journal:
        journal.backups.make(tmp_path / "stick")
        monkeypatch.delattr(remaking, "can_be_read")
        monkeypatch.delattr(Database, "__init__")
        remaking.protect_everywhere(journal.database)  # type: ignore[attr-defined]  # SqlJournal's


def test_a_sealed_backup_counts_as_none(path: Path) -> None:
    at = [NOW]
    with closing(filled(path, None)) as journal:
        damaged = backup_of(path)
        without_its_header(damaged)
        journal.change_passphrase(None, NEW)
        assert journal.backups.latest() is None
    sealed = sealed_name(damaged)
    with closing(JournalFile(path, lambda: at[0]).open(NEW, writer=True)) as journal:
        at[0] = NOW - timedelta(hours=2)
        sound = make_one(journal)
        for days in range(1, 4):
            at[0] = NOW + timedelta(days=days)
            make_one(journal)
    assert sound.exists()
    assert sealed.exists()
    assert store_at(path).delete_everything() == ()
    assert not path.parent.exists()


def make_one(journal: OpenJournal) -> Path:
    save(journal, check_in())
    return journal.backups.make().made[0].file


def test_a_backup_sealed_in_another_folder_goes_with_later_changes_and_the_end(
    path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        (damaged,) = stick.glob("*.db")
        without_its_header(damaged)
        sealed = sealed_name(damaged)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(2, sealed=(sealed,))
        assert journal.change_passphrase(NEW, "third") == RemadeBackups(3)
    assert store_at(path).delete_everything() == ()
    assert list(stick.iterdir()) == []


def test_two_damaged_files_of_one_name_are_both_kept(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        backup = backup_of(path)
        without_its_header(backup)
        spoilt = backup.read_bytes()
        (first,) = journal.change_passphrase(None, NEW).sealed
        backup.write_bytes(spoilt)
    writer(path, NEW).close()
    assert [file.name for file in sorted(backup.parent.glob("unreadable-*"))] == [
        f"unreadable-2-{backup.name}",
        first.name,
    ]
    assert readable(path.parent) == []


@pytest.mark.skipif(os.name != "posix", reason="every name is text")
def test_a_folder_whose_name_is_no_text_keeps_no_other_back(path: Path, tmp_path: Path) -> None:
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/B\xe4r"))
    stick = tmp_path / "stick"
    with closing(filled(path, None)) as journal:
        journal.backups.make(strange)
        journal.backups.make(stick)
        remade = journal.change_passphrase(None, NEW)
        assert journal.has_passphrase
    assert readable(stick) == readable(path.parent) == []
    assert set(readable(strange)) == {file.name for file in remade.left}


def test_whatever_one_file_raises_it_is_named_and_the_others_are_remade(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    really = copying.rewrite

    def failing(source: Database, *rest: Any) -> None:
        if source.path.parent == stick:
            raise UnicodeEncodeError("utf-8", "B\udce4r", 1, 2, "no text")
        really(source, *rest)

    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        left = next(stick.glob("*.db"))
        monkeypatch.setattr(remaking, "rewrite", failing)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(2, left=(left,))
    assert readable(path.parent) == []
    with closing(writer(path, NEW)) as journal:
        assert len(journal.backups.make().made) == 1
    assert readable(tmp_path) == [left.name]
