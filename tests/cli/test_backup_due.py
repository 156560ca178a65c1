"""The backup that follows what is written on the terminal, and the word where there is none."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Program
from tests.storage.damage import damage_index


def backups(program: Program) -> list[Path]:
    return sorted((program.data / "backups").glob("journal-*.db"))


def later(program: Program, **by: float) -> None:
    program.clock.time = NOW + timedelta(**by)


def no_folder(program: Program) -> None:
    """A file where the folder of the backups should be: none can be made."""
    (program.data / "backups").write_bytes(b"")


def test_what_is_saved_is_backed_up(program: Program, saving: tuple[str, ...]) -> None:
    program.saves(*saving)
    assert len(backups(program)) == 1


def test_two_evenings_leave_two_backups(program: Program) -> None:
    program.saves("log", "--mood", "5")
    later(program, days=1)
    program.saves("log", "--mood", "6")
    assert len(backups(program)) == 2


def test_a_few_lines_in_a_row_share_one(program: Program) -> None:
    for minutes in (0, 10, 29):
        later(program, minutes=minutes)
        program.saves("log", "--mood", "5")
    assert len(backups(program)) == 1
    later(program, minutes=30)
    program.saves("log", "--mood", "5")
    assert len(backups(program)) == 2


def test_a_backup_from_the_future_keeps_none_from_being_made(program: Program) -> None:
    later(program, days=30)
    program.saves("log", "--mood", "5")
    later(program, days=1)
    program.saves("log", "--mood", "6", "--at", "2026-03-14T12:00")
    assert len(backups(program)) == 2


def test_what_is_refused_leaves_none(used: Program) -> None:
    used.refuses("log", "--mood", "11")
    assert backups(used) == []


def test_what_only_reads_leaves_none(used: Program, reading: tuple[str, ...]) -> None:
    used.prints(*reading)
    assert backups(used) == []


def test_the_fictional_patient_needs_none(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr("journal.storage.backups.SqlBackupRepository.make", made)
    assert program.bare("--demo", "log", "--mood", "7").code == 0


def test_one_that_cannot_be_made_holds_nothing_up(used: Program) -> None:
    no_folder(used)
    used.saves("log", "--mood", "7")


def test_one_that_could_not_be_made_for_a_week_is_told(used: Program) -> None:
    no_folder(used)
    later(used, days=8)
    answer = used("log", "--mood", "7")
    assert (answer.code, answer.out.splitlines()) == (0, ["Saved: Mood 7"])
    assert answer.err == (
        "There is no verified backup of your journal yet. "
        "`backup` makes one, or says why it cannot.\n"
    )


def test_damage_is_told_at_once(used: Program) -> None:
    damage_index(used.file)
    answer = used("session", "--at", "2026-03-10T09:40", "--treatment", "tms")
    assert answer.code == 0
    assert answer.err.startswith("No backup was made: the journal’s file is damaged.")


@pytest.mark.parametrize("command", ["check", "backups"])
def test_a_week_without_a_backup_is_told(used: Program, command: str) -> None:
    used.prints("backup")
    later(used, minutes=10)
    used.saves("log", "--mood", "7")
    later(used, days=7)
    used.prints(command)
    later(used, days=8)
    answer = used(command)
    assert answer.code == 0
    assert answer.err.startswith("The last verified backup is from 14 March 2026, 21:14. `backup`")


@pytest.mark.parametrize("command", ["check", "backups"])
def test_a_journal_that_did_not_change_since_needs_no_other(used: Program, command: str) -> None:
    used.prints("backup")
    later(used, days=60)
    used.prints(command)
