"""Paints a day of the month: a dot for entries, a ring for a session, today in bold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journal.ui.history.month_model import MonthModel
from journal.ui.history.shades import ACCENT, QUIET, TEXT, colour, shade

RING, DOT, DOT_BELOW = 13.0, 2.2, 9.0
CHOSEN, ROUND = 0.16, 6


class MonthDelegate(QStyledItemDelegate):
    """Shapes, not colours, tell the marks apart."""

    def __init__(self, view: QTableView, model: MonthModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground of the chosen day, its marks, its number."""
        day, marks = self._model.day_at(index), self._model.marks
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_chosen(painter, area)
        accent = colour(ACCENT)
        if day in marks.sessions:
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.center(), RING, RING)
        if day in marks.entries:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(area.center() + QPointF(0, DOT_BELOW), DOT, DOT)
        self._paint_number(painter, area, index)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(colour(ACCENT), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(shade(CHOSEN))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), ROUND, ROUND)

    def _paint_number(
        self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day, today = self._model.day_at(index), self._model.marks.today
        font = QFont(self._view.font())
        font.setBold(day == today)
        readable = day <= today and day.month == self._model.month.month
        painter.setFont(font)
        painter.setPen(colour(TEXT if readable else QUIET))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day))
