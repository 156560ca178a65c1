"""A card of medicines, one below the other."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal.domain.medication import DoseTaken, MedicineCourse, last_doses
from journal.ui.medicines.medicine_row import MedicineRow
from journal.ui.widgets.layout import card, clear, column, label, rule

SHOWN_DOSES = 5


class CourseCard(QFrame):
    """Hands on what its rows ask for; hidden while it has none."""

    change_requested = Signal(UUID)
    stop_requested = Signal(UUID)
    correction_requested = Signal(UUID)
    again_requested = Signal(UUID)
    taken = Signal(UUID)
    removed = Signal(UUID)

    def __init__(self, title: str) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(title, "heading"))
        self._rows = column(spacing=12)
        inside.addLayout(self._rows)
        self.hide()

    def show_courses(
        self, courses: Sequence[MedicineCourse], doses: Sequence[DoseTaken], today: date
    ) -> None:
        """Show these medicines; the keyboard stays on the button it was on."""
        focused = self._focused_action()
        clear(self._rows)
        for index, course in enumerate(courses):
            if index:
                self._rows.addWidget(rule())
            shown = self._row(course, last_doses(course, doses, SHOWN_DOSES), today)
            self._rows.addWidget(shown)
            shown.show()  # at once, for the keyboard may have to go there
        self.setVisible(bool(courses))
        self._focus_action(focused)

    def _row(self, course: MedicineCourse, doses: Sequence[DoseTaken], today: date) -> MedicineRow:
        shown = MedicineRow(course, doses, today)
        shown.change_requested.connect(self.change_requested)
        shown.stop_requested.connect(self.stop_requested)
        shown.correction_requested.connect(self.correction_requested)
        shown.again_requested.connect(self.again_requested)
        shown.taken.connect(self.taken)
        shown.removed.connect(self.removed)
        return shown

    def _focused_action(self) -> str:
        buttons = self.findChildren(QPushButton)
        return next((str(b.property("action")) for b in buttons if b.hasFocus()), "")

    def _focus_action(self, action: str) -> None:
        for button in self.findChildren(QPushButton):
            if action and button.property("action") == action and button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
