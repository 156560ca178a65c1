"""What forms share: their size on the screen, parts that scroll, and Save and Cancel below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QWidget

from journal.i18n import _
from journal.ui.widgets.layout import GRID, column

AROUND = 80
"""Pixels of the screen's height that a form leaves to its frame and to what lies behind it."""


def scrolled(*parts: QWidget, spacing: int = GRID) -> QScrollArea:
    """The parts below each other, as high as they need to be."""
    body = QWidget()
    body.setProperty("kind", "page")
    inside = column(body, spacing=spacing)
    inside.setContentsMargins(2, 2, 14, 2)
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def within_screen(form: QWidget, width: int, height: int) -> QSize:
    """The size that is wanted, no higher than the screen has room for."""
    return QSize(width, min(height, form.screen().availableGeometry().height() - AROUND))


def make_room(form: QDialog) -> None:
    """Grow until everything fits; lines that wrap need the height of the present width."""
    layout = form.layout()
    if layout is not None:
        layout.activate()
        form.resize(form.width(), max(form.height(), layout.totalHeightForWidth(form.width())))


class SaveButtons(QDialogButtonBox):
    """`save`, which Enter presses and which accepts the form, and `cancel`, which rejects it."""

    def __init__(self, form: QDialog, save: str) -> None:
        super().__init__()
        self.save = self.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.cancel = self.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel.setAutoDefault(False)
        self.accepted.connect(form.accept)
        self.rejected.connect(form.reject)
