"""Asks for a scale of the person's own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QWidget

from journal.domain.checkin import MAX_NAME, MAX_STEPS, Direction, Scale, check_own_scale
from journal.domain.edit import Stamp
from journal.domain.errors import InvalidValue
from journal.i18n import N_, _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.dialog_parts import SaveButtons, make_room
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.narrow import narrow
from journal.wording import invalid_sentence, scale_name

FARTHEST_END = 1000

_DIRECTIONS = {
    Direction.HIGHER_BETTER: N_("Higher is better"),
    Direction.HIGHER_WORSE: N_("Higher is worse"),
    Direction.NEITHER: N_("Neither"),
}
_CHOICES = tuple(_DIRECTIONS)


class OwnScaleDialog(LastingDialog):
    """Name, ends and direction; `scale` is what was entered once it was accepted."""

    def __init__(
        self, parent: QWidget | None, scale: Scale, others: Sequence[Scale], *, has_scores: bool
    ) -> None:
        super().__init__(parent)
        self.scale = scale
        # A standard scale has no name of its own; the one people read is taken all the same.
        self._others = tuple(replace(other, name=scale_name(other)) for other in others)
        self._is_new = not scale.name
        title = _("Add a scale") if self._is_new else _("Change a scale")
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        inside = column(self, spacing=16, margin=24)
        inside.addWidget(label(title, "heading"))
        self.form = self._form(has_scores)
        inside.addWidget(self.form)
        buttons = SaveButtons(self, _("Add") if self._is_new else _("Save"))
        self.save = buttons.save
        inside.addWidget(buttons)
        self.name.setFocus()
        self._first_entered = self.entered()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        others: Sequence[Scale],
        stamp: Stamp,
        *,
        scale: Scale | None = None,
        has_scores: bool = False,
    ) -> Scale | None:
        """A new scale, or `scale` changed; None when the person thought better of it.

        The ends of a scale that `has_scores` stay as they are.
        """
        dialog = cls(parent, scale or new_scale(stamp), others, has_scores=has_scores)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.scale if accepted else None

    def _form(self, has_scores: bool) -> Form:
        form = Form()
        self.name = QLineEdit(self.scale.name)
        self.name.setMaxLength(MAX_NAME)
        self.low = _end(self.scale.low, has_scores)
        self.high = _end(self.scale.high, has_scores)
        names = [_(_DIRECTIONS[choice]) for choice in _CHOICES]
        self.direction = ButtonRow(_("Direction"), names)
        self.direction.show_choice(_CHOICES.index(self.scale.direction))
        self.direction.chosen.connect(self.direction.show_choice)
        fixed = _("It has scores, so its ends stay as they are.")
        steps = _("Whole numbers, at most {most} steps.").format(most=MAX_STEPS)
        form.add("name", _("Name"), self.name)
        form.add("low", _("Lowest value"), narrow(self.low))
        described = fixed if has_scores else steps
        form.add("high", _("Highest value"), narrow(self.high), description=described)
        form.add("direction", _("Direction"), self.direction)
        return form

    def entered(self) -> Scale:
        """The scale as it stands in the fields, sound or not."""
        return replace(
            self.scale,
            name=self.name.text().strip(),
            low=self.low.value(),
            high=self.high.value(),
            direction=_CHOICES[self.direction.choice or 0],
        )

    def accept(self) -> None:
        """Close with a sound scale; otherwise say at its field what is wrong."""
        self.form.clear_errors()
        entered = self.entered()
        try:
            check_own_scale(entered, self._others)
        except InvalidValue as error:
            self.form.show_error(error.field, invalid_sentence(error))
            self.form.take_focus(error.field)
            make_room(self)
            return
        self.scale = entered
        super().accept()

    def reject(self) -> None:
        """Close without a scale; what was written is thrown away only if the person says so."""
        if self.entered() == self._first_entered or may_discard(self):
            super().reject()


def new_scale(stamp: Stamp) -> Scale:
    """An own scale without a name yet, 0 to 10, of which nothing is assumed."""
    scale_id = stamp.new_id()
    return Scale(
        id=scale_id,
        key=f"own-{scale_id}",
        low=0,
        high=10,
        direction=Direction.NEITHER,
        active=True,
        position=0,
        created_at=stamp.now,
        changed_at=stamp.now,
    )


def _end(value: int, has_scores: bool) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(-FARTHEST_END, FARTHEST_END)
    spin.setValue(value)
    spin.setEnabled(not has_scores)
    return spin
