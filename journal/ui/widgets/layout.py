"""Layouts and frames in the house's measures: an 8 px grid, cards, rows that wrap."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

GRID = 8

L = TypeVar("L", bound=QBoxLayout)


def column(parent: QWidget | None = None, *, spacing: int = GRID, margin: int = 0) -> QVBoxLayout:
    """A column with even margins."""
    return _measured(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing, margin)


def row(parent: QWidget | None = None, *, spacing: int = GRID, margin: int = 0) -> QHBoxLayout:
    """A row with even margins."""
    return _measured(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing, margin)


def _measured(layout: L, spacing: int, margin: int) -> L:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def card() -> tuple[QFrame, QVBoxLayout]:
    """A card and the column inside it."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    inside = column(frame, margin=20)
    inside.setContentsMargins(20, 18, 20, 18)
    return frame, inside


def page_body(page: QWidget) -> QVBoxLayout:
    """The column inside a page, which scrolls where the window is small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    body = QWidget()
    body.setProperty("kind", "page")
    area.setWidget(body)
    column(page).addWidget(area)
    inside = column(body, spacing=2 * GRID)
    inside.setContentsMargins(36, 28, 36, 24)
    return inside


def rule() -> QFrame:
    """A thin line between rows."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def label(text: str, kind: str = "", *, wraps: bool = False) -> QLabel:
    """A label of one kind; text is shown as typed, never read as markup."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("kind", kind)
    widget.setWordWrap(wraps)
    return widget


def shortened(text: str, most: int = 40) -> str:
    """A text that no longer pushes the page wide: at most `most` characters of it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


class FlowBox(QWidget):
    """Puts its widgets side by side and goes on in the next line where the width ends."""

    def __init__(self, spacing: int = GRID) -> None:
        super().__init__()
        self._spacing = spacing
        self._flowing: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flowing.append(widget)
        widget.setParent(self)
        widget.show()
        self._rearrange()

    def clear(self) -> None:
        """Let every widget go."""
        for widget in self._flowing:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._flowing = []
        self._rearrange()

    def _rearrange(self) -> None:
        if self.isVisible():
            self._arrange(self.width(), move=True)
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange what was added out of sight."""
        super().showEvent(event)
        self._rearrange()

    def heightForWidth(self, width: int) -> int:
        """The height the lines need at this width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """All in one line, at the height of the lines it has now."""
        widths = [_size(widget).width() for widget in self._flowing]
        width = sum(widths) + self._spacing * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """The widest widget: lines come by themselves."""
        widths = [_size(widget).width() for widget in self._flowing]
        return QSize(max(widths, default=0), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the lines anew."""
        super().resizeEvent(event)
        self._rearrange()

    def event(self, event: QEvent) -> bool:
        """A widget that wants another size asks for it by a layout request."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._rearrange()
        return super().event(event)

    def _arrange(self, width: int, *, move: bool) -> int:
        x = y = line_height = 0
        for widget in self._flowing:
            size = _size(widget)
            if line_height and x + size.width() > width:
                x, y, line_height = 0, y + line_height + self._spacing, 0
            if move:
                widget.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._spacing
            line_height = max(line_height, size.height())
        return y + line_height


def _size(widget: QWidget) -> QSize:
    least, most = widget.minimumSize(), widget.maximumSize()
    if least == most:  # asking the style what it would want takes long
        return least
    return widget.sizeHint().expandedTo(least).boundedTo(most)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
