"""The first steps in an empty journal: four short ones, each skippable, none asked twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.clock import moment_now
from journal.domain.checkin import ELEVATED_MOOD, MOOD, SLEEP_QUALITY, CheckIn, Score
from journal.domain.edit import Edit
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import Contact, TreatedFor
from journal.ui.first_start import verbs
from journal.ui.first_start.first_start import FirstStart
from journal.ui.journal_editor import JournalEditor


@pytest.fixture
def first(editor: JournalEditor, qtbot: QtBot) -> FirstStart:
    """The first step of all."""
    shown = FirstStart(editor)
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def start(first: FirstStart) -> FirstStart:
    """The step after the passphrase, which is left out here."""
    first.skip.click()
    return first


def rate_mood(editor: JournalEditor) -> None:
    stamp = editor.stamp()
    moment = moment_now(editor.clock, editor.day_starts_at)
    scores = (Score(MOOD, 4, stamp.now),)
    check_in = CheckIn(stamp.new_id(), moment, stamp.now, stamp.now, scores)
    editor.journal.apply([Edit(None, check_in)])


def settings(editor: JournalEditor) -> JournalSettings:
    return editor.journal.settings()


def asked(editor: JournalEditor) -> set[str]:
    return {scale.key for scale in editor.journal.scales.all() if scale.active}


def texts(widget: QWidget) -> str:
    shown = [text.text() for text in widget.findChildren(QLabel) if text.isVisible()]
    return "\n".join(shown)


def test_the_passphrase_comes_before_any_word_is_written_down(first: FirstStart) -> None:
    assert first.isVisible()
    assert "Step 1 of 4" in texts(first)
    assert "A passphrase (recommended)" in texts(first)
    assert "Under 18: use it only together with your clinic." in texts(first)


def test_an_empty_journal_is_asked_what_is_treated(start: FirstStart) -> None:
    assert "Step 2 of 4" in texts(start)
    assert "What is being treated?" in texts(start)


def test_a_step_after_the_passphrase_can_be_skipped_too(
    first: FirstStart, editor: JournalEditor, qtbot: QtBot
) -> None:
    for field in (first.passphrase.form.new, first.passphrase.form.again):
        QTest.keyClicks(field, "seven quiet lamps")
    first.next.click()
    qtbot.waitUntil(lambda: first.passphrase.is_done)
    assert not first.skip.isVisible()

    first.next.click()

    assert "What is being treated?" in texts(first)
    assert first.skip.isVisible()


def test_it_waits_for_the_journal(closed_editor: JournalEditor, qtbot: QtBot) -> None:
    start = FirstStart(closed_editor)
    qtbot.addWidget(start)
    assert not start.isVisible()
    closed_editor.open()
    assert start.isVisible()


def test_a_journal_with_a_check_in_is_not_asked(editor: JournalEditor, qtbot: QtBot) -> None:
    rate_mood(editor)
    start = FirstStart(editor)
    qtbot.addWidget(start)
    assert not start.isVisible()


def test_the_first_mood_does_not_take_the_questions_away(
    start: FirstStart, editor: JournalEditor
) -> None:
    rate_mood(editor)
    start.refresh()
    assert start.isVisible()


def test_it_leaves_the_keyboard_where_it_is(closed_editor: JournalEditor, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout

    window = QWidget()
    qtbot.addWidget(window)
    line, start = QLineEdit(), FirstStart(closed_editor)
    layout = QVBoxLayout(window)
    layout.addWidget(start)
    layout.addWidget(line)
    line.setFocus()
    with qtbot.waitActive(window):
        window.show()
    closed_editor.open()
    assert start.isVisible()
    assert line.hasFocus()


def test_what_is_treated_switches_its_scales_on_in_one_step(
    start: FirstStart, editor: JournalEditor
) -> None:
    before, done = asked(editor), editor.undo_stack.count()
    start.treated_for.treated_for.boxes[TreatedFor.BIPOLAR].click()
    start.treated_for.treated_for.boxes[TreatedFor.PTSD].click()
    start.next.click()
    assert settings(editor).treated_for == {TreatedFor.BIPOLAR, TreatedFor.PTSD}
    assert asked(editor) == before | {ELEVATED_MOOD, SLEEP_QUALITY}
    assert editor.undo_stack.count() == done + 1
    editor.undo()
    assert asked(editor) == before
    assert not settings(editor).treated_for


def test_it_says_beforehand_what_today_will_ask(start: FirstStart) -> None:
    start.treated_for.treated_for.boxes[TreatedFor.BIPOLAR].click()
    assert "Today then asks: Energy, Elevated mood, Sleep last night." in texts(start)


def test_name_and_clinic_are_the_third_step(start: FirstStart, editor: JournalEditor) -> None:
    start.next.click()
    assert "Step 3 of 4" in texts(start)
    QTest.keyClicks(start.about.name, " Alex Example ")
    QTest.keyClicks(start.about.clinic_name, "Riverside Clinic")
    QTest.keyClicks(start.about.clinic_number, "555 0100")
    start.next.click()
    kept = settings(editor)
    assert kept.patient_name == "Alex Example"
    assert kept.clinic == Contact("Riverside Clinic", "555 0100")


def test_the_last_step_says_how_little_a_day_needs(start: FirstStart, qtbot: QtBot) -> None:
    start.next.click()
    start.next.click()
    assert "One key is a day" in texts(start)
    assert not start.skip.isVisible()
    with qtbot.waitSignal(start.finished):
        start.next.click()
    assert not start.isVisible()


def test_a_skipped_step_keeps_nothing_of_it(start: FirstStart, editor: JournalEditor) -> None:
    start.treated_for.treated_for.boxes[TreatedFor.PAIN].click()
    start.skip.click()
    start.about.name.insert("Alex")
    start.skip.click()
    assert (settings(editor).treated_for, settings(editor).patient_name) == (frozenset(), "")
    assert start.step == 3


def test_all_can_be_skipped_with_one_click(
    first: FirstStart, editor: JournalEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.finished):
        first.skip_all.click()
    assert not first.isVisible()
    assert settings(editor).set_up


def test_all_can_be_skipped_with_one_key(start: FirstStart, qtbot: QtBot) -> None:
    start.activateWindow()
    with qtbot.waitActive(start):
        start.show()
    with qtbot.waitSignal(start.finished):
        QTest.keyClick(start, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("answer", ["next", "skip", "skip_all"])
def test_nothing_is_asked_twice(
    start: FirstStart, editor: JournalEditor, qtbot: QtBot, answer: str
) -> None:
    getattr(start, answer).click()
    assert not verbs.is_due(editor.journal)
    another = FirstStart(editor)
    qtbot.addWidget(another)
    assert not another.isVisible()


def test_what_was_said_in_settings_is_not_asked_again(editor: JournalEditor, qtbot: QtBot) -> None:
    from datetime import date

    from journal.ui.settings.verbs import tell

    treated = frozenset({TreatedFor.PAIN})
    editor.perform("", tell("treated_for", treated, date(2026, 3, 10)))
    start = FirstStart(editor)
    qtbot.addWidget(start)
    start.skip.click()
    assert start.treated_for.treated_for.values == treated


def test_the_keyboard_goes_on_to_the_next_question(start: FirstStart, qtbot: QtBot) -> None:
    with qtbot.waitActive(start):
        start.activateWindow()
    QTest.keyClick(start.next, Qt.Key.Key_Space)
    qtbot.waitUntil(start.about.name.hasFocus)


def test_who_begins_in_the_middle_of_treatment_can_say_so(
    start: FirstStart, editor: JournalEditor
) -> None:
    assert "I was in treatment before this journal" in start.treated_for._has_begun.text()
    start.treated_for._has_begun.click()
    start.next.click()
    assert settings(editor).begun_in_treatment
