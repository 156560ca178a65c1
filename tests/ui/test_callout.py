"""The box of words beside a mark: it stays in the picture, whatever is written in it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from journal.ui.widgets.callout import Callout, callout

LONG = "feeling of being somewhere else " * 9 + "and back"
WORDS = ("Session 3, Tue 10 March 2026", LONG, "severe")
ROOM = QRectF(0, 0, 420, 300)


def made(*words: str, mark: float = 380, room: QRectF = ROOM) -> Callout:
    return callout(QGuiApplication.font(), words, QRectF(mark, 100, 10, 10), room)


def rows(box: Callout) -> list[str]:
    return [text for _font, text in box.rows]


@pytest.mark.parametrize("mark", [0, 200, 410])
def test_a_long_name_is_broken_to_the_rooms_width(qapp: object, mark: float) -> None:
    box = made(*WORDS, mark=mark)

    assert ROOM.contains(box.box)
    assert rows(box)[0] == WORDS[0]
    assert " ".join(rows(box)[1:-1]) == LONG
    assert rows(box)[-1] == "severe"
    assert all(
        QFontMetricsF(font).horizontalAdvance(text) <= box.box.width() for font, text in box.rows
    )


def test_a_word_without_an_end_is_broken_too(qapp: object) -> None:
    assert ROOM.contains(made("Mood 4", "m" * 300).box)


def test_where_it_would_be_too_high_the_longest_loses_its_end(qapp: object) -> None:
    flat = QRectF(0, 0, 420, 90)
    box = made(*WORDS, room=flat)

    assert flat.contains(box.box)
    assert rows(box)[0] == WORDS[0]
    assert rows(box)[-2].endswith("…")
    assert rows(box)[-1] == "severe"


def test_short_words_stand_right_of_their_mark_or_left_of_it(qapp: object) -> None:
    assert made("Mood 4", mark=20).box.left() == 20 + 10 + 10
    assert made("Mood 4", mark=400).box.right() == 400 - 10
    assert [font.weight() for font, _text in made("Tue", "Mood 4").rows] == [
        QFont.Weight.DemiBold,
        QGuiApplication.font().weight(),
    ]
