"""Backups: verified before they count, found again, thinned, and never in anyone else's way."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import IO, Any, Self

import pytest

from journal.domain.backups import Backup, BackupOutcome, Contents
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.storage import backups, copying
from journal.storage.backup import make_backup
from journal.storage.store import JournalFile
from tests.storage.damage import damage_index
from tests.storage.examples import (
    NOW,
    check_in,
    full_check_in,
    save,
    session,
    side_effect,
    store_at,
    writer,
)
from tests.storage.full_disk import largest_file
from tests.storage.test_opening import mode
from tests.storage.test_read_only import modes_hold as modes_hold

HOLDS = Contents(2, 1, 1, date(2026, 3, 13), date(2026, 3, 14))


@pytest.fixture
def used(journal: OpenJournal) -> OpenJournal:
    """A journal with two check-ins on two days, a session and a side effect."""
    save(journal, full_check_in(), check_in(NOW - timedelta(days=1)), session(), side_effect())
    return journal


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "folders.json")


def test_a_backup_holds_what_the_journal_holds(used: OpenJournal, path: Path) -> None:
    (made,) = used.backups.make().made
    assert made.contents == HOLDS
    assert made.made_at == NOW.replace(microsecond=0)
    with closing(store_at(made.file).open()) as copy:
        assert copy.records() == used.records()
        assert copy.check().is_sound
    assert made.file.parent == path.parent / "backups"


def test_only_its_owner_can_read_it(used: OpenJournal, path: Path, tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        made = used.backups.make(tmp_path / "new").made
    finally:
        os.umask(umask)
    assert [mode(backup.file) for backup in made] == [0o600, 0o600]
    assert [mode(backup.file.parent) for backup in made] == [0o700, 0o700]
    lists = made[0].file.with_name("folders.json"), path.with_name("folders.json")
    assert [mode(file) for file in lists] == [0o600, 0o600]


def test_its_name_says_nothing_about_the_person(used: OpenJournal) -> None:
    (made,) = used.backups.make().made
    mark = used.settings().id.hex[-8:]
    assert made.file.name == f"journal-{mark}-2026-03-14T201405Z.db"


def test_the_next_one_of_the_same_second_gets_a_name_of_its_own(used: OpenJournal) -> None:
    first, second = (used.backups.make().made[0] for _ in range(2))
    assert second.made_at - first.made_at == timedelta(seconds=1)
    assert [backup.file for backup in used.backups.all().backups] == [second.file, first.file]


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_it_opens_as_the_journal_does(path: Path, passphrase: str | None, quick_keys: None) -> None:
    journal = writer(path, passphrase)
    save(journal, check_in(note="Nobody else reads this."))
    (made,) = journal.backups.make().made
    journal.close()
    assert (b"Nobody else" in made.file.read_bytes()) is (passphrase is None)
    with closing(store_at(made.file).open(passphrase)) as copy:
        assert len(copy.check_ins.between()) == 1


def test_it_is_made_while_a_window_has_the_journal(used: OpenJournal, path: Path) -> None:
    with closing(store_at(path).open()) as reader:
        assert reader.backups.make().made[0].contents == HOLDS


def test_what_is_saved_meanwhile_is_kept(used: OpenJournal) -> None:
    made: list[BackupOutcome] = []
    working = Thread(target=lambda: made.extend(used.backups.make() for _ in range(5)))
    working.start()
    entered = [check_in() for _ in range(20)]
    for each in entered:
        save(used, each)
    working.join()
    assert set(entered) <= set(used.check_ins.between())
    assert len(made) == 5
    assert all(backup.contents for backup in used.backups.all().backups)


def test_all_are_listed_with_what_they_hold(used: OpenJournal, elsewhere: Path) -> None:
    used.backups.make(elsewhere)
    found = used.backups.all()
    assert [backup.contents for backup in found.backups] == [HOLDS, HOLDS]
    assert {backup.file.parent.name for backup in found.backups} == {"backups", "stick"}
    assert found.unreachable == ()


def test_a_locked_journals_backups_are_listed_by_their_names(
    path: Path, elsewhere: Path, quick_keys: None
) -> None:
    journal = writer(path, "correct horse")
    journal.backups.make(elsewhere)
    journal.close()
    found = store_at(path).backups()
    assert [backup.made_at for backup in found.backups] == [NOW.replace(microsecond=0)] * 2
    assert [backup.contents for backup in found.backups] == [None, None]


def test_those_that_open_are_listed_with_what_they_hold_where_the_journal_does_not(
    used: OpenJournal, path: Path, elsewhere: Path
) -> None:
    used.backups.make(elsewhere)
    used.close()
    path.write_bytes(b"Dear diary, " * 4096)
    found = store_at(path).backups()
    assert [backup.contents for backup in found.backups] == [HOLDS, HOLDS]


def test_without_any_there_is_nothing_to_list(used: OpenJournal, path: Path) -> None:
    assert used.backups.all().backups == ()
    assert used.backups.latest() is None
    assert not (path.parent / "backups").exists()


def test_a_damaged_backup_is_listed_as_one_that_does_not_open(used: OpenJournal) -> None:
    (made,) = used.backups.make().made
    made.file.write_bytes(made.file.read_bytes()[:5000])
    assert [backup.contents for backup in used.backups.all().backups] == [None]


def test_another_persons_backups_in_the_same_folder_are_left_alone(
    used: OpenJournal, elsewhere: Path, tmp_path: Path
) -> None:
    others = writer(tmp_path / "other" / "journal.db")
    theirs = others.backups.make(elsewhere).made[1].file
    others.close()
    ours = used.backups.make(elsewhere).made[1].file
    assert [each.file for each in used.backups.all().backups if each.file.parent == elsewhere] == [
        ours
    ]
    used.change_passphrase(None, "correct horse")
    assert theirs.read_bytes().startswith(b"SQLite")


def test_a_backup_is_due_once_something_changed(used: OpenJournal) -> None:
    assert used.backups.is_due()
    used.backups.make()
    assert not used.backups.is_due()
    save(used, check_in())
    assert used.backups.is_due()
    used.backups.make()
    assert not used.backups.is_due()


def test_opening_the_journal_again_changes_nothing(used: OpenJournal, path: Path) -> None:
    used.backups.make()
    used.close()
    with closing(writer(path)) as journal:
        assert not journal.backups.is_due()


class Clock:
    """A clock that can be set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(path: Path, clock: Clock) -> Iterator[OpenJournal]:
    """A journal that looks at the clock."""
    journal = JournalFile(path, clock).open(writer=True)
    yield journal
    journal.close()


