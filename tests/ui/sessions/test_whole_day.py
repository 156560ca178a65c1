"""A whole esketamine day, as one person records it: every step on the disk, every step found."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QScrollArea

from journal.domain.checkin import DayRecord
from journal.domain.session import Dose, DoseUnit, SessionState, Treatment
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.vitals import BEFORE, Vitals
from journal.ui.journal_editor import JournalEditor
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.sessions.table_row import Column
from tests.ui.driver import Driver
from tests.ui.esketamine_day import (
    in_dialog,
    live_through_the_day,
    plan,
    record_the_day,
    sessions_page,
)
from tests.ui.sessions.conftest import (
    FixedClock,
    MakePage,
    at,
    chip,
    chip_of,
    effect,
    measure,
    mood,
    session,
)


@pytest.fixture
def page(page_with: MakePage, clock: FixedClock) -> SessionsPage:
    clock.instant = datetime(2026, 3, 9, 18, tzinfo=UTC)
    return page_with()


def test_a_whole_esketamine_day_is_on_the_disk(person: Driver) -> None:
    live_through_the_day(person)

    (done,) = person.editor.journal.sessions.between()

    assert (done.state, done.treatment) == (SessionState.DONE, Treatment.ESKETAMINE)
    assert (done.minutes, done.dose) == (120, Dose(Decimal(56), DoseUnit.MG))
    assert done.vitals == (Vitals(BEFORE, 134, 86), Vitals(40, 152, 94), Vitals(120, 138, 84))
    (felt,) = person.side_effects()
    assert (felt.effect, felt.severity) == ("dissociation", Severity.MODERATE)
    assert felt.onset == Onset(instant=at("2026-03-10 10:20").instant)
    assert felt.duration == Duration(Lasted.MINUTES, 60)
    assert felt.session_id == done.id


def test_a_whole_esketamine_day_is_found_again(person: Driver) -> None:
    live_through_the_day(person)
    page = sessions_page(person)
    row = page.model.rows[0]
    shown: list[str] = []
    in_dialog(lambda dialog: shown.extend(dialog.fields.hours.lines))
    page.table.change_requested.emit(row.session.id)

    assert shown == [
        "Before · 4",
        "2 h after the start · 12:00 · 6 (during the drug effect)",
        "Next day · 08:10 · 7",
    ]
    told = {Column.SCORES: "4 → 7", Column.PRESSURE: "152/94", Column.EFFECTS: "Dissociation"}
    assert {column: row.text(column, date(2026, 3, 11)) for column in told} == told


def test_the_session_and_its_effects_are_one_step_to_undo(
    page: SessionsPage, editor: JournalEditor, clock: FixedClock
) -> None:
    plan(page)
    clock.instant = datetime(2026, 3, 10, 11, 30, tzinfo=UTC)
    page.refresh()
    in_dialog(record_the_day)
    page.passed.done.click()

    editor.undo()

    (planned,) = editor.journal.sessions.between()
    assert (planned.state, planned.vitals) == (SessionState.PLANNED, ())
    assert editor.journal.side_effects.between() == ()


def test_an_effect_lifts_the_none_of_its_day(page_with: MakePage, editor: JournalEditor) -> None:
    one = session("2026-03-10 09:40")
    none = DayRecord(one.id, one.start.day, one.created_at, one.created_at, no_side_effects=True)
    page = page_with(one, none)

    def act(dialog: SessionDialog) -> None:
        chip(dialog, "Nausea").click()
        chip(dialog, "Headache").click()

    in_dialog(act)
    page.table.change_requested.emit(one.id)

    assert len(editor.journal.side_effects.between()) == 2
    assert editor.journal.days.between() == ()
    editor.undo()
    assert editor.journal.days.between() == (none,)


def test_an_effect_that_was_removed_is_gone(page_with: MakePage, editor: JournalEditor) -> None:
    one = session("2026-03-10 09:40")
    page = page_with(one, effect(one, "nausea"), effect(one, "headache"))

    def act(dialog: SessionDialog) -> None:
        chip(dialog, "Nausea").click()
        chip_of(dialog.fields.effects, "Remove").click()

    in_dialog(act)
    page.table.change_requested.emit(one.id)

    assert [e.effect for e in editor.journal.side_effects.between()] == ["headache"]


def test_what_is_logged_after_the_next_session_belongs_to_that_one(page_with: MakePage) -> None:
    first, second = session("2026-03-09 09:40"), session("2026-03-10 09:40")
    page = page_with(first, second, mood("2026-03-09 18:00", 5), mood("2026-03-10 18:00", 8))
    shown: list[str] = []
    in_dialog(lambda dialog: shown.extend(dialog.fields.hours.lines))
    page.table.change_requested.emit(first.id)
    assert shown == ["8.3 h after the start · 18:00 · 5"]


def test_without_a_score_it_says_where_one_comes_from(page_with: MakePage) -> None:
    one = session("2026-03-10 09:40")
    page = page_with(one)
    shown: list[str] = []
    in_dialog(lambda dialog: shown.extend(dialog.fields.hours.lines))
    page.table.change_requested.emit(one.id)
    assert shown == ["Nothing is logged yet. What you log on Today appears here by its time."]


def test_at_900_by_600_nothing_of_the_form_is_cut_off_sideways(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"))
    widths: list[tuple[int, int]] = []

    def act(dialog: SessionDialog) -> None:
        dialog.resize(640, 520)
        for key in ("people", "vitals", "felt"):
            dialog.form.section(key).open()
        measure(dialog, "before", "185/120")
        area = dialog.findChildren(QScrollArea)[0]
        body = area.widget()
        assert body is not None
        widths.append((body.minimumSizeHint().width(), area.viewport().width()))

    in_dialog(act)
    page.table.change_requested.emit(page.model.rows[0].session.id)
    ((needed, there),) = widths
    assert needed <= there
