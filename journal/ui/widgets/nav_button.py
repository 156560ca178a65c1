"""A button of the sidebar: its words at once, its picture as soon as that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap

FROM_LEFT = 12


class NavButton(QPushButton):
    """The style keeps room for the picture, so the words stay where they are when it comes."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that a screen reader calls it one of several
        self.setProperty("kind", "nav")
        self._picture: QPixmap | None = None

    @property
    def has_picture(self) -> bool:
        """Whether the picture is there."""
        return self._picture is not None

    def show_picture(self, picture: QPixmap) -> None:
        """Draw `picture` before the words from now on."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and its picture at the left."""
        super().paintEvent(event)
        if self._picture is None:
            return
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - not for the first paint

        painter = QPainter(self)
        height = self._picture.deviceIndependentSize().height()
        painter.drawPixmap(FROM_LEFT, round((self.height() - height) / 2), self._picture)
        painter.end()
