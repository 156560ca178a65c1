"""A journal in a file, a clock that stands still, and the Medicines page over both."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit, Record
from journal.domain.medication import Medication
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.medicines.page import MedicinesPage
from journal.ui.tasks import ImmediateTaskRunner

TODAY = date(2026, 3, 10)


class FixedClock:
    """Tuesday, 10 March 2026, 21:14 in Berlin, until a test says otherwise."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return "Europe/Berlin"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def closed_editor(clock: FixedClock, tmp_path: Path, qapp: QApplication) -> Iterator[JournalEditor]:
    store = JournalFile(tmp_path / "journal.db", clock.now)
    editor = JournalEditor(store, ImmediateTaskRunner(), clock)
    yield editor
    editor.close()


@pytest.fixture
def editor(closed_editor: JournalEditor) -> JournalEditor:
    closed_editor.open()
    return closed_editor


MakePage = Callable[..., MedicinesPage]


@pytest.fixture
def page_with(editor: JournalEditor, qtbot: QtBot) -> MakePage:
    """Shows the page over a journal with these records."""

    def make(*records: Record) -> MedicinesPage:
        editor.journal.apply([Edit(None, record) for record in records])
        page = MedicinesPage(editor)
        editor.changed.connect(lambda _change: page.refresh())
        qtbot.addWidget(page)
        page.resize(692, 560)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


def answering(kind: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that is about to open, then close it if it still stands."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, answer)


def kept(editor: JournalEditor) -> list[Medication]:
    """The medicines on the disk, by their first day."""
    return sorted(editor.journal.medications.all(), key=lambda medication: medication.first)
