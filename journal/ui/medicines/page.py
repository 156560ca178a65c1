"""The Medicines page: what is taken now, what is taken when needed, and what was taken before."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal import clock as clocks
from journal.domain.edit import Stamp
from journal.domain.errors import InvalidValue, JournalError
from journal.domain.medication import DoseTaken, Medication, MedicineCourse, courses
from journal.i18n import _
from journal.ui.journal_editor import JournalEditor
from journal.ui.medicines import verbs
from journal.ui.medicines.course_card import CourseCard
from journal.ui.medicines.ending_dialogs import DoseChangeDialog, StopDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog, Removal
from journal.ui.widgets.layout import card, column, label, page_body, row
from journal.wording.medicines import count_medicines, medicine_error

DOSES_OF = timedelta(days=90)


class MedicinesPage(QWidget):
    """It decides which medicine a request is about, and hands every change to the one writer."""

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._medications: tuple[Medication, ...] = ()
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = page_body(self)
        inside.addLayout(self._header())
        self._message = label("", "error", wraps=True)
        self._message.hide()
        self._empty = self._empty_card()
        self.regular = CourseCard(_("Taken now"))
        self.as_needed = CourseCard(_("Taken when needed"))
        self.earlier = CourseCard(_("Earlier"))
        for part in (self._message, self._empty, self.regular, self.as_needed, self.earlier):
            inside.addWidget(part)
        inside.addStretch(1)

    def _header(self) -> QHBoxLayout:
        line = row()
        words = column(spacing=2)
        words.addWidget(label(_("Medicines"), "title"))
        self._state = label("", "muted", wraps=True)
        words.addWidget(self._state)
        self.add = QPushButton(_("Add medicine"))
        self.add.setProperty("kind", "primary")
        line.addLayout(words, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _empty_card(self) -> QFrame:
        frame, inside = card()
        inside.addWidget(label(_("What you take besides the treatment can stand here."), "strong"))
        what_for = _(
            "Add a medicine once; when its dose changes, say so here. Changes are shown on the "
            "time axis, and your clinic sees them in a summary."
        )
        inside.addWidget(label(what_for, "muted", wraps=True))
        return frame

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        for shown in (self.regular, self.as_needed, self.earlier):
            shown.change_requested.connect(self._on_change)
            shown.stop_requested.connect(self._on_stop)
            shown.correction_requested.connect(self._on_correct)
            shown.again_requested.connect(self._on_again)
            shown.taken.connect(self._on_taken)
            shown.removed.connect(self._on_dose_removed)
        self._editor.opened.connect(self.refresh)
        self._editor.refused.connect(self._on_refused)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def refresh(self) -> None:
        """Read the medicines anew and show them."""
        self.add.setEnabled(self._editor.is_open)
        if not self._editor.is_open:
            return
        repository, today = self._editor.journal.medications, self._today()
        self._medications = repository.all()
        doses = repository.doses_between(today - DOSES_OF, today)
        listed = courses(self._medications)
        going_on = [course for course in listed if course.goes_on]
        self._show_message("")
        self._state.setText(count_medicines(len(going_on)))
        self._empty.setVisible(not listed)
        regular = [course for course in going_on if not course.latest.as_needed]
        needed = [course for course in going_on if course.latest.as_needed]
        self._show(self.regular, regular, ())
        self._show(self.as_needed, needed, doses)
        self._show(self.earlier, [course for course in listed if not course.goes_on], ())

    def _show(
        self, shown: CourseCard, listed: list[MedicineCourse], doses: tuple[DoseTaken, ...]
    ) -> None:
        shown.show_courses(listed, doses, self._today())

    def _find(self, medication_id: UUID) -> Medication | None:
        return next((m for m in self._medications if m.id == medication_id), None)

    def _on_add(self) -> None:
        self._ask_new(_("Add a medicine"), new_medication(self._editor.stamp(), self._today()))

    def _on_again(self, medication_id: UUID) -> None:
        found = self._find(medication_id)
        if found is not None:
            title = _("Take {name} again").format(name=found.name)
            self._ask_new(title, begun_again(found, self._editor.stamp(), self._today()))

    def _ask_new(self, title: str, draft: Medication) -> None:
        today = self._today()
        entered = MedicineDialog.ask(self, title, draft, self._medications, today)
        if isinstance(entered, Medication):
            words = _("{name} added.").format(name=entered.name)
            self._editor.perform(words, verbs.begin(entered, today))

    def _on_correct(self, medication_id: UUID) -> None:
        found, today = self._find(medication_id), self._today()
        if found is None:
            return
        title = _("Correct {name}").format(name=found.name)
        answer = MedicineDialog.ask(self, title, found, self._medications, today, corrects=True)
        if isinstance(answer, Removal):
            words = _("{name} deleted.").format(name=found.name)
            self._editor.perform(words, verbs.remove(found.id))
        elif answer is not None:
            words = _("{name} corrected.").format(name=answer.name)
            self._editor.perform(words, verbs.correct(answer, today))

    def _on_change(self, medication_id: UUID) -> None:
        found, today = self._find(medication_id), self._today()
        if found is None:
            return
        change = DoseChangeDialog.ask(self, found, self._medications, today)
        if change is not None:
            words = _("New dose of {name} saved.").format(name=found.name)
            self._editor.perform(words, verbs.change_dose(found.id, change, today))

    def _on_stop(self, medication_id: UUID) -> None:
        found, today = self._find(medication_id), self._today()
        if found is None:
            return
        ending = StopDialog.ask(self, found, today)
        if ending is not None:
            words = _("{name} stopped: saved.").format(name=found.name)
            self._editor.perform(words, verbs.stop(found.id, ending, today))

    def _on_taken(self, medication_id: UUID) -> None:
        found = self._find(medication_id)
        if found is not None:
            words = _("A dose of {name} saved.").format(name=found.name)
            now = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
            self._editor.perform(words, verbs.take(found.id, now))

    def _on_dose_removed(self, dose_id: UUID) -> None:
        self._editor.perform(_("Dose removed."), verbs.take_back(dose_id))

    def _on_refused(self, error: JournalError) -> None:
        """The forms refuse first; this is for what changed while one was open."""
        if isinstance(error, InvalidValue) and self.isVisible():
            self._show_message(medicine_error(error))

    def _show_message(self, message: str) -> None:
        self._message.setText(message)
        self._message.setVisible(bool(message))


def new_medication(stamp: Stamp, today: date) -> Medication:
    """A medicine without a name yet, begun today."""
    return Medication(stamp.new_id(), stamp.new_id(), "", today, stamp.now, stamp.now)


def begun_again(before: Medication, stamp: Stamp, today: date) -> Medication:
    """A medicine that was stopped, taken again from today on at its last dose."""
    return Medication(
        stamp.new_id(),
        before.course,
        before.name,
        today,
        stamp.now,
        stamp.now,
        before.dose,
        before.how_often,
        before.kind,
        before.as_needed,
    )
