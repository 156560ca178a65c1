"""Paints a day of the list and measures it: a heading, and lines that wrap."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.history.day_row import DayRow, Tone
from journal.ui.history.list_model import DayListModel
from journal.ui.history.shades import ACCENT, QUIET, TEXT, colour, shade
from journal.ui.history.text_column import TextColumn

SIDE, ABOVE, BELOW, GAP = 14, 10, 11, 3
ROUND = 8
CHOSEN, MARKED, RULE = 0.12, 0.22, 0.15
"""How much colour there is in the ground of a chosen row and of marked words, and in a rule."""


class DayDelegate(QStyledItemDelegate):
    """For a list of DayRow; how high a row is follows the width of the list."""

    def __init__(self, view: QListView, model: DayListModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._columns: dict[tuple[float, str, str], TextColumn] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list, as high as its lines."""
        width = self._view.viewport().width()
        text = self._column(width - 2 * SIDE)
        lines = self._model.row_at(index).lines
        count = 1 + sum(map(text.lines_needed, lines))
        return QSize(width, round(ABOVE + BELOW + GAP * len(lines) + count * text.line_height))

    def _column(self, width: float) -> TextColumn:
        """The column of this width; it is kept, for it knows the widths of words by then."""
        font, ground = self._view.font(), shade(MARKED)
        key = (width, font.key(), ground.name())
        if key not in self._columns:
            self._columns = {key: TextColumn(font, width, ground)}
        return self._columns[key]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground of a chosen row, the heading with its marks, the lines, and a rule."""
        painter.save()
        row = self._model.row_at(index)
        area = QRectF(option.rect)
        state = option.state
        _paint_ground(painter, area, state)
        inside = area.adjusted(SIDE, ABOVE, -SIDE, 0)
        self._paint_heading(painter, inside, row)
        self._paint_lines(painter, inside, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, inside: QRectF, row: DayRow) -> None:
        font = self._view.font()
        metrics = QFontMetricsF(font)
        line = QRectF(inside.left(), inside.top(), inside.width(), metrics.lineSpacing())
        painter.setFont(font)
        painter.setPen(colour(QUIET))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, row.marks)
        taken = metrics.horizontalAdvance(row.marks)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        heading = QFontMetricsF(strong).elidedText(
            row.heading, Qt.TextElideMode.ElideRight, line.width() - taken
        )
        painter.setFont(strong)
        painter.setPen(colour(TEXT))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, heading)

    def _paint_lines(self, painter: QPainter, inside: QRectF, row: DayRow) -> None:
        text = self._column(inside.width())
        top = inside.top() + text.line_height + GAP
        for line in row.lines:
            layout = text.wrapped(line)
            painter.setPen(colour(QUIET if line.tone is Tone.QUIET else TEXT))
            layout.draw(painter, QPointF(inside.left(), top))
            top += layout.lineCount() * text.line_height + GAP


def _paint_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade(RULE, TEXT), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if not state & QStyle.StateFlag.State_Selected:
        return
    has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(colour(ACCENT), 2) if has_keyboard else Qt.PenStyle.NoPen)
    painter.setBrush(shade(CHOSEN))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -2), ROUND, ROUND)
