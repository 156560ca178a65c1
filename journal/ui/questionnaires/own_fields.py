"""The fields that a total of the person's own needs besides: its name, its ends, its direction."""

from PySide6.QtWidgets import QLineEdit, QSpinBox

from journal.domain.checkin import MAX_NAME, Direction
from journal.domain.own_total import FARTHEST_END, own_total
from journal.domain.questionnaire import Questionnaire
from journal.i18n import N_, _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.form import Form
from journal.ui.widgets.narrow import narrow

FIELDS = ("name", "low", "high", "direction")

_DIRECTIONS = {
    Direction.HIGHER_WORSE: N_("Higher is worse"),
    Direction.HIGHER_BETTER: N_("Higher is better"),
    Direction.NEITHER: N_("Neither"),
}
_CHOICES = tuple(_DIRECTIONS)


class OwnFields:
    """Adds its fields to a form; 0 to 10 of no direction until the person says otherwise."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.low, self.high = _end(0), _end(10)
        self.direction = ButtonRow(_("Direction"), [_(_DIRECTIONS[each]) for each in _CHOICES])
        self.direction.chosen.connect(self.direction.show_choice)
        self.direction.show_choice(_CHOICES.index(Direction.NEITHER))
        form.add("name", _("Name"), self.name)
        form.add("low", _("Lowest value"), narrow(self.low))
        form.add("high", _("Highest value"), narrow(self.high))
        form.add("direction", _("Direction"), self.direction)

    def show_fields(self, shown: bool) -> None:
        """Show or hide them all."""
        for field in FIELDS:
            self._form.show_field(field, shown)

    def written(self) -> tuple[object, ...]:
        """All that stands in them, sound or not."""
        return self.name.text(), self.low.value(), self.high.value(), self.direction.choice

    def entered(self) -> Questionnaire:
        """What the fields describe; raises InvalidValue."""
        direction = _CHOICES[self.direction.choice or 0]
        return own_total(self.name.text(), self.low.value(), self.high.value(), direction)


def _end(value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(-FARTHEST_END, FARTHEST_END)
    spin.setValue(value)
    return spin
