"""Two data folders with the same journal: what one does changes nothing in the other."""

from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.repository import OpenJournal
from journal.storage.new_file import rollback_journal
from tests.storage.examples import check_in, save, store_at, writer

NEW = "staple"


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Passphrases are set again and again."""


@pytest.fixture
def other(path: Path, tmp_path: Path) -> Path:
    """A second data folder, restored from a backup that the first one made there."""
    other = tmp_path / "other" / "journal.db"
    with closing(writer(path)) as journal:
        save(journal, check_in(note="Written in both."))
        made = journal.backups.make(other.parent).made
    store_at(other).restore(made[1].file)
    return other


def notes(path: Path, passphrase: str | None = None) -> list[str]:
    with closing(writer(path, passphrase)) as journal:
        return [entered.note for entered in journal.check_ins.between()]


def test_its_journal_stays_open_when_the_first_one_gets_a_passphrase(
    path: Path, other: Path
) -> None:
    with closing(writer(other)) as window:
        with closing(writer(path)) as journal:
            remade = journal.change_passphrase(None, NEW)
        save(window, check_in(note="Saved afterwards."))
    assert (remade.remade, remade.copies, remade.sealed, remade.left) == (2, (), (), (other,))
    assert notes(other) == ["Written in both.", "Saved afterwards."]


def test_its_journal_is_left_in_the_middle_of_a_save(path: Path, other: Path) -> None:
    beside = rollback_journal(other)
    beside.write_bytes(b"what SQLite keeps until the end of a transaction" * 400)
    kept = other.read_bytes(), beside.read_bytes()
    with closing(writer(path)) as journal:
        assert journal.change_passphrase(None, NEW).left == (other,)
    assert (other.read_bytes(), beside.read_bytes()) == kept


def test_a_later_backup_leaves_it_open_too(path: Path, other: Path, tmp_path: Path) -> None:
    away = other.parent.rename(tmp_path / "away")
    with closing(writer(path)) as journal:
        journal.change_passphrase(None, NEW)
        away.rename(other.parent)
        journal.backups.make(other.parent)
    assert notes(other) == ["Written in both."]


def test_what_it_is_writing_anew_is_left(path: Path, other: Path) -> None:
    begun = other.with_name("journal.db.0a1b2c3d.new")
    begun.write_bytes(other.read_bytes())
    with closing(writer(path)) as journal:
        journal.change_passphrase(None, NEW)
    assert begun.read_bytes() == other.read_bytes()


def its_backup(other: Path) -> Path:
    with closing(writer(other)) as journal:
        return journal.backups.make().made[0].file


def first_backs_up_to(path: Path, folder: Path) -> OpenJournal:
    journal = writer(path)
    journal.backups.make(folder)
    return journal


def test_its_own_backups_are_left_and_named(path: Path, other: Path) -> None:
    theirs = its_backup(other)
    data = theirs.read_bytes()
    with closing(first_backs_up_to(path, theirs.parent)) as journal:
        assert theirs in journal.change_passphrase(None, NEW).left
        journal.backups.make(theirs.parent)
    assert theirs.read_bytes() == data


def test_its_own_backups_are_not_deleted_with_the_first_one(path: Path, other: Path) -> None:
    theirs = its_backup(other)
    first_backs_up_to(path, theirs.parent).close()
    remaining = store_at(path).delete_everything()
    assert {theirs, other} <= set(remaining)
    assert theirs.exists()
    assert notes(other) == ["Written in both."]


def test_a_journal_that_was_copied_there_by_hand_is_a_copy(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with closing(writer(path)) as journal:
        save(journal, check_in(note="Written once."))
        journal.backups.make(stick)
        copy = stick / path.name
        copy.write_bytes(path.read_bytes())
        assert journal.change_passphrase(None, NEW).copies == (copy,)
    assert notes(copy, NEW) == ["Written once."]
