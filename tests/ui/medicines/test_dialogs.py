"""The forms of medicines: sound ones come out, others are told at their field."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.domain.medication import Medication, MedicineClass
from journal.domain.medicine_entry import DoseChange, Stop
from journal.ui.medicines.ending_dialogs import DoseChangeDialog, StopDialog
from journal.ui.medicines.form_dialog import FormDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog, Removal
from tests.domain.medicines import medicine
from tests.ui.medicines.conftest import TODAY
from tests.ui.questions import NOT_SAVED, Answer, answering

FEBRUARY = date(2026, 2, 1)


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def shown(dialog: FormDialog, qtbot: QtBot) -> None:
    # Nobody is there to answer what becomes of the changes when a test ends.
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
    with qtbot.waitExposed(dialog):
        dialog.show()


def medicine_dialog(
    qtbot: QtBot, draft: Medication, *others: Medication, corrects: bool = False
) -> MedicineDialog:
    dialog = MedicineDialog(None, "Medicine", draft, others, TODAY, corrects=corrects)
    shown(dialog, qtbot)
    return dialog


def test_a_medicine_needs_a_name(qtbot: QtBot) -> None:
    dialog = medicine_dialog(qtbot, medicine(TODAY, name=""))
    dialog.save.click()
    assert dialog.form.error("name") == "The name is missing."
    assert dialog.isVisible()
    assert dialog.answer is None


def test_a_first_day_to_come_is_told_at_the_day(qtbot: QtBot) -> None:
    dialog = medicine_dialog(qtbot, medicine(TODAY))
    dialog.first.setDate(qdate(TODAY + timedelta(1)))
    dialog.save.click()
    assert dialog.form.error("from") == "The first day lies in the future."


def test_an_error_goes_once_it_is_put_right(qtbot: QtBot) -> None:
    dialog = medicine_dialog(qtbot, medicine(TODAY, name=""))
    dialog.save.click()
    QTest.keyClicks(dialog.name, "Sertraline")
    dialog.save.click()
    assert not dialog.isVisible()
    assert isinstance(dialog.answer, Medication)
    assert dialog.answer.name == "Sertraline"


def test_the_last_day_is_asked_only_in_corrections(qtbot: QtBot) -> None:
    assert not medicine_dialog(qtbot, medicine(FEBRUARY)).form.has_field("to")
    dialog = medicine_dialog(qtbot, medicine(FEBRUARY), corrects=True)
    assert not dialog.form.shows_field("to")
    dialog.ended.click()
    assert dialog.form.shows_field("to")


def test_an_end_before_the_start_is_told_at_the_end(qtbot: QtBot) -> None:
    dialog = medicine_dialog(qtbot, medicine(FEBRUARY, TODAY), corrects=True)
    dialog.last.setDate(qdate(FEBRUARY - timedelta(1)))
    dialog.save.click()
    assert dialog.form.error("to") == "The last day comes before the first."


def test_a_medicine_that_was_not_stopped_goes_on_again(qtbot: QtBot) -> None:
    kept = medicine(FEBRUARY, date(2026, 2, 20), reason="rash")
    dialog = medicine_dialog(qtbot, kept, kept, corrects=True)
    dialog.ended.click()
    dialog.save.click()
    assert isinstance(dialog.answer, Medication)
    assert (dialog.answer.last, dialog.answer.reason) == (None, "")


def test_days_of_another_dose_are_told(qtbot: QtBot) -> None:
    kept = medicine(FEBRUARY, date(2026, 2, 20))
    dialog = medicine_dialog(qtbot, medicine(date(2026, 2, 20)), kept)
    dialog.save.click()
    assert "on some of these days" in dialog.form.error("from")


def test_a_chosen_class_can_be_taken_back(qtbot: QtBot) -> None:
    calming = medicine(FEBRUARY, kind=MedicineClass.BENZODIAZEPINE)
    dialog = medicine_dialog(qtbot, calming, corrects=True)
    assert dialog.kind.choice == 0
    dialog.kind.cleared.emit()
    dialog.save.click()
    assert isinstance(dialog.answer, Medication)
    assert dialog.answer.kind is MedicineClass.OTHER


def test_deleting_is_an_answer_of_its_own(qtbot: QtBot) -> None:
    dialog = medicine_dialog(qtbot, medicine(FEBRUARY), corrects=True)
    dialog.delete.click()
    assert dialog.answer == Removal()


def test_a_new_dose_comes_out_as_entered(qtbot: QtBot) -> None:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY), (), TODAY)
    shown(dialog, qtbot)
    QTest.keyClicks(dialog.dose, "75 mg")
    QTest.keyClicks(dialog.reason, " too weak ")
    dialog.save.click()
    assert dialog.change == DoseChange(TODAY, "75 mg", "mornings", "too weak")


def test_the_dose_as_it_was_is_told_at_the_dose(qtbot: QtBot) -> None:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY), (), TODAY)
    shown(dialog, qtbot)
    dialog.save.click()
    assert dialog.form.error("dose") == "This is the dose as it was. Change it, or how often."


def test_a_change_needs_the_new_dose(qtbot: QtBot) -> None:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY), (), TODAY)
    shown(dialog, qtbot)
    dialog.dose.clear()
    dialog.save.click()
    assert dialog.form.error("dose").startswith("How much is it now?")


def test_where_no_dose_was_told_only_how_often_may_change(qtbot: QtBot) -> None:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY, dose=""), (), TODAY)
    shown(dialog, qtbot)
    dialog.how_often.setText("evenings")
    dialog.save.click()
    assert dialog.change == DoseChange(TODAY, "", "evenings", "")


def test_a_change_before_the_first_day_is_told_at_the_day(qtbot: QtBot) -> None:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY), (), TODAY)
    shown(dialog, qtbot)
    QTest.keyClicks(dialog.dose, "75 mg")
    dialog.first.setDate(qdate(FEBRUARY))
    dialog.save.click()
    assert dialog.form.error("from").startswith("The new dose has to begin after the first day")


def test_a_stop_comes_out_as_entered(qtbot: QtBot) -> None:
    dialog = StopDialog(None, medicine(FEBRUARY), TODAY)
    shown(dialog, qtbot)
    dialog.last.setDate(qdate(date(2026, 3, 1)))
    QTest.keyClicks(dialog.reason, "rash")
    dialog.save.click()
    assert dialog.ending == Stop(date(2026, 3, 1), "rash")


def test_a_stop_to_come_is_told_at_the_day(qtbot: QtBot) -> None:
    dialog = StopDialog(None, medicine(FEBRUARY), TODAY)
    shown(dialog, qtbot)
    dialog.last.setDate(qdate(TODAY + timedelta(1)))
    dialog.save.click()
    assert dialog.form.error("to") == "The last day lies in the future."
    assert dialog.ending is None


def changed_medicine(qtbot: QtBot) -> FormDialog:
    dialog = medicine_dialog(qtbot, medicine(TODAY, name=""))
    QTest.keyClicks(dialog.name, "Sertraline")
    return dialog


def changed_dose(qtbot: QtBot) -> FormDialog:
    dialog = DoseChangeDialog(None, medicine(FEBRUARY), (), TODAY)
    shown(dialog, qtbot)
    QTest.keyClicks(dialog.reason, "too weak")
    return dialog


def begun_stop(qtbot: QtBot) -> FormDialog:
    dialog = StopDialog(None, medicine(FEBRUARY), TODAY)
    shown(dialog, qtbot)
    dialog.last.setDate(qdate(FEBRUARY))
    return dialog


CHANGED = [changed_medicine, changed_dose, begun_stop]


@pytest.mark.parametrize("changed", CHANGED)
def test_what_was_entered_is_kept_unless_the_person_discards_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, changed: Callable[[QtBot], FormDialog]
) -> None:
    dialog = changed(qtbot)
    written = dialog.written()
    asked = answering(monkeypatch, Answer.Cancel)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == [NOT_SAVED]
    assert dialog.isVisible()
    assert dialog.written() == written
    answering(monkeypatch, Answer.Discard)
    dialog.close()
    assert not dialog.isVisible()


def test_an_untouched_form_just_closes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    dialog = medicine_dialog(qtbot, medicine(FEBRUARY), corrects=True)
    dialog.ended.click()
    dialog.ended.click()
    dialog.reject()
    assert not dialog.isVisible()
    assert asked == []
