"""A course of sessions: what it will be is shown, date by date, before it is made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from journal.domain.checkin import MAX_NAME
from journal.domain.course import (
    Phase,
    check_phase,
    clashes,
    course_days,
    course_moments,
    usual_phases,
)
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import Treatment, TreatmentSession, usual_route
from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.sessions.phase_input import PhaseInput
from journal.ui.sessions.start_input import StartInput
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.widgets.dialog_parts import SaveButtons, scrolled, within_screen
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label, row
from journal.wording import invalid_sentence, treatment_label
from journal.wording.treatment import clash_sentence, course_sentence, phase_sentence, when_text

WIDTH = 640
HEIGHT = 780
LIST_HEIGHT = 190


class CourseDialog(LastingDialog):
    """`course` has the sessions, oldest first, once they were accepted."""

    def __init__(
        self, parent: QWidget | None, draft: TreatmentSession, surroundings: Surroundings
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Plan a course"))
        self._draft = draft
        self._surroundings = surroundings
        self.course: tuple[TreatmentSession, ...] | None = None
        self.phases: list[PhaseInput] = []
        self._phases_touched = False
        outer = column(self, spacing=16)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(label(_("Plan a course"), "heading"))
        self._make_inputs()
        outer.addWidget(scrolled(self.form, self.sentence, self.dates, spacing=12), 1)
        buttons = SaveButtons(self, _("Plan it"))
        self.save, self.cancel = buttons.save, buttons.cancel
        outer.addWidget(buttons)
        self._offer_phases()
        self._connect()
        self.resize(within_screen(self, WIDTH, HEIGHT))
        self.treatment.setFocus()
        self._first_written = self._written()

    @classmethod
    def ask(
        cls, parent: QWidget | None, draft: TreatmentSession, surroundings: Surroundings
    ) -> tuple[TreatmentSession, ...] | None:
        """Let the person plan a course; None where they think better of it."""
        dialog = cls(parent, draft, surroundings)
        dialog.exec()
        dialog.deleteLater()
        return dialog.course

    def _make_inputs(self) -> None:
        draft = self._draft
        self.treatment = ChoiceBox(tuple(Treatment), [treatment_label(t) for t in Treatment])
        self.treatment.show_value(draft.treatment)
        self.name = QLineEdit(draft.treatment_name, maxLength=MAX_NAME)
        self.start = StartInput(draft.start, self._surroundings.day_starts_at)
        self.provider = QLineEdit(draft.provider, maxLength=MAX_NAME)
        self._parts = QWidget()
        self._parts_column = column(self._parts, spacing=14)
        self.then = QPushButton(_("+ then…"))
        self.then.setProperty("kind", "chip")
        self.then.setAutoDefault(False)
        self.then.setAccessibleName(_("Add a part that follows"))
        self.sentence = label("", "strong", wraps=True)
        self.dates = QListWidget()
        self.dates.setAccessibleName(_("The sessions of the course"))
        self.dates.setFixedHeight(LIST_HEIGHT)
        self.form = Form()
        self.form.add("treatment", _("Treatment"), self.treatment)
        self.form.add("name", _("Name of the treatment"), self.name)
        from_then = _("The first session is on the first of the chosen days from then on.")
        self.form.add("start", _("From, at"), self.start, description=from_then)
        self.form.add("phases", _("On"), self._parts)
        self.form.add("then", "", _at_its_size(self.then))
        self.form.add("provider", _("Clinic or provider"), self.provider)

    def _connect(self) -> None:
        self.treatment.currentIndexChanged.connect(self._offer_phases)
        self.start.changed.connect(self._on_start_changed)
        self.then.clicked.connect(self._on_then)

    def _first_day(self) -> date:
        return self.start.wall_clock.date()

    def _on_start_changed(self) -> None:
        self._offer_phases()

    def _offer_phases(self) -> None:
        """Show the usual course of the treatment, unless the person changed it."""
        self.form.show_field("name", self.treatment.value is Treatment.OTHER)
        if not self._phases_touched:
            self.show_phases(usual_phases(self.treatment.value, self._first_day()))
        self._show_course()

    def show_phases(self, phases: Sequence[Phase]) -> None:
        """Show these parts, one below the other."""
        for part in self.phases:
            part.hide()
            part.deleteLater()
        self.phases = []
        for phase in phases:
            self._add_phase(phase)

    def _add_phase(self, phase: Phase) -> PhaseInput:
        part = PhaseInput(phase, len(self.phases) + 1)
        part.changed.connect(self._on_phases_changed)
        part.removal_requested.connect(lambda: self._remove(part))
        self.phases.append(part)
        self._parts_column.addWidget(part)
        return part

    def _on_then(self) -> None:
        last = self.phases[-1].phase()
        first = min(last.weekdays, default=self._first_day().weekday())
        part = self._add_phase(replace(last, weekdays=frozenset({first})))
        self._on_phases_changed()
        part.show()
        part.days[first].setFocus()

    def _remove(self, part: PhaseInput) -> None:
        phases = [each.phase() for each in self.phases if each is not part]
        self.show_phases(phases)
        self._on_phases_changed()
        self.then.setFocus()

    def _on_phases_changed(self) -> None:
        self._phases_touched = True
        self._show_course()

    def _moments(self) -> tuple[Moment, ...]:
        """The moments of the course; raises InvalidValue, which a part of it may have told."""
        for part in self.phases:
            part.show_message("")
            try:
                check_phase(part.phase())
            except InvalidValue as error:
                part.show_message(phase_sentence(error))
                raise
        days = course_days(self._first_day(), [part.phase() for part in self.phases])
        clock = self.start.wall_clock.time()
        zone = self._draft.start.zone
        return course_moments(days, clock, zone, self._surroundings.day_starts_at)

    def _show_course(self) -> None:
        """Show what would be planned, and at once where it cannot be."""
        self.dates.clear()
        self.form.clear_errors()
        try:
            moments = self._moments()
        except InvalidValue as error:
            self.sentence.setText("")
            self._tell(error)
            return
        self.sentence.setText(course_sentence(moments))
        clashing = clashes(moments, self._surroundings.sessions)
        for moment in moments:
            taken = _("{when} – there is a session already")
            shape = taken if moment in clashing else "{when}"
            self.dates.addItem(shape.format(when=when_text(moment)))
        if clashing:
            self.form.show_error("start", clash_sentence(clashing))

    def _tell(self, error: InvalidValue) -> None:
        if error.problem is Problem.TOO_LARGE:
            self.phases[-1].show_message(phase_sentence(error))
        elif error.field in ("start", "time"):
            start = InvalidValue("start", error.problem, error.limits)
            self.form.show_error("start", invalid_sentence(start))

    def accept(self) -> None:
        """Close with the course if it can be; otherwise the reason stands at its field."""
        self._show_course()
        if self.form.error("start"):
            self.form.take_focus("start")
            return
        try:
            moments = self._moments()
            if moments[0].instant <= self._surroundings.now:
                raise InvalidValue("start", Problem.PLANNED_IN_PAST)
        except InvalidValue as error:
            self._tell(error)
            return
        new_id = self._surroundings.stamp().new_id
        self.course = tuple(
            replace(self._template(), id=new_id(), start=moment) for moment in moments
        )
        super().accept()

    def reject(self) -> None:
        """Close without a course; what was written is thrown away only if the person says so."""
        if self._written() == self._first_written or may_discard(self):
            super().reject()

    def _written(self) -> tuple[object, ...]:
        """What stands in the fields, for telling whether the person changed any of it."""
        return (
            self.treatment.value,
            self.name.text(),
            self.start.wall_clock,
            tuple(part.phase() for part in self.phases),
            self.provider.text(),
        )

    def _template(self) -> TreatmentSession:
        treatment = self.treatment.value
        own = self.name.text().strip() if treatment is Treatment.OTHER else ""
        # Where the last treatment was given says nothing about another one.
        setting = self._draft.setting if treatment is self._draft.treatment else None
        return replace(
            self._draft,
            treatment=treatment,
            treatment_name=own,
            route=usual_route(treatment),
            setting=setting,
            provider=self.provider.text().strip(),
        )


def _at_its_size(button: QPushButton) -> QWidget:
    """A button that is not stretched over the width of the form."""
    place = QWidget()
    line = row(place)
    line.addWidget(button)
    line.addStretch(1)
    place.setFocusProxy(button)
    return place
