"""What a screen reader, or any program that asks like one, finds while everything is hidden."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.medicines.page import MedicinesPage
from tests.ui.lock.conftest import NOTE, Person

_KINDS = (
    QAccessible.Text.Name,
    QAccessible.Text.Value,
    QAccessible.Text.Description,
    QAccessible.Text.Help,
)


def told(part: QAccessibleInterface) -> Iterator[str]:
    """Every word of a part and of all below it."""
    yield from (part.text(kind) for kind in _KINDS)
    written = part.textInterface()
    if written is not None:
        yield written.text(0, written.characterCount())
    for number in range(part.childCount()):
        below: QAccessibleInterface | None = part.child(number)
        if below is not None and below.isValid():
            yield from told(below)


def everything() -> str:
    """What is told from the program's root on, which has every window below it."""
    application = QApplication.instance()
    assert application is not None
    return "\n".join(told(QAccessible.queryAccessibleInterface(application)))


def with_a_form(inside: Person, act: Callable[[MedicineDialog], None]) -> None:
    """Begin to add a medicine, and do something meanwhile."""

    def begin() -> None:
        forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, MedicineDialog)]
        forms[-1].name.setText("Sertraline")
        try:
            act(forms[-1])
        finally:
            forms[-1].accept()

    inside.window.show_page("medicines")
    page = inside.window.page("medicines")
    assert isinstance(page, MedicinesPage)
    QTimer.singleShot(0, begin)
    page.add.click()


def test_what_is_shown_is_told(inside: Person) -> None:
    assert NOTE in everything()
    assert "Mood: 2" in everything()


def test_nothing_is_told_on_the_blank_screen(inside: Person) -> None:
    inside.window.blanking.begin()
    hidden = everything()
    inside.window.blanking.end()

    assert NOTE not in hidden
    assert "Mood" not in hidden
    assert "Press any key" in hidden
    assert NOTE in everything()


def test_nothing_is_told_while_the_lock_waits(inside: Person) -> None:
    inside.editor._set_busy(True)
    inside.lock()
    hidden = everything()
    inside.editor._set_busy(False)

    assert NOTE not in hidden


@pytest.mark.parametrize("waits", [True, False])
def test_nothing_is_told_of_a_form_behind_the_lock(
    inside: Person, qtbot: QtBot, waits: bool
) -> None:
    seen = []

    def act(_form: MedicineDialog) -> None:
        seen.append("Sertraline" in everything())
        inside.editor._set_busy(waits)
        inside.application.lock.lock()
        seen.append("Sertraline" in everything())
        inside.editor._set_busy(False)
        qtbot.waitUntil(lambda: inside.is_asked)
        seen.append("Sertraline" in everything())
        inside.unlock()
        seen.append("Sertraline" in everything())

    with_a_form(inside, act)

    assert seen == [True, False, False, True]
