"""The card of whose journal it is, for the head of a summary."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.i18n import _
from journal.ui.settings.kept_line import KeptLine
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label
from journal.ui.widgets.narrow import narrow
from journal.ui.widgets.tick_list import TickList
from journal.wording.profile import (
    begun_in_treatment_words,
    clinic_should_know_name,
    treated_for_name,
)

_YEAR_MONTH_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


class AboutCard(QFrame):
    """Name, birth date, record number, what is treated, and what the clinic should know.

    `told` carries the settings' field and its new value; an empty one is an answer too.
    """

    told = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._kept_birth_date: date | None = None
        inside.addWidget(label(_("About you"), "heading"))
        explained = _("Printed at the head of your summaries. All of it may stay empty.")
        inside.addWidget(label(explained, "small", wraps=True))
        self.form = Form()
        inside.addWidget(self.form)
        self._add_lines()
        self._add_ticks()

    def _add_lines(self) -> None:
        self.name = KeptLine()
        self.birth_date = QLineEdit()
        self.birth_date.setPlaceholderText(_("YYYY-MM-DD"))
        self.record_number = KeptLine()
        described = _("Year, month, day, such as 1980-05-21.")
        numbered = _("Your number in the clinic’s records.")
        form = self.form
        form.add("patient_name", _("Name"), self.name)
        form.add("birth_date", _("Birth date"), narrow(self.birth_date, 140), description=described)
        form.add("record_number", _("Record number"), self.record_number, description=numbered)
        self.name.entered.connect(lambda text: self.told.emit("patient_name", text))
        self.record_number.entered.connect(lambda text: self.told.emit("record_number", text))
        self.birth_date.editingFinished.connect(self._on_birth_date_edited)

    def _add_ticks(self) -> None:
        treated, know = tuple(TreatedFor), tuple(ClinicShouldKnow)
        asked = _("Treated for")
        self.treated_for = TickList(asked, treated, [treated_for_name(t) for t in treated])
        self.form.add("treated_for", asked, self.treated_for)
        self.begun_in_treatment = QCheckBox(begun_in_treatment_words())
        earlier = _("Ketamine or esketamine sessions that are older than the first one in it.")
        self.form.add("begun_in_treatment", "", self.begun_in_treatment, description=earlier)
        self.evening_question = QCheckBox(
            _("Ask each evening about thoughts of not wanting to live")
        )
        described = _("One line on Today, with four answers. It is off until you choose it.")
        self.form.add("evening_question", "", self.evening_question, description=described)
        asked = _("My clinic should know")
        names = [clinic_should_know_name(condition) for condition in know]
        self.clinic_should_know = TickList(asked, know, names)
        self.form.add("clinic_should_know", asked, self.clinic_should_know)
        self.treated_for.ticked.connect(lambda values: self.told.emit("treated_for", values))
        self.clinic_should_know.ticked.connect(
            lambda values: self.told.emit("clinic_should_know", values)
        )
        self.begun_in_treatment.toggled.connect(lambda on: self.told.emit("begun_in_treatment", on))
        self.evening_question.toggled.connect(lambda on: self.told.emit("evening_question", on))

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept; what is being typed, or was refused, is left alone."""
        self._kept_birth_date = settings.birth_date
        self.name.show_kept(settings.patient_name)
        self.record_number.show_kept(settings.record_number)
        self._show_birth_date(settings.birth_date)
        self.treated_for.show_values(settings.treated_for)
        self.clinic_should_know.show_values(settings.clinic_should_know)
        show_checked(self.begun_in_treatment, settings.begun_in_treatment)
        show_checked(self.evening_question, settings.evening_question)
        self.form.show_field("evening_question", offers_evening_question(settings))

    def _show_birth_date(self, born: date | None) -> None:
        is_pending = self.birth_date.isModified() or self.form.error("birth_date")
        if not is_pending and self.birth_date.text() != _written(born):
            self.birth_date.setText(_written(born))

    def show_error(self, field: str, message: str) -> None:
        """Say at its field why a value was refused."""
        self.form.show_error(field, message)

    def flush(self) -> None:
        """Hand over what was typed."""
        self.name.flush()
        self.record_number.flush()
        self._on_birth_date_edited()

    def _on_birth_date_edited(self) -> None:
        try:
            born = read_birth_date(self.birth_date.text())
        except ValueError:
            message = _("This is not a date. Please write year, month and day.")
            self.show_error("birth_date", message)
            return
        self.show_error("birth_date", "")
        self.birth_date.setText(_written(born))
        if born != self._kept_birth_date:
            self.told.emit("birth_date", born)


def offers_evening_question(settings: JournalSettings) -> bool:
    """Where suicidal thoughts are treated; one that is on can be switched off anywhere."""
    return TreatedFor.SUICIDAL_THOUGHTS in settings.treated_for or settings.evening_question


def read_birth_date(text: str) -> date | None:
    """The day written as 1980-05-21, with anything between, or as 21.5.1980; None for nothing.

    Other orders are refused, since 3/4/1980 is two different days. Raises ValueError.
    """
    text = text.strip()
    if not text:
        return None
    if written := _YEAR_MONTH_DAY.fullmatch(text):
        year, month, day = written.groups()
    elif written := _DAY_MONTH_YEAR.fullmatch(text):
        day, month, year = written.groups()
    else:
        raise ValueError("not a day in a known order")
    return date(int(year), int(month), int(day))


def _written(born: date | None) -> str:
    return born.isoformat() if born else ""
