"""A link in the journal's place: the journal is where it leads, or cannot be reached."""

from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from tests.storage.examples import full_check_in, save, session, store_at, writer

PASSPHRASE = "staple"
NOTE = b"Slept badly"


@pytest.fixture
def target(path: Path, tmp_path: Path, quick_keys: None) -> Path:
    """A journal with a note that lies elsewhere, under a name of its own, behind the link."""
    with closing(writer(tmp_path / "volume" / "mine.db")) as journal:
        save(journal, full_check_in())
    path.parent.mkdir(mode=0o700)
    path.symlink_to(tmp_path / "volume" / "mine.db")
    return tmp_path / "volume" / "mine.db"


def readable(folder: Path) -> list[Path]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if NOTE in file.read_bytes()]


def test_a_passphrase_locks_the_file_and_leaves_the_link(
    path: Path, target: Path, tmp_path: Path
) -> None:
    with closing(writer(path)) as journal:
        journal.change_passphrase(None, PASSPHRASE)
    assert path.is_symlink()
    assert readable(tmp_path) == []
    for way in (path, target):
        with closing(writer(way, PASSPHRASE)) as journal:
            assert len(journal.check_ins.between()) == 1


def test_a_restore_leaves_the_link(path: Path, target: Path) -> None:
    with closing(writer(path)) as journal:
        (backup,) = journal.backups.make().made
        save(journal, session())
        journal.restore(backup.file)
    target.write_bytes(b"")
    kept = store_at(path).restore(backup.file).kept
    assert path.is_symlink()
    assert kept is not None
    assert kept.parent == target.parent / "backups"
    with closing(writer(target)) as journal:
        assert journal.records().sessions == ()


def test_two_ways_to_a_journal_have_one_lock(path: Path, target: Path) -> None:
    with closing(writer(path)), pytest.raises(StorageError) as raised:
        writer(target)
    assert raised.value.problem is StorageProblem.IN_USE


def test_backups_from_before_the_journal_was_moved_belong_to_it(
    path: Path, tmp_path: Path, quick_keys: None
) -> None:
    chosen, volume = tmp_path / "cloud", tmp_path / "volume"
    chosen.mkdir()
    volume.mkdir()
    with closing(writer(path)) as journal:
        save(journal, full_check_in())
        journal.backups.choose(chosen)
        journal.backups.make()
    path.rename(volume / path.name)
    path.symlink_to(volume / path.name)
    with closing(writer(path)) as journal:
        assert journal.backups.folder == chosen
        assert len(journal.backups.all().backups) == 2
        assert journal.change_passphrase(None, PASSPHRASE) == RemadeBackups(remade=2)
        journal.backups.choose(None)
    assert readable(tmp_path) == []
    with closing(writer(path, PASSPHRASE)) as journal:
        assert journal.backups.folder is None


def test_a_link_that_leads_nowhere_is_no_new_journal(path: Path, target: Path) -> None:
    with closing(writer(target)) as journal:
        (backup,) = journal.backups.make().made
    store = store_at(path)
    target.parent.rename(target.parent.with_name("drawer"))
    backup_there = target.parent.with_name("drawer") / "backups" / backup.file.name
    for attempt in (
        store.exists,
        store.open,
        lambda: store.open(writer=True),
        lambda: store_at(path).open(PASSPHRASE, writer=True),
        lambda: store.restore(backup_there),
        store.delete_everything,
    ):
        with pytest.raises(StorageError) as raised:
            attempt()
        assert raised.value.problem is StorageProblem.NOT_REACHABLE
    assert not store.has_passphrase()
    assert path.is_symlink()
    assert not target.parent.exists()
    target.parent.with_name("drawer").rename(target.parent)
    assert store.exists()


def test_a_link_in_a_circle_cannot_be_reached(path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path)
    with pytest.raises(StorageError) as raised:
        store_at(path).open(writer=True)
    assert raised.value.problem is StorageProblem.NOT_REACHABLE


def test_everything_is_deleted_with_the_link(path: Path, target: Path, tmp_path: Path) -> None:
    with closing(writer(path)) as journal:
        journal.backups.make()
    store = store_at(path)
    assert store.delete_everything() == ()
    assert list(tmp_path.iterdir()) == []
    assert not store.exists()
    assert store.delete_everything() == ()
