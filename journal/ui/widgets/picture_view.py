"""A picture in the window: drawn in the worker, painted here, a chart to screen readers."""

from collections.abc import Callable
from functools import cache, partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from journal.theme import Theme
from journal.ui.newest_request import NewestRequest
from journal.ui.tasks import TaskRunner

SMALLEST = QSize(280, 160)


class Picture(Protocol):
    """Something drawn for a widget of `size`."""

    @property
    def image(self) -> QImage:
        """Its pixels."""
        ...

    def target(self, size: QSize) -> QRectF:
        """Where it goes in a widget of another size, until it is drawn for that."""
        ...


P = TypeVar("P", bound=Picture)

Drawing = Callable[[Theme, QSize, float], P]
"""Draws for a widget of a size, on a screen with so many pixels to one of the window's."""


class PictureView(QWidget, Generic[P]):
    """Shows a picture of the newest request, at the size and in the colours that are wanted.

    `drawn` follows each one. What nobody sees (scrolled away, hidden) is drawn once it is seen, and
    nothing is drawn twice alike.
    """

    drawn = Signal()

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        _tell_screen_readers()
        self._theme = theme
        self._drawing: Drawing[P] | None = None
        self._picture: P | None = None
        self._asked: tuple[Drawing[P], Theme, QSize, float] | None = None
        self.is_drawn = False
        """Whether the picture is that of the newest request."""
        self._requests = NewestRequest[P](tasks, self._on_drawn, _on_not_drawn)
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def picture(self) -> P | None:
        """The picture on screen, None before the first."""
        return self._picture

    def show_drawing(self, drawing: Drawing[P], name: str, description: str) -> None:
        """Show what `drawing` draws; the old picture stays until then."""
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        if self.isVisible() and not self.visibleRegion().isEmpty():
            self._ask()

    def _ask(self) -> None:
        if self._drawing is None:
            return
        drawing, look = self._drawing, (self._theme, self.size(), self.devicePixelRatioF())
        if (drawing, *look) != self._asked:
            self._asked = (drawing, *look)
            self.is_drawn = False
            self._requests.ask(partial(drawing, *look))

    def _on_drawn(self, picture: P) -> None:
        self._picture, self.is_drawn = picture, True
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
        return QSize(640, 220)

    def marked_words(self) -> tuple[str, ...]:
        """What is told of the mark that is pointed at, nothing where none is."""
        return ()

    def tell_screen_reader(self, words: str) -> None:
        """Have a screen reader say something at once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, what is marked in it, and the ring of the keyboard's focus."""
        self._ask()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None:
            self.paint_picture(painter, self._picture)
            self.paint_marks(painter, self._picture)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def paint_picture(self, painter: QPainter, picture: P) -> None:
        """Paint the picture alone."""
        painter.drawImage(picture.target(self.size()), picture.image)

    def paint_marks(self, painter: QPainter, picture: P) -> None:
        """Paint over the picture what is pointed at; here nothing is."""


def _on_not_drawn(error: Exception) -> None:
    """Drawing reads nothing and writes nothing: what fails is a defect of the program."""
    raise error


class _AccessibleChart(QAccessibleWidget):
    """A chart to screen readers, its value what is marked: else it would be a mere filler."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.Chart)

    def text(self, kind: QAccessible.Text) -> str:
        """The marked words as the value; the rest is any widget's."""
        view = self.object()
        if kind == QAccessible.Text.Value and isinstance(view, PictureView):
            return ", ".join(view.marked_words())
        return super().text(kind)


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    return _AccessibleChart(widget) if isinstance(widget, PictureView) else None


@cache
def _tell_screen_readers() -> None:
    """Once for the process: Qt asks for the interface of every widget that it has none for."""
    QAccessible.installFactory(_interface)
