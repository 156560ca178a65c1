"""Lines of text on the screen: how many they take, and how what does not fit is cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from journal.domain.history_search import Place
from journal.ui.history.day_row import Line
from journal.ui.history.text_column import MOST_LINES, TextColumn

WIDTH = 300.0


@pytest.fixture(scope="module")
def text(qapp: QApplication) -> TextColumn:
    return TextColumn(QFont("Inter"), WIDTH, QColor("yellow"))


def test_a_short_text_takes_one_line(text: TextColumn) -> None:
    assert text.lines_needed(Line("mood 7")) == 1


def test_a_text_without_end_takes_three_lines_and_an_ellipsis(text: TextColumn) -> None:
    layout = text.wrapped(Line("word " * 300))

    assert layout.lineCount() == MOST_LINES
    assert layout.text().endswith("…")


def test_what_fits_is_never_cut_off(text: TextColumn) -> None:
    words = "Walked to the lake in the evening. First time in weeks I wanted to."

    assert text.wrapped(Line(words, places=(Place(10, 13),))).text() == words


@given(st.text(max_size=400))
def test_a_text_is_never_higher_than_it_was_measured(text: TextColumn, words: str) -> None:
    line = Line(" ".join(words.split()))

    assert 1 <= text.wrapped(line).lineCount() <= text.lines_needed(line) <= MOST_LINES


@given(st.text(max_size=400))
def test_a_text_has_no_empty_line_below_it(text: TextColumn, words: str) -> None:
    line = Line(" ".join(words.split()))

    assert text.lines_needed(line) == text.wrapped(line).lineCount()


def test_a_text_that_just_fits_takes_no_line_more(qapp: QApplication) -> None:
    line = Line("Side effects: dissociation (mild, 60 min), dizziness (mild, 2.5 h)")
    for width in range(150, 500):
        column = TextColumn(QFont("Inter"), width, QColor("yellow"))
        assert column.lines_needed(line) == column.wrapped(line).lineCount()


def test_marks_stand_on_the_right_characters_behind_an_emoji(text: TextColumn) -> None:
    (marked,) = text.wrapped(Line("🚀 lake", places=(Place(2, 6),))).formats()

    assert (marked.start, marked.length) == (3, 4)
