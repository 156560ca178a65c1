"""The button that names what is shown over time, and opens a list to tick others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton

from journal.i18n import _
from journal.ui.widgets.layout import shortened
from journal.wording import scale_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.checkin import Scale
    from journal.ui.trends.work import Head

MOST_LETTERS = 44


class ScaleChoice(QPushButton):
    """`chosen` carries the keys of the scales and of the questionnaires that are ticked."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.choices = _LastingMenu(self)
        self._scales: dict[str, QAction] = {}
        self._questionnaires: dict[str, QAction] = {}
        self.clicked.connect(self._open)

    def show_head(self, head: Head) -> None:
        """Offer the scales that have scores, questionnaires below a line, then what has none."""
        shown = {scale.key for scale in head.shown}
        titles = [each.title for each in head.totals]
        names = ", ".join([*map(scale_name, head.shown), *titles])
        self.setText(_("Show: {scale} ▾").format(scale=shortened(names, MOST_LETTERS)))
        self.setAccessibleName(_("Show: {scale}").format(scale=names))
        self.choices.clear()
        self._scales = self._offer_scales(head.scored, shown)
        self.choices.addSeparator()
        self._questionnaires = {
            each.key: self._offer(each.title, each in head.totals) for each in head.answered
        }
        self.choices.addSeparator()
        self._scales |= self._offer_scales(head.others, shown)

    def _offer_scales(self, scales: Iterable[Scale], shown: set[str]) -> dict[str, QAction]:
        return {scale.key: self._offer(scale_name(scale), scale.key in shown) for scale in scales}

    def _offer(self, name: str, is_shown: bool) -> QAction:
        action = self.choices.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_shown)
        action.triggered.connect(lambda _on, action=action: self._on_ticked(action))
        return action

    def _on_ticked(self, action: QAction) -> None:
        scales = _ticked(self._scales)
        if scales:
            self.chosen.emit(scales, _ticked(self._questionnaires))
        else:
            action.setChecked(True)  # something has to be shown

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))


def _ticked(actions: dict[str, QAction]) -> frozenset[str]:
    return frozenset(key for key, action in actions.items() if action.isChecked())


class _LastingMenu(QMenu):
    """A menu that stays open while its entries are ticked, by click or Space."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, and stay."""
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and stays; Enter ticks and closes."""
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = cast("QAction | None", self.activeAction())  # none may be under the pointer
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True
