"""A picture that is not walked day by day: the keyboard walks the rows of its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter

from journal.charts.numbers import NumbersTable
from journal.i18n import _
from journal.theme import Theme
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.callout import paint_callout
from journal.ui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

DrawFigure = Callable[[Theme, tuple[float, float], float], "Figure"]
"""Makes a figure in a theme, of a size in inches, with so many dots to the inch."""

SCREEN_DPI = 96
"""Pixels of the window to an inch of a picture."""

MOST_LINES = 9
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


@dataclass(frozen=True, slots=True)
class FigurePicture:
    """A figure's pixels, drawn for a widget of `size`, `ratio` of them to one of the window's."""

    image: QImage
    size: QSize
    ratio: float

    def target(self, size: QSize) -> QRectF:
        """Where it goes in a widget of `size`; unscaled where it was drawn for it."""
        if size == self.size:
            return QRectF(QPointF(), QSizeF(self.image.size()) / self.ratio)
        return QRectF(QPointF(), QSizeF(size))


def drawn_figure(draw: DrawFigure, theme: Theme, size: QSize, ratio: float) -> FigurePicture:
    """The figure's picture for a widget of `size`; it takes its time and is for the worker."""
    from journal.charts.figure_bytes import (  # noqa: PLC0415 - matplotlib takes 0.6 s to load
        figure_pixels,
    )

    inches = (size.width() / SCREEN_DPI, size.height() / SCREEN_DPI)
    pixels = figure_pixels(draw(theme, inches, SCREEN_DPI * ratio), theme)
    width, height = pixels.width, pixels.height
    raw = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    # The format that is painted fastest, and a copy of its own.
    return FigurePicture(raw.convertToFormat(QImage.Format.Format_RGB32), size, ratio)


class FigureView(PictureView[FigurePicture]):
    """The arrows, Home and End walk the rows of the numbers behind it, and say them."""

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__(tasks, theme)
        self._make_numbers: Callable[[], NumbersTable] | None = None
        self._numbers: NumbersTable | None = None
        self._row: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_figure(
        self,
        draw: DrawFigure,
        name: str,
        description: str,
        numbers: Callable[[], NumbersTable] | None = None,
    ) -> None:
        """Show a figure; `numbers` are worked out when the keyboard first asks for them."""
        self._make_numbers, self._numbers, self._row = numbers, None, None
        if numbers is not None:
            description = f"{description} {_('Left and Right read the numbers row by row.')}"
        self.show_drawing(partial(drawn_figure, draw), name, description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another row of the numbers."""
        row = self._row_after(Qt.Key(event.key()))
        if row is None:
            super().keyPressEvent(event)
            return
        self._row = row
        self.update()
        self.tell_screen_reader(", ".join(self._words()))

    def _row_after(self, key: Qt.Key) -> int | None:
        count = len(self._table().rows)
        if not count:
            return None
        if key in _NEXT:
            return 0 if self._row is None else min(self._row + 1, count - 1)
        if key in _BACK:
            return 0 if self._row is None else max(self._row - 1, 0)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}.get(key)

    def _table(self) -> NumbersTable:
        if self._numbers is None:
            make = self._make_numbers
            self._numbers = make() if make is not None else NumbersTable("", (), ())
        return self._numbers

    def _words(self) -> tuple[str, ...]:
        """The row's first cell, then every other cell that is filled, with its heading."""
        if self._row is None:
            return ()
        table = self._table()
        first, *rest = table.rows[self._row]
        said = zip(table.columns[1:], rest, strict=True)
        return (first, *(f"{heading}: {cell}" for heading, cell in said if cell))

    def marked_words(self) -> tuple[str, ...]:
        """The row that the keyboard is on."""
        return self._words() if self.hasFocus() else ()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The row's words go with the keyboard."""
        super().focusOutEvent(event)
        self.update()

    def paint_marks(self, painter: QPainter, picture: FigurePicture) -> None:
        """The row's words in a corner, as many as fit."""
        words = self.marked_words()
        if not words:
            return
        if len(words) > MOST_LINES:
            words = (*words[: MOST_LINES - 1], "…")
        room = QRectF(self.rect())
        paint_callout(painter, words, room.topRight(), room, self._theme)
