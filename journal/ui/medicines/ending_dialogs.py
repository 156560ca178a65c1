"""Ask how a dose changes, or when and why a medicine was stopped."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.medication import Medication
from journal.domain.medicine_entry import DoseChange, Stop, check_change, check_stop
from journal.i18n import _, format_date
from journal.ui.medicines.form_dialog import FormDialog
from journal.ui.medicines.inputs import DAY_WIDTH, day_input, text_input
from journal.ui.widgets.narrow import narrow
from journal.wording.medicines import medicine_dose


class DoseChangeDialog(FormDialog):
    """`change` is what was entered once it was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        medication: Medication,
        others: Iterable[Medication],
        today: date,
    ) -> None:
        title = _("Change the dose of {name}").format(name=medication.name)
        super().__init__(parent, title, _("Save"), _now(medication))
        self._medication = medication
        self._others = tuple(others)
        self._today = today
        self.change: DoseChange | None = None
        self.dose = text_input(medication.dose)
        self.dose.selectAll()
        self.how_often = text_input(medication.how_often)
        self.first = day_input(today)
        self.reason = text_input("")
        self.form.add("dose", _("New dose"), self.dose)
        self.form.add("how_often", _("How often"), self.how_often)
        self.form.add("from", _("From which day"), narrow(self.first, DAY_WIDTH))
        self.form.add("reason", _("Why"), self.reason, description=_("May stay empty."))
        self.dose.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        medication: Medication,
        others: Iterable[Medication],
        today: date,
    ) -> DoseChange | None:
        """The new dose; None where the person thinks better of it."""
        dialog = cls(parent, medication, others, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.change if accepted else None

    def written(self) -> DoseChange:
        """The change as it stands in the fields."""
        return DoseChange(
            self.first.day,
            self.dose.text().strip(),
            self.how_often.text().strip(),
            self.reason.text().strip(),
        )

    def read(self) -> None:
        """Take over the change; InvalidValue where it cannot be true."""
        change = self.written()
        check_change(self._medication, change, self._others, self._today)
        self.change = change


class StopDialog(FormDialog):
    """`ending` is what was entered once it was accepted."""

    def __init__(self, parent: QWidget | None, medication: Medication, today: date) -> None:
        title = _("Stop {name}").format(name=medication.name)
        super().__init__(parent, title, _("Stop"), _now(medication))
        self._medication = medication
        self._today = today
        self.ending: Stop | None = None
        self.last = day_input(today)
        self.reason = text_input("")
        described = _("The last day you took it.")
        self.form.add("to", _("Last day"), narrow(self.last, DAY_WIDTH), description=described)
        self.form.add("reason", _("Why"), self.reason, description=_("May stay empty."))
        self.last.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, medication: Medication, today: date) -> Stop | None:
        """The last day and the reason; None where the person thinks better of it."""
        dialog = cls(parent, medication, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.ending if accepted else None

    def written(self) -> Stop:
        """The stop as it stands in the fields."""
        return Stop(self.last.day, self.reason.text().strip())

    def read(self) -> None:
        """Take over the stop; InvalidValue where it cannot be true."""
        ending = self.written()
        check_stop(self._medication, ending, self._today)
        self.ending = ending


def _now(medication: Medication) -> str:
    first = format_date(medication.first)
    if not medicine_dose(medication):
        return _("Taken since {first}.").format(first=first)
    words = _("{dose} since {first}.")
    return words.format(dose=medicine_dose(medication), first=first)
