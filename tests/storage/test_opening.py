"""Opening a journal: what is made, what is refused, and that a refused file stays as it is."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.storage import revision
from tests.storage.damage import UNOPENABLE, Damage, killed_in_another_tool, say_form
from tests.storage.examples import full_check_in, save, store_at, writer
from tests.systems import skip_on_windows

PAGE = 4096


def refusal(path: Path, passphrase: str | None = None, *, writer: bool = False) -> StorageProblem:
    with pytest.raises(StorageError) as raised:
        store_at(path).open(passphrase, writer=writer)
    return raised.value.problem


def mode(path: Path) -> int:
    skip_on_windows("Windows has no such modes")
    return stat.S_IMODE(path.stat().st_mode)


def test_a_writer_makes_a_journal_that_only_its_owner_can_read(path: Path) -> None:
    umask = os.umask(0)
    try:
        writer(path).close()
    finally:
        os.umask(umask)
    assert {entry.name: mode(entry) for entry in path.parent.iterdir()} == {
        "journal.db": 0o600,
        "journal.lock": 0o600,
    }
    assert mode(path.parent) == 0o700


@pytest.fixture
def open_to_all(path: Path) -> Path:
    """A journal that was copied here as people copy files."""
    writer(path).close()
    path.chmod(0o644)
    path.parent.chmod(0o755)
    return path


def test_a_journal_that_was_copied_here_is_closed_to_others(open_to_all: Path) -> None:
    writer(open_to_all).close()
    assert mode(open_to_all) == 0o600
    assert mode(open_to_all.parent) == 0o755


def test_the_programs_own_folder_is_closed_to_others(open_to_all: Path) -> None:
    own = open_to_all.parent.rename(open_to_all.parent.with_name("symptom-journal"))
    writer(own / open_to_all.name).close()
    assert mode(own) == 0o700


@pytest.mark.parametrize("name", ["data", "symptom-journal"])
def test_the_backups_of_a_journal_that_was_copied_here_are_closed_to_others(
    path: Path, name: str
) -> None:
    with closing(writer(path)) as journal:
        (backup,) = journal.backups.make(path.parent.parent / "stick").made[:1]
    path.write_bytes(b"")
    store_at(path).restore(backup.file)
    own = path.parent / "backups"
    theirs = own / "notes.txt"
    theirs.write_text("mine")
    for entry in path.parent.rglob("*"):
        entry.chmod(0o755 if entry.is_dir() else 0o644)
    moved = path.parent.rename(path.parent.with_name(name))
    writer(moved / path.name).close()
    own = moved / "backups"
    assert mode(own) == 0o700
    kinds = {entry.name.split("-")[0]: mode(entry) for entry in own.iterdir()}
    assert kinds == {
        "journal": 0o600,
        "unreadable": 0o600,
        "folders.json": 0o600,
        "notes.txt": 0o644,
    }


def test_folders_made_on_the_way_to_a_journal_are_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "three" / "journal.db"
    writer(path).close()
    assert [mode(folder) for folder in list(path.parents)[:3]] == [0o700] * 3


def test_a_reader_without_a_journal_makes_nothing(path: Path) -> None:
    assert not store_at(path).exists()
    assert refusal(path) is StorageProblem.NO_JOURNAL
    assert not path.parent.exists()


def test_the_journal_exists_once_it_was_written(path: Path) -> None:
    writer(path).close()
    assert store_at(path).exists()


def other_sqlite_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.commit()


def cut_in_its_header(path: Path) -> None:
    writer(path).close()
    path.write_bytes(path.read_bytes()[:60])


def cut_in_half(path: Path) -> None:
    writer(path).close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def overwritten_after_its_header(path: Path) -> None:
    writer(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + os.urandom(len(data) - 100))


def without_its_tables(path: Path) -> None:
    writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.commit()


def with_damage(damage: Damage) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        writer(path).close()
        damage(path)

    return make


of_a_newer_program = with_damage(say_form(f"{int(revision.HEAD) + 1:04}"))


def with_a_passphrase(path: Path) -> None:
    writer(path, "correct horse").close()


def filled_with(data: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(data), None)[1]


REFUSED = {
    "empty": (filled_with(b""), StorageProblem.EMPTY_FILE),
    "text": (filled_with(b"Dear diary, " * PAGE), StorageProblem.NOT_A_JOURNAL),
    "zeros": (filled_with(bytes(2 * PAGE)), StorageProblem.NOT_A_JOURNAL),
    "short noise": (filled_with(os.urandom(100)), StorageProblem.NOT_A_JOURNAL),
    "odd noise": (filled_with(os.urandom(PAGE + 1)), StorageProblem.NOT_A_JOURNAL),
    "other SQLite file": (other_sqlite_file, StorageProblem.NOT_A_JOURNAL),
    "cut in its header": (cut_in_its_header, StorageProblem.DAMAGED),
    "cut in half": (cut_in_half, StorageProblem.DAMAGED),
    "overwritten": (overwritten_after_its_header, StorageProblem.DAMAGED),
    "no tables": (without_its_tables, StorageProblem.DAMAGED),
    "newer": (of_a_newer_program, StorageProblem.NEWER_VERSION),
    "passphrase missing": (with_a_passphrase, StorageProblem.WRONG_PASSPHRASE),
}


@pytest.mark.parametrize("as_writer", [False, True], ids=["reader", "writer"])
@pytest.mark.parametrize(("make", "problem"), REFUSED.values(), ids=REFUSED)
def test_a_refused_file_stays_as_it_is(
    path: Path, make: Callable[[Path], None], problem: StorageProblem, as_writer: bool
) -> None:
    path.parent.mkdir()
    make(path)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    before = path.read_bytes()
    assert refusal(path, writer=as_writer) is problem
    assert path.read_bytes() == before
    assert path.stat().st_mtime == 1_000_000_000
    assert {entry.name for entry in path.parent.iterdir()} <= {"journal.db", "journal.lock"}


@pytest.mark.parametrize("as_writer", [False, True], ids=["reader", "writer"])
@pytest.mark.parametrize("damage", UNOPENABLE.values(), ids=UNOPENABLE)
def test_a_journal_whose_first_words_are_damaged_stays_as_it_is(
    path: Path, damage: Damage, as_writer: bool
) -> None:
    writer(path).close()
    damage(path)
    before = path.read_bytes()
    assert refusal(path, writer=as_writer) is StorageProblem.DAMAGED
    assert path.read_bytes() == before


def test_no_backup_of_a_damaged_form_is_the_newest_to_go_back_to(path: Path) -> None:
    with closing(writer(path)) as journal:
        (sound,) = journal.backups.make().made
    say_form("0007")(path)
    os.utime(path, ns=(0, 0))
    assert refusal(path, writer=True) is StorageProblem.DAMAGED
    assert [each.file for each in store_at(path).backups().backups] == [sound.file]


def test_a_folder_is_no_journal(path: Path) -> None:
    path.mkdir(parents=True)
    assert refusal(path) is StorageProblem.NOT_A_JOURNAL


def test_a_folder_that_is_a_file_cannot_be_reached(path: Path) -> None:
    path.parent.write_text("not a folder")
    assert refusal(path, writer=True) is StorageProblem.NOT_REACHABLE


def test_a_journal_taken_away_while_open_cannot_be_reached(path: Path) -> None:
    journal = writer(path)
    path.unlink()
    with pytest.raises(StorageError) as raised:
        save(journal, full_check_in())
    assert raised.value.problem is StorageProblem.NOT_REACHABLE
    journal.close()


def test_a_refused_writer_lets_go_of_the_lock(path: Path) -> None:
    writer(path).close()
    sound = path.read_bytes()
    path.write_bytes(b"")
    assert refusal(path, writer=True) is StorageProblem.EMPTY_FILE
    of_a_newer_program_kept = path.with_name("other.db")
    of_a_newer_program(of_a_newer_program_kept)
    path.write_bytes(of_a_newer_program_kept.read_bytes())
    assert refusal(path, writer=True) is StorageProblem.NEWER_VERSION
    path.write_bytes(sound)
    writer(path).close()


def test_what_a_crash_left_of_a_new_journal_is_cleared_away(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("journal.db.0a1b2c3d.new").write_bytes(b"half a journal")
    journal = writer(path)
    assert journal.check().is_sound
    journal.close()
    assert {entry.name for entry in path.parent.iterdir()} == {"journal.db", "journal.lock"}


def test_what_a_crash_left_of_copies_and_of_what_was_put_aside_is_cleared_away(
    path: Path,
) -> None:
    with closing(writer(path)) as journal:
        (backup,) = journal.backups.make().made
    backups = backup.file.parent
    begun = [
        path.with_name("journal copy.db.0a1b2c3d.new"),
        path.with_name("journal copy.db.0a1b2c3d.new-journal"),
        backups / "unreadable-2026-03-14T201405Z.db.0a1b2c3d.new",
    ]
    in_the_making = backups / f"{backup.file.name}.0a1b2c3d.new"
    for file in (*begun, in_the_making):
        file.write_bytes(b"half of it")
    writer(path).close()
    assert [file for file in begun if file.exists()] == []
    assert in_the_making.exists()


def test_a_journal_of_another_name_put_there_by_hand_stays(path: Path) -> None:
    writer(path).close()
    by_hand = path.rename(path.with_name("journal.db.new"))
    writer(path).close()
    assert by_hand.exists()


def test_a_deleted_journal_does_not_come_back_into_a_new_one(path: Path) -> None:
    journal = writer(path)
    save(journal, full_check_in())
    journal.close()
    rollback_journal = path.with_name("journal.db-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # So small a cache that SQLite has to write before the end, as it may in a crash.
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        for table in ("score", "check_in_tag", "check_in", "scale"):
            connection.execute(f"DELETE FROM {table}")
        left_behind = rollback_journal.read_bytes()
    path.unlink()
    rollback_journal.write_bytes(left_behind)
    journal = writer(path)
    assert journal.records().check_ins == ()
    assert journal.check().is_sound
    journal.close()


def test_what_another_tool_wrote_of_a_journal_that_is_gone_is_kept(path: Path) -> None:
    with closing(writer(path)) as journal:
        save(journal, full_check_in())
    beside = killed_in_another_tool(path, None, "UPDATE check_in SET note = 'By hand.'")
    path.unlink()
    with closing(writer(path)) as journal:
        assert journal.records().check_ins == ()
        assert journal.check().is_sound
    (kept,) = (path.parent / "backups").iterdir()
    assert kept.name.startswith("unreadable-")
    assert kept.read_bytes() == beside


def test_a_folder_name_with_signs_of_a_web_address(tmp_path: Path) -> None:
    path = tmp_path / "50% #1? ü & co" / "journal.db"
    writer(path).close()
    assert path.exists()


def test_closing_twice_does_no_harm(path: Path) -> None:
    journal = writer(path)
    journal.close()
    journal.close()


def test_the_store_loads_without_the_database() -> None:
    program = (
        "import sys, journal.storage.store;"
        "print(sorted({'sqlalchemy', 'sqlcipher3', 'alembic', 'filelock'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_a_journal_opens_without_alembic(path: Path) -> None:
    program = (
        "import sys, pathlib; from tests.storage.examples import store_at;"
        f"store = store_at(pathlib.Path({str(path)!r}));"
        "store.open(writer=True).close(); store.open().close();"
        "print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "True False"
