"""Readings over time: typed, questioned at their row, kept once confirmed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.session import Setting, Treatment
from journal.domain.vitals import BEFORE, Vitals
from journal.ui.sessions.session_dialog import SessionDialog
from tests.ui.sessions.conftest import (
    New,
    Open,
    chip_of,
    choose_start,
    entered,
    measure,
    planned,
    row_at,
    session,
    type_into,
    type_length,
)


@pytest.fixture
def dialog(opened: Open, new: New) -> SessionDialog:
    """An infusion this morning."""
    dialog = opened(new())
    choose_start(dialog, "2026-03-10 09:40")
    return dialog


def test_readings_are_typed_with_the_keyboard_alone(dialog: SessionDialog) -> None:
    measure(dialog, "before", "134/86")
    type_into(dialog, "98")
    measure(dialog, "40 min", "150/95")

    assert entered(dialog).vitals == (
        Vitals(BEFORE, 134, 86, 98, None),
        Vitals(40, 150, 95, None, None),
    )


def test_rows_without_a_figure_are_no_readings(dialog: SessionDialog) -> None:
    assert entered(dialog).vitals == ()


def test_letters_are_not_taken(dialog: SessionDialog) -> None:
    row = measure(dialog, "before", "1a3x4/8 6")
    assert (row.systolic.text(), row.diastolic.text()) == ("134", "86")


@pytest.mark.parametrize("pressure", ["12/80", "400/90", "80/120"])
def test_an_unlikely_pressure_is_questioned_at_its_row(
    dialog: SessionDialog, pressure: str
) -> None:
    row = measure(dialog, "40 min", pressure)
    assert row.question.text() == f"{pressure} is unusual. Keep it?"
    assert row.keep.isVisible()


def test_an_unlikely_reading_is_not_kept_silently(dialog: SessionDialog) -> None:
    row = measure(dialog, "40 min", "12/80")

    dialog.save.click()

    assert dialog.entered is None
    assert row.keep.hasFocus()


def test_an_unlikely_reading_is_kept_once_it_is_confirmed(dialog: SessionDialog) -> None:
    row = measure(dialog, "40 min", "12/80")
    row.keep.click()
    assert not row.question.isVisible()
    assert entered(dialog).vitals == (Vitals(40, 12, 80, confirmed=True),)


def test_a_confirmed_reading_that_is_changed_is_asked_about_again(dialog: SessionDialog) -> None:
    measure(dialog, "40 min", "12/80").keep.click()
    row_at(dialog, "40 min").systolic.selectAll()
    row = measure(dialog, "40 min", "400/")
    assert row.question.text() == "400/80 is unusual. Keep it?"


def test_a_pressure_half_typed_is_not_questioned(dialog: SessionDialog) -> None:
    dialog.form.section("vitals").open()
    row = row_at(dialog, "before")
    row.systolic.setFocus()
    type_into(dialog, "12/")
    assert row.question.isHidden()


def test_a_very_high_pressure_says_what_to_do_and_whom_to_call(dialog: SessionDialog) -> None:
    row = measure(dialog, "40 min", "185/110")
    assert row.finding.isVisible()
    assert row.finding.text().startswith("185/110 is very high. Rest 5 minutes, measure again.")
    assert "116 117 if it is closed" in row.finding.text()
    assert row.finding.text().endswith("call 112.")


def test_a_finding_goes_with_the_figure_that_raised_it(dialog: SessionDialog) -> None:
    measure(dialog, "40 min", "185/110")
    row_at(dialog, "40 min").systolic.selectAll()
    row = measure(dialog, "40 min", "135/")
    assert row.finding.isHidden()


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        (Setting.CLINIC, "Tell the person giving the treatment before it starts."),
        (
            Setting.HOME_WITH_SOMEONE,
            "Please speak with your prescriber before taking this dose.",
        ),
    ],
)
def test_a_raised_pressure_before_a_session_is_told(
    dialog: SessionDialog, setting: Setting, sentence: str
) -> None:
    dialog.fields.setting.show_value(setting)
    assert measure(dialog, "before", "142/85").finding.text() == sentence


def test_another_time_is_asked_for_its_minutes(dialog: SessionDialog) -> None:
    dialog.form.section("vitals").open()
    chip_of(dialog.fields.vitals, "+ another time").click()
    type_into(dialog, "120")
    row = measure(dialog, "at another time", "134/86")

    assert entered(dialog).vitals == (Vitals(120, 134, 86),)
    assert row.after.text() == "120"


def test_a_reading_without_its_time_is_refused_at_its_row(dialog: SessionDialog) -> None:
    dialog.form.section("vitals").open()
    chip_of(dialog.fields.vitals, "+ another time").click()
    row = measure(dialog, "at another time", "134/86")

    dialog.save.click()

    assert dialog.entered is None
    assert row.question.text() == "Say how many minutes after the start this was."
    assert row.after.hasFocus()


def test_two_readings_at_one_time_are_refused(dialog: SessionDialog) -> None:
    measure(dialog, "40 min", "134/86")
    chip_of(dialog.fields.vitals, "+ another time").click()
    type_into(dialog, "40")
    row = measure(dialog, "at another time", "130/80")

    dialog.save.click()

    assert dialog.entered is None
    assert row.question.text() == "There is a reading at 40 min already."


def test_leaving_is_at_the_end_unless_another_time_is_said(dialog: SessionDialog) -> None:
    type_length(dialog, "55")
    measure(dialog, "leaving", "130/80")
    assert entered(dialog).vitals == (Vitals(55, 130, 80, leaving=True),)


def test_nobody_leaves_before_the_last_reading(dialog: SessionDialog) -> None:
    dialog.form.section("vitals").open()
    chip_of(dialog.fields.vitals, "+ 90 min").click()
    measure(dialog, "90 min", "134/86")
    measure(dialog, "leaving", "130/80")

    assert entered(dialog).vitals == (
        Vitals(90, 134, 86),
        Vitals(90, 130, 80, leaving=True),
    )


def test_presets_add_rows_in_the_order_of_time(dialog: SessionDialog) -> None:
    dialog.form.section("vitals").open()
    chip_of(dialog.fields.vitals, "+ 15 min").click()
    names = [row.systolic.accessibleName() for row in dialog.fields.vitals.rows]
    assert [name.partition(", ")[2] for name in names] == ["before", "15 min", "40 min", "leaving"]
    assert row_at(dialog, "15 min").systolic.hasFocus()


def test_stored_readings_come_back_unchanged(opened: Open) -> None:
    readings = (
        Vitals(-20, 134, 86, 70, 98),
        Vitals(40, 400, 90, confirmed=True),
        Vitals(120, pulse=64, leaving=True),
    )
    stored = replace(session("2026-02-10 10:05"), vitals=readings)
    assert entered(opened(stored, stored)) == stored


def test_a_closed_part_tells_what_is_inside(opened: Open) -> None:
    stored = replace(session("2026-02-10 10:05"), vitals=(Vitals(BEFORE, 120, 80), Vitals(40, 130)))
    section = opened(stored, stored).form.section("vitals")
    assert not section.is_open
    assert section.header.accessibleDescription() == "before, 40 min"


def test_what_is_measured_before_a_plan_of_today_is_kept_with_it(opened: Open) -> None:
    plan = planned("2026-03-10 22:30")
    dialog = opened(plan, plan)
    row = measure(dialog, "before", "150/80")
    assert row.finding.isVisible()
    assert entered(dialog).vitals == (Vitals(BEFORE, 150, 80),)


def test_psychotherapy_is_not_measured(dialog: SessionDialog) -> None:
    measure(dialog, "before", "134/86")
    dialog.fields.treatment.show_value(Treatment.PSYCHOTHERAPY)
    assert not dialog.form.shows_section("vitals")
    assert entered(dialog).vitals == ()


def test_a_part_opens_with_the_space_bar(dialog: SessionDialog) -> None:
    section = dialog.form.section("vitals")
    section.header.setFocus()
    QTest.keyClick(section.header, Qt.Key.Key_Space)
    assert section.is_open
