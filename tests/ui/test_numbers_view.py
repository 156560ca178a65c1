"""The numbers behind a picture as a table: read, copied, opened, saved."""

import csv
from datetime import date
from io import StringIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.charts.numbers import NumbersTable
from journal.ui.widgets.numbers_model import as_csv
from journal.ui.widgets.numbers_view import NumbersView

TABLE = NumbersTable(
    "Mood, day by day",
    ("Day", "Mood", "Remark"),
    (
        ("9 March 2026", "4", "the day"),
        ("10 March 2026", "4.5", 'said "fine",\nthen left'),
        ("11 March 2026", "", ""),
    ),
)
DAYS = (date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11))


@pytest.fixture
def view(qtbot: QtBot) -> NumbersView:
    """The table on screen, with the keyboard."""
    view = NumbersView()
    qtbot.addWidget(view)
    view.show_table(TABLE, DAYS)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def copied(view: NumbersView) -> str:
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_it_has_the_caption_as_its_name(view: NumbersView) -> None:
    assert view.accessibleName() == "Mood, day by day"


def test_numbers_stand_at_the_right_and_words_at_the_left(view: NumbersView) -> None:
    model = view.model()
    alignments = [
        model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(3)
    ]
    right = [bool(each & Qt.AlignmentFlag.AlignRight) for each in alignments]

    assert right == [False, True, False]


def test_selected_rows_are_copied_with_their_headings(view: NumbersView) -> None:
    view.selectRow(0)

    assert copied(view) == "Day\tMood\tRemark\n9 March 2026\t4\tthe day"


def test_without_a_selection_everything_is_copied(view: NumbersView) -> None:
    view.clearSelection()

    assert len(copied(view).splitlines()) == 4


def test_a_line_break_in_a_cell_does_not_break_the_rows(view: NumbersView) -> None:
    view.selectRow(1)

    assert copied(view).splitlines()[1] == '10 March 2026\t4.5\tsaid "fine", then left'


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_day_of_the_row(qtbot: QtBot, view: NumbersView, key: Qt.Key) -> None:
    view.selectRow(2)

    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, key)

    assert chosen.args == [DAYS[2]]


def test_a_row_that_is_no_day_opens_nothing(qtbot: QtBot, view: NumbersView) -> None:
    view.show_table(TABLE)
    view.selectRow(2)

    with qtbot.assertNotEmitted(view.day_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_as_csv_it_is_read_back_cell_by_cell() -> None:
    text = as_csv(TABLE).decode("utf-8-sig")

    assert list(csv.reader(StringIO(text, newline=""))) == [
        list(TABLE.columns),
        *map(list, TABLE.rows),
    ]


def test_spreadsheets_are_told_that_the_csv_is_utf_8() -> None:
    assert as_csv(TABLE).startswith(b"\xef\xbb\xbf")
