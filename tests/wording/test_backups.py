"""Backups in words: when one was made, what it holds, why there is none, what a restore does."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from journal.domain.backups import Backup, BackupOutcome, Contents, FolderFault, RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.restoring import Loss, Replaced
from journal.wording.backups import (
    backup_line,
    contents_line,
    deleted_sentence,
    earlier_passphrase,
    fault_sentence,
    folders_lost,
    last_backup,
    missed_sentences,
    no_backup_in,
    offered,
    overdue,
    remade_sentences,
    when,
)
from journal.wording.restoring import loss_sentence, not_restored, restore_question

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
ZONE = "Europe/Berlin"
STICK = Path("stick")
HOLDS = Contents(1476, 24, 1, date(2025, 9, 12), date(2026, 3, 10))


def backup(*, replaced: bool = False) -> Backup:
    return Backup(STICK / "journal.db", datetime(2026, 3, 3, 20, 14, tzinfo=UTC), replaced)


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (datetime(2026, 3, 10, 7, 5, tzinfo=UTC), "today 08:05"),
        (datetime(2026, 3, 9, 22, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 3, 9, 23, 0, tzinfo=UTC), "today 00:00"),
        (datetime(2026, 3, 3, 20, 14, tzinfo=UTC), "3 March 2026, 21:14"),
    ],
)
def test_an_instant_stands_on_the_wall_clock(instant: datetime, words: str) -> None:
    assert when(instant, NOW, ZONE) == words


def test_the_last_verified_backup() -> None:
    assert last_backup(NOW, NOW, ZONE) == "Last verified backup: today 21:14."


def test_no_backup_yet_says_when_there_will_be_one() -> None:
    words = "No verified backup yet. One is made when you close the window."

    assert last_backup(None, NOW, ZONE) == words


def test_what_is_overdue_says_since_when_and_why() -> None:
    error = StorageError(StorageProblem.NOT_REACHABLE)
    words = overdue(backup().made_at, error, NOW, ZONE)

    assert words.startswith("The last verified backup is from 3 March 2026, 21:14. No backup was")


@pytest.mark.parametrize("problem", StorageProblem)
def test_every_fault_of_a_backup_and_of_a_restore_has_words(problem: StorageProblem) -> None:
    assert fault_sentence(problem)
    assert not_restored(problem).endswith("Nothing was changed.")


def test_what_a_backup_holds() -> None:
    words = "1,476 check-ins, 24 sessions, 1 side effect; 12 September 2025 – 10 March 2026"

    assert contents_line(HOLDS) == words


def test_an_empty_backup_has_no_days() -> None:
    assert contents_line(Contents(0, 0, 0)) == "0 check-ins, 0 sessions, 0 side effects"


def test_what_a_restore_put_aside_is_told_apart() -> None:
    assert backup_line(backup(), NOW, ZONE) == "3 March 2026, 21:14"
    replaced = backup_line(backup(replaced=True), NOW, ZONE)
    assert replaced == "3 March 2026, 21:14, put aside before a restore"


def test_a_folder_that_took_none_is_named_with_the_reason() -> None:
    full = BackupOutcome((backup(),), (FolderFault(STICK, StorageProblem.DISK_FULL),))

    assert missed_sentences(full) == "stick got none: its disk is full."
    assert missed_sentences(BackupOutcome((backup(),))) == ""


LOSS = Loss(12, 1, 0, 5, date(2026, 3, 16))


def test_a_locked_backup_is_offered_with_its_date_alone() -> None:
    assert offered(backup(), NOW, ZONE) == (
        "The newest verified backup is from 3 March 2026, 21:14. "
        "What was entered after that is not in it."
    )


def test_without_a_backup_the_way_to_one_elsewhere_is_told() -> None:
    assert offered(None, NOW, ZONE).startswith("There is no backup beside it. If you keep one")


def test_a_restore_names_what_is_lost() -> None:
    words = restore_question(HOLDS, Replaced(is_sound=True, loss=LOSS))

    assert words.split("\n\n")[1] == (
        "Your journal becomes what it was then. What was entered after that is not in it. "
        "Your journal holds 12 check-ins, 1 session that the backup does not hold. "
        "It has entries on 5 later days, the newest is 16 March 2026."
    )


@pytest.mark.parametrize(
    ("replaced", "kept"),
    [
        (Replaced(is_sound=True, loss=LOSS), "so you can go back to it."),
        (Replaced(is_sound=False, loss=None), "is damaged. Its file is kept as it is"),
        (None, "The file that does not open is kept as it is"),
    ],
    ids=["sound", "damaged", "does not open"],
)
def test_a_way_back_is_promised_only_to_a_sound_journal(
    replaced: Replaced | None, kept: str
) -> None:
    words = restore_question(HOLDS, replaced)

    assert kept in words.split("\n\n")[2]
    assert ("go back" in words) == (replaced is not None and replaced.is_sound)


def test_nothing_more_is_told_as_nothing_more() -> None:
    words = "All that is entered in your journal is in the backup as well."

    assert loss_sentence(Loss()) == words


def test_a_backup_of_another_journal_is_not_what_this_one_was() -> None:
    loss = Loss(check_ins=3, of_another=True)
    words = restore_question(HOLDS, Replaced(is_sound=True, loss=loss))

    assert words.split("\n\n")[1] == (
        "This backup is of another journal, and takes the place of yours. "
        "Your journal holds 3 check-ins that the backup does not hold."
    )


def test_every_difference_is_told() -> None:
    loss = Loss(check_ins=1, others=2, changed=1, settings=True, of_another=True)

    assert loss_sentence(loss) == (
        "This backup is of another journal, and takes the place of yours. "
        "Your journal holds 1 check-in, 2 other entries that the backup does not hold. "
        "1 entry is different in the backup. What is set in Settings is different in the backup."
    )


def test_one_later_day_is_named() -> None:
    words = loss_sentence(Loss(0, 0, 0, 1, date(2026, 3, 11)))

    assert words.endswith("It has entries on 1 later day: 11 March 2026.")


@pytest.mark.parametrize("problem", StorageProblem)
def test_a_folder_without_a_backup_is_named_and_not_the_journals(problem: StorageProblem) -> None:
    words = no_backup_in(FolderFault(STICK, problem))

    assert words.startswith("No backup in stick: ")
    if problem in (StorageProblem.NOT_REACHABLE, StorageProblem.READ_ONLY):
        assert "journal" not in words


def test_backups_that_did_not_get_the_new_passphrase_are_named() -> None:
    remade = RemadeBackups(
        1,
        (Path("a"),),
        left=(Path("b"),),
        unreachable=(STICK,),
        sealed=(Path("c"),),
        copies=(Path("d"),),
    )

    assert remade_sentences(remade) == (
        "These copies of the journal open the same way as it does now: d. "
        "These backups could not be protected and were deleted: a. "
        "These are damaged, so they were locked as they are, and nobody can go on reading in "
        "them: c. "
        "These were left as they were, and open as they did before: b. "
        "These folders could not be reached and are as they were: stick."
    )
    assert remade_sentences(RemadeBackups(folders_lost=True)) == folders_lost()
    assert remade_sentences(RemadeBackups(3)) == ""


def test_what_could_not_be_deleted_is_named() -> None:
    assert deleted_sentence((STICK,)).startswith(
        "Deleted, but for these, which could not be removed or are copies that this program did "
        "not make: stick."
    )


def test_backups_of_an_earlier_passphrase_are_counted() -> None:
    assert earlier_passphrase(0) == ""
    assert earlier_passphrase(1).startswith("1 backup opens only with an earlier passphrase. Keep")
    assert earlier_passphrase(2).startswith("2 backups open only with an earlier passphrase. Keep")
