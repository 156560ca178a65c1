"""Line icons in the theme's colours."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.paths import resources

SIZE = 18
"""In device-independent pixels."""


def line_icon(name: str, colour: str, ratio: float) -> QPixmap:
    """The icon of this name, drawn in `colour` for a screen of this device pixel ratio."""
    source = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixels = round(SIZE * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
