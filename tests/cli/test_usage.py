"""What is no command of this program, and what it says of itself."""

import pytest

from journal.cli import COMMANDS
from journal.domain.errors import StorageError, StorageProblem
from journal.storage.open_journal import SqlJournal
from tests.cli.conftest import Program

NAMES = [name for name, _words, _module in COMMANDS]


@pytest.mark.parametrize(
    "arguments",
    [("sing",), ("",), ("--loud",), ("log", "--mod", "7"), ("log", "--moo", "7"), ("check", "now")],
)
def test_an_unknown_command_or_option_is_misused(
    program: Program, arguments: tuple[str, ...]
) -> None:
    assert "--help" in program.misunderstands(*arguments)
    assert not program.data.exists()


def test_the_complaint_is_one_line_whatever_was_typed(program: Program) -> None:
    assert program.misunderstands("log", "--a\nb\x1b\udcff").isprintable()


@pytest.mark.parametrize("command", NAMES)
def test_every_command_explains_itself(program: Program, command: str) -> None:
    text = program.prints(command, "--help")
    assert text.startswith(f"usage: symptom-journal {command}")
    options = [line for line in text.splitlines() if line.startswith("  -")]
    assert options


def test_the_program_lists_its_commands(program: Program) -> None:
    text = program.prints("--help")
    assert all(f"    {name} " in text for name in NAMES)


def test_saved_is_said_after_the_commit(
    used: Program, monkeypatch: pytest.MonkeyPatch, saving: tuple[str, ...]
) -> None:
    kept_when_said = []

    def write(line: str) -> None:
        kept_when_said.append((line, used.records()))

    before = used.records()
    monkeypatch.setattr("journal.cli.output._write", write)
    used(*saving)
    ((line, kept),) = kept_when_said
    assert line.startswith("Saved")
    assert kept == used.records() != before


def test_saved_is_not_said_when_the_journal_refuses(
    used: Program, monkeypatch: pytest.MonkeyPatch, saving: tuple[str, ...]
) -> None:
    def full(*_arguments: object) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr(SqlJournal, "apply", full)
    assert used.refuses(*saving).startswith("The disk is full.")


def test_a_defect_says_its_kind_and_none_of_the_words(
    used: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defect(*_arguments: object) -> None:
        raise RuntimeError("a patient's words")

    monkeypatch.setattr(SqlJournal, "apply", defect)
    assert used.refuses("log", "--mood", "7") == "Something went wrong (RuntimeError)."


def test_an_interruption_is_quiet(used: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(SqlJournal, "apply", interrupted)
    answer = used("log", "--mood", "7")
    assert (answer.code, answer.out, answer.err) == (130, "", "")
