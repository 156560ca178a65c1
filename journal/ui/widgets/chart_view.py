"""A chart in the window: drawn in the worker, painted here, walked through day by day."""

from datetime import date, timedelta
from functools import cache, partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from journal.charts.description import describe
from journal.domain.trends import Timeline
from journal.i18n import _
from journal.theme import Theme
from journal.ui.newest_request import NewestRequest
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.chart_picture import ChartPicture, drawn_picture
from journal.wording import scale_name

SMALLEST = QSize(280, 220)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PADDING = 9
_RING = 5


class ChartView(QWidget):
    """Shows a timeline; hover tells a day, a click or Enter chooses it.

    Left and Right walk the days, Home and End go to the first and the last. `drawn` says that the
    picture is that of the newest request.
    """

    day_chosen = Signal(object)
    drawn = Signal()

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        _tell_screen_readers()
        self._theme = theme
        self._timeline: Timeline | None = None
        self._picture: ChartPicture | None = None
        self._cursor: date | None = None
        self._hovered: date | None = None
        self._drawing = NewestRequest[ChartPicture](tasks, self._on_drawn, _on_not_drawn)
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def picture(self) -> ChartPicture | None:
        """The picture on screen, None before the first."""
        return self._picture

    @property
    def marked_day(self) -> date | None:
        """The day that is pointed at, else the one the keyboard is on."""
        if self._hovered is not None:
            return self._hovered
        return self._cursor if self.hasFocus() else None

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another timeline; the old picture stays until the new one is drawn."""
        self._timeline = timeline
        if self._cursor is not None and self._cursor not in timeline.period:
            self._cursor = timeline.period.last
        self.setAccessibleName(_("Timeline of {scale}").format(scale=scale_name(timeline.scale)))
        self.setAccessibleDescription(describe(timeline))
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        if self._timeline is not None and self.isVisible():
            timeline, theme, size = self._timeline, self._theme, self.size()
            ratio = self.devicePixelRatioF()
            self._drawing.ask(partial(drawn_picture, timeline, theme, size, ratio))

    def _on_drawn(self, picture: ChartPicture) -> None:
        self._picture = picture
        self._hovered = None
        self.update()
        self.drawn.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody could see it."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the picture until a sharp one comes."""
        super().resizeEvent(event)
        self._draw()

    def event(self, event: QEvent) -> bool:
        """A screen with other pixels needs another picture."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Little, so that it fits a small window; it takes all the room there is."""
        return QSize(640, 250)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the pointer."""
        self._hover(self._day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no day any more."""
        self._hover(None)

    def _hover(self, day: date | None) -> None:
        self._hovered = day
        arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
        self.setCursor(arrow if day is None else hand)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day under the pointer."""
        day = self._day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._cursor = day
            self.day_chosen.emit(day)

    def _day_at(self, place: QPointF) -> date | None:
        if self._picture is None or not QRectF(self.rect()).contains(place):
            return None
        return self._picture.day_at(place, self.size())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the last day."""
        super().focusInEvent(event)
        if self._cursor is None and self._timeline is not None:
            self._cursor = self._timeline.period.last

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home and End go to another day; Enter chooses it."""
        day = self._day_after(event.key())
        if day is not None:
            self._walk_to(day)
        elif event.key() in _ENTER and self._cursor is not None:
            self.day_chosen.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def _day_after(self, key: int) -> date | None:
        """Where a key leads, never out of the period; None for keys that lead nowhere."""
        if self._timeline is None or self._cursor is None:
            return None
        period, cursor = self._timeline.period, self._cursor
        if key == Qt.Key.Key_Left:
            return max(cursor - timedelta(1), period.first)
        if key == Qt.Key.Key_Right:
            return min(cursor + timedelta(1), period.last)
        return {Qt.Key.Key_Home: period.first, Qt.Key.Key_End: period.last}.get(Qt.Key(key))

    def _walk_to(self, day: date) -> None:
        self._cursor, self._hovered = day, None
        self.update()
        if self._picture is not None:
            words = ", ".join(self._picture.words(day))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def marked_words(self) -> tuple[str, ...]:
        """What is told of the marked day; nothing where none is marked."""
        day = self.marked_day
        return () if self._picture is None or day is None else self._picture.words(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, over it the marked day and the ring of the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            painter.drawImage(self._picture.target(self.size()), self._picture.image)
            if self.marked_day is not None:
                self._paint_mark(painter, self._picture, self.marked_day)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

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
        self._paint_words(painter, picture.words(day), QPointF(column.x(), height))

    def _paint_words(self, painter: QPainter, words: tuple[str, ...], beside: QPointF) -> None:
        """A box beside a place: to its right, or to its left where the right has no room."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        fonts = [bold] + [self.font()] * (len(words) - 1)
        measures = [QFontMetricsF(font) for font in fonts]
        line = measures[0].height()
        widths = [m.horizontalAdvance(text) for m, text in zip(measures, words, strict=True)]
        box = QRectF(0, 0, max(widths) + 2 * _PADDING, line * len(words) + 2 * _PADDING)
        box.moveTo(_beside(box, beside, QRectF(self.rect())))
        painter.setPen(QPen(QColor(self._theme.outline), 1))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self._theme.text))
        inside = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        for place, (font, text) in enumerate(zip(fonts, words, strict=True)):
            painter.setFont(font)
            row = QRectF(inside.x(), inside.y() + place * line, inside.width(), line)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, text)


def _beside(box: QRectF, place: QPointF, room: QRectF) -> QPointF:
    """Where a box begins that stands beside a place and stays in the room."""
    left = place.x() + 2 * _RING
    if left + box.width() > room.right() - 2:
        left = place.x() - 2 * _RING - box.width()
    top = place.y() - box.height() / 2
    lowest = max(room.bottom() - 2 - box.height(), 2)
    return QPointF(max(left, 2), min(max(top, 2), lowest))


def _on_not_drawn(error: Exception) -> None:
    """Drawing reads nothing and writes nothing: what fails is a defect of the program."""
    raise error


class _AccessibleChart(QAccessibleWidget):
    """A chart to screen readers, its value the marked day: else it would be a mere filler."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view, QAccessible.Role.Chart)

    def text(self, kind: QAccessible.Text) -> str:
        """The marked day's words as the value; the rest is any widget's."""
        view = self.object()
        if kind == QAccessible.Text.Value and isinstance(view, ChartView):
            return ", ".join(view.marked_words())
        return super().text(kind)


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    return _AccessibleChart(widget) if isinstance(widget, ChartView) else None


@cache
def _tell_screen_readers() -> None:
    """Once for the process: Qt asks for the interface of every widget that it has none for."""
    QAccessible.installFactory(_interface)
