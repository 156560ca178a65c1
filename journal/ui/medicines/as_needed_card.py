"""The card of medicines taken as needed, for a day of the journal."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from journal.domain.medication import AsNeeded, Medication, TakenDose
from journal.i18n import _, format_time
from journal.ui.widgets.layout import FlowBox, card, clear, column, label, row, shortened
from journal.wording.medicines import medicine_dose


class AsNeededCard(QFrame):
    """`taken` carries a medicine's identifier, `removed` a dose that was not taken after all.

    Hidden on a day that has neither.
    """

    taken = Signal(UUID)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Taken as needed"), "heading"))
        self._chips = FlowBox(6)
        self._doses = column(spacing=3)
        inside.addWidget(self._chips)
        inside.addLayout(self._doses)
        self.hide()

    def show_as_needed(self, day: AsNeeded) -> None:
        """Show what may be taken and what was; the keyboard stays on its chip."""
        focused = self._focused_chip()
        self._chips.clear()
        clear(self._doses)
        for medication in day.offered:
            self._chips.add(self._chip(medication))
        for taken in day.taken:
            self._doses.addWidget(self._dose_line(taken))
        self.setVisible(bool(day.offered or day.taken))
        self._focus_chip(focused)

    def _chip(self, medication: Medication) -> QPushButton:
        dose = medicine_dose(medication)
        chip = QPushButton(_("+ {name}").format(name=shortened(medication.name)))
        chip.setProperty("kind", "chip")
        chip.setProperty("medication", str(medication.id))
        chip.setToolTip(" ".join(part for part in (medication.name, dose) if part))
        chip.setAccessibleName(_("Took one now: {name}").format(name=chip.toolTip()))
        chip.clicked.connect(lambda: self.taken.emit(medication.id))
        return chip

    def _dose_line(self, taken: TakenDose) -> QWidget:
        holder = QWidget()
        line = row(holder)
        parts = (format_time(taken.dose.taken.local), taken.medication.name, taken.dose.amount)
        text = " · ".join(part for part in parts if part)
        words = label(text, "small", wraps=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        remove = QPushButton(_("Remove"))
        remove.setProperty("kind", "link")
        remove.setAccessibleName(_("Remove the dose of {when}").format(when=text))
        remove.clicked.connect(lambda: self.removed.emit(taken.dose))
        line.addWidget(words, 1)
        line.addWidget(remove)
        return holder

    def _focused_chip(self) -> str:
        chips = self._chips.findChildren(QPushButton)
        return next((str(c.property("medication")) for c in chips if c.hasFocus()), "")

    def _focus_chip(self, medication: str) -> None:
        for chip in self._chips.findChildren(QPushButton):
            if medication and chip.property("medication") == medication:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
