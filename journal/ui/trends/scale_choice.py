"""The button that names the scale shown and opens a menu of the others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from journal.domain.checkin import Scale
from journal.i18n import _
from journal.wording import scale_name


class ScaleChoice(QPushButton):
    """`scale_chosen` carries the key of a scale."""

    scale_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.choices = QMenu(self)
        self.clicked.connect(self._open)

    def show_scales(self, shown: Scale, scored: Sequence[Scale], others: Sequence[Scale]) -> None:
        """Offer the scales that have scores first, the others below a line."""
        name = scale_name(shown)
        self.setText(_("Show: {scale} ▾").format(scale=name))
        self.setAccessibleName(_("Show: {scale}").format(scale=name))
        self.choices.clear()
        group = QActionGroup(self.choices)
        for scale in scored:
            self._offer(scale, group, scale == shown)
        self.choices.addSeparator()
        for scale in others:
            self._offer(scale, group, scale == shown)

    def _offer(self, scale: Scale, group: QActionGroup, is_shown: bool) -> None:
        action = self.choices.addAction(scale_name(scale).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_shown)
        group.addAction(action)
        action.triggered.connect(lambda _on=False, key=scale.key: self.scale_chosen.emit(key))

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))
