"""What is hidden is not read out: a screen reader finds neither words nor parts of it.

Qt tells of all widgets, hidden ones too, to whatever program asks for them.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_HUSHED = "hushed"


def hush(widget: QWidget) -> None:
    """Keep a widget, and all in it, from being read while it is hidden itself.

    To be called where it is made: what was asked for before is not asked for again.
    """
    widget.setProperty(_HUSHED, True)
    _tell_screen_readers()


class _AccessibleUnlessHidden(QAccessibleWidget):
    def __init__(self, widget: QWidget) -> None:
        is_window = widget.isWindow()
        role = QAccessible.Role.Dialog if is_window else QAccessible.Role.Client
        super().__init__(widget, role)

    def _is_told(self) -> bool:
        widget = self.object()
        return isinstance(widget, QWidget) and not widget.isHidden()

    def childCount(self) -> int:
        return super().childCount() if self._is_told() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as in Qt
        return super().child(index) if self._is_told() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return super().childAt(x, y) if self._is_told() else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return super().focusChild() if self._is_told() else None

    def text(self, kind: QAccessible.Text) -> str:
        return super().text(kind) if self._is_told() else ""


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, QWidget) and widget.property(_HUSHED):
        return _AccessibleUnlessHidden(widget)
    return None


@cache
def _tell_screen_readers() -> None:
    """Once for the process: Qt asks for the interface of every widget that it has none for."""
    QAccessible.installFactory(_interface)
