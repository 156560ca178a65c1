"""Rows that wrap, and what else the pages are laid out with."""

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.widgets.layout import FlowBox, label, page_body, shortened


def box_in(qtbot: QtBot, width: int, count: int) -> FlowBox:
    box = FlowBox(8)
    fill(box, count)
    box.resize(width, 300)
    qtbot.addWidget(box)
    box.show()
    return box


def fill(box: FlowBox, count: int) -> None:
    for _ in range(count):
        button = QPushButton("x")
        button.setFixedSize(50, 20)
        box.add(button)


def lines(box: FlowBox) -> list[int]:
    """How many widgets stand in each line."""
    tops = [button.y() for button in box.findChildren(QPushButton)]
    return [tops.count(top) for top in sorted(set(tops))]


def test_widgets_go_on_in_the_next_line(qtbot: QtBot) -> None:
    assert lines(box_in(qtbot, 50 * 3 + 8 * 2, 7)) == [3, 3, 1]


def test_one_pixel_less_and_one_less_fits(qtbot: QtBot) -> None:
    assert lines(box_in(qtbot, 50 * 3 + 8 * 2 - 1, 7)) == [2, 2, 2, 1]


def test_the_box_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    box = box_in(qtbot, 166, 7)

    assert box.heightForWidth(166) == 3 * 20 + 2 * 8
    assert box.heightForWidth(50) == 7 * 20 + 6 * 8


def test_a_cleared_box_is_empty(qtbot: QtBot) -> None:
    box = box_in(qtbot, 166, 7)
    box.clear()

    assert box.findChildren(QPushButton) == []
    assert box.heightForWidth(166) == 0


def test_what_is_added_out_of_sight_is_arranged_when_shown(qtbot: QtBot) -> None:
    box = box_in(qtbot, 166, 2)
    box.hide()
    fill(box, 2)
    box.show()

    assert lines(box) == [3, 1]


def test_a_label_shows_markup_as_it_was_typed(qtbot: QtBot) -> None:
    shown = label("<b>7</b>")
    qtbot.addWidget(shown)

    assert isinstance(shown, QLabel)
    assert shown.sizeHint().width() > label("7").sizeHint().width()


def test_long_words_are_shortened_and_short_ones_are_not() -> None:
    assert shortened("x" * 40) == "x" * 40
    assert shortened("x" * 41) == "x" * 39 + "…"


def test_a_page_scrolls_where_the_window_is_small(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tall = QPushButton()
    tall.setMinimumHeight(900)
    page_body(page).addWidget(tall)
    page.resize(400, 300)
    page.show()
    (area,) = page.findChildren(QScrollArea)

    assert area.size() == page.size()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
