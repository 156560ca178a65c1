"""The table of sessions: what its cells say, how it sorts, and what its keys do."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journal.domain.checkin import DayRecord
from journal.domain.session import SessionState, Treatment, TreatmentSession
from journal.domain.side_effect import Severity
from journal.domain.vitals import Vitals
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.table_model import SessionTableModel
from journal.ui.sessions.table_row import Column, SessionRow
from tests.ui.driver import Driver
from tests.ui.sessions.conftest import TODAY, MakePage, at, effect, mood, planned, session

DESCENDING = Qt.SortOrder.DescendingOrder


def cell(model: QAbstractItemModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data())


def texts(model: QAbstractItemModel, column: Column) -> list[str]:
    return [cell(model, row, column) for row in range(model.rowCount())]


def test_newest_stands_first_and_ketamine_sessions_are_numbered(page_with: MakePage) -> None:
    page = page_with(
        session("2026-02-10 10:05"),
        session("2026-01-19 16:00", 50, treatment=Treatment.PSYCHOTHERAPY, dose=""),
        session("2026-03-10 09:40"),
        planned("2026-04-07 10:00"),
    )

    assert texts(page.model, Column.WHEN) == [
        "Tue 7 Apr · 10:00",
        "Tue 10 Mar · 09:40",
        "Tue 10 Feb · 10:05",
        "Mon 19 Jan · 16:00",
    ]
    assert texts(page.model, Column.NUMBER) == ["", "2", "1", ""]


def test_a_row_tells_what_was_given_and_how_long(page_with: MakePage) -> None:
    model = page_with(session("2026-03-10 09:40")).model

    assert cell(model, 0, Column.TREATMENT) == "IV ketamine"
    assert cell(model, 0, Column.DOSE) == "35 mg"
    assert cell(model, 0, Column.LENGTH) == "40 min"


def test_mood_before_and_on_the_next_day_with_a_dash_where_none_is_logged(
    page_with: MakePage,
) -> None:
    model = page_with(
        session("2026-02-10 10:05"),
        session("2026-03-10 09:40"),
        mood("2026-02-10 08:00", 4),
        mood("2026-02-11 20:00", 7),
        mood("2026-03-10 08:20", 3),
    ).model

    assert texts(model, Column.SCORES) == ["3 → –", "4 → 7"]


def test_the_highest_blood_pressure_of_a_session(page_with: MakePage) -> None:
    one = session("2026-03-10 09:40")
    readings = (Vitals(-1, 134, 86), Vitals(40, 150, 92), Vitals(90, pulse=70))
    page = page_with(replace(one, vitals=readings), session("2026-02-10 10:05"))
    assert texts(page.model, Column.PRESSURE) == ["150/92", "–"]
    assert not page.table.isColumnHidden(Column.PRESSURE)


def test_without_a_blood_pressure_there_is_no_column_for_it(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"))
    assert page.table.isColumnHidden(Column.PRESSURE)


def test_side_effects_stand_strongest_first(page_with: MakePage) -> None:
    infusion = session("2026-03-10 09:40")

    model = page_with(
        infusion,
        effect(infusion, "dizziness", Severity.MILD),
        effect(infusion, "nausea", Severity.SEVERE),
        effect(infusion, "headache"),
    ).model

    assert cell(model, 0, Column.EFFECTS) == "Nausea, dizziness, headache"


def test_none_is_an_answer_and_a_dash_is_no_answer(page_with: MakePage) -> None:
    asked, unasked = session("2026-03-10 09:40"), session("2026-02-10 10:05")
    none_today = DayRecord(
        asked.id, asked.start.day, asked.created_at, asked.created_at, no_side_effects=True
    )

    model = page_with(asked, unasked, none_today).model

    assert texts(model, Column.EFFECTS) == ["none", "–"]


def test_the_state_column_is_there_only_for_sessions_not_done(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"))
    assert page.table.isColumnHidden(Column.STATE)


def test_a_cancelled_session_says_so(page_with: MakePage) -> None:
    page = page_with(
        session("2026-03-10 09:40"), session("2026-02-03 10:00", state=SessionState.CANCELLED)
    )

    assert not page.table.isColumnHidden(Column.STATE)
    assert texts(page.model, Column.STATE) == ["", "Cancelled"]


def test_a_start_long_ago_has_its_year(page_with: MakePage) -> None:
    model = page_with(session("2024-09-30 09:40")).model
    assert cell(model, 0, Column.WHEN) == "Mon 30 Sep 2024 · 09:40"


def test_a_start_is_told_on_the_clock_it_was_lived_by(page_with: MakePage) -> None:
    model = page_with(session("2026-02-10 08:30", zone="America/New_York")).model
    assert cell(model, 0, Column.WHEN) == "Tue 10 Feb · 08:30"


@pytest.mark.parametrize(
    ("column", "spoken"),
    [
        (Column.NUMBER, "No.: 1"),
        (Column.DOSE, "Dose: 35 mg"),
        (Column.SCORES, "Mood before 4, next day not entered"),
        (Column.EFFECTS, "Side effects: not entered"),
        (Column.STATE, "State: Done"),
    ],
)
def test_a_screen_reader_hears_the_heading_and_words_for_dashes(
    page_with: MakePage, column: Column, spoken: str
) -> None:
    model = page_with(session("2026-03-10 09:40"), mood("2026-03-10 08:00", 4)).model
    assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) == spoken


def test_the_scale_with_most_days_is_named_in_the_heading(page_with: MakePage) -> None:
    model = page_with(session("2026-03-10 09:40"), mood("2026-03-10 08:00", 4)).model
    heading = model.headerData(Column.SCORES, Qt.Orientation.Horizontal)
    assert heading == "Mood before → next day"


def rows(*sessions: TreatmentSession) -> list[SessionRow]:
    return [SessionRow(one, number) for number, one in enumerate(sessions, 1)]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = SessionTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    model.show_rows(rows(session("2026-03-10 09:40"), planned("2026-04-07 10:00")), "Mood", TODAY)
    model.sort(Column.DOSE)
    model.show_rows([], "Mood", TODAY)

    assert tester.model() is model


def test_sorting_by_dose_puts_sessions_without_one_last_either_way() -> None:
    model = SessionTableModel()
    model.show_rows(
        rows(
            session("2026-01-13 09:50", dose="32"),
            session("2026-02-10 10:05", dose=""),
            session("2026-03-10 09:40", dose="35"),
        ),
        "Mood",
        TODAY,
    )

    model.sort(Column.DOSE)
    assert texts(model, Column.DOSE) == ["32 mg", "35 mg", "–"]
    model.sort(Column.DOSE, DESCENDING)
    assert texts(model, Column.DOSE) == ["35 mg", "32 mg", "–"]


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts_newest_first_among_equals(column: Column) -> None:
    model = SessionTableModel()
    same = [session(f"2026-01-{day:02} 09:40") for day in (6, 13, 20)]
    model.show_rows([SessionRow(one) for one in same], "Mood", TODAY)

    model.sort(column, DESCENDING)

    assert [row.session for row in model.rows] == same[::-1]


def test_the_selection_stays_on_its_session_when_sorted(page_with: MakePage) -> None:
    page = page_with(session("2026-01-13 09:50", dose="40"), session("2026-03-10 09:40"))
    page.table.select_place(1)

    page.table.sortByColumn(Column.DOSE, DESCENDING)

    assert page.table.currentIndex().row() == 0
    assert page.table.current is not None
    assert page.table.current.session.start == at("2026-01-13 09:50")


def test_a_click_on_a_heading_sorts(page_with: MakePage) -> None:
    page = page_with(session("2026-01-13 09:50"), session("2026-03-10 09:40"))
    header = page.table.horizontalHeader()
    middle = header.sectionViewportPosition(Column.WHEN) + 20
    point = header.viewport().rect().center()
    point.setX(middle)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert texts(page.model, Column.NUMBER) == ["1", "2"]


def test_the_menu_sorts_too_and_turns_the_order_round(page_with: MakePage) -> None:
    page = page_with(session("2026-01-13 09:50", dose="32"), session("2026-03-10 09:40"))
    menu = page.table.menu_of(None)
    by = menu.actions()[-1].menu()
    assert isinstance(by, QMenu)
    dose = next(action for action in by.actions() if action.text() == "Dose")

    dose.trigger()
    assert texts(page.model, Column.DOSE) == ["32 mg", "35 mg"]
    dose.trigger()
    assert texts(page.model, Column.DOSE) == ["35 mg", "32 mg"]


def test_enter_asks_to_change_and_delete_to_delete(page_with: MakePage, qtbot: QtBot) -> None:
    one = session("2026-03-10 09:40")
    page = page_with(one)
    page.table.change_requested.disconnect()
    page.table.removal_requested.disconnect()
    page.table.select_place(0)

    with qtbot.waitSignal(page.table.change_requested) as changed:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.table.removal_requested) as removed:
        QTest.keyClick(page.table, Qt.Key.Key_Delete)

    assert (changed.args, removed.args) == ([one.id], [one.id])


def test_tab_leaves_the_table(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"), session("2026-02-10 10:05"))
    page.table.setFocus()
    page.table.select_place(0)

    QTest.keyClick(page.table, Qt.Key.Key_Tab)

    assert not page.table.hasFocus()


def test_at_900_by_600_nothing_has_to_be_scrolled_to_sideways(page_with: MakePage) -> None:
    page = page_with(session("2026-03-10 09:40"), planned("2026-04-07 10:00"))

    page.resize(692, 560)

    assert page.table.horizontalScrollBar().maximum() == 0
    assert not page.table.isColumnHidden(Column.EFFECTS)


@pytest.mark.parametrize("width", [850, 900])
def test_in_the_narrowest_window_a_whole_course_stands_in_its_width(
    demo_person: Driver, width: int
) -> None:
    demo_person.window.resize(width, 600)
    demo_person.window.show_page("sessions")
    demo_person.texts()
    page = demo_person.window.page("sessions")
    assert isinstance(page, SessionsPage)

    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.columnWidth(Column.EFFECTS) > 120


def test_the_keyboard_comes_to_the_first_row(page_with: MakePage, qtbot: QtBot) -> None:
    page = page_with(session("2026-03-10 09:40"), session("2026-02-10 10:05"))
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [0]

    page.table.select_place(1)
    page.add.setFocus()
    page.table.setFocus()
    assert page.table.currentIndex().row() == 1


def test_an_index_that_is_none_has_no_session() -> None:
    model = SessionTableModel()
    model.show_rows(rows(session("2026-03-10 09:40")), "Mood", date(2026, 3, 10))
    selection = QItemSelectionModel(model)
    assert model.row_at(selection.currentIndex()) is None
