"""A dose: an amount as written, and its unit."""

from decimal import Decimal

from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.session import Dose, DoseUnit, Treatment, check_dose, parse_amount
from journal.i18n import _
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.sessions.quick_values import QuickValues
from journal.ui.widgets.layout import column, row
from journal.wording import unit_name

_ESKETAMINE_MG = (28, 56, 84)


class DoseInput(QWidget):
    """May stay empty."""

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        line = row()
        self.amount = QLineEdit()
        self.amount.setMaximumWidth(110)
        self.unit = ChoiceBox(tuple(DoseUnit), [unit_name(unit) for unit in DoseUnit])
        self.unit.setAccessibleName(_("Unit of the dose"))
        line.addWidget(self.amount)
        line.addWidget(self.unit)
        line.addStretch(1)
        inside.addLayout(line)
        self.quick = QuickValues()
        self.quick.chosen.connect(self._on_chosen)
        inside.addWidget(self.quick)
        self.setFocusProxy(self.amount)

    def show_usual(self, treatment: Treatment) -> None:
        """Offer the doses a treatment comes in."""
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
        self.unit.show_value(dose.unit if dose else DoseUnit.MG)

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
