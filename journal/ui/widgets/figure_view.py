"""A picture that is not over time: its spots are pointed at, walked through, and open their day."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from journal.i18n import _
from journal.theme import Theme
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.callout import paint_callout
from journal.ui.widgets.picture_view import PictureView
from journal.ui.widgets.spots import FindSpots, Spot, nearest, nearest_in_time

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

DrawFigure = Callable[[Theme, tuple[float, float], float], "Figure"]
"""Makes a figure in a theme, of a size in inches, with so many dots to the inch."""

SCREEN_DPI = 96
"""Pixels of the window to an inch of a picture."""

_RING = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class FigurePicture:
    """A figure's pixels, drawn for a widget of `size`, `ratio` of them to one of the window's."""

    image: QImage
    size: QSize
    ratio: float
    spots: tuple[Spot, ...] = ()

    def target(self, size: QSize) -> QRectF:
        """Where it goes in a widget of `size`; unscaled where it was drawn for it."""
        if size == self.size:
            return QRectF(QPointF(), QSizeF(self.image.size()) / self.ratio)
        return QRectF(QPointF(), QSizeF(size))

    def box(self, spot: Spot, size: QSize) -> QRectF:
        """A spot's cell in a widget of `size`, for a mark its middle alone."""
        across, down = self._scaled(size)
        box = QRectF(0, 0, spot.width * across, spot.height * down)
        box.moveCenter(QPointF(spot.x * across, spot.y * down))
        return box

    def spot_at(self, place: QPointF, size: QSize) -> Spot | None:
        """The spot at a place in a widget of `size`."""
        across, down = self._scaled(size)
        return nearest(self.spots, place.x() / across, place.y() / down)

    def _scaled(self, size: QSize) -> tuple[float, float]:
        """The widget's pixels to an inch of the picture, across and down."""
        target = self.target(size)
        return (
            SCREEN_DPI * target.width() / self.size.width(),
            SCREEN_DPI * target.height() / self.size.height(),
        )


def drawn_figure(
    draw: DrawFigure, find: FindSpots | None, theme: Theme, size: QSize, ratio: float
) -> FigurePicture:
    """The figure's picture for a widget of `size`; it takes its time and is for the worker."""
    from journal.charts.figure_bytes import (  # noqa: PLC0415 - matplotlib takes 0.6 s to load
        figure_pixels,
    )

    inches = (size.width() / SCREEN_DPI, size.height() / SCREEN_DPI)
    figure = draw(theme, inches, SCREEN_DPI * ratio)
    pixels = figure_pixels(figure, theme)
    width, height = pixels.width, pixels.height
    raw = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    # The format that is painted fastest, and a copy of its own.
    image = raw.convertToFormat(QImage.Format.Format_RGB32)
    return FigurePicture(image, size, ratio, tuple(find(figure)) if find is not None else ())


class FigureView(PictureView[FigurePicture]):
    """Hover tells a spot, a click or Enter chooses its day; arrows, Home and End walk the spots."""

    day_chosen = Signal(object)

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__(tasks, theme)
        self._cursor = -1
        self._hovered: Spot | None = None
        self._chosen: Spot | None = None
        # What opens must not catch the second half of a double click.
        self._choosing = QTimer(self, singleShot=True)
        self._choosing.timeout.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_figure(
        self, draw: DrawFigure, name: str, description: str, find: FindSpots | None = None
    ) -> None:
        """Show a figure; `find` finds its spots once it is drawn."""
        if find is not None:
            keys = _(
                "Left and Up go to the mark before, Right and Down to the next, Enter opens its "
                "day."
            )
            description = f"{description} {keys}"
        self.show_drawing(partial(drawn_figure, draw, find), name, description)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Those of the picture on screen."""
        return () if self._picture is None else self._picture.spots

    @property
    def marked(self) -> Spot | None:
        """The spot that is pointed at, else the one the keyboard is on."""
        if self._hovered is not None:
            return self._hovered
        return self._of_keyboard if self.hasFocus() else None

    @property
    def _of_keyboard(self) -> Spot | None:
        return self.spots[self._cursor] if self.spots else None

    def marked_words(self) -> tuple[str, ...]:
        """What is told of the marked spot."""
        return () if self.marked is None else self.marked.words

    def _on_drawn(self, picture: FigurePicture) -> None:
        self._cursor = nearest_in_time(picture.spots, self._of_keyboard)
        self._hovered = None
        super()._on_drawn(picture)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the spot under the pointer."""
        self._hover(self._spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell no spot any more."""
        self._hover(None)

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(arrow if spot is None else hand)
            self.update()

    def _spot_at(self, place: QPointF) -> Spot | None:
        return None if self._picture is None else self._picture.spot_at(place, self.size())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day of the spot under the pointer."""
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._cursor, self._chosen = self.spots.index(spot), spot
            self._choosing.start(QApplication.doubleClickInterval())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to another spot; Enter chooses its day."""
        key = Qt.Key(event.key())
        place = self._place_after(key)
        if place is not None:
            self._cursor, self._hovered = place, None
            self.update()
            self.tell_screen_reader(", ".join(self.spots[place].words))
        elif key in _ENTER and self._of_keyboard is not None:
            self.day_chosen.emit(self._of_keyboard.day)
        else:
            super().keyPressEvent(event)

    def _place_after(self, key: Qt.Key) -> int | None:
        """Where a key leads, never beyond the ends; None for keys that lead nowhere."""
        last = len(self.spots) - 1
        if last < 0:
            return None
        if key in _STEPS:
            return min(max(self._cursor + _STEPS[key], 0), last)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)

    def _choose(self) -> None:
        if self._chosen is not None:
            self.day_chosen.emit(self._chosen.day)

    def paint_marks(self, painter: QPainter, picture: FigurePicture) -> None:
        """A ring around the marked spot or a frame around its cell, and its words."""
        spot = self.marked
        if spot is None:
            return
        box = picture.box(spot, self.size())
        painter.setPen(QPen(QColor(self._theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if box.isEmpty():
            painter.drawEllipse(box.center(), _RING, _RING)
        else:
            painter.drawRect(box)
        paint_callout(painter, spot.words, box, QRectF(self.rect()), self._theme)
