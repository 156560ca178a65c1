"""The numbers behind a picture as a table: read, copied, opened, saved."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.charts.numbers import NumbersTable
from journal.i18n import format_date
from journal.ui.widgets.chart_picture import day_name
from journal.ui.widgets.numbers_model import as_csv, as_tabbed_text
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


def read_back(table: NumbersTable) -> list[list[str]]:
    text = as_csv(table).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def cell_of_csv(cell: str) -> str:
    return read_back(NumbersTable("", ("A",), ((cell,),)))[1][0]


def test_as_csv_it_is_read_back_cell_by_cell() -> None:
    assert read_back(TABLE) == [
        ["Day", "Mood", "Remark"],
        ["2026-03-09", "4", "the day"],
        ["2026-03-10", "4.5", 'said "fine",\nthen left'],
        ["2026-03-11", "", ""],
    ]


@given(st.dates(min_value=date(1900, 1, 1)))
def test_as_csv_a_day_in_words_is_an_iso_date(day: date) -> None:
    assert cell_of_csv(format_date(day)) == day.isoformat()
    assert cell_of_csv(day_name(day)) == day.isoformat()


@pytest.mark.parametrize(
    "words", ["10 May", "31 February 2026", "Session 3, 10 May 2026", "Mon 10 March 2026", "2026"]
)
def test_as_csv_words_about_a_day_stay_words(words: str) -> None:
    assert cell_of_csv(words) == words


@pytest.mark.parametrize(
    ("cell", "number"),
    [("−0.5", "-0.5"), ("+3", "+3"), ("-2", "-2"), ("1,825", "1825"), ("12,345.5", "12345.5")],
)
def test_as_csv_numbers_are_what_programs_read(cell: str, number: str) -> None:
    assert cell_of_csv(cell) == number
    assert float(cell_of_csv(cell)) == float(number)


@pytest.mark.parametrize("cell", ["3, 4, 5", "6 / 11", "2 to 3", "–", "day −3", "45 min"])
def test_as_csv_what_is_not_one_number_is_left_alone(cell: str) -> None:
    assert cell_of_csv(cell) == cell


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
def test_no_name_is_run_as_a_formula(name: str) -> None:
    table = NumbersTable("", (name,), ((name,),))

    assert read_back(table) == [[f"'{name}"], [f"'{name}"]]
    assert all(line.startswith("'") for line in as_tabbed_text(table, [0]).splitlines())


def test_spreadsheets_are_told_that_the_csv_is_utf_8() -> None:
    assert as_csv(TABLE).startswith(b"\xef\xbb\xbf")
