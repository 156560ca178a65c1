"""`--passphrase-file`, the question on the terminal, and `passphrase`."""

import getpass
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from journal.cli import passphrases
from journal.domain.errors import StorageError
from journal.storage.store import JournalFile
from tests.cli.conftest import READING, SAVING, Program
from tests.storage.conftest import quick_keys as quick_keys
from tests.systems import posix

PASSPHRASE, NEW = "correct hörse battery", "staple"
DETACHED_PROCESS = 8
"""For Windows: without the console of the tests."""

WRONG = "does not open with this passphrase. Nothing is lost; please try again."
WAYS_ON = (
    "If you are sure of it, the file may be damaged: `backups` lists what you can go back to, and "
    "`restore FILE` does it."
)

Typing = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Every test here makes keys again and again."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\n", "utf-8")
    return path


@pytest.fixture
def locked(used: Program, file: Path) -> Program:
    """A journal with one check-in that opens with the passphrase."""
    used.prints("--passphrase-file", str(file), "passphrase", "set")
    return used


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Types these lines when it is asked; what it was asked is in the answer."""

    def lines(*typed: str) -> list[str]:
        asked: list[str] = []
        left = list(typed)

        def answer(prompt: str) -> str:
            asked.append(prompt)
            return left.pop(0)

        monkeypatch.setattr(getpass, "getpass", answer)
        monkeypatch.setattr(passphrases, "_need_console", lambda: None)
        return asked

    return lines


def opens(program: Program, passphrase: str | None) -> bool:
    try:
        JournalFile(program.file, program.clock.now).open(passphrase).close()
    except StorageError:
        return False
    return True


@pytest.mark.parametrize("command", [*SAVING.values(), *READING.values()], ids=lambda c: c[0])
def test_every_command_reads_it_from_a_file(
    locked: Program, file: Path, command: tuple[str, ...], somewhere: Path
) -> None:
    locked.prints("--passphrase-file", str(file), *command)


def test_a_plain_journal_is_opened_without_a_question(used: Program, typing: Typing) -> None:
    asked = typing()
    used.prints("check")
    assert asked == []


def test_a_locked_one_asks_once(locked: Program, typing: Typing) -> None:
    asked = typing(PASSPHRASE)
    assert locked.prints("check").startswith("integrity ok\n1 check-in")
    assert asked == ["Passphrase: "]


def test_a_new_journal_gets_the_passphrase_of_the_file(program: Program, file: Path) -> None:
    program.prints("--passphrase-file", str(file), "log", "--mood", "7")
    assert opens(program, PASSPHRASE)


@pytest.mark.parametrize("command", [*SAVING.values(), *READING.values()], ids=lambda c: c[0])
def test_a_wrong_one_is_told_calmly(
    locked: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (wrong := tmp_path / "wrong.txt").write_text("something else")
    before = locked.file.read_bytes()
    said = locked.refuses("--passphrase-file", str(wrong), *command)
    assert said.endswith(f"{WRONG} {WAYS_ON}" if command[0] == "check" else WRONG)
    assert locked.file.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        PASSPHRASE.encode(),
        f"{PASSPHRASE}\r\n".encode(),
        f"\ufeff{PASSPHRASE}\r\nsomething else\r\n".encode(),
        f"{PASSPHRASE}\r\n".encode("utf-16"),
        f"\ufeff{PASSPHRASE}\r\n".encode("utf-16-be"),
    ],
    ids=["no line end", "Windows", "Notepad", "PowerShell", "UTF-16 BE"],
)
def test_the_first_line_of_the_file_counts(locked: Program, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    locked.prints("--passphrase-file", str(file), "check")


@pytest.mark.parametrize("content", [b"", b"\n", b"\nsecond\n", b"\xff\xfe", b"\xff\xfea"])
def test_a_file_without_a_passphrase_is_refused(
    locked: Program, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    assert "Nothing was changed" in locked.refuses("--passphrase-file", str(file), "check")


def test_a_file_that_is_not_there_is_refused(locked: Program, tmp_path: Path) -> None:
    words = locked.refuses("--passphrase-file", str(tmp_path / "gone.txt"), "check")
    assert "gone.txt" in words


def test_a_passphrase_for_a_plain_journal_is_refused(used: Program, file: Path) -> None:
    words = used.refuses("--passphrase-file", str(file), "log", "--mood", "7")
    assert "has no passphrase" in words


def test_standard_input_serves_as_well(locked: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    locked.prints("--passphrase-file", "-", "check")


def test_without_a_standard_input_nothing_can_be_read_from_it(
    locked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program without a console has none."""
    monkeypatch.setattr(sys, "stdin", None)
    assert "Nothing was changed" in locked.refuses("--passphrase-file", "-", "check")


