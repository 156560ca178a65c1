"""Whom to call: the person's own contacts where they may be shown, and their country's numbers."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.catalogue import HelpNumbers, help_numbers, numbers_for
from journal.domain.profile import Contact
from journal.domain.safety import Finding
from journal.i18n import _
from journal.ui.safety.cards import SafetyCards
from journal.ui.safety.selectable_label import SelectableLabel
from journal.ui.widgets.dialog_parts import within_screen
from journal.ui.widgets.layout import card, column, label, page_body, row
from journal.ui.widgets.tab_order import tab_as_seen
from journal.wording.safety import Numbers, companion_sentence

ELSEWHERE = "ZZ"
ELSEWHERE_IN_EU = "EU"
EU_MEMBERS = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)


def default_country(locale_name: str, kept: str) -> str:
    """The catalogue's code for the kept country, else for that of a locale such as `en_GB`.

    A country that is not listed becomes `EU` or `ZZ`.
    """
    listed = help_numbers()
    if kept.upper() in listed:
        return kept.upper()
    language, _mark, country = locale_name.upper().replace("-", "_").rpartition("_")
    if language and country in listed:
        return country
    return ELSEWHERE_IN_EU if language and country in EU_MEMBERS else ELSEWHERE


class HelpDialog(QDialog):
    """Large numbers on a calm page; `country_changed` carries the code the person chose.

    `answered` carries an open finding and the code of the answer to its question.
    """

    country_changed = Signal(str)
    answered = Signal(object, str)

    def __init__(self, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Get help now"))
        self.resize(within_screen(self, 600, 660))
        inside = page_body(self)
        inside.addWidget(label(_("Get help now"), "title"))
        inside.addWidget(self._contacts())
        inside.addWidget(self._numbers())
        be_safe = _(
            "If you can, be with someone, and keep away from anything you could hurt yourself with."
        )
        inside.addWidget(label(be_safe, "strong", wraps=True))
        self.companion = label("", wraps=True)
        inside.addWidget(self.companion)
        inside.addWidget(label(_("Nobody watches this journal."), "muted", wraps=True))
        self.findings = SafetyCards(in_help=True)
        self.findings.answered.connect(self.answered)
        inside.addWidget(self.findings)
        inside.addStretch(1)
        self._add_country(inside)
        self.show_country(country)
        self.emergency.number.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab the way the eye goes."""
        return tab_as_seen(self, forward=forward)

    def _contacts(self) -> QFrame:
        self.contacts, inside = card()
        self.clinic = NumberLine(_("Your clinic"))
        self.person = NumberLine(_("Your own contact"))
        for line in (self.person, self.clinic):
            inside.addWidget(line)
        self.contacts.hide()
        return self.contacts

    def show_contacts(self, clinic: Contact, person: Contact) -> None:
        """Show the person's own contacts on top.

        For an open journal, or where they chose that anyone may read them.
        """
        self.clinic.show_number(clinic.number, clinic.name)
        self.person.show_number(person.number, person.name)
        self.contacts.setVisible(bool(clinic.number or person.number))

    def show_findings(self, findings: Iterable[Finding], numbers: Numbers) -> None:
        """Show what the dot on "Get help now" is about, for an open journal."""
        self.findings.show_findings(findings, numbers)

    def _numbers(self) -> QFrame:
        frame, inside = card()
        self.emergency = NumberLine(_("Emergency"))
        self.crisis = NumberLine(_("Someone to talk to, at any hour"))
        self.urgent = NumberLine(_("Medical advice that cannot wait, but is no emergency"))
        for line in (self.emergency, self.crisis, self.urgent):
            inside.addWidget(line)
        return frame

    def _add_country(self, inside: QVBoxLayout) -> None:
        line = row()
        self.shown_country = label("", "muted", wraps=True)
        self.change = QPushButton(_("Not your country? Change"))
        self.change.setProperty("kind", "link")
        self.change.clicked.connect(self._on_change)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.close)
        line.addWidget(self.shown_country, 1)
        line.addWidget(self.change)
        line.addWidget(close)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Country"))
        for code, numbers in help_numbers().items():
            self.choice.addItem(_(numbers.name), code)
        self.choice.activated.connect(self._on_chosen)
        self.choice.hide()
        inside.addWidget(self.choice)
        inside.addLayout(line)

    def show_country(self, country: str) -> None:
        """Show the numbers of a country code."""
        numbers = numbers_for(country)
        self._show_numbers(numbers)
        self.choice.setCurrentIndex(self.choice.findData(numbers.country))
        self.companion.setText(companion_sentence(numbers))
        self.shown_country.setText(_("Numbers for: {country}").format(country=_(numbers.name)))

    def _show_numbers(self, numbers: HelpNumbers) -> None:
        elsewhere = _("Works in many countries. If yours has another number, call that one.")
        about = elsewhere if numbers.country == ELSEWHERE else ""
        self.emergency.show_number(numbers.emergency, about)
        self.crisis.show_number(numbers.crisis_number, numbers.crisis_name)
        self.urgent.show_number(numbers.urgent, "")

    def _on_change(self) -> None:
        self.choice.show()
        self.choice.setFocus()

    def _on_chosen(self, index: int) -> None:
        country = self.choice.itemData(index)
        self.show_country(country)
        self.country_changed.emit(country)


class NumberLine(QWidget):
    """What a number is for, the number itself, and who answers; hidden without a number."""

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self._purpose = purpose
        inside = column(self, spacing=0)
        inside.addWidget(label(purpose, "muted", wraps=True))
        self.number = SelectableLabel("title", wraps=True)
        inside.addWidget(self.number)
        self.about = label("", "small", wraps=True)
        inside.addWidget(self.about)
        for text in (self.number, self.about):
            # What has no place to break must not push the other numbers out of sight.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_number(self, number: str, about: str) -> None:
        """Show a number and the line below it."""
        self.setVisible(bool(number))
        self.number.setText(number)
        self.number.setAccessibleName(f"{self._purpose}: {number}")
        self.number.setAccessibleDescription(about)
        self.about.setText(about)
        self.about.setVisible(bool(about))
