"""The card of whom to call: the clinic, and someone the person trusts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import Contact
from journal.i18n import _
from journal.ui.settings.kept_line import KeptLine
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label


class ContactsCard(QFrame):
    """`told` carries the settings' field and its new value: a Contact, or the tick."""

    told = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Whom to call"), "heading"))
        explained = _("Shown by “Get help now”, and where something you enter asks for a call.")
        inside.addWidget(label(explained, "small", wraps=True))
        self.form = Form()
        inside.addWidget(self.form)
        self.clinic_name, self.clinic_number = KeptLine(), KeptLine()
        self.person_name, self.person_number = KeptLine(), KeptLine()
        self.always = QCheckBox(_("Show my contacts even when the journal is locked"))
        self._add_fields()
        for line in (self.clinic_name, self.clinic_number):
            line.entered.connect(lambda _text: self.told.emit("clinic", self._clinic()))
        for line in (self.person_name, self.person_number):
            line.entered.connect(lambda _text: self.told.emit("person", self._person()))
        self.always.toggled.connect(lambda on: self.told.emit("contacts_always", on))

    def _add_fields(self) -> None:
        form = self.form
        form.add("clinic_name", _("Clinic"), self.clinic_name)
        form.add("clinic_number", _("Clinic’s number"), self.clinic_number)
        form.add("person_name", _("Someone I trust"), self.person_name)
        form.add("person_number", _("Their number"), self.person_number)
        described = _("Anyone can then read them.")
        form.add("contacts_always", "", self.always, description=described)

    def _clinic(self) -> Contact:
        return Contact(self.clinic_name.text().strip(), self.clinic_number.text().strip())

    def _person(self) -> Contact:
        return Contact(self.person_name.text().strip(), self.person_number.text().strip())

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept; what is being typed is left alone."""
        self.clinic_name.show_kept(settings.clinic.name)
        self.clinic_number.show_kept(settings.clinic.number)
        self.person_name.show_kept(settings.person.name)
        self.person_number.show_kept(settings.person.number)
        show_checked(self.always, settings.contacts_always)

    def flush(self) -> None:
        """Hand over what was typed."""
        for line in (self.clinic_name, self.clinic_number, self.person_name, self.person_number):
            line.flush()
