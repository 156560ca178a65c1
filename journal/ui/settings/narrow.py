"""Inputs of a few characters, which do not grow with the page."""

from PySide6.QtWidgets import QWidget

from journal.ui.widgets.layout import row


def narrow(widget: QWidget, width: int = 120) -> QWidget:
    """The widget at the left of a row, `width` pixels wide; the row hands the keyboard on to it."""
    holder = QWidget()
    line = row(holder)
    widget.setFixedWidth(width)
    line.addWidget(widget)
    line.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
