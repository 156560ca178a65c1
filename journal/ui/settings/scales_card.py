"""The card of the scales: which are asked on Today, in which order, and the person's own."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal.domain.checkin import MOOD, Scale
from journal.i18n import _
from journal.ui.settings.scale_row import ScaleRow
from journal.ui.widgets.layout import card, column, label, row


class ScalesCard(QFrame):
    """Lists every scale; the signals carry a scale's identifier."""

    active_changed = Signal(object, bool)
    moved = Signal(object, int)
    add_requested = Signal()
    change_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self.rows: dict[UUID, ScaleRow] = {}
        self._scales: tuple[Scale, ...] = ()
        self._scored: frozenset[str] | None = None
        head = row()
        head.addWidget(label(_("Scales"), "heading"), 1)
        self.add = QPushButton(_("Add a scale…"))
        self.add.clicked.connect(self.add_requested)
        head.addWidget(self.add)
        inside.addLayout(head)
        explained = _(
            "Ticked scales are asked on Today, in this order. "
            "A scale that is switched off keeps its scores."
        )
        inside.addWidget(label(explained, "small", wraps=True))
        self._message = label("", "error", wraps=True)
        self._message.hide()
        inside.addWidget(self._message)
        self._list = column(spacing=10)
        inside.addLayout(self._list)

    def show_scales(self, scales: Sequence[Scale], *, bipolar: bool = False) -> None:
        """Show the scales in this order, mood first; a row that stays keeps the keyboard.

        Mood's ends are named for `bipolar` treatment, or for any other.
        """
        self._scales = tuple(scales)
        self.show_message("")
        self._drop_rows()
        movable = [scale.id for scale in scales if scale.key != MOOD]
        for place, scale in enumerate(scales):
            shown = self.rows.get(scale.id) or self._new_row(scale.id)
            shown.show_scale(scale, bipolar=bipolar)
            self._offer_removal(scale)
            shown.show_place(is_first=scale.id in movable[:1], is_last=scale.id in movable[-1:])
            if self._list.indexOf(shown) != place:
                self._list.insertWidget(place, shown)

    def _new_row(self, scale_id: UUID) -> ScaleRow:
        shown = self.rows[scale_id] = ScaleRow()
        shown.active_changed.connect(lambda active: self.active_changed.emit(scale_id, active))
        shown.moved.connect(lambda step: self.moved.emit(scale_id, step))
        shown.change_requested.connect(lambda: self.change_requested.emit(scale_id))
        shown.removal_requested.connect(lambda: self.removal_requested.emit(scale_id))
        return shown

    def _drop_rows(self) -> None:
        for scale_id in set(self.rows) - {scale.id for scale in self._scales}:
            gone = self.rows.pop(scale_id)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def show_scored(self, scored: frozenset[str]) -> None:
        """Offer to delete the own scales whose key is not among these: they were never rated."""
        self._scored = scored
        for scale in self._scales:
            self._offer_removal(scale)

    def _offer_removal(self, scale: Scale) -> None:
        self.rows[scale.id].remove.setVisible(scale.is_own and not self.has_scores(scale))

    def has_scores(self, scale: Scale) -> bool:
        """Whether a scale was ever rated; true until that is known."""
        return self._scored is None or scale.key in self._scored

    def show_message(self, message: str) -> None:
        """Say why a scale was refused."""
        self._message.setText(message)
        self._message.setVisible(bool(message))
