"""One medicine on the page: its dose now, those before, and what can be done with it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.medication import DoseTaken, Medication, MedicineCourse
from journal.i18n import _
from journal.ui.widgets.layout import FlowBox, column, label, row
from journal.wording.medicines import (
    dose_taken_text,
    medicine_class_note,
    medicine_days,
    medicine_dose,
    medicine_run,
)


class MedicineRow(QWidget):
    """Signals carry the identifier of the dose, or of the taken dose, they are about."""

    change_requested = Signal(UUID)
    stop_requested = Signal(UUID)
    correction_requested = Signal(UUID)
    again_requested = Signal(UUID)
    taken = Signal(UUID)
    removed = Signal(UUID)

    def __init__(self, course: MedicineCourse, doses: Sequence[DoseTaken], today: date) -> None:
        super().__init__()
        self._latest = course.latest
        inside = column(self, spacing=3)
        inside.addLayout(self._head(course.goes_on))
        for dose in doses:
            inside.addLayout(self._taken_line(dose, today))
        if self._latest.as_needed and course.goes_on and not doses:
            inside.addWidget(label(_("No dose entered in the last 90 days."), "small"))
        before = course.runs[:-1] if course.goes_on else course.runs
        for run in reversed(before):
            self._add_run(inside, run)

    def _head(self, goes_on: bool) -> QVBoxLayout:
        latest = self._latest
        head = column(spacing=6)
        line = row()
        words = column(spacing=0)
        words.addWidget(_squeezable(label(latest.name, "strong", wraps=True)))
        if goes_on:
            parts = (medicine_dose(latest), medicine_days(latest), medicine_class_note(latest))
            text = " · ".join(part for part in parts if part)
            words.addWidget(_squeezable(label(text, "muted", wraps=True)))
        elif medicine_class_note(latest):
            words.addWidget(label(medicine_class_note(latest), "muted"))
        line.addLayout(words, 1)
        head.addLayout(line)
        if goes_on:
            line.addWidget(self._correct_link(latest), 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(self._current_buttons())
        else:
            line.addWidget(self._button(_("Take again…"), "again", self.again_requested))
        return head

    def _current_buttons(self) -> QWidget:
        buttons = FlowBox()
        if self._latest.as_needed:
            buttons.add(self._button(_("Took one now"), "take", self.taken))
        buttons.add(self._button(_("Change dose…"), "change", self.change_requested))
        buttons.add(self._button(_("Stop…"), "stop", self.stop_requested))
        return buttons

    def _add_run(self, inside: QVBoxLayout, run: Medication) -> None:
        line = row()
        line.addWidget(_squeezable(label(medicine_run(run), "small", wraps=True)), 1)
        line.addWidget(self._correct_link(run))
        inside.addLayout(line)

    def _correct_link(self, run: Medication) -> QPushButton:
        link = self._button(_("Correct…"), "correct", self.correction_requested, run.id)
        link.setProperty("kind", "link")
        return link

    def _taken_line(self, dose: DoseTaken, today: date) -> QHBoxLayout:
        line = row()
        text = dose_taken_text(dose, today)
        line.addWidget(_squeezable(label(text, "small", wraps=True)), 1)
        remove = self._button(_("Remove"), "remove", self.removed, dose.id)
        remove.setProperty("kind", "link")
        remove.setAccessibleName(_("Remove the dose of {when}").format(when=text))
        line.addWidget(remove)
        return line

    def _button(
        self,
        text: str,
        action: str,
        signal: SignalInstance,
        record: UUID | None = None,
    ) -> QPushButton:
        about = record or self._latest.id
        button = QPushButton(text)
        button.setProperty("action", f"{action}:{about}")
        button.setAccessibleName(f"{self._latest.name}: {text}")
        button.clicked.connect(lambda: signal.emit(about))
        return button


def _squeezable(text: QLabel) -> QLabel:
    # A name of one very long word must not make the page wider than the window.
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return text
