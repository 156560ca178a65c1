"""A backup in the place of the journal: previewed, taken back, and whole or not at all."""

import os
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.domain.backups import Contents
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal, Records
from journal.storage.store import JournalFile
from tests.storage.damage import damage_index, killed_in_another_tool
from tests.storage.examples import NOW, check_in, full_check_in, save, session, store_at, writer
from tests.storage.full_disk import largest_file
from tests.storage.test_opening import REFUSED, of_a_newer_program
from tests.storage.test_read_only import modes_hold as modes_hold

PASSPHRASE, OTHER = "correct hörse battery", "staple"
FIRST_VERSION = Path(__file__).parents[1] / "data" / "journal-0001.sqlite"
SOME = "SELECT rowid FROM check_in LIMIT {}"
HELD = Contents(1, 0, 0, date(2026, 3, 14), date(2026, 3, 14))


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Every test here makes keys again and again."""


def backed_up(path: Path, passphrase: str | None = None) -> tuple[OpenJournal, Path, Records]:
    """A journal, a backup of it with one check-in, and what it holds: by now two and a session."""
    journal = writer(path, passphrase)
    save(journal, full_check_in())
    (backup,) = journal.backups.make().made
    save(journal, check_in(NOW - timedelta(days=1)), session())
    return journal, backup.file, journal.records()


def refusal(journal: OpenJournal, file: Path, passphrase: str | None = None) -> StorageProblem:
    with pytest.raises(StorageError) as raised:
        journal.restore(file, passphrase)
    return raised.value.problem


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "passphrase"])
def test_the_journal_is_what_it_was_when_the_backup_was_made(
    path: Path, passphrase: str | None
) -> None:
    journal, file, before = backed_up(path, passphrase)
    assert journal.preview(file) == HELD
    restored = journal.restore(file)
    assert restored.contents == HELD
    assert journal.records().check_ins == before.check_ins[1:]
    save(journal, check_in(note="Written later."))
    journal.close()
    with closing(store_at(path).open(passphrase)) as again:
        assert len(again.check_ins.between()) == 2
        assert again.check().is_sound


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "passphrase"])
def test_restoring_what_was_kept_takes_it_back(path: Path, passphrase: str | None) -> None:
    journal, file, before = backed_up(path, passphrase)
    kept = journal.restore(file).kept
    assert kept is not None
    assert {each.file: each.replaced for each in journal.backups.all().backups} == {
        file: False,
        kept: True,
    }
    journal.restore(kept)
    assert journal.records() == before
    journal.close()


def test_two_restores_of_one_second_keep_both_journals(path: Path) -> None:
    journal, file, before = backed_up(path)
    first, second = journal.restore(file).kept, journal.restore(file).kept
    assert first is not None
    assert second not in (first, None)
    journal.restore(first)
    assert journal.records() == before
    journal.close()


def test_what_was_kept_is_never_thinned(path: Path) -> None:
    clock = [NOW]
    with closing(JournalFile(path, lambda: clock[-1]).open(writer=True)) as journal:
        (backup,) = journal.backups.make().made
        kept = journal.restore(backup.file).kept
        for days in range(400, 1000, 40):
            clock.append(NOW + timedelta(days=days))
            journal.backups.make()
    assert kept is not None
    assert kept.exists()
    assert not backup.file.exists()


def test_a_backup_follows_a_restore(path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.backups.make()
    journal.restore(file)
    assert journal.backups.is_due()
    journal.close()


def test_an_older_backup_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    shutil.copyfile(FIRST_VERSION, older)
    journal, _file, _before = backed_up(path)
    journal.restore(older)
    assert [entered.tags for entered in journal.check_ins.between()] == [("walk", "family")]
    assert journal.bin.deletions() == ()
    journal.close()
    assert older.read_bytes() == FIRST_VERSION.read_bytes()


def test_the_journal_keeps_its_passphrase(path: Path, tmp_path: Path) -> None:
    journal, file, _before = backed_up(path)
    unreached = shutil.copyfile(file, tmp_path / "unreached.db")
    journal.change_passphrase(None, PASSPHRASE)
    assert journal.restore(unreached).remade is None
    journal.close()
    assert b"SQLite" not in path.read_bytes()
    with closing(store_at(path).open(PASSPHRASE)) as again:
        assert len(again.check_ins.between()) == 1


def test_a_backup_with_an_earlier_passphrase_needs_that_one(path: Path, tmp_path: Path) -> None:
    journal, file, _before = backed_up(path, OTHER)
    earlier = shutil.copyfile(file, tmp_path / "earlier.db")
    journal.change_passphrase(OTHER, PASSPHRASE)
    assert refusal(journal, earlier) is StorageProblem.WRONG_PASSPHRASE
    assert refusal(journal, earlier, "a third") is StorageProblem.WRONG_PASSPHRASE
    assert journal.preview(earlier, OTHER) == HELD
    journal.restore(earlier, OTHER)
    journal.close()
    with closing(store_at(path).open(PASSPHRASE)) as again:
        assert len(again.check_ins.between()) == 1


def test_a_journal_without_a_passphrase_takes_the_backups(path: Path, tmp_path: Path) -> None:
    with closing(writer(tmp_path / "other" / "journal.db", PASSPHRASE)) as other:
        save(other, full_check_in())
        (moved,) = other.backups.make().made
    journal, _file, _before = backed_up(path)
    restored = journal.restore(moved.file, PASSPHRASE)
    assert journal.has_passphrase
    assert restored.remade is not None
    assert restored.remade.remade == 2
    journal.close()
    assert not any(file.read_bytes().startswith(b"SQLite") for file in path.parent.rglob("*.db"))


@pytest.mark.parametrize("kind", list(REFUSED))
def test_what_is_no_sound_journal_is_refused(path: Path, tmp_path: Path, kind: str) -> None:
    make, problem = REFUSED[kind]
    bad = tmp_path / "bad" / "journal.db"
    bad.parent.mkdir()
    make(bad)
    before = bad.read_bytes()
    journal, _file, _records = backed_up(path)
    present = path.read_bytes()
    allowed = {problem, StorageProblem.WRONG_PASSPHRASE} if "noise" in kind else {problem}
    assert refusal(journal, bad) in allowed
    assert (path.read_bytes(), bad.read_bytes()) == (present, before)
    assert len(journal.backups.all().backups) == 1
    journal.close()


def test_a_backup_with_damage_inside_is_refused(path: Path) -> None:
    journal, file, before = backed_up(path)
    damage_index(file)
    with pytest.raises(StorageError):
        journal.preview(file)
    assert refusal(journal, file) is StorageProblem.DAMAGED
    assert journal.records() == before
    journal.close()


def test_a_backup_of_a_newer_program_is_refused(path: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer" / "journal.db"
    of_a_newer_program(newer)
    journal, _file, before = backed_up(path)
    with pytest.raises(StorageError) as raised:
        journal.preview(newer)
    assert raised.value.problem is StorageProblem.NEWER_VERSION
    assert refusal(journal, newer) is StorageProblem.NEWER_VERSION
    assert journal.records() == before
    journal.close()


def test_a_file_that_is_not_there_is_refused(path: Path, tmp_path: Path) -> None:
    journal, _file, _before = backed_up(path)
    assert refusal(journal, tmp_path / "gone.db") is StorageProblem.NOT_REACHABLE
    journal.close()


def test_the_journal_is_no_backup_of_itself(path: Path) -> None:
    journal, _file, before = backed_up(path)
    assert refusal(journal, path) is StorageProblem.JOURNAL_ITSELF
    with pytest.raises(StorageError) as raised:
        journal.preview(path)
    assert raised.value.problem is StorageProblem.JOURNAL_ITSELF
    assert journal.records() == before
    journal.close()


def test_a_reader_restores_nothing(path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    with closing(store_at(path).open()) as reader:
        assert reader.preview(file) == HELD
        with pytest.raises(ValueError, match="for reading"):
            reader.restore(file)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "passphrase"])
def test_a_disk_full_at_any_point_leaves_the_journal_as_it_was(
    path: Path, passphrase: str | None
) -> None:
    journal, file, before = backed_up(path, passphrase)
    save(journal, check_in(note="x" * 90_000))
    before, data = journal.records(), path.read_bytes()
    for size in range(0, path.stat().st_size, 32_768):
        with largest_file(size):
            assert refusal(journal, file) is StorageProblem.DISK_FULL
        assert path.read_bytes() == data
        assert len(list(path.parent.rglob("*.db*"))) == 2
    assert journal.records() == before
    journal.restore(file)
    journal.close()


def test_a_read_only_folder_leaves_the_journal_as_it_was(path: Path, modes_hold: None) -> None:
    journal, file, before = backed_up(path)
    path.parent.chmod(0o500)
    assert refusal(journal, file) is StorageProblem.READ_ONLY
    path.parent.chmod(0o700)
    assert journal.records() == before
    journal.close()


def damaged_in_its_middle(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:8192] + os.urandom(len(data) - 8192))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 4096)


@pytest.mark.parametrize("spoil", [damaged_in_its_middle, empty, foreign])
def test_what_does_not_open_gives_way_and_is_kept_to_the_byte(path: Path, spoil: object) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    assert callable(spoil)
    spoil(path)
    spoilt = path.read_bytes()
    restored = store_at(path).restore(file)
    assert restored.contents == HELD
    assert restored.kept is not None
    assert restored.kept.read_bytes() == spoilt
    with closing(writer(path)) as again:
        assert len(again.check_ins.between()) == 1


def test_an_open_journal_with_damage_gives_way_and_is_kept_to_the_byte(path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    damage_index(path)
    spoilt = path.read_bytes()
    with closing(writer(path)) as again:
        kept = again.restore(file).kept
        assert again.check().is_sound
    assert kept is not None
    assert kept.read_bytes() == spoilt


def test_what_a_crash_left_beside_a_journal_that_does_not_open_is_kept_too(path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    empty(path)
    path.with_name("journal.db-journal").write_bytes(b"played back")
    kept = store_at(path).restore(file).kept
    assert kept is not None
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"played back"
    assert not path.with_name("journal.db-journal").exists()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "passphrase"])
@pytest.mark.parametrize("pages", [1, 40])
def test_what_another_tool_wrote_beside_a_journal_that_does_not_open_is_kept_too(
    path: Path, passphrase: str | None, pages: int
) -> None:
    journal = writer(path, passphrase)
    save(journal, *(check_in(note="Earlier. " * 60) for _each in range(20)))
    (backup,) = journal.backups.make().made
    before = journal.records()
    save(journal, *(check_in(note="Later. " * 120) for _each in range(100)))
    journal.close()
    change = f"UPDATE check_in SET note = 'By hand. ' || note WHERE rowid IN ({SOME.format(pages)})"
    beside = killed_in_another_tool(path, passphrase, change)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    spoilt = path.read_bytes()
    kept = store_at(path).restore(backup.file, passphrase).kept
    assert kept is not None
    assert kept.read_bytes() == spoilt
    assert kept.with_name(kept.name + "-wal").read_bytes() == beside
    with closing(writer(path, passphrase)) as again:
        assert again.check().is_sound
        assert again.records() == before
    assert not list(path.parent.glob("journal.db-*"))


def test_what_is_left_beside_a_journal_that_is_gone_is_kept(path: Path, tmp_path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    beside = killed_in_another_tool(path, None, "UPDATE check_in SET note = 'By hand.'")
    path.unlink()
    kept = store_at(path).restore(file).kept
    assert kept is not None
    assert kept.name.endswith(".db-wal")
    assert kept.read_bytes() == beside
    with closing(writer(path)) as again:
        assert len(again.check_ins.between()) == 1


def test_what_another_tool_wrote_is_in_the_journal_that_is_kept(path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    killed_in_another_tool(path, None, "UPDATE check_in SET note = 'By hand.'")
    with closing(writer(path)) as again:
        kept = again.restore(file).kept
        assert kept is not None
        again.restore(kept)
        assert {entered.note for entered in again.check_ins.between()} == {"By hand."}


def test_a_new_computer_starts_with_a_backup(path: Path, tmp_path: Path) -> None:
    journal, file, _before = backed_up(path, PASSPHRASE)
    journal.close()
    moved = tmp_path / "new computer" / "journal.db"
    store = store_at(moved)
    assert store.preview(file, PASSPHRASE) == HELD
    assert store.restore(file, PASSPHRASE).kept is None
    with closing(writer(moved, PASSPHRASE)) as again:
        assert len(again.check_ins.between()) == 1


def test_a_plain_backup_is_locked_where_a_passphrase_is_given(path: Path, tmp_path: Path) -> None:
    journal, file, _before = backed_up(path)
    journal.close()
    moved = tmp_path / "new computer" / "journal.db"
    store_at(moved).restore(file, PASSPHRASE)
    assert b"SQLite" not in moved.read_bytes()
    store_at(moved).open(PASSPHRASE).close()


def test_a_refused_backup_leaves_what_does_not_open_where_it_is(path: Path, tmp_path: Path) -> None:
    journal, _file, _before = backed_up(path)
    journal.close()
    foreign(path)
    before = path.read_bytes()
    with pytest.raises(StorageError) as raised:
        store_at(path).restore(shutil.copyfile(path, tmp_path / "same.db"))
    assert raised.value.problem is StorageProblem.NOT_A_JOURNAL
    assert path.read_bytes() == before


def test_a_journal_that_is_open_is_not_replaced_behind_its_back(path: Path) -> None:
    journal, file, before = backed_up(path)
    with pytest.raises(StorageError) as raised:
        store_at(path).restore(file)
    assert raised.value.problem is StorageProblem.IN_USE
    assert journal.records() == before
    journal.close()
