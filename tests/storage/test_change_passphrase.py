"""A passphrase set, changed and removed: whole or not at all, and for every backup."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.backups import RemadeBackups
from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.paths import APP
from journal.storage import passphrase_change, remaking
from journal.storage.new_file import rollback_journal
from journal.storage.unlocking import unlocked
from tests.storage.damage import PAGE, damage_index, killed_in_another_tool
from tests.storage.examples import check_in, full_check_in, save, store_at, writer
from tests.storage.full_disk import largest_file

OLD, NEW = "correct hörse battery", "staple"
NOTE = "Nobody else reads this."
THROWN_AWAY = "Nor this one."
ROLLBACK_HEADER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7".ljust(512, b"\0")
"""What a rollback journal begins with (sqlite.org/fileformat2.html, "The Rollback Journal")."""


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Every test here makes keys again and again."""


def filled(path: Path, passphrase: str | None) -> OpenJournal:
    """A journal with a note, one more in the bin, and a backup of both."""
    journal = writer(path, passphrase)
    deleted = check_in(note=THROWN_AWAY)
    save(journal, full_check_in(), check_in(note=NOTE * 40), deleted)
    journal.apply([Edit(deleted, None)])
    journal.backups.make()
    return journal


def readable(folder: Path) -> list[str]:
    """The files in which one of the notes can be read."""
    files = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    notes = (NOTE.encode(), THROWN_AWAY.encode())
    return [file.name for file, data in files.items() if any(note in data for note in notes)]


def interrupt(
    journal: OpenJournal, monkeypatch: pytest.MonkeyPatch, old: str | None = None
) -> None:
    """Let it have the passphrase, and none of its backups."""

    def interrupted(*_arguments: object) -> RemadeBackups:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(passphrase_change, "remake", interrupted)
        with pytest.raises(KeyboardInterrupt):
            journal.change_passphrase(old, NEW)


def refusal(path: Path, passphrase: str | None) -> StorageProblem:
    with pytest.raises(StorageError) as raised:
        store_at(path).open(passphrase)
    return raised.value.problem


CHANGES = {
    "set": (None, NEW),
    "changed": (OLD, NEW),
    "removed": (OLD, None),
}
each_change = pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)


@each_change
def test_the_journal_opens_with_the_new_passphrase_alone(
    path: Path, old: str | None, new: str | None
) -> None:
    journal = filled(path, old)
    before = journal.records(), journal.bin.deletions(), journal.settings()
    journal.change_passphrase(old, new)
    assert (journal.records(), journal.bin.deletions(), journal.settings()) == before
    assert journal.has_passphrase is (new is not None)
    journal.close()
    assert refusal(path, old) is StorageProblem.WRONG_PASSPHRASE
    with closing(writer(path, new)) as again:
        assert again.records() == before[0]
        assert again.check().is_sound


@each_change
def test_what_is_saved_afterwards_is_in_the_new_file(
    path: Path, old: str | None, new: str | None
) -> None:
    with closing(filled(path, old)) as journal:
        journal.check_ins.between()  # so that a connection to the old file is at hand
        journal.change_passphrase(old, new)
        entered = check_in(note="Written later.")
        save(journal, entered)
    with closing(store_at(path).open(new)) as journal:
        assert entered in journal.check_ins.between()


@each_change
def test_every_backup_is_remade(path: Path, old: str | None, new: str | None) -> None:
    with closing(filled(path, old)) as journal:
        (before,) = journal.backups.all().backups
        times = before.file.stat().st_mtime_ns
        assert journal.change_passphrase(old, new) == RemadeBackups(remade=1)
        (after,) = journal.backups.all().backups
        assert after == before
    assert after.file.stat().st_mtime_ns == times
    assert refusal(after.file, old) is StorageProblem.WRONG_PASSPHRASE
    with closing(store_at(after.file).open(new)) as copy:
        assert [entered.note for entered in copy.check_ins.between()][1:] == [NOTE * 40]


def test_once_it_is_set_nothing_can_be_read_anywhere(path: Path, tmp_path: Path) -> None:
    with closing(filled(path, None)) as journal:
        journal.backups.make(tmp_path / "stick")
        save(journal, check_in(note=NOTE))
        assert len(readable(tmp_path)) == 4
        journal.change_passphrase(None, NEW)
        assert readable(tmp_path) == []
        save(journal, check_in(note=NOTE))
        journal.backups.make()
    assert readable(tmp_path) == []


