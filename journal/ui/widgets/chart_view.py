"""A chart over time: walked through day by day, zoomed and moved by pointer, wheel and keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from journal.domain.period import Period
from journal.i18n import _
from journal.theme import Theme
from journal.ui.tasks import TaskRunner
from journal.ui.widgets import time_window
from journal.ui.widgets.callout import paint_callout
from journal.ui.widgets.chart_picture import ChartPicture
from journal.ui.widgets.picture_view import PictureView

DrawPeriod = Callable[[Period, Theme, QSize, float], ChartPicture]
"""Draws some days for a widget of a size, on a screen with so many pixels to one of its own."""

STEP = 1.4
"""So much longer or shorter is the window after one press of − or +, or one notch of the wheel."""

PARTS = 8
"""One notch of the wheel moves the window by this part of it."""

_NOTCH = 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_RING = 5


class ChartView(PictureView[ChartPicture]):
    """Shows the days of a window of time; hover tells a day, a click or Enter chooses it.

    Dragging zooms in, Ctrl and the wheel too; Shift and the wheel move the window; a double click,
    0 or Escape go back. Left and Right walk the days, Home and End go to the first and the last;
    the day that the keyboard is on is always one that is shown. `zoomed` tells whether another
    window than the first is shown. A chosen day is told only once it is sure that no double click
    follows: what opens must not catch its second half.
    """

    day_chosen = Signal(object)
    zoomed = Signal(bool)

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__(tasks, theme)
        self._draw_period: DrawPeriod | None = None
        self._first: Period | None = None
        self._shown: Period | None = None
        self._limits: Period | None = None
        self._cursor: date | None = None
        self._hovered: date | None = None
        self._is_unsaid = False
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._turned = 0
        self._choosing = QTimer(self, singleShot=True)
        self._choosing.timeout.connect(self._choose_cursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def shown(self) -> Period | None:
        """The days that are shown, or will be once they are drawn."""
        return self._shown

    @property
    def is_zoomed(self) -> bool:
        """Whether another window than the first is shown."""
        return self._shown != self._first

    @property
    def marked_day(self) -> date | None:
        """The day that is pointed at, else the one the keyboard is on."""
        if self._hovered is not None:
            return self._hovered
        return self._cursor if self.hasFocus() else None

    def show_chart(
        self, draw: DrawPeriod, period: Period, limits: Period, name: str, description: str
    ) -> None:
        """Show `period` of a chart; its window can be moved and widened within `limits`."""
        self._draw_period = draw
        self._first = self._shown = period
        self._limits = limits
        if self._cursor is not None and self._cursor not in period:
            self._cursor = period.last
        self.show_drawing(partial(draw, period), name, _with_keys(description))
        self.zoomed.emit(False)

    def show_description(self, description: str) -> None:
        """Describe the days that are shown."""
        self.setAccessibleDescription(_with_keys(description))

    def go_back(self) -> None:
        """Show the first window again."""
        if self._first is not None:
            self._show(self._first)

    def _show(self, window: Period) -> None:
        """Show another window: the picture is shifted at once, a sharp one follows."""
        if window == self._shown or self._draw_period is None:
            return
        self._shown = window
        self._hovered = None
        if self._cursor is not None:
            self._cursor = min(max(self._cursor, window.first), window.last)
        draw = partial(self._draw_period, window)
        self.show_drawing(draw, self.accessibleName(), self.accessibleDescription())
        self.update()
        self.zoomed.emit(window != self._first)

    def _zoom(self, factor: float, about: date | None = None) -> None:
        if self._shown is None or self._limits is None:
            return
        middle = self._shown.first + timedelta((len(self._shown) - 1) // 2)
        if about is None:
            cursor = self._cursor
            about = middle if cursor is None or cursor not in self._shown else cursor
        self._show(time_window.zoomed(self._shown, factor, about, self._limits))

    def _move(self, days: int) -> None:
        if self._shown is not None and self._limits is not None:
            self._show(time_window.moved(self._shown, days, self._limits))

    def _on_drawn(self, picture: ChartPicture) -> None:
        self._hovered = None
        super()._on_drawn(picture)
        if self._is_unsaid:
            self._say_cursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms about the pointer, Shift moves; the wheel alone scrolls the page."""
        keys = event.modifiers()
        ctrl = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if self._shown is None or not (ctrl or keys & Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
            return
        event.accept()
        # Some systems turn the wheel on its side while Shift is held.
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches and ctrl:
            self._zoom(STEP**-notches, self._day_at(event.position()))
        elif notches:
            self._move(-notches * max(len(self._shown) // PARTS, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Here a click or a drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the pointer, or show what a drag would zoom to."""
        if self._pressed is None:
            self._hover(self._day_at(event.position()))
            return
        far = abs(event.position().x() - self._pressed.x()) >= QApplication.startDragDistance()
        if far or self._dragged is not None:
            self._hovered, self._dragged = None, event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day under the pointer, a drag zooms to the days between."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.update()
        if dragged is not None:
            self._zoom_between(pressed, event.position())
        elif (day := self._day_at(event.position())) is not None:
            self._cursor = day
            self._choosing.start(QApplication.doubleClickInterval())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back; the click before it was none."""
        self._choosing.stop()
        self.go_back()

    def _zoom_between(self, one: QPointF, other: QPointF) -> None:
        if self._picture is not None and self._limits is not None:
            begin, end = (self._picture.nearest_day(at.x(), self.size()) for at in (one, other))
            self._show(time_window.between(begin, end, self._limits))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no day any more."""
        self._hover(None)

    def _hover(self, day: date | None) -> None:
        if day == self._hovered:
            return
        self._hovered = day
        arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
        self.setCursor(arrow if day is None else hand)
        self.update()

    def _day_at(self, place: QPointF) -> date | None:
        if not self._is_sharp() or not QRectF(self.rect()).contains(place):
            return None
        return self._picture.day_at(place, self.size()) if self._picture else None

    def _is_sharp(self) -> bool:
        return self._picture is not None and self._picture.period == self._shown

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the last day."""
        super().focusInEvent(event)
        if self._cursor is None and self._shown is not None:
            self._cursor = self._shown.last

    def event(self, event: QEvent) -> bool:
        """Escape goes back, and is the window's all the same: twice it blanks the screen."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.go_back()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to another day, zoom, go back; Enter chooses the day."""
        key = Qt.Key(event.key())
        day = self._day_after(key)
        if day is not None:
            self._walk_to(day)
        elif key in _CLOSER or key in _FARTHER:
            self._zoom(1 / STEP if key in _CLOSER else STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Escape):
            self.go_back()
        elif key in _ENTER and self._cursor is not None:
            self.day_chosen.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def _day_after(self, key: Qt.Key) -> date | None:
        """Where a key leads, never beyond the limits; None for keys that lead nowhere.

        Home and End lead to the ends of the first window, or of a longer one that is shown.
        """
        first, shown = self._first, self._shown
        if first is None or shown is None or self._limits is None or self._cursor is None:
            return None
        if key == Qt.Key.Key_Left:
            return max(self._cursor - timedelta(1), self._limits.first)
        if key == Qt.Key.Key_Right:
            return min(self._cursor + timedelta(1), self._limits.last)
        begin, end = min(first.first, shown.first), max(first.last, shown.last)
        return {Qt.Key.Key_Home: begin, Qt.Key.Key_End: end}.get(key)

    def _walk_to(self, day: date) -> None:
        """Put the mark on a day; the window follows."""
        self._cursor, self._hovered = day, None
        if self._shown is not None and self._limits is not None:
            self._show(time_window.holding(self._shown, day, self._limits))
        self.update()
        self._say_cursor()

    def _say_cursor(self) -> None:
        """Have a screen reader say the keyboard's day, once the picture has it."""
        words = self._words(self._cursor)
        self._is_unsaid = not words
        if words:
            self.tell_screen_reader(", ".join(words))

    def _choose_cursor(self) -> None:
        if self._cursor is not None:
            self.day_chosen.emit(self._cursor)

    def marked_words(self) -> tuple[str, ...]:
        """What is told of the marked day; nothing where none is marked or it is not drawn yet."""
        return self._words(self.marked_day)

    def _words(self, day: date | None) -> tuple[str, ...]:
        picture = self._picture
        if picture is None or day is None or day not in picture.period:
            return ()
        return picture.words(day)

    def paint_picture(self, painter: QPainter, picture: ChartPicture) -> None:
        """The picture; one of other days is moved to where the days that are shown are."""
        if self._shown is None or self._is_sharp():
            super().paint_picture(painter, picture)
            return
        target, plot = picture.target(self.size()), picture.plot(self.size())
        painter.fillRect(self.rect(), QColor(self._theme.card))
        painter.save()
        painter.setClipRect(QRectF(0, 0, plot.left(), self.height()))
        painter.drawImage(target, picture.image)
        painter.setClipRect(QRectF(plot.left(), 0, plot.width(), self.height()))
        painter.drawImage(picture.shifted_target(self._shown, self.size()), picture.image)
        painter.restore()

    def paint_marks(self, painter: QPainter, picture: ChartPicture) -> None:
        """The marked day, or the days that a drag would zoom to."""
        if self._pressed is not None and self._dragged is not None:
            self._paint_drag(painter, picture, self._pressed.x(), self._dragged.x())
        elif self.marked_day is not None and self._is_sharp():
            self._paint_mark(painter, picture, self.marked_day)

    def _paint_drag(
        self, painter: QPainter, picture: ChartPicture, one: float, other: float
    ) -> None:
        plot = picture.plot(self.size())
        left, right = (min(max(x, plot.left()), plot.right()) for x in sorted((one, other)))
        ground = QColor(self._theme.accent)
        ground.setAlphaF(0.15)
        painter.setPen(QPen(QColor(self._theme.accent), 1))
        painter.setBrush(ground)
        painter.drawRect(QRectF(left, plot.top(), right - left, plot.height()))

    def _paint_mark(self, painter: QPainter, picture: ChartPicture, day: date) -> None:
        column = picture.column(day, self.size())
        dots = picture.dots(day, self.size())
        painter.setPen(QPen(QColor(self._theme.text), 1))
        painter.drawLine(column.topLeft(), column.bottomLeft())
        painter.setPen(QPen(QColor(self._theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for dot in dots:
            painter.drawEllipse(dot, _RING, _RING)
        height = dots[0].y() if dots else column.center().y()
        beside = QRectF(column.x(), height, 0, 0)
        paint_callout(painter, picture.words(day), beside, QRectF(self.rect()), self._theme)


def _with_keys(description: str) -> str:
    keys = _("Left and Right walk the days, + and − zoom, 0 goes back, Enter opens a day.")
    return f"{description} {keys}"
