"""The card of medicines taken as needed, for a day of the journal."""

from datetime import time
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QSizePolicy, QWidget

from journal.domain.medication import AsNeeded, Medication, TakenDose
from journal.i18n import _, format_time
from journal.ui.medicines.dose_time import DoseTime
from journal.ui.widgets.layout import FlowBox, card, clear, column, label, row, shortened
from journal.wording.medicines import medicine_dose

OTHER_TIME = "other-time"
"""Marks the chip that asks for a time; no medicine is called so."""


class AsNeededCard(QFrame):
    """`taken` carries a medicine's identifier, `removed` a dose that was not taken after all.

    `time_wanted` asks for `ask_time`, and `taken_at` carries a medicine and the time that was told.
    Hidden on a day that has neither medicines nor doses.
    """

    taken = Signal(UUID)
    time_wanted = Signal()
    taken_at = Signal(UUID, object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Taken as needed"), "heading"))
        self._offered: tuple[Medication, ...] = ()
        self.dose_time: DoseTime | None = None
        self._chips = FlowBox(6)
        self._time_place = column()
        self._doses = column(spacing=3)
        inside.addWidget(self._chips)
        inside.addLayout(self._time_place)
        inside.addLayout(self._doses)
        self.hide()

    def show_as_needed(self, day: AsNeeded) -> None:
        """Show what may be taken and what was; the keyboard stays on its chip."""
        if day.offered != self._offered:
            self._offered = day.offered
            self.close_time()
        focused = self._focused_chip()
        self._chips.clear()
        clear(self._doses)
        for medication in day.offered:
            self._chips.add(self._chip(medication))
        if day.offered:
            self._chips.add(self._other_time())
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

    def _other_time(self) -> QPushButton:
        chip = QPushButton(_("at another time…"))
        chip.setProperty("kind", "chip")
        chip.setProperty("medication", OTHER_TIME)
        chip.setAccessibleName(_("Took one at another time"))
        chip.clicked.connect(self.time_wanted)
        return chip

    def ask_time(self, clock: time) -> None:
        """Ask which dose was taken when, with `clock` as the time to start from."""
        self.close_time()
        self.dose_time = DoseTime(self._offered, clock)
        self.dose_time.chosen.connect(self.taken_at)
        self.dose_time.given_up.connect(self.close_time)
        self._time_place.addWidget(self.dose_time)
        self.dose_time.take_focus()

    def close_time(self) -> None:
        """Ask for no time any longer; a keyboard that was there goes back to the chip."""
        if self.dose_time is None:
            return
        keyboard = QApplication.focusWidget()
        if keyboard is not None and self.dose_time.isAncestorOf(keyboard):
            self._focus_chip(OTHER_TIME)
        self.dose_time = None
        clear(self._time_place)

    def show_time_message(self, message: str) -> None:
        """Say what is wrong with the time that was told, and ask for it again."""
        if self.dose_time is not None:
            self.dose_time.show_message(message)
            self.dose_time.take_focus()

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
