"""A box of words beside a mark in a picture, as far as possible inside the picture's room."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from journal.theme import Theme

_PADDING = 9
_DISTANCE = 10
_FROM_EDGE = 2


def paint_callout(
    painter: QPainter, words: Sequence[str], beside: QRectF, room: QRectF, theme: Theme
) -> None:
    """Paint lines of words, the first in bold: right of a mark, or left where there is no room."""
    plain = painter.font()
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    fonts = [bold] + [plain] * (len(words) - 1)
    measures = [QFontMetricsF(font) for font in fonts]
    line = measures[0].height()
    widths = [m.horizontalAdvance(text) for m, text in zip(measures, words, strict=True)]
    box = QRectF(0, 0, max(widths) + 2 * _PADDING, line * len(words) + 2 * _PADDING)
    box.moveTo(_beside(box, beside, room))
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.setBrush(QColor(theme.card))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(QColor(theme.text))
    inside = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    for place, (font, text) in enumerate(zip(fonts, words, strict=True)):
        painter.setFont(font)
        row = QRectF(inside.x(), inside.y() + place * line, inside.width(), line)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, text)
    painter.setFont(plain)


def _beside(box: QRectF, mark: QRectF, room: QRectF) -> QPointF:
    """Where a box begins that stands beside a mark and stays in the room."""
    left = mark.right() + _DISTANCE
    if left + box.width() > room.right() - _FROM_EDGE:
        left = mark.left() - _DISTANCE - box.width()
    top = mark.center().y() - box.height() / 2
    lowest = max(room.bottom() - _FROM_EDGE - box.height(), _FROM_EDGE)
    return QPointF(max(left, _FROM_EDGE), min(max(top, _FROM_EDGE), lowest))
