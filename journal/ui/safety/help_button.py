"""The button that opens the numbers to call, with a dot while there is something to tell."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton

from journal.i18n import _

RADIUS = 4.5
FROM_RIGHT = 18


class HelpButton(QPushButton):
    """The dot is drawn, and said to a screen reader: it never stands by colour alone."""

    def __init__(self) -> None:
        super().__init__(_("Get help now"))
        self.setProperty("kind", "help")
        self._has_dot = False
        self.show_dot(False)

    @property
    def has_dot(self) -> bool:
        """Whether the dot is there."""
        return self._has_dot

    def show_dot(self, has_dot: bool) -> None:
        """Put the dot there, or take it away."""
        self._has_dot = has_dot
        about = _("There is something to tell your clinic.") if has_dot else ""
        numbers = _("Numbers to call (F1)")
        self.setToolTip(f"{about} {numbers}".strip())
        self.setAccessibleDescription(about)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the dot at its right."""
        super().paintEvent(event)
        if self._has_dot:
            self._draw_dot()

    def _draw_dot(self) -> None:
        from PySide6.QtCore import QPointF, Qt  # noqa: PLC0415 - not for the first paint
        from PySide6.QtGui import QPainter, QPalette  # noqa: PLC0415 - as above

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        centre = QPointF(self.width() - FROM_RIGHT, self.height() / 2)
        painter.drawEllipse(centre, RADIUS, RADIUS)
        painter.end()
