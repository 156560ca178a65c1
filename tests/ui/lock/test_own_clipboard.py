"""What was copied here goes with a lock and at the end; what others copied stays."""

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from tests.ui.lock.conftest import NOTE, Person


@pytest.fixture(params=[True, False], ids=["copied here", "copied elsewhere"])
def is_own(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whose content it is; without a screen Qt cannot tell."""
    own = bool(request.param)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: own)
    return own


def test_a_lock_empties_the_clipboard_of_what_was_copied_here(inside: Person, is_own: bool) -> None:
    QApplication.clipboard().setText(NOTE)
    inside.lock()

    assert QApplication.clipboard().text() == ("" if is_own else NOTE)


def test_a_lock_that_waits_empties_it_at_once(inside: Person, is_own: bool) -> None:
    QApplication.clipboard().setText(NOTE)
    inside.editor._set_busy(True)
    inside.lock()
    meanwhile = QApplication.clipboard().text()
    inside.editor._set_busy(False)

    assert meanwhile == ("" if is_own else NOTE)


def test_closing_empties_it_too(inside: Person, is_own: bool) -> None:
    QApplication.clipboard().setText(NOTE)
    inside.window.close()

    assert QApplication.clipboard().text() == ("" if is_own else NOTE)
