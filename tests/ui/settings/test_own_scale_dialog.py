"""Asking for an own scale: sound ones come out, others are told at their field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.checkin import Direction, Scale
from journal.ui.journal_editor import JournalEditor
from journal.ui.settings.own_scale_dialog import OwnScaleDialog, new_scale
from tests.ui.questions import NOT_SAVED, Answer, answering


@pytest.fixture
def dialog(editor: JournalEditor, qtbot: QtBot) -> OwnScaleDialog:
    others = editor.journal.scales.all()
    shown = OwnScaleDialog(None, new_scale(editor.stamp()), others, has_scores=False)
    # Nobody is there to answer what becomes of the changes when a test ends.
    qtbot.addWidget(shown, before_close_func=lambda _dialog: shown.done(0))
    shown.show()
    return shown


def test_a_new_scale_comes_out_as_entered(dialog: OwnScaleDialog) -> None:
    QTest.keyClicks(dialog.name, " Tinnitus ")
    dialog.low.setValue(1)
    dialog.high.setValue(5)
    dialog.direction.chosen.emit(1)
    dialog.save.click()
    scale = dialog.scale
    assert not dialog.isVisible()
    assert (scale.name, scale.low, scale.high) == ("Tinnitus", 1, 5)
    assert scale.direction is Direction.HIGHER_WORSE
    assert scale.key == f"own-{scale.id}"
    assert scale.active


def test_nothing_is_assumed_about_what_higher_means(dialog: OwnScaleDialog) -> None:
    QTest.keyClicks(dialog.name, "Tinnitus")
    dialog.save.click()
    assert dialog.scale.direction is Direction.NEITHER


def test_a_scale_needs_a_name(dialog: OwnScaleDialog) -> None:
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.form.error("name") == "The name is missing."
    assert dialog.name.hasFocus()


def test_the_name_of_a_standard_scale_is_taken(dialog: OwnScaleDialog) -> None:
    QTest.keyClicks(dialog.name, "anxiety")
    dialog.save.click()
    assert dialog.form.error("name") == "The name is taken already."


def test_ends_the_wrong_way_round_are_told_at_the_highest_value(dialog: OwnScaleDialog) -> None:
    QTest.keyClicks(dialog.name, "Tinnitus")
    dialog.low.setValue(5)
    dialog.high.setValue(5)
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.form.error("high") == "The highest value must be above the lowest value."


def test_a_scale_has_at_most_eleven_steps(dialog: OwnScaleDialog) -> None:
    QTest.keyClicks(dialog.name, "Tinnitus")
    dialog.high.setValue(11)
    dialog.save.click()
    assert "at most 11 steps" in dialog.form.error("high")


def test_an_error_goes_once_it_is_put_right(dialog: OwnScaleDialog) -> None:
    dialog.save.click()
    QTest.keyClicks(dialog.name, "Tinnitus")
    dialog.save.click()
    assert not dialog.form.error("name")
    assert not dialog.isVisible()


def test_the_ends_of_a_scale_with_scores_are_fixed(editor: JournalEditor, qtbot: QtBot) -> None:
    kept = replace(new_scale(editor.stamp()), name="Tinnitus")
    dialog = OwnScaleDialog(None, kept, (kept,), has_scores=True)
    qtbot.addWidget(dialog)
    assert not dialog.low.isEnabled()
    assert not dialog.high.isEnabled()
    assert "its ends stay" in dialog.high.accessibleDescription()


def test_a_scale_may_keep_its_own_name(editor: JournalEditor, qtbot: QtBot) -> None:
    kept = replace(new_scale(editor.stamp()), name="Tinnitus")
    dialog = OwnScaleDialog(None, kept, (kept,), has_scores=False)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
    dialog.high.setValue(5)
    dialog.save.click()
    assert dialog.scale == replace(kept, high=5)


def test_thinking_better_of_it_answers_nothing(
    editor: JournalEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Discard)
    assert _asked(editor, Qt.Key.Key_Escape) is None
    assert asked == [NOT_SAVED]


def test_what_was_entered_may_stay(dialog: OwnScaleDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, Answer.Cancel)
    QTest.keyClicks(dialog.name, "Tinnitus")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.name.text() == "Tinnitus"


def test_nothing_entered_just_closes(
    dialog: OwnScaleDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    dialog.reject()
    assert not dialog.isVisible()
    assert asked == []


def test_return_adds_the_scale(editor: JournalEditor) -> None:
    scale = _asked(editor, Qt.Key.Key_Return)
    assert scale is not None
    assert scale.name == "Tinnitus"


def _asked(editor: JournalEditor, last_key: Qt.Key) -> Scale | None:
    def type_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnScaleDialog)
        QTest.keyClicks(dialog.name, "Tinnitus")
        QTest.keyClick(dialog.name, last_key)

    QTimer.singleShot(0, type_name)
    return OwnScaleDialog.ask(None, editor.journal.scales.all(), editor.stamp())
