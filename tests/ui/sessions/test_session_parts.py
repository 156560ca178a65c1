"""The parts of the form: amounts, who was there, the day before, feelings, effects, mood."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QTime
from PySide6.QtTest import QTest

from journal.domain.session import (
    BeforeSession,
    Dose,
    DoseUnit,
    Feeling,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.today.side_effect_details import SideEffectDetails
from tests.ui.questions import NOT_SAVED, Answer, answering
from tests.ui.sessions.conftest import (
    New,
    Open,
    at,
    chip,
    choose_start,
    effect,
    entered,
    session,
)


@pytest.fixture
def dialog(opened: Open, new: New) -> SessionDialog:
    """An infusion this morning."""
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    return dialog


def lozenge(new: TreatmentSession) -> TreatmentSession:
    return replace(new, treatment=Treatment.LOZENGE, setting=Setting.HOME_WITH_SOMEONE)


def effects_of(dialog: SessionDialog) -> tuple[SideEffect, ...]:
    entered(dialog)
    assert dialog.entered is not None
    assert dialog.entered.effects is not None
    return dialog.entered.effects


def details(dialog: SessionDialog) -> SideEffectDetails:
    return dialog.fields.effects.findChildren(SideEffectDetails)[0]


def test_milligrams_show_as_milligrams_per_kilogram_while_typed(dialog: SessionDialog) -> None:
    QTest.keyClicks(dialog.fields.dose.amount, "35")
    assert dialog.fields.dose.other_unit == ""
    QTest.keyClicks(dialog.fields.weight, "70")
    assert dialog.fields.dose.other_unit == "= 0.5 mg/kg"


def test_milligrams_per_kilogram_show_as_milligrams(dialog: SessionDialog) -> None:
    dialog.fields.dose.unit.show_value(DoseUnit.MG_PER_KG)
    QTest.keyClicks(dialog.fields.dose.amount, "0,5")
    QTest.keyClicks(dialog.fields.weight, "70")
    assert dialog.fields.dose.other_unit == "= 35 mg"
    assert entered(dialog).dose == Dose(Decimal("0.5"), DoseUnit.MG_PER_KG)


def test_devices_of_esketamine_show_as_milligrams(dialog: SessionDialog) -> None:
    dialog.fields.treatment.show_value(Treatment.ESKETAMINE)
    dialog.fields.dose.unit.show_value(DoseUnit.DEVICES)
    QTest.keyClicks(dialog.fields.dose.amount, "3")
    assert dialog.fields.dose.other_unit == "= 84 mg"


def test_a_unit_in_use_is_kept_for_another_treatment(dialog: SessionDialog) -> None:
    dialog.fields.dose.unit.show_value(DoseUnit.MG_PER_HOUR)
    QTest.keyClicks(dialog.fields.dose.amount, "10")
    dialog.fields.treatment.show_value(Treatment.LOZENGE)
    assert entered(dialog).dose == Dose(Decimal(10), DoseUnit.MG_PER_HOUR)


def test_another_amount_than_agreed_may_have_been_taken(opened: Open, new: New) -> None:
    dialog = opened(lozenge(new()))
    QTest.keyClicks(dialog.fields.dose.amount, "200")
    QTest.keyClicks(dialog.fields.dose_taken.amount, "100")
    made = entered(dialog)
    assert (made.dose, made.dose_taken) == (
        Dose(Decimal(200), DoseUnit.MG),
        Dose(Decimal(100), DoseUnit.MG),
    )


def test_an_amount_taken_that_is_no_number_is_refused_at_its_field(opened: Open, new: New) -> None:
    dialog = opened(lozenge(new()))
    QTest.keyClicks(dialog.fields.dose_taken.amount, "half")
    dialog.save.click()
    assert dialog.entered is None
    assert dialog.form.error("dose_taken")
    assert dialog.fields.dose_taken.amount.hasFocus()


def test_who_was_there_and_who_took_one_home(dialog: SessionDialog) -> None:
    dialog.fields.with_whom.setText(" Nurse Kim ")
    dialog.fields.taken_home_by.setText("Anna")
    made = entered(dialog)
    assert (made.with_whom, made.taken_home_by) == ("Nurse Kim", "Anna")


def test_at_home_alone_nobody_is_asked_about(dialog: SessionDialog) -> None:
    dialog.fields.setting.show_value(Setting.HOME_ALONE)
    assert not dialog.form.shows_field("with_whom")
    assert not dialog.form.shows_field("taken_home_by")


def test_not_asked_is_no_answer(dialog: SessionDialog) -> None:
    assert entered(dialog).before is None


def test_none_of_these_is_an_answer(dialog: SessionDialog) -> None:
    dialog.fields.before.none.click()
    assert entered(dialog).before == frozenset()


def test_none_of_these_and_the_others_exclude_each_other(dialog: SessionDialog) -> None:
    boxes = dialog.fields.before
    boxes.none.click()
    boxes.taken[BeforeSession.ALCOHOL].click()
    boxes.taken[BeforeSession.OPIOIDS].click()
    assert not boxes.none.isChecked()
    assert entered(dialog).before == frozenset({BeforeSession.ALCOHOL, BeforeSession.OPIOIDS})


def test_ticking_none_takes_the_others_back(dialog: SessionDialog) -> None:
    dialog.fields.before.taken[BeforeSession.ALCOHOL].click()
    dialog.fields.before.none.click()
    assert entered(dialog).before == frozenset()


def test_nothing_looks_rated_until_it_is(dialog: SessionDialog) -> None:
    rows = [score.row for score in dialog.fields.felt.scores.values()]
    assert not any(button.isChecked() for row in rows for button in row.buttons)
    assert entered(dialog).felt == ()


def test_how_it_felt_is_rated_with_digits(dialog: SessionDialog) -> None:
    dialog.form.section("felt").open()
    scores = dialog.fields.felt.scores
    scores[Feeling.CALM].take_focus()
    QTest.keyClicks(dialog.focusWidget(), "8")
    scores[Feeling.FLOATING].take_focus()
    QTest.keyClicks(dialog.focusWidget(), "1")
    assert entered(dialog).felt == ((Feeling.FLOATING, 1), (Feeling.CALM, 8))


def test_an_effect_is_added_with_strength_onset_and_end(dialog: SessionDialog) -> None:
    chip(dialog, "Nausea").click()
    details(dialog).severity.chosen.emit(1)
    details(dialog).onset.chosen.emit(1)
    details(dialog).onset_time.setTime(QTime(10, 15))
    details(dialog).hours.setValue(1.5)

    (nausea,) = effects_of(dialog)

    assert (nausea.effect, nausea.severity) == ("nausea", Severity.MODERATE)
    assert nausea.onset == Onset(instant=at("2026-03-10 10:15").instant)
    assert nausea.duration == Duration(Lasted.MINUTES, 90)
    assert nausea.session_id == dialog.fields.session().id


def test_an_effect_lifts_the_answer_that_there_was_none(dialog: SessionDialog) -> None:
    chip(dialog, "No side effects").click()
    chip(dialog, "Nausea").click()
    assert not entered(dialog).no_side_effects


def test_an_effect_of_a_session_weeks_ago_is_noted_on_its_day(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored)
    chip(dialog, "Nausea").click()
    details(dialog).onset.chosen.emit(1)
    details(dialog).onset_time.setTime(QTime(23, 30))

    (nausea,) = effects_of(dialog)

    assert nausea.noted.day == stored.start.day
    assert nausea.began_at == at("2026-02-10 23:30").instant


def test_a_new_effect_follows_its_session_to_another_day(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored)
    chip(dialog, "Nausea").click()
    details(dialog).onset.chosen.emit(1)
    details(dialog).onset_time.setTime(QTime(11, 0))
    choose_start(dialog, "2026-02-12 10:05")

    (nausea,) = effects_of(dialog)

    assert nausea.noted.day == at("2026-02-12 10:05").day
    assert nausea.began_at == at("2026-02-12 11:00").instant


def test_an_effect_may_be_removed_again(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored, effects=(effect(stored, "nausea"),))
    chip(dialog, "Nausea").click()
    details(dialog).removed.emit(dialog.fields.effects.value.effects[0])
    assert effects_of(dialog) == ()


def test_a_session_that_was_called_off_leaves_its_effects_alone(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored, effects=(effect(stored, "nausea"),))
    dialog.fields.state.show_value(SessionState.CANCELLED)
    entered(dialog)
    assert dialog.entered is not None
    assert dialog.entered.effects is None


def test_all_that_was_entered_comes_back_unchanged(opened: Open) -> None:
    stored = replace(
        session("2026-02-10 10:05", treatment=Treatment.LOZENGE),
        dose_taken=Dose(Decimal(20), DoseUnit.MG),
        with_whom="Anna",
        taken_home_by="Ben",
        before=frozenset({BeforeSession.ALCOHOL}),
        felt=((Feeling.DETACHED, 0), (Feeling.PERCEPTION, 10)),
    )
    assert entered(opened(stored, stored)) == stored


def test_cancel_without_a_change_just_closes(
    dialog: SessionDialog, monkeypatch: pytest.MonkeyPatch, opened: Open
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    stored = session("2026-02-10 10:05")
    untouched = opened(stored, stored)
    untouched.form.section("vitals").open()
    untouched.cancel.click()
    assert not untouched.isVisible()
    assert asked == []


def test_cancel_with_a_change_asks_and_keeps_what_was_written(
    dialog: SessionDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    dialog.fields.note.setPlainText("A calm room.")
    dialog.cancel.click()
    assert asked == [NOT_SAVED]
    assert dialog.isVisible()
    assert entered(dialog).note == "A calm room."


@pytest.mark.parametrize("part", ["vitals", "effects", "before", "felt"])
def test_closing_the_window_asks_for_every_part(
    dialog: SessionDialog, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    asked = answering(monkeypatch, Answer.Discard)
    fields = dialog.fields
    change: dict[str, Callable[[], object]] = {
        "vitals": lambda: fields.vitals.rows[0].systolic.setText("134"),
        "effects": chip(dialog, "Nausea").click,
        "before": fields.before.none.click,
        "felt": lambda: fields.felt.scores[Feeling.CALM].rated.emit(5, False),
    }
    change[part]()
    dialog.close()
    assert len(asked) == 1
    assert dialog.entered is None
    assert not dialog.isVisible()
