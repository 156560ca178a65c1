"""The card of whose journal it is, for the head of a summary."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from journal.domain.checkin import MAX_NAME
from journal.domain.journal_settings import JournalSettings
from journal.i18n import _
from journal.ui.settings.narrow import narrow
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label

_YEAR_MONTH_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


class AboutCard(QFrame):
    """Name and birth date, handed over when their editing ends; an empty field is an answer."""

    name_changed = Signal(str)
    birth_date_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._kept_name = ""
        self._kept_birth_date: date | None = None
        inside.addWidget(label(_("About you"), "heading"))
        explained = _("Printed at the head of your summaries. Both may stay empty.")
        inside.addWidget(label(explained, "small", wraps=True))
        self.form = Form()
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.birth_date = QLineEdit()
        self.birth_date.setPlaceholderText(_("YYYY-MM-DD"))
        described = _("Year, month, day, such as 1980-05-21.")
        self.form.add("patient_name", _("Name"), self.name)
        self.form.add(
            "birth_date", _("Birth date"), narrow(self.birth_date, 140), description=described
        )
        inside.addWidget(self.form)
        self.name.editingFinished.connect(self._on_name_edited)
        self.birth_date.editingFinished.connect(self._on_birth_date_edited)

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept; what is being typed, or was refused, is left alone."""
        self._kept_name = settings.patient_name
        self._kept_birth_date = settings.birth_date
        self._show("patient_name", self.name, settings.patient_name)
        self._show("birth_date", self.birth_date, _written(settings.birth_date))

    def _show(self, field: str, edit: QLineEdit, text: str) -> None:
        is_pending = edit.isModified() or self.form.error(field)
        if not is_pending and edit.text() != text:
            edit.setText(text)

    def show_error(self, field: str, message: str) -> None:
        """Say at its field why a value was refused."""
        self.form.show_error(field, message)

    def flush(self) -> None:
        """Hand over what was typed."""
        self._on_name_edited()
        self._on_birth_date_edited()

    def _on_name_edited(self) -> None:
        name = self.name.text().strip()
        self.name.setModified(False)
        if name != self._kept_name:
            self.name_changed.emit(name)

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
            self.birth_date_changed.emit(born)


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
