"""The keys that open the numbers to call: F1 everywhere, and what the system has for help."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_HELP = QKeySequence.StandardKey.HelpContents


def help_keys() -> list[QKeySequence]:
    """F1, which the window and its papers name, first; macOS has another key, too."""
    f1 = QKeySequence(Qt.Key.Key_F1)
    return [f1, *(key for key in QKeySequence.keyBindings(_HELP) if key != f1)]


def is_help_key(event: QKeyEvent) -> bool:
    """Whether a pressed key is one of them."""
    return event.key() == Qt.Key.Key_F1 or event.matches(_HELP)
