"""A box of words beside a mark in a picture, as far as possible inside the picture's room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from journal.theme import Theme

_PADDING = 9
_DISTANCE = 10
_FROM_EDGE = 2


@dataclass(frozen=True, slots=True)
class Callout:
    """Where a box stands, and its rows, each with its font."""

    box: QRectF
    rows: tuple[tuple[QFont, str], ...]


def callout(font: QFont, words: Sequence[str], beside: QRectF, room: QRectF) -> Callout:
    """Lines of words, the first in bold: right of a mark, or left where there is no room.

    Long ones are broken to the room's width; those that would be too high lose their end.
    """
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    fonts = [bold] + [font] * (len(words) - 1)
    around = 2 * (_PADDING + _FROM_EDGE)
    height = QFontMetricsF(bold).height()
    broken = [_broken(text, f, room.width() - around) for text, f in zip(words, fonts, strict=True)]
    _shorten(broken, max(int((room.height() - around) / height), len(words)))
    rows = [(f, line) for f, lines in zip(fonts, broken, strict=True) for line in lines]
    width = max(QFontMetricsF(each).horizontalAdvance(line) for each, line in rows)
    box = QRectF(0, 0, width + 2 * _PADDING, height * len(rows) + 2 * _PADDING)
    box.moveTo(_beside(box, beside, room))
    return Callout(box, tuple(rows))


def _broken(words: str, font: QFont, width: float) -> list[str]:
    """The words in lines that are at most `width` wide; a word is broken where it has to be."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines or [words]


def _shorten(broken: Sequence[list[str]], most: int) -> None:
    """Take lines from the longest until there are `most` of them."""
    while sum(map(len, broken)) > most:
        longest = max(broken, key=len)
        longest.pop()
        longest[-1] = f"{longest[-1].rstrip(' …')[:-1]}…"


def paint_callout(
    painter: QPainter, words: Sequence[str], beside: QRectF, room: QRectF, theme: Theme
) -> None:
    """Paint lines of words beside a mark, as `callout` has them."""
    plain = painter.font()
    made = callout(plain, words, beside, room)
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(made.box, 6, 6)
    painter.setPen(QColor(theme.text))
    inside = made.box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    height = inside.height() / len(made.rows)
    for place, (font, text) in enumerate(made.rows):
        painter.setFont(font)
        row = QRectF(inside.x(), inside.y() + place * height, inside.width(), height)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    painter.setFont(plain)


def _beside(box: QRectF, mark: QRectF, room: QRectF) -> QPointF:
    """Where a box begins that stands beside a mark and stays in the room."""
    left = mark.right() + _DISTANCE
    if left + box.width() > room.right() - _FROM_EDGE:
        left = mark.left() - _DISTANCE - box.width()
    top = mark.center().y() - box.height() / 2
    lowest = max(room.bottom() - _FROM_EDGE - box.height(), _FROM_EDGE)
    return QPointF(max(left, _FROM_EDGE), min(max(top, _FROM_EDGE), lowest))
