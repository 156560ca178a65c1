"""The form of a session: what it starts with, what it refuses and where, and what it makes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
)
from journal.ui.sessions import drafts
from journal.ui.sessions.session_dialog import SessionDialog
from tests.ui.sessions.conftest import (
    FixedClock,
    New,
    Open,
    at,
    chip,
    choose_start,
    effect,
    entered,
    planned,
    session,
    type_length,
)


def error_at(dialog: SessionDialog, field_key: str) -> str:
    """The error at a field once Save was refused."""
    dialog.save.click()
    assert dialog.entered is None
    assert dialog.isVisible()
    return dialog.form.error(field_key)


def test_a_session_is_entered_with_a_few_values(opened: Open, new: New) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    type_length(dialog, "40")
    QTest.keyClicks(dialog.fields.dose.amount, "35")
    QTest.keyClicks(dialog.fields.weight, "66,5")
    QTest.keyClicks(dialog.fields.provider, "Riverside Clinic")
    dialog.fields.setting.show_value(Setting.CLINIC)

    made = entered(dialog)

    assert made.start == at("2026-03-10 09:40")
    assert made.end == datetime(2026, 3, 10, 9, 20, tzinfo=UTC)
    assert made.treatment is Treatment.IV_KETAMINE
    assert made.route is Route.INTRAVENOUS
    assert made.dose == Dose(Decimal(35), DoseUnit.MG)
    assert made.body_weight_kg == Decimal("66.5")
    assert (made.provider, made.setting) == ("Riverside Clinic", Setting.CLINIC)
    assert made.state is SessionState.DONE


def test_only_a_start_is_needed(opened: Open, new: New) -> None:
    made = entered(opened(new()))
    assert (made.end, made.dose, made.body_weight_kg, made.setting) == (None, None, None, None)


def test_a_stored_session_comes_back_unchanged(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    assert entered(opened(stored, stored)) == stored


def test_the_last_session_of_the_treatment_fills_the_form(opened: Open, new: New) -> None:
    last = session("2026-02-10 10:05")
    dialog = opened(new(last), last)
    choose_start(dialog, "2026-03-10 09:40")

    made = entered(dialog)

    assert made.minutes == 40
    assert (made.dose, made.body_weight_kg) == (last.dose, last.body_weight_kg)
    assert (made.provider, made.setting) == (last.provider, last.setting)


def test_an_unusual_route_is_kept_and_suggested_again(opened: Open, new: New) -> None:
    by_mouth = replace(session("2026-02-10 10:05"), route=Route.ORAL)
    assert entered(opened(by_mouth, by_mouth)).route is Route.ORAL
    assert entered(opened(new(by_mouth), by_mouth)).route is Route.ORAL


def test_a_length_is_not_suggested_before_it_is_over(opened: Open, new: New) -> None:
    last = session("2026-02-10 10:05")
    assert entered(opened(new(last), last)).end is None


def test_another_treatment_changes_only_what_was_not_typed(opened: Open, new: New) -> None:
    spray = session("2026-02-10 10:05", 120, treatment=Treatment.ESKETAMINE, dose="56")
    infusion = session("2026-03-03 10:05")
    dialog = opened(new(infusion), spray, infusion)
    dialog.fields.weight.selectAll()
    QTest.keyClicks(dialog.fields.weight, "70")

    dialog.fields.treatment.show_value(Treatment.ESKETAMINE)

    assert dialog.fields.dose.amount.text() == "56"
    assert dialog.fields.weight.text() == "70"


def test_a_stored_session_keeps_its_dose_under_another_treatment(opened: Open) -> None:
    spray = session("2026-02-10 10:05", 120, treatment=Treatment.ESKETAMINE, dose="56")
    infusion = session("2026-03-03 10:05")
    dialog = opened(infusion, spray, infusion)

    dialog.fields.treatment.show_value(Treatment.ESKETAMINE)

    assert dialog.fields.dose.amount.text() == "35"
    assert dialog.fields.route.value is Route.NASAL


def test_the_length_may_be_told_as_the_time_it_ended(opened: Open, new: New) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    type_length(dialog, "10:20")
    assert entered(dialog).minutes == 40


def test_an_end_past_midnight_is_the_next_day(opened: Open, new: New) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-09 23:30")
    type_length(dialog, "00:15")
    assert entered(dialog).minutes == 45


def test_the_end_is_shown_while_the_length_is_typed(opened: Open, new: New) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    type_length(dialog, "40")
    assert dialog.fields.length.ends == "ends 10:20"


def test_quick_values_write_length_and_dose(opened: Open, new: New) -> None:
    dialog = opened(new())
    dialog.fields.treatment.show_value(Treatment.ESKETAMINE)
    choose_start(dialog, "2026-03-10 09:40")

    dialog.fields.length.quick.chosen.emit(120)
    dialog.fields.dose.quick.chosen.emit(84)

    made = entered(dialog)
    assert made.minutes == 120
    assert made.dose == Dose(Decimal(84), DoseUnit.MG)


def test_a_start_in_the_future_is_refused_at_its_field(opened: Open, new: New) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 22:00")
    assert error_at(dialog, "start") == "The start lies in the future."


def test_an_hour_the_clocks_skipped_is_refused(opened: Open, clock: FixedClock, new: New) -> None:
    clock.instant = datetime(2026, 3, 29, 18, tzinfo=UTC)
    dialog = opened(new())
    choose_start(dialog, "2026-03-29 02:30")
    assert "the clocks skipped this hour" in error_at(dialog, "start")


@pytest.mark.parametrize(
    ("length", "sentence"),
    [
        ("0", "The end comes before the start."),
        ("-5", "The end comes before the start."),
        ("soon", "The length in minutes is a number."),
        ("1e9", "The end is too far from the start: at most 14 days."),
        ("700", "The end lies in the future."),
    ],
)
def test_an_end_that_cannot_be_true_is_refused(
    opened: Open, new: New, length: str, sentence: str
) -> None:
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    type_length(dialog, length)
    assert error_at(dialog, "end") == sentence


def test_a_dose_below_zero_is_refused_and_nothing_is_lost(opened: Open, new: New) -> None:
    dialog = opened(new())
    QTest.keyClicks(dialog.fields.dose.amount, "-3")
    QTest.keyClicks(dialog.fields.note, "A calm room.")

    assert error_at(dialog, "dose") == "The dose cannot be below zero."
    assert dialog.fields.dose.amount.hasFocus()

    dialog.fields.dose.amount.setText("30")
    made = entered(dialog)
    assert made.dose == Dose(Decimal(30), DoseUnit.MG)
    assert made.note == "A calm room."


def test_a_weight_that_is_no_number_is_refused(opened: Open, new: New) -> None:
    dialog = opened(new())
    QTest.keyClicks(dialog.fields.weight, "light")
    assert error_at(dialog, "body_weight") == "The body weight is a number."


def test_an_error_goes_once_it_is_put_right(opened: Open, new: New) -> None:
    dialog = opened(new())
    dialog.fields.weight.setText("light")
    dialog.save.click()
    dialog.fields.weight.setText("66")
    dialog.fields.dose.amount.setText("much")

    assert error_at(dialog, "dose") == "The dose is a number."
    assert dialog.form.error("body_weight") == ""


def test_no_side_effects_cannot_be_said_where_some_are_written_down(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored, effects=(effect(stored, "nausea"),))
    assert not chip(dialog, "No side effects").isEnabled()


def test_no_side_effects_is_an_answer(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored)
    chip(dialog, "No side effects").click()
    assert entered(dialog).no_side_effects


def test_another_day_keeps_the_identifier(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored)
    choose_start(dialog, "2026-02-12 10:05")

    made = entered(dialog)

    assert made.id == stored.id
    assert made.start == at("2026-02-12 10:05")
    assert made.minutes == 40


def test_a_session_is_changed_on_the_clock_it_was_lived_by(opened: Open) -> None:
    stored = session("2026-02-10 08:30", zone="America/New_York")
    dialog = opened(stored, stored)
    assert dialog.fields.start.time.time() == QTime(8, 30)

    choose_start(dialog, "2026-02-10 09:00")

    assert entered(dialog).start == at("2026-02-10 09:00", "America/New_York")


def test_an_unchanged_start_keeps_the_second_of_a_double_hour(opened: Open) -> None:
    stored = session("2025-10-26 02:30")
    second = replace(
        stored.start, instant=stored.start.instant + timedelta(hours=1)
    )  # 02:30 comes twice that night
    later = replace(stored, start=second, end=second.instant + timedelta(minutes=40))
    dialog = opened(later, later)
    dialog.fields.note.setPlainText("Half past two, winter time.")

    made = entered(dialog)

    assert (made.start, made.end) == (later.start, later.end)


def test_a_plan_asks_for_less(opened: Open) -> None:
    dialog = opened(planned("2026-04-07 10:00"))
    form = dialog.form
    hidden = ("end", "dose", "body_weight", "with_whom", "before", "treatment_name")
    assert not any(form.shows_field(field) for field in hidden)
    assert all(form.shows_field(field) for field in ("start", "provider", "note", "state"))


def test_a_new_plan_lies_ahead(opened: Open) -> None:
    dialog = opened(planned("2026-04-07 10:00"))
    choose_start(dialog, "2026-03-10 09:00")
    assert error_at(dialog, "start") == "The start lies in the past."


def test_a_plan_upon_another_says_so_at_its_start(opened: Open) -> None:
    other = planned("2026-03-17 10:00")
    dialog = opened(planned("2026-03-17 10:00"), other)
    dialog.save.click()
    assert dialog.form.error("start") == (
        "There is a session at this time already: Tue 17 March 2026, 10:00. "
        "Choose other days or another time."
    )
    choose_start(dialog, "2026-03-17 14:00")
    assert entered(dialog).start == at("2026-03-17 14:00")


def test_a_plan_that_stays_where_it_is_is_upon_nothing(opened: Open) -> None:
    stored = planned("2026-03-17 10:00")
    dialog = opened(stored, stored)
    dialog.fields.note.setPlainText("Fasting.")
    assert entered(dialog).note == "Fasting."


def test_a_plan_whose_time_has_passed_may_get_a_note(opened: Open) -> None:
    passed = planned("2026-03-10 09:40")
    dialog = opened(passed, passed)
    dialog.fields.note.setPlainText("Bring the list of medicines.")
    assert entered(dialog).note == "Bring the list of medicines."


def test_a_plan_marked_as_done_has_the_last_dose_and_length(opened: Open) -> None:
    last, plan = session("2026-02-10 10:05"), planned("2026-03-10 09:40")
    made = entered(opened(drafts.as_done(plan), last, plan))
    assert (made.id, made.start) == (plan.id, plan.start)
    assert (made.minutes, made.dose) == (40, last.dose)


def test_a_session_that_was_cancelled_has_no_end(opened: Open) -> None:
    stored = session("2026-02-10 10:05")
    dialog = opened(stored, stored)
    dialog.fields.state.show_value(SessionState.CANCELLED)
    made = entered(dialog)
    assert (made.state, made.end) == (SessionState.CANCELLED, None)


def test_another_treatment_may_have_a_name_and_psychotherapy_has_no_dose(
    opened: Open, new: New
) -> None:
    dialog = opened(new())
    dialog.fields.treatment.show_value(Treatment.OTHER)
    assert dialog.form.shows_field("treatment_name")
    dialog.fields.treatment_name.setText(" Light therapy ")

    assert entered(dialog).treatment_name == "Light therapy"


def test_psychotherapy_is_asked_neither_route_nor_dose(opened: Open, new: New) -> None:
    last = session("2026-02-10 10:05")
    dialog = opened(new(last), last)
    dialog.fields.treatment.show_value(Treatment.PSYCHOTHERAPY)

    made = entered(dialog)

    assert (made.route, made.dose, made.body_weight_kg) == (Route.NONE, None, None)


def test_earlier_providers_are_completed(opened: Open, new: New) -> None:
    dialog = opened(new(), session("2026-02-10 10:05"))
    completer = dialog.fields.provider.completer()
    completer.setCompletionPrefix("clinic")
    assert completer.currentCompletion() == "Riverside Clinic"


def test_escape_changes_nothing(opened: Open, new: New) -> None:
    dialog = opened(new())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.entered is None


def test_the_form_is_walked_through_with_tab_from_top_to_bottom(opened: Open, new: New) -> None:
    dialog = opened(new())
    fields = dialog.fields
    walked: dict[QWidget | None, None] = {}
    for _step in range(45):
        walked[dialog.focusWidget()] = None
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    expected: list[QWidget] = [fields.treatment, fields.start.date, fields.start.time, fields.state]
    expected += [fields.length.text, fields.dose.amount, fields.weight, fields.provider]
    expected += [fields.note, dialog.save]
    assert [widget for widget in walked if widget in expected] == expected


def test_every_input_has_a_name(opened: Open, new: New) -> None:
    dialog = opened(new())
    fields = dialog.fields
    inputs = (fields.treatment, fields.start.date, fields.start.time, fields.dose.unit)
    assert [widget.accessibleName() for widget in inputs] == [
        "Treatment",
        "Start",
        "Time of the start",
        "Unit of the dose",
    ]
