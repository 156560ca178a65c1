"""The list of folders for backups: kept twice, and where both are lost, that is said."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.storage.copies import places_of, plain_copies
from journal.storage.remaking import known_folders
from tests.storage.examples import check_in, save, store_at, writer

NOTE = "Nobody else reads this."


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(path: Path, stick: Path) -> Path:
    """A closed journal with a backup beside it and one in the chosen folder."""
    with closing(writer(path)) as journal:
        save(journal, check_in(note=NOTE))
        journal.backups.choose(stick)
        journal.backups.make()
    return path


def lists(path: Path) -> tuple[Path, Path]:
    return path.with_name("folders.json"), path.parent / "backups" / "folders.json"


def lose(path: Path) -> None:
    for file in lists(path):
        file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def one_bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[2] ^= 1  # a quotation mark
    file.write_bytes(data)


def removed(file: Path) -> None:
    file.unlink()


each_loss = pytest.mark.parametrize("spoil", [empty, cut, one_bit, removed])


@each_loss
@pytest.mark.parametrize("which", [0, 1], ids=["beside the journal", "among the backups"])
def test_one_list_is_enough_and_makes_up_for_the_other(
    kept: Path, stick: Path, spoil: Callable[[Path], None], which: int
) -> None:
    spoil(lists(kept)[which])
    with closing(writer(kept)) as journal:
        assert journal.backups.folder == stick
        outcome = journal.backups.make()
        assert [backup.file.parent for backup in outcome.made] == [kept.parent / "backups", stick]
        assert not outcome.folders_lost
    first, second = lists(kept)
    assert first.read_bytes() == second.read_bytes()


def test_without_the_folder_of_backups_the_chosen_one_is_known(
    kept: Path, stick: Path, quick_keys: None
) -> None:
    shutil.rmtree(kept.parent / "backups")
    with closing(writer(kept)) as journal:
        assert len(journal.backups.make().made) == 2
        journal.change_passphrase(None, "staple")
    assert not any(NOTE.encode() in file.read_bytes() for file in stick.iterdir())
    assert store_at(kept).delete_everything() == ()
    assert list(stick.iterdir()) == []


@each_loss
def test_where_both_are_lost_that_is_said_until_a_folder_is_chosen(
    kept: Path, stick: Path, spoil: Callable[[Path], None], quick_keys: None
) -> None:
    for file in lists(kept):
        spoil(file)
    assert store_at(kept).backups().folders_lost
    with closing(writer(kept)) as journal:
        assert journal.backups.folder is None
        assert journal.backups.all().folders_lost
        assert journal.backups.make().folders_lost
        assert journal.change_passphrase(None, "staple").folders_lost
    with closing(writer(kept, "staple")) as journal:
        assert journal.backups.listed().folders_lost
        journal.backups.choose(stick)
        assert not journal.backups.listed().folders_lost
        assert not journal.backups.make().folders_lost
    assert not any(NOTE.encode() in file.read_bytes() for file in stick.iterdir())


def test_no_other_folder_is_an_answer_too(kept: Path) -> None:
    lose(kept)
    with closing(writer(kept)) as journal:
        journal.backups.choose(None)
        assert not journal.backups.make().folders_lost


def test_a_folder_that_is_named_for_a_backup_is_an_answer_too(kept: Path, stick: Path) -> None:
    lose(kept)
    with closing(writer(kept)) as journal:
        assert not journal.backups.make(stick).folders_lost
        assert not journal.backups.listed().folders_lost


def test_a_journal_without_backups_has_lost_none(journal: OpenJournal) -> None:
    assert not journal.backups.listed().folders_lost
    assert not journal.backups.make().folders_lost
    assert not journal.backups.listed().folders_lost


def test_what_a_restore_put_aside_is_no_sign_of_a_lost_list(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "from elsewhere.db"
    with closing(writer(path)) as journal:
        backup.write_bytes(path.read_bytes())
        journal.restore(backup)
        assert not journal.backups.all().folders_lost


def test_the_data_folder_is_known_under_any_name(tmp_path: Path, quick_keys: None) -> None:
    """A home that is a link: the folder's own backups, and the journal beside them, as a choice."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    path = tmp_path / "link" / "journal.db"
    with closing(writer(path)) as journal:
        save(journal, check_in(note=NOTE))
        with pytest.raises(StorageError) as raised:
            journal.backups.choose(tmp_path / "real" / "backups")
        assert raised.value.problem is StorageProblem.JOURNAL_ITSELF
        assert len(journal.backups.make(path.parent / "backups").made) == 1
        journal.backups.choose(path.parent)
        assert len(journal.backups.make().made) == 2
        folders = known_folders(journal.database)  # type: ignore[attr-defined]  # SqlJournal's
        assert plain_copies(folders, places_of(folders)) == []
        remade = journal.change_passphrase(None, "staple")
        assert (remade.remade, remade.left, remade.copies) == (3, (), ())
        assert [entered.note for entered in journal.check_ins.between()] == [NOTE]
    assert store_at(path).delete_everything() == ()
