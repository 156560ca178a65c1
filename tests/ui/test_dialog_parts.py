"""Forms are no higher than the screen, and as high as what they say."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.about import AboutDialog
from journal.ui.help_dialog import HelpDialog
from journal.ui.mood_levels_dialog import MoodLevelsDialog
from journal.ui.summary.notes_dialog import NotesDialog
from journal.ui.widgets import dialog_parts
from journal.ui.widgets.dialog_parts import make_room, within_screen
from journal.ui.widgets.layout import column, label

LOW = 480


@pytest.fixture
def low_screen(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that has room for forms of 480 pixels."""
    height = QGuiApplication.primaryScreen().availableGeometry().height()
    monkeypatch.setattr(dialog_parts, "AROUND", height - LOW)


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: HelpDialog("DE", parent),
        lambda parent: AboutDialog({}, parent),
        lambda parent: NotesDialog(parent, (), frozenset()),
        lambda parent: MoodLevelsDialog([f"mood {n}" for n in range(20)], parent),
    ],
    ids=["help", "about", "notes", "moods"],
)
def test_a_form_is_no_higher_than_the_screen(
    qtbot: QtBot, low_screen: None, make: Callable[[QWidget], QDialog]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    assert make(parent).height() == LOW


def test_a_form_that_fits_has_the_size_it_wants(qtbot: QtBot, low_screen: None) -> None:
    form = QDialog()
    qtbot.addWidget(form)

    assert within_screen(form, 300, LOW - 1).toTuple() == (300, LOW - 1)


def test_a_form_grows_with_its_words_and_keeps_its_width(qtbot: QtBot) -> None:
    form = QDialog()
    qtbot.addWidget(form)
    said = label("short", wraps=True)
    column(form).addWidget(said)
    form.resize(300, 40)
    form.show()
    said.setText("a sentence of some length " * 20)
    make_room(form)

    assert form.width() == 300
    assert said.height() >= said.heightForWidth(said.width())