@pytest.mark.parametrize("wrong", [None, "", "correct horse battery"])
def test_without_the_present_passphrase_nothing_changes(path: Path, wrong: str | None) -> None:
    with closing(filled(path, OLD)) as journal:
        before = path.read_bytes()
        with pytest.raises(StorageError) as raised:
            journal.change_passphrase(wrong, NEW)
    assert raised.value.problem is StorageProblem.WRONG_PASSPHRASE
    assert path.read_bytes() == before


def test_a_plain_journal_has_no_passphrase_to_change(path: Path) -> None:
    with closing(filled(path, None)) as journal, pytest.raises(StorageError) as raised:
        journal.change_passphrase(OLD, NEW)
    assert raised.value.problem is StorageProblem.WRONG_PASSPHRASE


def test_a_passphrase_that_reads_as_a_raw_key_locks_nobody_out(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        with pytest.raises(StorageError):
            journal.change_passphrase(None, f"x'{'ab' * 48}'")
        assert len(journal.check_ins.between()) == 2
    writer(path).close()


def test_an_empty_passphrase_is_none(path: Path) -> None:
    with closing(filled(path, None)) as journal, pytest.raises(ValueError, match="empty"):
        journal.change_passphrase(None, "")


def test_a_reader_changes_no_passphrase(path: Path) -> None:
    filled(path, None).close()
    with closing(store_at(path).open()) as journal, pytest.raises(ValueError, match="for reading"):
        journal.change_passphrase(None, NEW)


def test_it_is_encrypted_once_more_with_a_new_salt_for_the_same_passphrase(path: Path) -> None:
    with closing(filled(path, OLD)) as journal:
        salt = path.read_bytes()[:16]
        journal.change_passphrase(OLD, OLD)
    assert path.read_bytes()[:16] != salt
    writer(path, OLD).close()


def test_a_folder_that_is_not_there_is_named_and_locked_later(path: Path, tmp_path: Path) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        stick.rename(drawer)
        assert journal.change_passphrase(None, NEW).unreachable == (stick,)
        assert len(readable(tmp_path)) == 1
        drawer.rename(stick)
        journal.backups.make(stick)
        assert readable(tmp_path) == []
        assert len([each for each in journal.backups.all().backups if each.contents]) == 5


def backup_of(path: Path) -> Path:
    """The first backup in the data folder."""
    return min((path.parent / "backups").glob("journal-*Z.db"))


def copied(file: Path, to: str, data: bytes | None = None) -> Path:
    """A copy of a file whose name has something more in it."""
    copy = file.with_name(f"{file.stem}{to}{file.suffix}")
    copy.write_bytes(file.read_bytes() if data is None else data)
    return copy


def test_copies_with_other_names_are_remade_and_named(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        copies = (
            copied(path, " copy"),
            copied(backup_of(path), " (1)"),
            copied(next(stick.glob("*.db")), " (conflicted copy 2026-03-14)"),
        )
        notes = [entered.note for entered in journal.check_ins.between()]
        for old, new in ((None, NEW), (NEW, "third"), ("third", None), (None, NEW)):
            remade = journal.change_passphrase(old, new)
            assert remade == RemadeBackups(3, copies=copies)
            for copy in copies:
                with closing(store_at(copy).open(new)) as opened:
                    assert [entered.note for entered in opened.check_ins.between()] == notes
            assert bool(readable(tmp_path)) is (new is None)


def test_a_copy_of_a_journal_before_its_first_backup_is_remade(path: Path) -> None:
    with closing(writer(path)) as journal:
        save(journal, check_in(note=NOTE))
        copy = copied(path, " copy")
        assert journal.change_passphrase(None, NEW) == RemadeBackups(copies=(copy,))
    assert readable(path.parent) == []


def test_a_damaged_copy_is_sealed_with_what_lies_beside_it(path: Path, tmp_path: Path) -> None:
    with closing(filled(path, None)) as journal:
        journal.backups.make(tmp_path / "stick")
        damaged = copied(next((tmp_path / "stick").glob("*.db")), " (1)")
        damaged.write_bytes(damaged.read_bytes()[:-PAGE])
        copy = copied(path, " copy")
        rollback_journal(copy).write_bytes(ROLLBACK_HEADER + path.read_bytes())
        kept = {part.name: part.read_bytes() for part in (copy, rollback_journal(copy))}
        spoilt = damaged.read_bytes()
        assert journal.change_passphrase(None, NEW) == RemadeBackups(3, sealed=(copy, damaged))
    assert readable(tmp_path) == []
    assert sealed_in(copy, NEW) == kept
    assert sealed_in(damaged, NEW) == {damaged.name: spoilt}


def test_what_is_no_copy_of_this_journal_stays_as_it_is(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    other = tmp_path / "other" / path.name
    filled(other, None).close()
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        with closing(sqlite3.connect(stick / "photos.db")) as photos:
            photos.execute("CREATE TABLE photo (name TEXT)")
        mine, theirs = stick / "letter.txt", stick / "their journal (1).db"
        mine.write_text(NOTE, "utf-8")
        theirs.write_bytes(other.read_bytes())
        kept = {each: each.read_bytes() for each in (stick / "photos.db", mine, theirs)}
        assert journal.change_passphrase(None, NEW) == RemadeBackups(3)
        journal.backups.make(stick)
    assert {each: each.read_bytes() for each in kept} == kept


def test_an_earlier_journal_in_the_programs_own_folder_is_remade(tmp_path: Path) -> None:
    path = tmp_path / APP / "journal.db"
    filled(path, None).close()
    earlier = path.rename(path.with_name("journal of last year.db"))
    with closing(filled(path, None)) as journal:
        assert journal.change_passphrase(None, NEW) == RemadeBackups(2, copies=(earlier,))
    assert readable(tmp_path) == []
    store_at(earlier).open(NEW).close()


def test_a_copy_in_a_folder_that_was_not_there_is_remade_with_the_next_backup(
    path: Path, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    with closing(filled(path, None)) as journal:
        journal.backups.make(stick)
        copied(next(stick.glob("*.db")), " (1)")
        stick.rename(drawer)
        journal.change_passphrase(None, NEW)
        drawer.rename(stick)
        assert len(readable(tmp_path)) == 2
        journal.backups.make(stick)
    assert readable(tmp_path) == []


def test_a_copy_found_later_waits_for_room_and_is_not_removed(path: Path, tmp_path: Path) -> None:
    with closing(filled(path, None)) as journal:
        data = path.read_bytes()
        journal.change_passphrase(None, NEW)
    copy = copied(path, " copy", data)
    with largest_file(20_000):
        writer(path, NEW).close()
    assert copy.read_bytes() == data
    writer(path, NEW).close()
    assert readable(tmp_path) == []
    store_at(copy).open(NEW).close()


def cut_in_half(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def without_its_header(file: Path) -> None:
    file.write_bytes(bytes(100) + file.read_bytes()[100:])


def with_noise_for_its_first_page(file: Path) -> None:
    file.write_bytes(os.urandom(PAGE) + file.read_bytes()[PAGE:])


each_damage = pytest.mark.parametrize(
    "spoil", [cut_in_half, without_its_header, with_noise_for_its_first_page]
)


def sealed_in(file: Path, passphrase: str) -> dict[str, bytes]:
    """What any SQLCipher tool finds in a sealed file."""
    with closing(unlocked(file, passphrase)) as database, database.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, content FROM sealed_file")
        return {row[0]: row[1] for row in rows}


def sealed_name(backup: Path) -> Path:
    """What a backup is called once it is sealed."""
    return backup.with_name(f"unreadable-{backup.name}")


@each_damage
def test_a_plain_backup_that_cannot_be_remade_is_sealed(
    path: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    with closing(filled(path, None)) as journal:
        (backup,) = journal.backups.all().backups
        spoil(backup.file)
        spoilt = backup.file.read_bytes()
        sealed = sealed_name(backup.file)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(sealed=(sealed,))
        assert journal.backups.all().backups == ()
    assert readable(tmp_path) == []
    assert sealed_in(sealed, NEW) == {backup.file.name: spoilt}


def remnant(file: Path) -> None:
    data = file.read_bytes()
    start = data.index(NOTE.encode()) - 5
    file.write_bytes(data[start : start + 30])


def words_in_noise(file: Path) -> None:
    noise = os.urandom(2 * PAGE)
    file.write_bytes(noise[:500] + NOTE.encode() + noise[500 + len(NOTE.encode()) :])


def all_but_a_byte(file: Path) -> None:
    file.write_bytes(os.urandom(2 * PAGE) + NOTE[:10].encode() + os.urandom(PAGE - 11))


@pytest.mark.parametrize("spoil", [remnant, words_in_noise, all_but_a_byte])
@pytest.mark.parametrize("where", ["among the backups", "put aside"])
def test_nothing_is_too_little_to_be_sealed(
    path: Path, tmp_path: Path, spoil: Callable[[Path], None], where: str
) -> None:
    with closing(filled(path, None)) as journal:
        file = backup_of(path)
        spoil(file)
        if where == "put aside":
            file = file.rename(file.with_name("unreadable-2026-03-14T201405Z.db"))
        spoilt = file.read_bytes()
        assert NOTE[:10].encode() in spoilt
        sealed = file if where == "put aside" else sealed_name(file)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(sealed=(sealed,))
    assert not any(NOTE[:10].encode() in each.read_bytes() for each in tmp_path.rglob("*.db"))
    assert sealed_in(sealed, NEW) == {file.name: spoilt}


def test_what_an_earlier_passphrase_opens_is_not_locked_once_more(path: Path) -> None:
    with closing(filled(path, OLD)) as journal:
        file = backup_of(path)
        data = file.read_bytes()
        journal.change_passphrase(OLD, None)
        file.write_bytes(data)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(left=(file,))
    assert file.read_bytes() == data


def test_an_empty_file_is_left(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        file = backup_of(path)
        file.write_bytes(b"")
        assert journal.change_passphrase(None, NEW) == RemadeBackups(left=(file,))


@pytest.fixture
def put_aside(path: Path) -> Path:
    """A plain journal without its header, with what a crash left beside it, after a restore."""
    with closing(filled(path, None)) as journal:
        backup = journal.backups.all().backups[0].file
    data = path.read_bytes()
    without_its_header(path)
    rollback_journal(path).write_bytes(ROLLBACK_HEADER + data[PAGE:])
    kept = store_at(path).restore(backup).kept
    assert kept is not None
    return kept


def test_what_did_not_open_is_sealed_with_what_another_tool_wrote_beside_it(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / path.name
    filled(other, None).close()
    filled(path, OLD).close()
    killed_in_another_tool(other, None, "UPDATE check_in SET note = 'By hand. ' || note")
    without_its_header(other)
    kept = backup_of(path).with_name("unreadable-2026-03-14T201405Z.db")
    beside = kept.with_name(kept.name + "-wal")
    contents = {
        kept.name: other.read_bytes(),
        beside.name: other.with_name("journal.db-wal").read_bytes(),
    }
    for part in (kept, beside):
        part.write_bytes(contents[part.name])
    writer(path, OLD).close()
    assert readable(kept.parent) == []
    assert sealed_in(kept, OLD) == contents
    assert not beside.exists()


def test_what_another_tool_wrote_stays_with_what_did_not_open(path: Path, tmp_path: Path) -> None:
    filled(path, None).close()
    backup = backup_of(path)
    killed_in_another_tool(path, None, f"UPDATE check_in SET note = '{NOTE}' || note")
    without_its_header(path)
    kept = store_at(path).restore(backup).kept
    assert kept is not None
    parts = {part.name: part.read_bytes() for part in kept.parent.glob("unreadable-*")}
    assert len(parts) == 2
    with closing(writer(path)) as journal:
        assert journal.change_passphrase(None, NEW) == RemadeBackups(1, sealed=(kept,))
    assert readable(tmp_path) == []
    assert sealed_in(kept, NEW) == parts


def test_what_did_not_open_is_sealed_with_what_a_crash_left_beside_it(
    path: Path, tmp_path: Path, put_aside: Path
) -> None:
    beside = rollback_journal(put_aside)
    kept = {part.name: part.read_bytes() for part in (put_aside, beside)}
    assert {put_aside.name, beside.name} < set(readable(tmp_path))
    with closing(writer(path)) as journal:
        assert journal.change_passphrase(None, NEW) == RemadeBackups(1, sealed=(put_aside,))
        assert readable(tmp_path) == []
        assert sealed_in(put_aside, NEW) == kept
        assert journal.change_passphrase(NEW, "third") == RemadeBackups(2)
    assert sealed_in(put_aside, "third") == kept
    with closing(writer(path, "third")) as journal:
        assert journal.change_passphrase("third", None) == RemadeBackups(2)
        assert journal.change_passphrase(None, NEW) == RemadeBackups(2)
    assert readable(tmp_path) == []
    assert sealed_in(put_aside, NEW) == kept


def test_what_did_not_open_is_left_where_the_passphrase_is_removed(
    path: Path, put_aside: Path
) -> None:
    with closing(writer(path)) as journal:
        backup = journal.backups.all().backups[0].file
        journal.change_passphrase(None, NEW)
        foreign = put_aside.with_name("unreadable-2020-01-01T000000Z.db")
        foreign.write_bytes(b"Dear diary, " * 4096)
        assert journal.change_passphrase(NEW, None) == RemadeBackups(2, left=(foreign,))
    assert backup.read_bytes().startswith(b"SQLite")


def test_what_did_not_open_is_sealed_after_an_interruption_too(
    path: Path, tmp_path: Path, put_aside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(writer(path)) as journal:
        interrupt(journal, monkeypatch)
    writer(path, NEW).close()
    assert readable(tmp_path) == []


def test_an_encrypted_journal_that_did_not_open_is_left_to_the_byte(path: Path) -> None:
    with closing(filled(path, OLD)) as journal:
        backup = journal.backups.all().backups[0].file
    without_its_header(path)
    spoilt = path.read_bytes()
    kept = store_at(path).restore(backup, OLD).kept
    assert kept is not None
    with closing(writer(path, OLD)) as journal:
        assert journal.change_passphrase(OLD, NEW) == RemadeBackups(1, left=(kept,))
    assert kept.read_bytes() == spoilt


def test_where_the_disk_takes_no_sealed_file_what_could_be_read_is_removed(
    path: Path, tmp_path: Path, put_aside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr(remaking, "seal", full)
    with closing(writer(path)) as journal:
        assert journal.change_passphrase(None, NEW) == RemadeBackups(1, deleted=(put_aside,))
    assert readable(tmp_path) == []


def test_a_backup_with_an_earlier_passphrase_is_left_and_named(path: Path) -> None:
    with closing(filled(path, OLD)) as journal:
        (backup,) = journal.backups.all().backups
        data = backup.file.read_bytes()
        journal.change_passphrase(OLD, NEW)
        backup.file.write_bytes(data)
        assert journal.change_passphrase(NEW, "third") == RemadeBackups(left=(backup.file,))
        assert backup.file.read_bytes() == data


def test_what_an_interrupted_backup_left_is_removed(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        (backup,) = journal.backups.all().backups
        unfinished = backup.file.with_name(backup.file.name + ".0a1b2c3d.new")
        unfinished.write_bytes(backup.file.read_bytes())
        journal.change_passphrase(None, NEW)
    assert not unfinished.exists()


def test_an_interrupted_locking_of_backups_goes_on_when_the_journal_is_opened(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(filled(path, None)) as journal:
        data = path.read_bytes()
        interrupt(journal, monkeypatch)
    copied(backup_of(path), " (1)")
    copied(path, " copy", data)
    assert len(readable(tmp_path)) == 3
    writer(path, NEW).close()
    assert readable(tmp_path) == []


@each_change
def test_a_folder_whose_name_is_no_text_is_one_like_any_other(
    path: Path, tmp_path: Path, old: str | None, new: str | None
) -> None:
    moved = tmp_path / os.fsdecode(b"B\xe4r") / "journal.db"
    stick = tmp_path / os.fsdecode(b"50% #1?\xfc")
    with closing(filled(moved, old)) as journal:
        journal.backups.make(stick)
        assert journal.change_passphrase(old, new) == RemadeBackups(remade=3)
    writer(moved, new).close()


def test_what_another_program_had_begun_in_a_backup_is_taken_back(path: Path) -> None:
    with closing(filled(path, None)) as journal:
        (backup,) = journal.backups.all().backups
        held, sound = backup.contents, backup.file.read_bytes()
        beside = rollback_journal(backup.file)
        with closing(sqlite3.connect(backup.file, isolation_level=None)) as other:
            other.execute("PRAGMA cache_size = 1")
            other.execute("BEGIN")
            for table in ("score", "check_in_tag", "check_in"):
                other.execute(f"DELETE FROM {table}")
            left = backup.file.read_bytes(), beside.read_bytes()
        assert left[0] != sound
        beside.write_bytes(left[1])
        backup.file.write_bytes(left[0])
        journal.change_passphrase(None, NEW)
        (remade,) = journal.backups.all().backups
        assert remade.contents == held
    assert not beside.exists()


@each_change
def test_a_disk_full_at_any_point_leaves_the_journal_as_it_was(
    path: Path, old: str | None, new: str | None
) -> None:
    with closing(filled(path, old)) as journal:
        before = path.read_bytes()
        for size in range(0, path.stat().st_size, 32_768):
            with largest_file(size), pytest.raises(StorageError) as raised:
                journal.change_passphrase(old, new)
            assert raised.value.problem is StorageProblem.DISK_FULL
            assert path.read_bytes() == before
            assert not list(path.parent.glob("*.new*"))
        save(journal, check_in())
        journal.change_passphrase(old, new)


def test_a_damaged_journal_keeps_its_passphrase(path: Path) -> None:
    filled(path, None).close()
    damage_index(path)
    data = path.read_bytes()
    with closing(writer(path)) as journal, pytest.raises(StorageError) as raised:
        journal.change_passphrase(None, NEW)
    assert raised.value.problem is StorageProblem.DAMAGED
    assert path.read_bytes() == data
