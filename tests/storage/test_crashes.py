"""The computer goes off at any step of a long work: one of the two states is there whole."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from journal.domain.bin import KEPT_FOR
from journal.domain.edit import Edit
from journal.domain.errors import StorageError
from journal.domain.repository import OpenJournal, Records
from journal.storage.store import JournalFile
from tests.storage import crashing_program
from tests.storage.crashing_program import NEW, OLD
from tests.storage.damage import killed_in_another_tool
from tests.storage.examples import NOW, check_in, full_check_in, save, session, writer
from tests.systems import skip_on_windows

AT_EACH_STEP = {"back up", "restore", "rescue", "migrate"}
THROWN_AWAY = "Thrown away."
FIRST_VERSION = Path(__file__).parents[1] / "data" / "journal-0001.sqlite"


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    skip_on_windows("it forks")
    started = subprocess.Popen(
        [sys.executable, "-m", crashing_program.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    yield started
    started.communicate()


@dataclass
class Work:
    """One kind of long work, done again and again on copies of the same folder."""

    program: subprocess.Popen[str]
    name: str
    before: Path
    path: Path
    stride: int

    def die_after(self, steps: int) -> bool:
        """Let it die after so many steps; whether it was done before."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
        shutil.copytree(self.before.parent, self.path.parent)
        for file in self.path.parent.rglob("folders.json"):
            kept = file.read_text("utf-8")
            file.write_text(kept.replace(str(self.before.parent), str(self.path.parent)), "utf-8")
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write(f"{self.name}\t{steps}\t{self.path}\n")
        said = self.program.stdout.readline()
        assert said in ("died\n", "done\n")
        return said == "done\n"

    def each_death(self, check: Callable[[], None], least: int) -> None:
        """Check after each death and after the work was done; there are `least` steps or more."""
        steps = 0
        while not self.die_after(steps):
            check()
            steps += self.stride
        check()
        assert steps >= least


@pytest.fixture
def work(
    program: subprocess.Popen[str], tmp_path: Path, quick_keys: None, is_long: bool
) -> Callable[[str], Work]:
    """At each step of what must survive any; without much time, at some steps of the rest."""
    before, after = (tmp_path / each / "journal.db" for each in ("before", "after"))

    def named(name: str) -> Work:
        is_each = is_long or name in AT_EACH_STEP
        return Work(program, name, before, after, 1 if is_each else 11)

    return named


def filled(path: Path, passphrase: str | None = None) -> Records:
    """A closed journal with a backup, something in the bin, and more than the backup has."""
    with closing(writer(path, passphrase)) as journal:
        deleted = check_in(note=THROWN_AWAY * 200)
        save(journal, full_check_in(), deleted)
        journal.apply([Edit(deleted, None)])
        journal.backups.make()
        save(journal, session())
        return journal.records()


def surrounded(path: Path, passphrase: str | None = None) -> Records:
    """The same with all that a passphrase is for: one more folder, copies, a file put aside."""
    records = filled(path, passphrase)
    usb = path.parent / "usb"
    with closing(writer(path, passphrase)) as journal:
        backup = journal.backups.make(usb).made[1].file
    shutil.copyfile(path, path.with_name("journal copy.db"))
    shutil.copyfile(backup, usb / "journal (conflicted copy).db")
    put_aside = path.parent / "backups" / "unreadable-2026-01-01T000000Z.db"
    put_aside.write_bytes(bytes(100 if passphrase is None else 0) + path.read_bytes()[100:])
    return records


def opened(path: Path, *passphrases: str | None) -> OpenJournal:
    """The journal, which opens with exactly one of these."""
    found = []
    for passphrase in passphrases:
        with suppress(StorageError):
            found.append(writer(path, passphrase))
    (journal,) = found
    return journal


def is_whole(journal: OpenJournal, *, backups: int) -> bool:
    """Whether the journal and its backups are sound, and nothing lies about unfinished."""
    listed = journal.backups.all().backups
    assert journal.check().is_sound
    assert len(listed) >= backups
    assert all(backup.contents is not None for backup in listed)
    folder = listed[0].file.parent.parent
    assert not list(folder.glob("*.new*"))
    return True


