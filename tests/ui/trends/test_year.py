"""The year day by day, on the page."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.ui.journal_editor import JournalEditor
from journal.ui.widgets.figure_view import FigureView
from tests.domain.diary import Diary
from tests.ui.trends.conftest import TODAY, Show, card, write


def test_pointing_at_a_day_tells_that_it_has_a_note(
    qtbot: QtBot, editor: JournalEditor, show: Show
) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY - timedelta(1), 6, note_shared=True), diary.score(TODAY, 5)])
    year = card(show(editor, "year"), "year")
    year.open.click()
    qtbot.waitUntil(lambda: year.picture.is_drawn)
    view = year.picture.view
    assert isinstance(view, FigureView)

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.marked_words()[0] == "Tue 10 March 2026"
    assert "✎ with a note" not in view.marked_words()

    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.marked_words()[-1] == "✎ with a note"
