"""The chart of a questionnaire in the window: drawn in the worker, painted here."""

from functools import cache, partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from journal.charts.totals import Totals, describe
from journal.i18n import _
from journal.theme import Theme
from journal.ui.newest_request import NewestRequest
from journal.ui.tasks import TaskRunner

HEIGHT = 220


class TotalsPicture(QWidget):
    """Shows totals over time; the table below it has the same numbers. `drawn` follows each one."""

    drawn = Signal()

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        _tell_screen_readers()
        self._theme = theme
        self._totals: Totals | None = None
        self._image: QImage | None = None
        self._drawing = NewestRequest[QImage](tasks, self._on_drawn, _on_not_drawn)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(self, totals: Totals) -> None:
        """Show other totals; the old picture stays until the new one is drawn."""
        if totals == self._totals:
            return
        self._totals = totals
        title = totals.questionnaire.title
        self.setAccessibleName(_("{title} over time").format(title=title))
        self.setAccessibleDescription(describe(totals))
        self._draw()

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        if self._totals is not None and self.isVisible():
            ratio = self.devicePixelRatioF()
            self._drawing.ask(partial(_image, self._totals, self._theme, self.size(), ratio))

    def _on_drawn(self, image: QImage) -> None:
        self._image = image
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
        """As wide as there is room."""
        return QSize(600, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)


def _image(totals: Totals, theme: Theme, size: QSize, ratio: float) -> QImage:
    from journal.charts.questionnaires import pixels  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    picture = pixels(totals, theme, size.width(), size.height(), ratio)
    return QImage(
        picture.data,
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGBA8888,
    ).convertToFormat(QImage.Format.Format_RGB32)


def _on_not_drawn(error: Exception) -> None:
    """Drawing reads nothing and writes nothing: what fails is a defect of the program."""
    raise error


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, TotalsPicture):
        return QAccessibleWidget(widget, QAccessible.Role.Chart)
    return None


@cache
def _tell_screen_readers() -> None:
    """Once for the process: Qt asks for the interface of every widget that it has none for."""
    QAccessible.installFactory(_interface)