def test_set_asks_twice_and_says_what_it_means(used: Program, typing: Typing) -> None:
    asked = typing(NEW, NEW)
    said = used.prints("passphrase", "set")
    assert asked == ["New passphrase: ", "Once more: "]
    assert said.startswith("Saved")
    assert "Nobody can open it without" in said
    assert "may survive" in said
    assert opens(used, NEW)
    assert not opens(used, None)


def test_two_that_differ_change_nothing(used: Program, typing: Typing) -> None:
    typing(NEW, "stable")
    assert "not the same" in used.refuses("passphrase", "set")
    assert opens(used, None)


def test_an_empty_one_changes_nothing(used: Program, typing: Typing) -> None:
    typing("")
    assert "empty" in used.refuses("passphrase", "set")
    assert opens(used, None)


def test_change_takes_the_new_one_from_the_second_line(locked: Program, file: Path) -> None:
    file.write_text(f"{PASSPHRASE}\n{NEW}\n", "utf-8")
    assert locked.prints("--passphrase-file", str(file), "passphrase", "change").startswith("Saved")
    assert opens(locked, NEW)
    assert not opens(locked, PASSPHRASE)


def test_change_asks_for_what_is_not_given(locked: Program, file: Path, typing: Typing) -> None:
    asked = typing(NEW, NEW)
    locked.prints("--passphrase-file", str(file), "passphrase", "change")
    assert len(asked) == 2
    asked = typing(NEW, "third", "third")
    locked.prints("passphrase", "change")
    assert asked == ["Passphrase: ", "New passphrase: ", "Once more: "]
    assert opens(locked, "third")


