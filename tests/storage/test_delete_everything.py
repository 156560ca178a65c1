"""Deleting everything: the journal, and every backup of it wherever it lies."""

from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.lock import WritersLock
from tests.storage.damage import killed_in_another_tool
from tests.storage.examples import check_in, save, store_at, writer
from tests.storage.test_read_only import modes_hold as modes_hold


@pytest.fixture
def kept(path: Path, tmp_path: Path) -> Path:
    """A closed journal with backups in its own folder and on a stick, one put aside, and a file."""
    with closing(writer(path)) as journal:
        save(journal, check_in(note="Nobody else reads this."))
        made = journal.backups.make(tmp_path / "stick").made
        journal.restore(made[0].file)
    (tmp_path / "stick" / "mine.txt").write_text("mine")
    return path


def files(folder: Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in sorted(folder.rglob("*"))]


def test_nothing_of_it_remains(kept: Path, tmp_path: Path) -> None:
    assert store_at(kept).delete_everything() == ()
    assert files(tmp_path) == ["stick", "stick/mine.txt"]


def test_what_else_lies_in_the_data_folder_stays(kept: Path) -> None:
    kept.with_name("preferences.toml").write_text("theme = 'dark'")
    assert store_at(kept).delete_everything() == ()
    assert files(kept.parent) == ["preferences.toml"]


def test_a_locked_journal_is_deleted_without_its_passphrase(
    path: Path, tmp_path: Path, quick_keys: None
) -> None:
    with closing(writer(path, "correct horse")) as journal:
        journal.backups.make(tmp_path / "stick")
    assert store_at(path).delete_everything() == ()
    assert files(tmp_path) == ["stick"]


def test_what_does_not_open_is_deleted_with_what_was_put_aside(kept: Path, tmp_path: Path) -> None:
    backup = store_at(kept).backups().backups[0].file
    kept.write_bytes(b"Dear diary, " * 4096)
    store_at(kept).restore(backup)
    kept.write_bytes(b"")
    assert store_at(kept).delete_everything() == ()
    assert files(tmp_path) == ["stick", "stick/mine.txt"]


def test_what_a_crash_left_beside_it_is_deleted_too(kept: Path, tmp_path: Path) -> None:
    killed_in_another_tool(kept, None, "UPDATE check_in SET note = 'By hand.'")
    kept.with_name("journal.db-mjD25FBA934").write_text("of another program's transaction")
    kept.with_name("journal.db.0a1b2c3d.new-journal").write_text("half of it")
    assert store_at(kept).delete_everything() == ()
    assert files(tmp_path) == ["stick", "stick/mine.txt"]


def test_a_folder_that_is_not_there_is_named(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").rename(tmp_path / "drawer")
    assert store_at(kept).delete_everything() == (tmp_path / "stick",)


def test_a_file_that_cannot_be_removed_is_named(
    kept: Path, tmp_path: Path, modes_hold: None
) -> None:
    stick = tmp_path / "stick"
    stick.chmod(0o500)
    (remaining,) = store_at(kept).delete_everything()
    stick.chmod(0o700)
    assert remaining.parent == stick
    assert remaining.exists()
    assert not kept.parent.exists()


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_copies_with_other_names_stay_and_are_named(
    path: Path, tmp_path: Path, passphrase: str | None, quick_keys: None
) -> None:
    stick = tmp_path / "stick"
    with closing(writer(path, passphrase)) as journal:
        save(journal, check_in(note="Nobody else reads this."))
        journal.backups.make(stick)
    copies = path.with_name("journal copy.db"), stick / "journal (conflicted copy).db"
    for copy in copies:
        copy.write_bytes(path.read_bytes())
    assert store_at(path).delete_everything() == copies
    assert files(tmp_path) == [
        "data",
        "data/journal copy.db",
        "stick",
        "stick/journal (conflicted copy).db",
    ]


def test_a_copy_of_a_journal_without_backups_is_named_too(path: Path) -> None:
    writer(path).close()
    copy = path.with_name("journal copy.db")
    copy.write_bytes(path.read_bytes())
    assert store_at(path).delete_everything() == (copy,)


def test_what_a_crash_left_of_a_new_file_is_no_copy(kept: Path) -> None:
    kept.with_name("journal.db.0a1b2c3d.new").write_bytes(kept.read_bytes())
    assert store_at(kept).delete_everything() == ()
    assert not kept.parent.exists()


def test_a_program_that_starts_at_that_moment_keeps_its_lock(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[WritersLock] = []
    release = WritersLock.release

    def released(lock: WritersLock) -> None:
        release(lock)
        if not started:
            started.append(WritersLock(kept.parent))

    monkeypatch.setattr(WritersLock, "release", released)
    assert store_at(kept).delete_everything() == ()
    with pytest.raises(StorageError) as raised:
        WritersLock(kept.parent)
    assert raised.value.problem is StorageProblem.IN_USE
    started[0].release()


def test_an_open_journal_is_not_deleted(kept: Path) -> None:
    with closing(writer(kept)) as journal:
        with pytest.raises(StorageError) as raised:
            store_at(kept).delete_everything()
        assert len(journal.check_ins.between()) == 1
    assert raised.value.problem is StorageProblem.IN_USE


def test_where_there_is_nothing_nothing_is_made(path: Path) -> None:
    assert store_at(path).delete_everything() == ()
    assert not path.parent.exists()
