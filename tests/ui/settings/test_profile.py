"""Who the journal is about and whom to call, on the Settings page over a real journal."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.domain.checkin import MOOD
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import ClinicShouldKnow, Contact, TreatedFor
from journal.ui.journal_editor import JournalEditor
from journal.ui.settings.page import SettingsPage


@pytest.fixture
def page(editor: JournalEditor, journal_path: Path, qtbot: QtBot) -> SettingsPage:
    shown = SettingsPage(editor, "system", journal_path)
    qtbot.addWidget(shown)
    editor.changed.connect(lambda _change: shown.refresh())
    shown.resize(692, 600)
    shown.show()
    return shown


def settings(editor: JournalEditor) -> JournalSettings:
    return editor.journal.settings()


def test_the_record_number_is_saved_when_its_editing_ends(
    page: SettingsPage, editor: JournalEditor
) -> None:
    QTest.keyClicks(page.about.record_number, "A-1234")
    QTest.keyClick(page.about.record_number, Qt.Key.Key_Return)
    assert settings(editor).record_number == "A-1234"


def test_every_tick_of_what_is_treated_is_saved_at_once(
    page: SettingsPage, editor: JournalEditor
) -> None:
    boxes = page.about.treated_for.boxes
    boxes[TreatedFor.PTSD].click()
    boxes[TreatedFor.PAIN].click()
    boxes[TreatedFor.PTSD].click()
    assert settings(editor).treated_for == {TreatedFor.PAIN}
    assert editor.undo_stack.count() == 3


def test_an_undone_tick_goes_from_the_page(page: SettingsPage, editor: JournalEditor) -> None:
    heart = page.about.clinic_should_know.boxes[ClinicShouldKnow.HEART]
    heart.click()
    assert settings(editor).clinic_should_know == {ClinicShouldKnow.HEART}
    editor.undo()
    assert not heart.isChecked()


def test_the_evening_question_is_offered_where_suicidal_thoughts_are_treated(
    page: SettingsPage, editor: JournalEditor
) -> None:
    assert not page.about.form.shows_field("evening_question")
    page.about.treated_for.boxes[TreatedFor.SUICIDAL_THOUGHTS].click()
    assert page.about.form.shows_field("evening_question")
    assert not page.about.evening_question.isChecked()
    page.about.evening_question.click()
    assert settings(editor).evening_question


def test_an_evening_question_that_is_on_can_always_be_switched_off(
    page: SettingsPage, editor: JournalEditor
) -> None:
    thoughts = page.about.treated_for.boxes[TreatedFor.SUICIDAL_THOUGHTS]
    thoughts.click()
    page.about.evening_question.click()
    thoughts.click()
    assert page.about.form.shows_field("evening_question")
    page.about.evening_question.click()
    assert not settings(editor).evening_question
    assert not page.about.form.shows_field("evening_question")


def test_contacts_are_saved_name_and_number_together(
    page: SettingsPage, editor: JournalEditor
) -> None:
    contacts = page.contacts
    QTest.keyClicks(contacts.clinic_name, "Riverside Clinic")
    QTest.keyClick(contacts.clinic_name, Qt.Key.Key_Return)
    QTest.keyClicks(contacts.clinic_number, "555 0100")
    QTest.keyClick(contacts.clinic_number, Qt.Key.Key_Return)
    QTest.keyClicks(contacts.person_name, "Sam")
    QTest.keyClicks(contacts.person_number, "555 0199")
    page.leave()
    assert settings(editor).clinic == Contact("Riverside Clinic", "555 0100")
    assert settings(editor).person == Contact("Sam", "555 0199")


def test_leaving_saves_a_contact_in_one_step(page: SettingsPage, editor: JournalEditor) -> None:
    page.contacts.person_name.insert("Sam")
    page.contacts.person_number.insert("555 0199")
    page.leave()
    assert editor.undo_stack.count() == 1


def test_contacts_stay_hidden_without_the_key_unless_it_is_said(
    page: SettingsPage, editor: JournalEditor
) -> None:
    assert not settings(editor).contacts_always
    page.contacts.always.click()
    assert settings(editor).contacts_always
    said = [text.text() for text in page.contacts.findChildren(QLabel)]
    assert "Anyone can then read them." in said


def test_with_bipolar_treatment_a_high_mood_is_not_called_good(
    page: SettingsPage, editor: JournalEditor
) -> None:
    (mood,) = (scale for scale in editor.journal.scales.all() if scale.key == MOOD)
    row = page.scales.rows[mood.id]
    assert row.tick.accessibleDescription().startswith("0 very low – 10 very good")
    page.about.treated_for.boxes[TreatedFor.BIPOLAR].click()
    assert row.tick.accessibleDescription().startswith("0 low – 10 high")


def test_every_tick_says_what_it_belongs_to(page: SettingsPage) -> None:
    box = page.about.treated_for.boxes[TreatedFor.PTSD]
    assert box.accessibleName() == "Treated for: PTSD"
