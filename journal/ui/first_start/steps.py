"""What each of the first steps asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal.domain.checkin import MAX_NAME, MOOD, STANDARD_SCALES
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import Contact, TreatedFor, suggested_scales
from journal.i18n import _
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.tick_list import TickList
from journal.wording.names import SCALES
from journal.wording.profile import begun_in_treatment_words, treated_for_name


class Step(QWidget):
    """One thing to ask or to say."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.inside = column(self, spacing=10)

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept of it."""

    def take_focus(self) -> None:
        """Put the keyboard on the first input, if there is one."""


class TreatedForStep(Step):
    """What is treated, and which scales that would bring to Today."""

    def __init__(self) -> None:
        super().__init__(_("What is being treated?"))
        treated = tuple(TreatedFor)
        names = [treated_for_name(each) for each in treated]
        self.treated_for = TickList(self.title, treated, names)
        self.treated_for.ticked.connect(self._show_scales)
        self._scales = label("", "small", wraps=True)
        self._has_begun = QCheckBox(begun_in_treatment_words())
        for widget in (self.treated_for, self._scales, self._has_begun):
            self.inside.addWidget(widget)
        self._show_scales(frozenset())

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept."""
        self.treated_for.show_values(settings.treated_for)
        show_checked(self._has_begun, settings.begun_in_treatment)
        self._show_scales(settings.treated_for)

    @property
    def has_begun(self) -> bool:
        """Whether treatment had begun before this journal, as ticked."""
        return self._has_begun.isChecked()

    def _show_scales(self, treated_for: frozenset[TreatedFor]) -> None:
        suggested = suggested_scales(treated_for) - {MOOD}
        names = [_(SCALES[scale.key]) for scale in STANDARD_SCALES if scale.key in suggested]
        if names:
            words = _("Today then asks: {scales}. You can change that in Settings.")
            self._scales.setText(words.format(scales=", ".join(names)))
        else:
            self._scales.setText(_("Tick what fits; Today then asks what goes with it."))

    def take_focus(self) -> None:
        """Put the keyboard on the first tick."""
        first = next(iter(self.treated_for.boxes.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)


class AboutStep(Step):
    """Whose journal it is, and which clinic treats; all of it optional."""

    def __init__(self) -> None:
        super().__init__(_("Your name and your clinic"))
        explained = _("For the head of your summaries, and for calling your clinic. Optional.")
        self.inside.addWidget(label(explained, "small", wraps=True))
        self.name, self.clinic_name, self.clinic_number = _line(), _line(), _line()
        form = Form()
        form.add("patient_name", _("Your name"), self.name)
        form.add("clinic_name", _("Clinic"), self.clinic_name)
        form.add("clinic_number", _("Clinic’s number"), self.clinic_number)
        self.inside.addWidget(form)

    @property
    def clinic(self) -> Contact:
        """The clinic as entered."""
        return Contact(self.clinic_name.text().strip(), self.clinic_number.text().strip())

    def show_settings(self, settings: JournalSettings) -> None:
        """Show what is kept."""
        self.name.setText(settings.patient_name)
        self.clinic_name.setText(settings.clinic.name)
        self.clinic_number.setText(settings.clinic.number)

    def take_focus(self) -> None:
        """Put the keyboard on the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)


class ReadyStep(Step):
    """How little a day needs."""

    def __init__(self) -> None:
        super().__init__(_("Ready"))
        for sentence in (
            _("One key is a day: press a digit from 0 to 10 for your mood. The rest is optional."),
            _("Everything is saved as you enter it, and can be undone."),
            _("It stays on this computer. Nobody watches this journal."),
            _("Numbers to call are one click away: “Get help now”, or the key F1."),
        ):
            self.inside.addWidget(label(sentence, wraps=True))


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(MAX_NAME)
    return line