@pytest.mark.parametrize(
    ("name", "old", "new"), [("set", None, NEW), ("change", OLD, NEW), ("remove", OLD, None)]
)
def test_a_passphrase_is_the_old_one_or_the_new_one(
    work: Callable[[str], Work], name: str, old: str | None, new: str | None
) -> None:
    passphrase = work(name)
    records = surrounded(passphrase.before, old)
    seen = set()

    def check() -> None:
        with closing(opened(passphrase.path, old, new)) as journal:
            assert journal.records() == records
            assert len(journal.bin.deletions()) == 1
            assert journal.check().is_sound
            seen.add(journal.has_passphrase)
            if name == "set" and journal.has_passphrase:
                assert not readable(passphrase.path.parent, besides="usb")
                journal.backups.make()
                assert not readable(passphrase.path.parent)

    passphrase.each_death(check, least=20)
    assert seen == {old is not None, new is not None}


def readable(folder: Path, besides: str = "") -> list[Path]:
    """The files, finished or not, in which a note can be read, but for those in one folder."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.parent.name != besides]
    return [file for file in files if THROWN_AWAY.encode() in file.read_bytes()]


def test_a_restore_is_done_or_not_begun(work: Callable[[str], Work]) -> None:
    restore = work("restore")
    records = filled(restore.before)
    restored = replace(records, sessions=())
    seen = set()

    def check() -> None:
        with closing(opened(restore.path, None)) as journal:
            found = journal.records()
            assert found in (records, restored)
            assert is_whole(journal, backups=1 if found == records else 2)
            seen.add(len(found.sessions))
            kept = [each.file for each in journal.backups.all().backups if each.replaced]
            if found == restored:
                journal.restore(kept[0])
                assert journal.records() == records

    restore.each_death(check, least=8)
    assert seen == {0, 1}


def test_what_does_not_open_is_in_its_place_or_kept(work: Callable[[str], Work]) -> None:
    rescue = work("rescue")
    records = filled(rescue.before)
    killed_in_another_tool(rescue.before, None, f"UPDATE check_in SET note = '{THROWN_AWAY}'")
    rescue.before.write_bytes(bytes(100) + rescue.before.read_bytes()[100:])
    spoilt, beside = rescue.before.read_bytes(), wal_of(rescue.before).read_bytes()
    seen = set()

    def check() -> None:
        folder = rescue.path.parent
        kept = [rescue.path, *folder.glob("backups/unreadable-*.db")]
        assert any(is_file_with(file, spoilt) for file in kept)
        assert any(is_file_with(wal_of(file), beside) for file in kept)
        is_restored = not is_file_with(rescue.path, spoilt)
        if not is_restored:
            crashing_program.restore_unopened(rescue.path)
        with closing(opened(rescue.path, None)) as journal:
            assert journal.records() == replace(records, sessions=())
            assert is_whole(journal, backups=1)
        assert not list(folder.rglob("unreadable-*.new*"))
        seen.add(is_restored)

    rescue.each_death(check, least=12)
    assert seen == {False, True}


def wal_of(file: Path) -> Path:
    return file.with_name(file.name + "-wal")


def is_file_with(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data


def test_a_backup_is_whole_or_not_there(work: Callable[[str], Work]) -> None:
    backup = work("back up")
    records = filled(backup.before)
    seen = set()

    def check() -> None:
        with closing(opened(backup.path, None)) as journal:
            assert journal.records() == records
            assert is_whole(journal, backups=1)
            seen.add(len(journal.backups.all().backups))

    backup.each_death(check, least=5)
    assert seen == {1, 2}


def test_an_older_journal_is_whole_after_any_step_and_has_a_backup(
    work: Callable[[str], Work],
) -> None:
    migration = work("migrate")
    migration.before.parent.mkdir()
    shutil.copyfile(FIRST_VERSION, migration.before)
    notes = []

    def check() -> None:
        with closing(opened(migration.path, None)) as journal:
            (entered,) = journal.check_ins.between()
            notes.append(entered.note)
            assert is_whole(journal, backups=1)

    migration.each_death(check, least=40)
    assert set(notes) == {"Slept badly, then a good morning."}


def test_the_bin_is_emptied_or_not(work: Callable[[str], Work]) -> None:
    purge = work("purge")
    filled(purge.before)
    with closing(JournalFile(purge.before, lambda: NOW + KEPT_FOR).open(writer=True)) as journal:
        records = journal.records()  # and it is noted that the 30 days are over
    seen = set()

    def check() -> None:
        with closing(opened(purge.path, None)) as journal:
            assert journal.records() == records
            assert is_whole(journal, backups=1)
            seen.add(len(journal.bin.deletions()))

    purge.each_death(check, least=4)
    assert seen == {0, 1}
