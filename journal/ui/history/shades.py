"""The theme's colours and shades between them, for what is painted here.

They are the application's own: the style sheet gives tables and lists other ones.
"""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

TEXT = QPalette.ColorRole.Text
QUIET = QPalette.ColorRole.PlaceholderText
ACCENT = QPalette.ColorRole.Highlight


def colour(role: QPalette.ColorRole) -> QColor:
    """The colour of a role."""
    return QGuiApplication.palette().color(role)


def shade(share: float, role: QPalette.ColorRole = ACCENT) -> QColor:
    """So much (0 to 1) of a role's colour on the ground of a card."""
    ground = colour(QPalette.ColorRole.Base)
    parts = zip(_parts(ground), _parts(colour(role)), strict=True)
    return QColor.fromRgbF(*(below + (above - below) * share for below, above in parts))


def _parts(of: QColor) -> tuple[float, float, float]:
    return of.redF(), of.greenF(), of.blueF()
