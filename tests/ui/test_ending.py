"""Asked to end by the system: a form in front asks first, and keeps what it has."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.medicines.page import MedicinesPage
from tests.ui.driver import Driver
from tests.ui.questions import answering

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only there are such signals")


@pytest.fixture
def listening(person: Driver) -> Iterator[Driver]:
    """A window that listens to what the system asks for."""
    kinds = (signal.SIGTERM, signal.SIGINT)
    before = [signal.getsignal(kind) for kind in kinds]
    person.application.listen_to_endings()
    yield person
    signal.set_wakeup_fd(-1)
    for kind, handler in zip(kinds, before, strict=True):
        signal.signal(kind, handler)


def in_a_form(person: Driver, act: Callable[[MedicineDialog], None]) -> None:
    """Begin to add a medicine, and do something meanwhile."""

    def begin() -> None:
        forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, MedicineDialog)]
        forms[-1].name.setText("Sertraline")
        act(forms[-1])

    person.window.show_page("medicines")
    page = person.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, begin)
    page.add.click()


def test_the_window_closes(listening: Driver, qtbot: QtBot) -> None:
    signal.raise_signal(signal.SIGTERM)

    qtbot.waitUntil(lambda: not listening.window.isVisible())
    assert listening.editor.is_closed


def test_a_form_that_is_to_be_kept_keeps_the_window_and_the_journal(
    listening: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, QMessageBox.StandardButton.Cancel)
    seen = []

    def end_and_go_on(form: MedicineDialog) -> None:
        signal.raise_signal(signal.SIGTERM)
        qtbot.waitUntil(lambda: asked != [])
        seen.append((form.isVisible(), listening.window.isVisible(), listening.editor.is_open))
        form.accept()

    in_a_form(listening, end_and_go_on)

    assert asked == ["What you entered here is not saved. Discard it?"]
    assert seen == [(True, True, True)]
    assert [each.name for each in listening.editor.journal.medications.all()] == ["Sertraline"]


def test_a_form_that_is_discarded_keeps_nothing_open(
    listening: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, QMessageBox.StandardButton.Discard)

    def end(form: MedicineDialog) -> None:
        signal.raise_signal(signal.SIGTERM)
        qtbot.waitUntil(lambda: not form.isVisible())

    in_a_form(listening, end)
    qtbot.waitUntil(lambda: not listening.window.isVisible())

    assert len(asked) == 1
    assert listening.editor.is_closed
