"""A picture with a cell for each day: pointed at, walked through and opened day by day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from journal.domain.period import Period
from journal.i18n import _
from journal.theme import Theme
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.callout import paint_callout
from journal.ui.widgets.figure_view import SCREEN_DPI, DrawFigure, FigurePicture, drawn_figure
from journal.ui.widgets.picture_view import PictureView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
"""A week is a column: the arrows go where they point."""


class DayCells(Protocol):
    """Where the days of a picture stand, in inches from its top left corner."""

    @property
    def side(self) -> float:
        """The height and width of a cell."""
        ...

    @property
    def period(self) -> Period:
        """The days that have a cell."""
        ...

    def place(self, day: date) -> tuple[float, float]:
        """The top left corner of a day's cell."""
        ...

    def day_at(self, x: float, y: float) -> date | None:
        """The day whose cell is at a point, None beside them."""
        ...

    def words(self, day: date) -> tuple[str, ...]:
        """What is told of a day, its date first."""
        ...


MakeCells = Callable[[tuple[float, float]], DayCells]


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """A figure's pixels and where its days stand."""

    figure: FigurePicture
    cells: DayCells

    @property
    def image(self) -> QImage:
        """The pixels."""
        return self.figure.image

    def target(self, size: QSize) -> QRectF:
        """Where it goes in a widget of `size`."""
        return self.figure.target(size)

    def _scaled(self, size: QSize) -> tuple[float, float]:
        """The widget's pixels to an inch of the picture, across and down."""
        drawn, target = self.figure.size, self.target(size)
        return (
            SCREEN_DPI * target.width() / drawn.width(),
            SCREEN_DPI * target.height() / drawn.height(),
        )

    def cell(self, day: date, size: QSize) -> QRectF:
        """A day's cell in a widget of `size`."""
        across, down = self._scaled(size)
        x, y = self.cells.place(day)
        return QRectF(x * across, y * down, self.cells.side * across, self.cells.side * down)

    def day_at(self, place: QPointF, size: QSize) -> date | None:
        """The day whose cell is at a place."""
        across, down = self._scaled(size)
        return self.cells.day_at(place.x() / across, place.y() / down)


def _drawn(
    draw: DrawFigure, cells: MakeCells, theme: Theme, size: QSize, ratio: float
) -> CalendarPicture:
    inches = (size.width() / SCREEN_DPI, size.height() / SCREEN_DPI)
    return CalendarPicture(drawn_figure(draw, theme, size, ratio), cells(inches))


class CalendarView(PictureView[CalendarPicture]):
    """Hover tells a day, a click or Enter chooses it; the arrows, Home and End walk the days."""

    day_chosen = Signal(object)

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__(tasks, theme)
        self._cursor: date | None = None
        self._hovered: date | None = None
        # What opens must not catch the second half of a double click.
        self._choosing = QTimer(self, singleShot=True)
        self._choosing.timeout.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_calendar(
        self, draw: DrawFigure, cells: MakeCells, name: str, description: str
    ) -> None:
        """Show another calendar."""
        keys = _("The arrows walk the days, Enter opens a day.")
        self.show_drawing(partial(_drawn, draw, cells), name, f"{description} {keys}")

    @property
    def marked_day(self) -> date | None:
        """The day that is pointed at, else the one the keyboard is on."""
        if self._hovered is not None:
            return self._hovered
        return self._cursor if self.hasFocus() else None

    def marked_words(self) -> tuple[str, ...]:
        """What is told of the marked day."""
        day = self.marked_day
        if self._picture is None or day is None or day not in self._picture.cells.period:
            return ()
        return self._picture.cells.words(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the pointer."""
        self._hover(self._day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no day any more."""
        self._hover(None)

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(arrow if day is None else hand)
            self.update()

    def _day_at(self, place: QPointF) -> date | None:
        return None if self._picture is None else self._picture.day_at(place, self.size())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day under the pointer."""
        day = self._day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._cursor = day
            self._choosing.start(QApplication.doubleClickInterval())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the last day."""
        super().focusInEvent(event)
        if self._cursor is None and self._picture is not None:
            self._cursor = self._picture.cells.period.last
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to another day; Enter chooses it."""
        key, picture = Qt.Key(event.key()), self._picture
        if picture is None or self._cursor is None:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self._choose()
        elif (day := _day_after(key, self._cursor, picture.cells.period)) is not None:
            self._cursor, self._hovered = day, None
            self.update()
            self.tell_screen_reader(", ".join(picture.cells.words(day)))
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._cursor is not None:
            self.day_chosen.emit(self._cursor)

    def paint_marks(self, painter: QPainter, picture: CalendarPicture) -> None:
        """A frame around the marked day's cell, and its words."""
        day, words = self.marked_day, self.marked_words()
        if day is None or not words:
            return
        cell = picture.cell(day, self.size())
        painter.setPen(QPen(QColor(self._theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        beside = QPointF(cell.right(), cell.center().y())
        paint_callout(painter, words, beside, QRectF(self.rect()), self._theme)


def _day_after(key: Qt.Key, day: date, period: Period) -> date | None:
    """Where a key leads, never out of the period; None for keys that lead nowhere."""
    if key in _STEPS:
        moved = day + timedelta(_STEPS[key])
        return moved if moved in period else day
    return {Qt.Key.Key_Home: period.first, Qt.Key.Key_End: period.last}.get(key)
