"""Inputs that do not grow with the page."""

from PySide6.QtWidgets import QWidget

from journal.ui.widgets.layout import row


def at_left(widget: QWidget) -> QWidget:
    """The widget at the left of a row, as wide as it likes; the row hands the keyboard on to it."""
    holder = QWidget()
    line = row(holder)
    line.addWidget(widget)
    line.addStretch(1)
    holder.setFocusProxy(widget)
    return holder


def narrow(widget: QWidget, width: int = 120) -> QWidget:
    """The widget at the left of a row, `width` pixels wide, for a few characters."""
    widget.setFixedWidth(width)
    return at_left(widget)
