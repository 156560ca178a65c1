from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.clock import moment_now
from journal.domain.checkin import CheckIn, Score
from journal.domain.edit import Edit
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner


@dataclass
class FixedClock:
    """Tuesday, 10 March 2026, 21:14 in Berlin."""

    instant: datetime = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"


@pytest.fixture
def journal_path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def closed_editor(journal_path: Path, qapp: object) -> Iterator[JournalEditor]:
    clock = FixedClock()
    editor = JournalEditor(JournalFile(journal_path, clock.now), ImmediateTaskRunner(), clock)
    yield editor
    editor.close()


@pytest.fixture
def editor(closed_editor: JournalEditor) -> JournalEditor:
    closed_editor.open()
    return closed_editor


def rate(editor: JournalEditor, scale: str, value: int) -> None:
    """Write down one rating, as another page would."""
    stamp = editor.stamp()
    check_in = CheckIn(
        stamp.new_id(),
        moment_now(editor.clock, editor.day_starts_at),
        created_at=stamp.now,
        changed_at=stamp.now,
        scores=(Score(scale, value, stamp.now),),
    )
    editor.perform("", lambda _journal, _stamp: (Edit(None, check_in),))