def test_the_last_one_is_known(timed: OpenJournal, clock: Clock) -> None:
    for days in (0, 1, 2):
        clock.now = NOW + timedelta(days=days)
        timed.backups.make()
    assert timed.backups.latest() == (NOW + timedelta(days=2)).replace(microsecond=0)


def test_one_made_by_a_clock_that_was_ahead_is_not_the_last_one(
    timed: OpenJournal, clock: Clock
) -> None:
    timed.backups.make()
    clock.now = NOW + timedelta(days=365)
    timed.backups.make()
    clock.now = NOW + timedelta(days=8)
    assert timed.backups.latest() == NOW.replace(microsecond=0)


def test_one_made_after_a_clock_was_ahead_for_years_stays(timed: OpenJournal, clock: Clock) -> None:
    for days in range(3000, 3600, 15):
        clock.now = NOW + timedelta(days=days)
        timed.backups.make()
    clock.now = NOW
    (made,) = timed.backups.make().made
    assert made.file.exists()
    assert timed.backups.latest() == made.made_at


def test_a_clock_that_was_ahead_for_weeks_takes_no_places_of_the_days_after_it(
    timed: OpenJournal, clock: Clock
) -> None:
    for day in (*range(366, 406), *range(30)):
        clock.now = NOW + timedelta(days=day)
        timed.backups.make()
    days = {(each.made_at - NOW).days + 1 for each in timed.backups.all().backups}
    assert set(range(23, 30)) <= days
    assert len({day for day in days if day < 30}) == 11
    assert 405 in days


