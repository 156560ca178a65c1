"""The program as it is called: arguments in, exit code and printed lines out."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.cli import main
from journal.domain.edit import Edit
from journal.domain.repository import OpenJournal, Records
from journal.paths import JOURNAL_NAME
from journal.storage.lock import WritersLock
from journal.storage.store import JournalFile
from tests.storage.test_read_only import modes_hold as modes_hold

SAMPLES = Path(__file__).parent.parent / "interchange" / "samples"
SAVING = {
    "log": ("log", "--mood", "7"),
    "session": ("session", "--at", "2026-03-10T09:40", "--treatment", "tms"),
    "effect": ("effect", "nausea"),
    "import": ("import", str(SAMPLES / "staticf0x_test_data.csv")),
}
READING = {"check": ("check",), "summary": ("summary", "--output", "summary.pdf")}

NOW = datetime(2026, 3, 14, 20, 14, tzinfo=UTC)


@dataclass
class FixedClock:
    """A clock that stands where it was set: 14 March 2026, 21:14 in Berlin."""

    time: datetime = NOW
    place: str = "Europe/Berlin"

    def now(self) -> datetime:
        return self.time

    def zone(self) -> str:
        return self.place


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


class Program:
    """Symptom Journal over a folder of its own; nothing is there yet."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self.clock = FixedClock()
        self._capsys = capsys

    @property
    def file(self) -> Path:
        return self.data / JOURNAL_NAME

    def __call__(self, *arguments: str) -> Answer:
        return self.bare("--data-dir", str(self.data), *arguments)

    def bare(self, *arguments: str) -> Answer:
        """A call without --data-dir."""
        self._capsys.readouterr()
        code = main(arguments, self.clock)
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def prints(self, *arguments: str) -> str:
        """What a call that works prints on stdout."""
        answer = self(*arguments)
        assert (answer.code, answer.err) == (0, "")
        return answer.out

    def saves(self, *arguments: str) -> str:
        """The one line of a call that saves."""
        line = self.prints(*arguments)
        assert line.startswith("Saved")
        assert line.count("\n") == 1
        return line.removesuffix("\n")

    def refuses(self, *arguments: str) -> str:
        """The one line of a call that is refused for a value, or by the journal."""
        return self._complains(1, *arguments)

    def misunderstands(self, *arguments: str) -> str:
        """The one line of a call that is no command of this program."""
        return self._complains(2, *arguments)

    def _complains(self, code: int, *arguments: str) -> str:
        answer = self(*arguments)
        assert (answer.code, answer.out) == (code, "")
        assert answer.err.count("\n") == 1
        return answer.err.removesuffix("\n")

    def records(self) -> Records:
        with closing(JournalFile(self.file, self.clock.now).open()) as journal:
            return journal.records()

    def only(self, kind: str) -> Any:
        """The one record of a kind: check_ins, days, sessions or side_effects."""
        (record,) = getattr(self.records(), kind)
        return record

    def change(self, edits: Callable[[OpenJournal], list[Edit]]) -> None:
        """Change the journal as the window would."""
        with closing(JournalFile(self.file, self.clock.now).open(writer=True)) as journal:
            journal.apply(edits(journal))


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(tmp_path / "data", capsys)


@pytest.fixture
def used(program: Program) -> Program:
    """The program over a journal with one check-in, and no backup yet."""
    program.saves("log", "--mood", "5", "--at", "2026-03-01T12:00")
    shutil.rmtree(program.data / "backups")
    return program


@pytest.fixture
def open_in_a_window(used: Program) -> Iterator[Program]:
    lock = WritersLock(used.data)
    yield used
    lock.release()


@pytest.fixture(params=SAVING.values(), ids=list(SAVING))
def saving(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Each command that writes the journal."""
    command: tuple[str, ...] = request.param
    return command


@pytest.fixture(params=READING.values(), ids=list(READING))
def reading(request: pytest.FixtureRequest, somewhere: Path) -> tuple[str, ...]:
    """Each command that only reads it, called in an empty folder."""
    command: tuple[str, ...] = request.param
    return command


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the program is called in."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
