"""A picture that is not over time: its rows read by keyboard, its name for screen readers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.charts.figure_bytes import Figure
from journal.charts.numbers import NumbersTable
from journal.charts.timeline import draw
from journal.theme import DARK, LIGHT, Theme
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.widgets.figure_view import FigureView
from tests.charts.diaries import mood

NUMBERS = NumbersTable(
    "Around a session",
    ("Day", "n", "Median", "Remark"),
    (("day −1", "5", "3", ""), ("day 0", "5", "3.5", "the session"), ("day +1", "4", "7", "")),
)


def drawing(theme: Theme, size: tuple[float, float], dpi: float) -> Figure:
    return draw(mood(), theme, size, dpi)


@pytest.fixture
def asked() -> list[NumbersTable]:
    """Every time the numbers were worked out."""
    return []


@pytest.fixture
def view(qtbot: QtBot, asked: list[NumbersTable]) -> Iterator[FigureView]:
    """A picture on screen; the keyboard is elsewhere."""
    window = QWidget()
    qtbot.addWidget(window)
    button, view = QPushButton(window), FigureView(ImmediateTaskRunner(), LIGHT)
    view.setParent(window)
    view.resize(500, 300)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    def numbers() -> NumbersTable:
        asked.append(NUMBERS)
        return NUMBERS

    view.show_figure(drawing, "Around a session", "The middle of 5 sessions.", numbers)
    yield view
    window.close()


def walk(qtbot: QtBot, view: FigureView, *keys: Qt.Key) -> tuple[str, ...]:
    """What is marked after these keys."""
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in keys:
        QTest.keyClick(view, key)
    return view.marked_words()


def test_it_has_the_pixels_of_the_widget(view: FigureView) -> None:
    assert view.picture is not None
    assert view.picture.image.size() == QSize(500, 300)


def test_it_is_drawn_in_the_colours_of_the_theme(view: FigureView) -> None:
    view.show_theme(DARK)

    assert view.grab().toImage().pixelColor(1, 1).name() == DARK.card


def test_a_screen_reader_gets_a_chart_with_name_and_description(view: FigureView) -> None:
    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Around a session"
    assert chart.text(QAccessible.Text.Description) == (
        "The middle of 5 sessions. Left and Right read the numbers row by row."
    )


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((Qt.Key.Key_Right,), 0),
        ((Qt.Key.Key_Right, Qt.Key.Key_Right), 1),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left), 0),
        ((Qt.Key.Key_End,), 2),
        ((Qt.Key.Key_End, Qt.Key.Key_Right), 2),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), 0),
    ],
)
def test_the_keyboard_walks_the_rows(
    qtbot: QtBot, view: FigureView, keys: tuple[Qt.Key, ...], row: int
) -> None:
    assert walk(qtbot, view, *keys)[0] == NUMBERS.rows[row][0]


def test_a_row_is_told_with_its_headings_and_without_what_is_empty(
    qtbot: QtBot, view: FigureView
) -> None:
    assert walk(qtbot, view, Qt.Key.Key_Home) == ("day −1", "n: 5", "Median: 3")


def test_the_row_is_the_charts_value(qtbot: QtBot, view: FigureView) -> None:
    walk(qtbot, view, Qt.Key.Key_End)

    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.text(QAccessible.Text.Value) == "day +1, n: 4, Median: 7"


def test_the_row_is_seen(qtbot: QtBot, view: FigureView) -> None:
    walk(qtbot, view)
    before = view.grab().toImage()

    walk(qtbot, view, Qt.Key.Key_Home)

    assert view.grab().toImage() != before


def test_the_numbers_are_worked_out_only_for_a_keyboard(
    qtbot: QtBot, view: FigureView, asked: list[NumbersTable]
) -> None:
    view.grab()
    assert asked == []

    walk(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_Right)

    assert len(asked) == 1


def test_other_keys_are_left_to_the_page(qtbot: QtBot, view: FigureView) -> None:
    assert walk(qtbot, view, Qt.Key.Key_A) == ()