def test_nothing_waits_while_the_new_one_is_typed(
    locked: Program, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(_prompt: str) -> str:
        JournalFile(locked.file, locked.clock.now).open(PASSPHRASE, writer=True).close()
        return NEW

    monkeypatch.setattr(getpass, "getpass", meanwhile)
    locked.prints("--passphrase-file", str(file), "passphrase", "change")
    assert opens(locked, NEW)


def test_what_may_still_open_with_the_old_one_is_said(locked: Program, file: Path) -> None:
    file.write_text(f"{PASSPHRASE}\n{NEW}\n", "utf-8")
    said = locked.prints("--passphrase-file", str(file), "passphrase", "change")
    assert said.strip().endswith("still open with the old passphrase.")


def test_an_interrupted_question_changes_nothing(
    used: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", ended)
    said = used.refuses("passphrase", "set")
    assert said == "No passphrase was typed. Nothing was changed."


def test_a_wrong_one_is_told_before_a_new_one_is_asked_for(locked: Program, typing: Typing) -> None:
    asked = typing("wrong")
    assert locked.refuses("passphrase", "change").endswith(WRONG)
    assert len(asked) == 1


def test_remove_says_who_can_read_it_then(locked: Program, file: Path) -> None:
    said = locked.prints("--passphrase-file", str(file), "passphrase", "remove")
    assert "for anyone who can reach its file" in said
    assert opens(locked, None)


def test_what_became_of_the_backups_is_said(used: Program, file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    used.prints("backup", str(stick))
    stick.rename(tmp_path / "drawer")
    said = used.prints("--passphrase-file", str(file), "passphrase", "set")
    assert "1 backup opens the same way now." in said
    assert f"Not there at the moment, so left as it was: {stick}" in said


@pytest.mark.parametrize("action", ["change", "remove"])
def test_there_is_nothing_to_change_without_one(used: Program, file: Path, action: str) -> None:
    words = used.refuses("--passphrase-file", str(file), "passphrase", action)
    assert words == "The journal has no passphrase."


def test_a_second_one_is_not_set(locked: Program, file: Path) -> None:
    assert "has a passphrase already" in locked.refuses(
        "--passphrase-file", str(file), "passphrase", "set"
    )


A_KEY = "x'" + "ab" * 48 + "'"
UNUSABLE = "This passphrase cannot be used. Nothing was changed; please choose another."


def test_one_that_would_be_read_as_a_key_is_not_set(used: Program, file: Path) -> None:
    file.write_text(f"{A_KEY}\n", "utf-8")
    assert used.refuses("--passphrase-file", str(file), "passphrase", "set") == UNUSABLE
    assert opens(used, None)


def test_one_that_would_be_read_as_a_key_takes_no_others_place(locked: Program, file: Path) -> None:
    file.write_text(f"{PASSPHRASE}\n{A_KEY}\n", "utf-8")
    assert locked.refuses("--passphrase-file", str(file), "passphrase", "change") == UNUSABLE
    assert opens(locked, PASSPHRASE)


def test_one_that_would_be_read_as_a_key_begins_no_journal(program: Program, file: Path) -> None:
    file.write_text(f"{A_KEY}\n", "utf-8")
    assert program.refuses("--passphrase-file", str(file), "log", "--mood", "7") == UNUSABLE
    assert not program.file.exists()


@pytest.mark.parametrize("action", ["set", "change", "remove"])
def test_without_a_journal_nothing_is_created(program: Program, file: Path, action: str) -> None:
    words = program.refuses("--passphrase-file", str(file), "passphrase", action)
    assert "no journal here yet" in words
    assert not program.data.exists()


def test_a_window_keeps_the_passphrase_as_it_is(open_in_a_window: Program, file: Path) -> None:
    words = open_in_a_window.refuses("--passphrase-file", str(file), "passphrase", "set")
    assert "open in a window" in words
    assert opens(open_in_a_window, None)


@pytest.mark.parametrize("arguments", [(), ("forget",), ("set", "secret")])
def test_what_else_could_be_done_is_misused(program: Program, arguments: tuple[str, ...]) -> None:
    program.misunderstands("passphrase", *arguments)


def run_without_a_terminal(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "journal", *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        creationflags=DETACHED_PROCESS if sys.platform == "win32" else 0,
    )


def test_where_nobody_can_be_asked_the_option_is_named(locked: Program) -> None:
    done = run_without_a_terminal("--data-dir", str(locked.data), "check")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"--passphrase-file" in done.stderr


class Terminal(io.StringIO):
    """Says that it is one, as NUL does on Windows."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Windows was asked to ask for, and told the passphrase."""
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr(getpass, "getpass", answer)
    return asked


def on_windows(patch: pytest.MonkeyPatch, given: object, console: Path) -> None:
    patch.setattr(passphrases, "sys", SimpleNamespace(platform="win32", stdin=given))
    patch.setattr(passphrases, "CONSOLE", console)


@pytest.mark.parametrize(
    "given", [None, io.StringIO("horse\n"), Terminal()], ids=["nothing", "a pipe", "NUL"]
)
def test_on_windows_nobody_is_asked_without_a_console(
    locked: Program, asked: list[str], monkeypatch: pytest.MonkeyPatch, given: object
) -> None:
    """Its `getpass` waits for keys of a console that is not there, without an end."""
    on_windows(monkeypatch, given, console=locked.data / "none")
    assert "--passphrase-file" in locked.refuses("check")
    assert asked == []


def test_on_windows_the_console_is_asked(
    locked: Program, asked: list[str], monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    on_windows(monkeypatch, Terminal(), console=file)
    locked.prints("check")
    assert asked == ["Passphrase: "]


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no terminal."""

    def ask(_prompt: str) -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getpass", ask)


def test_a_file_without_the_new_one_is_told_as_such(
    locked: Program, file: Path, nobody: None
) -> None:
    said = locked.refuses("--passphrase-file", str(file), "passphrase", "change")
    assert said.startswith("The file has no second line, where the new passphrase goes.")
    assert opens(locked, PASSPHRASE)


def test_a_file_without_the_passphrase_of_a_backup_is_told_as_such(
    locked: Program, file: Path, tmp_path: Path, nobody: None
) -> None:
    other = tmp_path / "other.db"
    JournalFile(other, locked.clock.now).open("another", writer=True).close()
    said = locked.refuses("--passphrase-file", str(file), "restore", str(other))
    assert "put that on the file’s second line" in said


def test_on_a_terminal_what_is_typed_is_not_shown(used: Program) -> None:
    child, terminal = posix("pty").fork()
    if child == 0:
        arguments = ["-m", "journal", "--data-dir", str(used.data), "passphrase", "set"]
        os.execv(sys.executable, [sys.executable, *arguments])
    shown = b""
    for _ in range(2):
        while not shown.endswith(b": "):
            shown += os.read(terminal, 1024)
        os.write(terminal, b"horse\n")
        shown += os.read(terminal, 1)
    try:
        while more := os.read(terminal, 1024):
            shown += more
    except OSError:  # the program is gone
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"Saved" in shown
    assert b"horse" not in shown


def test_a_check_that_does_not_open_it_names_the_way_back(locked: Program, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("wrong\n", "utf-8")

    said = locked("--passphrase-file", str(other), "check").err

    assert WRONG in said
    assert "`backups`" in said
    assert "`restore FILE`" in said
