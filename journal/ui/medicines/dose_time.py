"""Asks when a dose was taken, and which medicine where there are several."""

from collections.abc import Sequence
from datetime import time
from uuid import UUID

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QPushButton, QTimeEdit, QWidget

from journal.domain.medication import Medication
from journal.i18n import _
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.widgets.clock_input import ClockInput
from journal.ui.widgets.layout import FlowBox, column, label, shortened
from journal.wording.medicines import medicine_dose


class DoseTime(QWidget):
    """`chosen` carries the medicine's identifier and the time of day; `given_up` is Cancel."""

    chosen = Signal(UUID, object)
    given_up = Signal()

    def __init__(self, offered: Sequence[Medication], clock: time) -> None:
        super().__init__()
        ids = [medication.id for medication in offered]
        self.which = ChoiceBox(ids, [_named(medication) for medication in offered])
        self.which.setAccessibleName(_("Medicine"))
        self.time = ClockInput(_("Time the dose was taken"))
        self.time.setTime(QTime(clock.hour, clock.minute))
        self.message = label("", "error", wraps=True)
        self.message.hide()
        inside = column(self, spacing=4)
        inside.addWidget(self._line())
        inside.addWidget(self.message)
        self.time.confirmed.connect(self._on_save)
        self.time.timeChanged.connect(lambda _time: self.show_message(""))

    def _line(self) -> FlowBox:
        line = FlowBox()
        self.save = QPushButton(_("Save"))
        self.save.setAccessibleName(_("Save the dose taken at this time"))
        self.save.clicked.connect(self._on_save)
        cancel = QPushButton(_("Cancel"))
        cancel.setAccessibleName(_("No dose at another time"))
        cancel.clicked.connect(self.given_up)
        for widget in (self.which, self.time, self.save, cancel):
            line.add(widget)
        return line

    def _on_save(self) -> None:
        self.time.interpretText()
        at = self.time.time()
        self.chosen.emit(self.which.value, time(at.hour(), at.minute()))

    def show_message(self, message: str) -> None:
        """Say what is wrong with the time."""
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.time.setAccessibleDescription(message)

    def take_focus(self) -> None:
        """Put the keyboard on the time, ready to be typed over."""
        self.time.setFocus()
        self.time.setSelectedSection(QTimeEdit.Section.HourSection)


def _named(medication: Medication) -> str:
    parts = (medication.name, medicine_dose(medication))
    return shortened(" ".join(part for part in parts if part))