def test_backups_of_another_journal_are_not_the_last_one(used: OpenJournal, path: Path) -> None:
    (made,) = used.backups.make().made
    used.close()
    path.unlink()
    with closing(writer(path)) as anew:
        assert [each.file for each in anew.backups.all().backups] == [made.file]
        assert anew.backups.latest() is None


def test_the_chosen_folder_gets_one_each_time(used: OpenJournal, elsewhere: Path) -> None:
    used.backups.choose(elsewhere)
    assert len(used.backups.make().made) == 2
    used.backups.choose(None)
    assert len(used.backups.make().made) == 1
    assert len(files(elsewhere)) == 1
    assert len(used.backups.all().backups) == 3


def test_the_choice_is_known_while_the_journal_is_closed(
    used: OpenJournal, path: Path, elsewhere: Path
) -> None:
    used.backups.choose(elsewhere)
    used.close()
    with closing(store_at(path).open()) as journal:
        assert journal.backups.folder == elsewhere


def test_a_folder_that_is_gone_is_named_and_not_made_up_for(
    used: OpenJournal, elsewhere: Path
) -> None:
    used.backups.choose(elsewhere)
    elsewhere.rmdir()
    outcome = used.backups.make()
    assert [backup.file.parent.name for backup in outcome.made] == ["backups"]
    assert [(fault.folder, fault.problem) for fault in outcome.missed] == [
        (elsewhere, StorageProblem.NOT_REACHABLE)
    ]
    assert not elsewhere.exists()
    assert used.backups.all().unreachable == (elsewhere,)


def test_a_folder_that_never_took_one_is_not_remembered(
    used: OpenJournal, path: Path, elsewhere: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "no" / "such"
    used.backups.choose(elsewhere)
    elsewhere.rmdir()
    assert {fault.folder for fault in used.backups.make(missing).missed} == {elsewhere, missing}
    assert used.backups.all().unreachable == (elsewhere,)
    assert used.change_passphrase(None, "correct horse").unreachable == ()
    used.backups.choose(None)
    assert used.backups.all().unreachable == ()
    used.close()
    assert store_at(path).delete_everything() == ()


def test_a_folder_chosen_while_one_is_made_stays_chosen(
    used: OpenJournal, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choosing(*arguments: object, **named: object) -> Backup:
        used.backups.choose(elsewhere)
        return make_backup(*arguments, **named)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(backups, "make_backup", choosing)
    used.backups.make()
    assert used.backups.folder == elsewhere


class WatchedFile:
    """A file that is open for writing, with a look around at each write."""

    def __init__(self, file: IO[Any], look: Callable[[], None]) -> None:
        self._file = file
        self._look = look

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def write(self, part: bytes) -> int:
        self._look()
        return self._file.write(part)


def watch_writing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[], None]
) -> list[str]:
    """Look around at each write to a file of `folder`; the names of these files."""
    watched: list[str] = []
    really_open: Callable[..., IO[Any]] = Path.open

    def opened(path: Path, *arguments: Any, **named: Any) -> object:
        file = really_open(path, *arguments, **named)
        if path.parent != folder or not file.writable():
            return file
        watched.append(path.name)
        return WatchedFile(file, look)

    monkeypatch.setattr(Path, "open", opened)
    return watched


