"""A dose: an amount as written, its unit, and what that is in the other unit."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.dose import converted
from journal.domain.errors import InvalidValue
from journal.domain.session import Dose, DoseUnit, Treatment, check_dose, parse_amount
from journal.i18n import _
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.sessions.quick_values import QuickValues
from journal.ui.widgets.layout import column, label, row
from journal.wording import unit_name
from journal.wording.treatment import converted_text

_ESKETAMINE_MG = (28, 56, 84)


class DoseInput(QWidget):
    """May stay empty."""

    changed = Signal()

    def __init__(self, unit_called: str) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        line = row()
        self.amount = QLineEdit()
        self.amount.setMaximumWidth(110)
        self.unit = ChoiceBox(tuple(DoseUnit), [unit_name(unit) for unit in DoseUnit])
        self.unit.setAccessibleName(unit_called)
        self._other = label("", "muted")
        for widget in (self.amount, self.unit, self._other):
            line.addWidget(widget)
        line.addStretch(1)
        inside.addLayout(line)
        self.quick = QuickValues()
        self.quick.chosen.connect(self._on_chosen)
        inside.addWidget(self.quick)
        self.setFocusProxy(self.amount)
        self.amount.textChanged.connect(lambda _text: self.changed.emit())
        self.unit.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def show_usual(self, treatment: Treatment, units: Sequence[DoseUnit]) -> None:
        """Offer the units and the doses a treatment comes in; a unit in use stays."""
        in_use = [self.unit.value] if self.amount.text().strip() else []
        self.unit.show_values([unit for unit in DoseUnit if unit in (*units, *in_use)])
        values = _ESKETAMINE_MG if treatment is Treatment.ESKETAMINE else ()
        self.quick.show_values(values, _("{value} mg"))

    def show_dose(self, dose: Dose | None) -> None:
        """Show a dose as entered."""
        self._write(dose)
        self.amount.setModified(dose is not None)

    def offer(self, dose: Dose | None) -> None:
        """Show a dose unless the person has written one."""
        if not (self.amount.isModified() or self.unit.is_touched):
            self._write(dose)

    def _write(self, dose: Dose | None) -> None:
        self.amount.setText("" if dose is None else f"{dose.amount:f}")
        if dose is not None:
            self.unit.add_value(dose.unit)
            self.unit.show_value(dose.unit)
        elif DoseUnit.MG in self.unit.values:
            self.unit.show_value(DoseUnit.MG)

    def _on_chosen(self, milligrams: int) -> None:
        self.show_dose(Dose(Decimal(milligrams), DoseUnit.MG))
        self.amount.setFocus()

    def dose(self) -> Dose | None:
        """The dose entered, or None; raises InvalidValue for what is no amount."""
        text = self.amount.text().strip()
        if not text:
            return None
        dose = Dose(parse_amount("dose", text), self.unit.value)
        check_dose(dose)
        return dose

    def show_other_unit(self, body_weight_kg: Decimal | None, treatment: Treatment) -> None:
        """Say what the dose is in its other unit, as far as that can be said."""
        try:
            dose = self.dose()
        except InvalidValue:
            dose = None
        other = converted(dose, body_weight_kg, treatment) if dose else None
        self._other.setText(converted_text(other) if other else "")

    @property
    def other_unit(self) -> str:
        """What is said about the dose in its other unit."""
        return self._other.text()
