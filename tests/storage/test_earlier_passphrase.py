"""Backups that only an earlier passphrase opens, after a change that was interrupted: named."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.backups import BackupList
from journal.domain.repository import OpenJournal
from tests.storage.examples import check_in, save, store_at, writer
from tests.storage.test_change_passphrase import NEW, OLD, backup_of, filled, interrupt


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Passphrases are set again and again."""


@pytest.fixture
def changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal that got another passphrase, and none of its backups did."""
    with closing(filled(path, OLD)) as journal:
        interrupt(journal, monkeypatch, OLD)
    return path


def everything(journal: OpenJournal) -> BackupList:
    return journal.backups.all()


def names_alone(journal: OpenJournal) -> BackupList:
    return journal.backups.listed()


each_list = pytest.mark.parametrize("found", [everything, names_alone])


def earlier(found: BackupList) -> list[Path]:
    return [backup.file for backup in found.with_earlier_passphrase]


@each_list
def test_they_are_told_from_later_ones(
    changed: Path, found: Callable[[OpenJournal], BackupList]
) -> None:
    first = backup_of(changed)
    with closing(writer(changed, NEW)) as journal:
        save(journal, check_in())
        later = journal.backups.make().made[0].file
        assert {backup.file for backup in found(journal).backups} == {first, later}
        assert earlier(found(journal)) == [first]
    store_at(first).open(OLD).close()


@each_list
def test_they_are_told_beside_a_journal_without_a_passphrase_too(
    changed: Path, found: Callable[[OpenJournal], BackupList]
) -> None:
    first = backup_of(changed)
    with closing(writer(changed, NEW)) as journal:
        assert journal.change_passphrase(NEW, None).left == (first,)
        journal.backups.make()
        assert earlier(found(journal)) == [first]


@each_list
@pytest.mark.parametrize("passphrase", [None, OLD], ids=["plain", "passphrase"])
def test_those_that_open_as_the_journal_does_are_none(
    path: Path, passphrase: str | None, found: Callable[[OpenJournal], BackupList]
) -> None:
    with closing(filled(path, passphrase)) as journal:
        assert earlier(found(journal)) == []
        journal.change_passphrase(passphrase, NEW)
        assert earlier(found(journal)) == []


def test_a_damaged_one_is_none(path: Path) -> None:
    with closing(filled(path, OLD)) as journal:
        backup_of(path).write_bytes(b"Dear diary, " * 4096)
        assert earlier(journal.backups.all()) == []


def test_nothing_is_said_of_them_while_the_journal_is_closed(changed: Path) -> None:
    assert earlier(store_at(changed).backups()) == []