def test_nothing_waits_while_another_folder_is_written_to(
    used: OpenJournal, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = []

    def save_meanwhile() -> None:
        saving = Thread(target=save, args=(used, check_in()), daemon=True)
        saving.start()
        saving.join(timeout=1)
        waited.append(saving.is_alive())

    before = used.records()
    written = watch_writing(elsewhere, monkeypatch, save_meanwhile)
    own, other = used.backups.make(elsewhere).made
    assert len(written) == 1
    assert set(waited) == {False}
    assert used.records() != before
    for backup in (own, other):
        with closing(store_at(backup.file).open()) as copy:
            assert copy.records() == before
            assert copy.check().is_sound


def test_what_another_folder_did_not_keep_as_it_was_written_gets_no_name(
    used: OpenJournal, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_verify = copying._verify

    def verify(path: Path, *arguments: Any) -> None:
        if path.parent == elsewhere:
            damage_index(path)
        really_verify(path, *arguments)

    monkeypatch.setattr(copying, "_verify", verify)
    outcome = used.backups.make(elsewhere)
    assert [backup.contents for backup in outcome.made] == [HOLDS]
    assert [fault.problem for fault in outcome.missed] == [StorageProblem.DAMAGED]
    assert files(elsewhere) == []


def test_where_the_data_folder_takes_none_the_others_get_theirs(
    used: OpenJournal, path: Path, elsewhere: Path
) -> None:
    (path.parent / "backups").write_bytes(b"in the way")
    outcome = used.backups.make(elsewhere)
    assert [(each.file.parent, each.contents) for each in outcome.made] == [(elsewhere, HOLDS)]
    assert [fault.folder.name for fault in outcome.missed] == ["backups"]


def test_a_file_that_was_exchanged_from_outside_is_backed_up_as_it_is_now(
    used: OpenJournal, path: Path, elsewhere: Path
) -> None:
    (first,) = used.backups.make().made
    exchanged = elsewhere / "journal.db"
    exchanged.write_bytes(first.file.read_bytes())
    with closing(writer(exchanged)) as journal:
        save(journal, full_check_in())
        now = journal.records()
    exchanged.replace(path)
    (made,) = used.backups.make().made
    with closing(store_at(made.file).open()) as copy:
        assert copy.records() == now


def test_a_folder_that_is_asked_for_is_made(used: OpenJournal, tmp_path: Path) -> None:
    used.backups.make(tmp_path / "new")
    assert len(files(tmp_path / "new")) == 1


def test_a_read_only_folder_is_named(used: OpenJournal, elsewhere: Path, modes_hold: None) -> None:
    elsewhere.chmod(0o500)
    outcome = used.backups.make(elsewhere)
    assert [fault.problem for fault in outcome.missed] == [StorageProblem.READ_ONLY]


def test_a_read_only_journal_is_backed_up_elsewhere(
    used: OpenJournal, path: Path, elsewhere: Path, modes_hold: None
) -> None:
    used.close()
    path.parent.chmod(0o500)
    with closing(store_at(path).open()) as journal:
        outcome = journal.backups.make(elsewhere)
    path.parent.chmod(0o700)
    assert [backup.contents for backup in outcome.made] == [HOLDS]


def test_a_damaged_journal_gets_no_backup_and_keeps_the_old_ones(
    used: OpenJournal, path: Path
) -> None:
    (made,) = used.backups.make().made
    used.close()
    damage_index(path)
    before = made.file.read_bytes()
    with closing(store_at(path).open()) as journal, pytest.raises(StorageError) as raised:
        journal.backups.make()
    assert raised.value.problem is StorageProblem.DAMAGED
    assert files(made.file.parent) == [made.file.name]
    assert made.file.read_bytes() == before


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_a_disk_full_at_any_point_leaves_no_part_of_one(
    path: Path, passphrase: str | None, quick_keys: None
) -> None:
    journal = writer(path, passphrase)
    save(journal, check_in(note="x" * 90_000))
    (first,) = journal.backups.make().made
    for size in range(0, path.stat().st_size, 32_768):
        with largest_file(size), pytest.raises(StorageError) as raised:
            journal.backups.make()
        assert raised.value.problem is StorageProblem.DISK_FULL
        assert files(first.file.parent) == [first.file.name]
    assert len(journal.backups.make().made) == 1
    journal.close()


def test_what_a_crash_left_unfinished_is_cleared_away_when_it_is_old(
    used: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made,) = used.backups.make().made
    unfinished = made.file.with_name(made.file.name.replace("2026", "2025") + ".0a1b2c3d.new")
    unfinished.write_bytes(b"half a backup")
    used.backups.make()
    assert unfinished.exists()
    monkeypatch.setattr("journal.storage.backups.LEFT_BEHIND_AFTER_SECONDS", -1)
    used.backups.make()
    assert not unfinished.exists()


def test_what_a_crash_left_of_the_list_of_folders_is_cleared_away_too(
    used: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.storage.backups.LEFT_BEHIND_AFTER_SECONDS", -1)
    (made,) = used.backups.make().made
    of_backup = f"{made.file.name}.0a1b2c3d.new"
    copy = made.file.stem + " (conflicted copy).db.0a1b2c3d.new"
    names = ("folders.json.0a1b2c3d.new", of_backup, f"{of_backup}-journal", copy)
    begun = [made.file.with_name(name) for name in names]
    others = [made.file.with_name(name) for name in (f"{made.file.name}.new", "mine.new")]
    for file in begun + others:
        file.write_bytes(b"half of it")
    used.backups.make()
    assert [file for file in begun + others if file.exists()] == others


def test_what_a_crash_left_where_no_backup_goes_any_more_is_cleared_away_too(
    used: OpenJournal, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.storage.backups.LEFT_BEHIND_AFTER_SECONDS", -1)
    made = used.backups.make(elsewhere).made[1].file
    begun = made.with_name(f"{made.name}.0a1b2c3d.new")
    of_a_copy = made.with_name(f"{made.stem} (1).db.0a1b2c3d.new")
    not_ours = made.with_name("journal-ffffffff-2026-03-14T201405Z.db.0a1b2c3d.new")
    mine = made.with_name("thesis.txt.0a1b2c3d.new")
    for file in (begun, of_a_copy, not_ours, mine):
        file.write_bytes(b"half of it")
    used.backups.make()
    assert set(elsewhere.iterdir()) == {made, not_ours, mine}


def test_older_ones_are_thinned_by_day(timed: OpenJournal, clock: Clock) -> None:
    for hours in range(0, 72, 8):
        clock.now = NOW + timedelta(hours=hours)
        timed.backups.make()
    kept = [backup.made_at.strftime("%d %H") for backup in timed.backups.all().backups]
    assert kept == ["17 12", "17 04", "16 20", "15 20", "14 20"]


def test_one_that_cannot_be_removed_keeps_no_other_one(
    timed: OpenJournal, clock: Clock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an old backup nor what a crash left: another program has one of each open."""
    monkeypatch.setattr("journal.storage.backups.LEFT_BEHIND_AFTER_SECONDS", -1)
    folder = path.parent / "backups"
    for hours in (12, 8, 4, 0):
        clock.now = NOW - timedelta(days=2, hours=hours)
        timed.backups.make()
    old = sorted(folder.glob("journal-*.db"))
    begun = [folder / f"{old[0].name}.{number}{number}000000.new" for number in range(3)]
    for file in begun:
        file.write_bytes(b"half a backup")
    with held(monkeypatch, old[0], begun[1]):
        clock.now = NOW
        timed.backups.make()
    assert [file for file in old + begun if file.exists()] == [old[0], old[3], begun[1]]
    timed.backups.make()
    assert [file for file in old + begun if file.exists()] == [old[3]]


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch, *files: Path) -> Iterator[None]:
    """The system lets these files not go."""
    really_unlink = Path.unlink

    def unlink(file: Path, missing_ok: bool = False) -> None:
        if file in files:
            raise PermissionError(errno.EACCES, "in use")
        really_unlink(file, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        yield


def test_thinning_leaves_other_files_alone(used: OpenJournal, elsewhere: Path) -> None:
    mine = elsewhere / "journal-of-mine.db"
    mine.write_text("not a backup")
    for _ in range(3):
        used.backups.make(elsewhere)
    assert mine.read_text() == "not a backup"
