"""Getting help: the right country's numbers, readable and large, with nothing else needed."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from journal.catalogue import help_numbers, numbers_for
from journal.domain.profile import NOBODY, Contact
from journal.domain.safety import Finding, FindingKind
from journal.ui.help_dialog import HelpDialog, default_country
from journal.wording.safety import Numbers


def shown(qtbot: QtBot, country: str) -> HelpDialog:
    dialog = HelpDialog(country)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("locale_name", "country"),
    [
        ("en_GB", "GB"),
        ("de_DE", "DE"),
        ("fr-CA", "CA"),
        ("it_IT", "EU"),
        ("ja_JP", "ZZ"),
        ("ca", "ZZ"),
        ("C", "ZZ"),
        ("", "ZZ"),
    ],
)
def test_the_country_comes_from_the_locale(locale_name: str, country: str) -> None:
    assert default_country(locale_name, "") == country


def test_a_kept_country_comes_before_the_locale() -> None:
    assert default_country("en_US", "NZ") == "NZ"


def test_a_kept_country_that_is_not_listed_is_passed_over() -> None:
    assert default_country("en_US", "Atlantis") == "US"


def test_it_shows_emergency_crisis_line_and_urgent_line(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    assert dialog.emergency.number.text() == "999"
    assert dialog.crisis.number.text() == "116 123"
    assert dialog.crisis.about.text() == "Samaritans"
    assert dialog.urgent.number.text() == "111"
    assert "call 999." in dialog.companion.text()


def test_a_number_that_a_country_lacks_leaves_no_gap(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "IE")
    assert dialog.crisis.isVisible()
    assert not dialog.urgent.isVisible()


def test_a_country_that_is_not_listed_hears_that_its_number_may_differ(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "JP")
    assert dialog.emergency.number.text() == "112"
    assert "another number" in dialog.emergency.about.text()


def test_screen_readers_hear_what_a_number_is_for(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "US")
    assert dialog.emergency.number.accessibleName() == "Emergency: 911"
    assert dialog.crisis.number.accessibleName() == "Someone to talk to, at any hour: 988"
    assert dialog.crisis.number.accessibleDescription() == "988 Suicide and Crisis Lifeline"


def test_the_tabulator_stops_at_a_number_and_selects_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    qtbot.waitUntil(dialog.emergency.number.hasFocus)
    QTest.keyClick(dialog.emergency.number, Qt.Key.Key_Tab)
    assert dialog.crisis.number.hasFocus()
    assert dialog.crisis.number.selectedText() == "116 123"


def test_another_country_can_be_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "US")
    assert not dialog.choice.isVisible()
    dialog.change.click()
    qtbot.waitUntil(dialog.choice.hasFocus)
    with qtbot.waitSignal(dialog.country_changed) as announced:
        QTest.keyClick(dialog.choice, Qt.Key.Key_Down)
    assert announced.args == ["CA"]
    assert dialog.urgent.number.text() == "811"


def test_every_country_of_the_catalogue_can_be_chosen(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "US")
    assert [dialog.choice.itemData(i) for i in range(dialog.choice.count())] == list(help_numbers())


def test_escape_closes_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    QTest.keyClick(dialog.emergency.number, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_behind_it_can_still_be_used(qtbot: QtBot) -> None:
    assert not shown(qtbot, "GB").isModal()


CLINIC = Contact("Riverside Clinic", "555 0100")
SAM = Contact("Sam", "555 0101")


def test_without_contacts_only_the_country_s_numbers_show(qtbot: QtBot) -> None:
    """As while the journal is locked, or before there is one."""
    assert not shown(qtbot, "GB").contacts.isVisible()


def test_own_contacts_stand_on_top(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    dialog.show_contacts(CLINIC, SAM)
    assert dialog.clinic.number.text() == "555 0100"
    assert dialog.clinic.about.text() == "Riverside Clinic"
    assert dialog.person.number.text() == "555 0101"
    QApplication.processEvents()
    top = QPoint(0, 0)
    assert dialog.person.mapTo(dialog, top).y() < dialog.emergency.mapTo(dialog, top).y()


def test_a_contact_that_is_not_named_leaves_no_gap(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    dialog.show_contacts(CLINIC, NOBODY)
    assert dialog.clinic.isVisible()
    assert not dialog.person.isVisible()
    dialog.show_contacts(NOBODY, NOBODY)
    assert not dialog.contacts.isVisible()


def test_a_long_contact_pushes_nothing_out_of_sight(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    dialog.show_contacts(Contact("x" * 300, "5" * 300), NOBODY)
    QApplication.processEvents()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_a_number_with_words_around_it_is_shown_in_full(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    words = "call the desk on weekdays before noon: 555 0100, otherwise the ward on 555 0177"
    dialog.show_contacts(Contact("Riverside", words), NOBODY)
    number = dialog.clinic.number
    qtbot.waitUntil(lambda: number.height() >= number.heightForWidth(number.width()) > 0)
    assert number.heightForWidth(number.width()) > dialog.emergency.number.height()


def test_it_says_what_the_dot_is_about_and_asks_what_was_left_open(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "GB")
    pain = Finding(FindingKind.URGENT, date(2026, 3, 9), UUID(int=1), ("chest-pain",))
    dialog.show_findings((pain,), Numbers(numbers_for("GB"), CLINIC, SAM))
    (card,) = dialog.findings.cards.values()
    assert card.heading.text() == "Chest pain, 9 Mar"
    assert card.answers is not None
    with qtbot.waitSignal(dialog.answered) as answered:
        card.answers.buttons[1].click()
    assert answered.args == [pain, "no"]
