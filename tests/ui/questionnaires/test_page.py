"""The Questionnaires page: what is due, what was answered, and totals from paper."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.catalogue import numbers_for
from journal.domain.checkin import Direction
from journal.domain.own_total import own_total
from journal.domain.questionnaire import Response
from journal.questionnaire_files import read_folder
from journal.theme import DARK, LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.questionnaires.table_model import Column
from journal.ui.questionnaires.total_dialog import TotalDialog
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper
from tests.ui.questionnaires.conftest import Keep, Person, Show


def cells(person: Person, column: Column) -> list[str]:
    model = person.page.history.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def states(person: Person) -> dict[str, str]:
    rows = person.page.list.rows
    return {row.title.text(): row.state.text() for row in rows.values()}


def test_an_empty_journal_lists_what_can_be_asked(person: Person) -> None:
    assert states(person) == dict.fromkeys(
        ["PHQ-9", "GAD-7", "PCL-5, past week", "PCL-5, past month"], "not filled in yet"
    )
    assert not person.page.history.isVisible()


def test_the_list_tells_the_last_total_and_when_the_next_is_due(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 3, 9), 11), paper(date(2026, 2, 9), 12, key="gad-7"))
    person = show()

    assert states(person)["PHQ-9"] == "11 on 9 March 2026 · due on Mon 23 March"
    assert states(person)["GAD-7"] == "12 on 9 February 2026 · due"
    assert person.says("Due: GAD-7. Any evening will do.")


def test_a_questionnaire_of_totals_is_listed_once_it_has_one(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 3, 9), 30, key="madrs"))
    person = show()

    assert states(person)["MADRS"] == "30 on 9 March 2026"
    assert not person.page.list.rows["madrs"].fill_in.isVisible()


def test_a_questionnaire_of_the_persons_own_is_listed_by_its_name(show: Show, keep: Keep) -> None:
    own = own_total("Fatigue score", 0, 40, Direction.HIGHER_WORSE)
    keep(paper(date(2026, 3, 9), 31, key=own.key))
    person = show()

    assert states(person)["Fatigue score"] == "31 on 9 March 2026"
    assert person.says("0 – 40, higher is worse")


def test_the_table_has_every_time_newest_first(show: Show, keep: Keep) -> None:
    diary = Diary()
    session = diary.session(date(2026, 2, 10))
    keep(
        session,
        paper(date(2026, 2, 2), 19),
        answered(date(2026, 2, 20), (1,) * 6),
        answered(date(2026, 3, 9), (1,) * 9, finished=True),
    )
    person = show()

    assert cells(person, Column.DAY) == ["9 Mar 2026", "20 Feb 2026", "2 Feb 2026"]
    assert cells(person, Column.RESULT) == ["9", "6 of 9 answered", "19"]
    assert cells(person, Column.CALLED) == ["mild", "–", "moderately severe"]
    assert cells(person, Column.PLACE) == [
        "day 27 after session 1",
        "day 10 after session 1",
        "before session 1",
    ]
    assert cells(person, Column.REMARK) == ["thoughts of self-harm: 1", "", "from paper"]


def test_without_remarks_no_column_waits_for_them(show: Show, keep: Keep) -> None:
    keep(answered(date(2026, 3, 9), (0,) * 9))
    table = show().page.history.table
    assert table.isColumnHidden(Column.REMARK)

    keep(paper(date(2026, 2, 2), 19))
    person = show()
    assert not person.page.history.table.isColumnHidden(Column.REMARK)


def test_the_reading_stands_above_the_chart(show: Show, keep: Keep) -> None:
    diary = Diary()
    keep(
        diary.session(date(2026, 2, 10)),
        paper(date(2026, 2, 2), 19),
        paper(date(2026, 3, 9), 8),
    )
    person = show()

    assert person.says("11 lower than 19 on 2 Feb, before session 1: better")
    assert person.says("Response on 9 Mar (at least 50% lower than before session 1).")


def test_the_chart_is_named_and_described(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 2, 2), 19), paper(date(2026, 3, 9), 8))
    person = show()
    interface = QAccessible.queryAccessibleInterface(person.page.history.picture)

    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "PHQ-9 over time"
    assert "2 totals" in interface.text(QAccessible.Text.Description)


def test_the_chart_follows_the_theme(show: Show, keep: Keep, qtbot: QtBot) -> None:
    keep(paper(date(2026, 2, 2), 19))
    person = show()
    picture = person.page.history.picture
    light = picture.grab().toImage().pixelColor(1, 1)

    picture.show_theme(DARK)
    dark = picture.grab().toImage().pixelColor(1, 1)

    assert (light.name(), dark.name()) == (LIGHT.card, DARK.card)


def test_another_questionnaire_can_be_looked_back_on(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 2, 2), 19), paper(date(2026, 3, 9), 7, key="gad-7"))
    person = show()
    assert cells(person, Column.RESULT) == ["19"]

    person.click_on("GAD-7")

    assert cells(person, Column.RESULT) == ["7"]


def test_a_row_is_deleted_and_comes_back(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 2, 2), 19), paper(date(2026, 3, 9), 8))
    person = show()
    person.page.history.table.setFocus()
    person.press(Qt.Key.Key_Delete)
    assert cells(person, Column.RESULT) == ["19"]

    person.editor.undo()

    assert cells(person, Column.RESULT) == ["8", "19"]


def test_what_was_asked_because_of_a_response_goes_and_comes_back_with_it(person: Person) -> None:
    person.page.ask("phq-9")
    person.type("000000001")
    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_Escape)
    person.page.history.table.setFocus()
    person.press(Qt.Key.Key_Delete)
    assert (person.responses(), person.safety_answers()) == ((), ())

    person.editor.undo()

    assert len(person.responses()) == len(person.safety_answers()) == 1


def test_an_answered_one_opens_again_to_be_changed(show: Show, keep: Keep) -> None:
    kept = answered(date(2026, 2, 2), (1,) * 9, finished=True)
    keep(kept)
    person = show()
    person.click_on("Change…")
    assert person.says("One more question")

    person.press(*[Qt.Key.Key_Backspace] * 9)
    person.type("3")

    assert person.response().value("1") == 3
    assert person.response().moment == kept.moment


@pytest.fixture
def paper_says(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What the person enters each time they are asked for a total."""
    entered: list[dict[str, str]] = []

    def ask(
        parent: QWidget | None, questionnaires: object, draft: Response, *rest: object
    ) -> Response | None:
        dialog = TotalDialog(parent, questionnaires, draft, *rest)  # type: ignore[arg-type]
        fill(dialog, **entered.pop(0))
        dialog.accept()
        return dialog.response

    monkeypatch.setattr(TotalDialog, "ask", ask)
    return entered


def fill(dialog: TotalDialog, *, which: str = "", day: str = "", total: str = "") -> None:
    if which:
        dialog.which.setCurrentIndex(dialog.which.findData(which))
    if day:
        dialog.day.show_day(date.fromisoformat(day))
    dialog.total.setText(total)


def test_a_total_from_paper_is_kept_for_its_day(
    person: Person, paper_says: list[dict[str, str]]
) -> None:
    paper_says.append({"which": "madrs", "day": "2026-03-05", "total": "31"})
    person.click_on("Enter a total…")

    response = person.response()
    assert (response.questionnaire, response.entered_total) == ("madrs", 31)
    assert (response.moment.day, response.finished) == (date(2026, 3, 5), True)
    assert cells(person, Column.REMARK) == ["from paper · entered later"]


def test_a_total_of_today_is_of_now(person: Person, paper_says: list[dict[str, str]]) -> None:
    paper_says.append({"which": "phq-9", "total": "12"})
    person.click_on("Enter a total…")

    assert person.response().moment.instant == person.clock.now()


def test_a_total_can_be_changed(show: Show, keep: Keep, paper_says: list[dict[str, str]]) -> None:
    kept = paper(date(2026, 3, 5), 12)
    keep(kept)
    person = show()
    paper_says.append({"total": "13"})
    person.click_on("Change…")

    changed = person.response()
    assert (changed.id, changed.entered_total) == (kept.id, 13)
    assert (changed.moment, changed.created_at) == (kept.moment, kept.created_at)


def test_a_refused_file_is_told_and_the_rest_works(
    editor: JournalEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.toml").write_text('key = "x"', "utf-8")
    files = read_folder(tmp_path)
    page = QuestionnairesPage(editor, lambda: LIGHT, lambda: numbers_for("US"), files)
    qtbot.addWidget(page)
    page.show()

    assert page.refused.isVisible()
    assert page.refused.text() == (
        "The questionnaire file bad.toml is not used: title is missing. Your journal is safe."
    )


def test_every_button_has_a_name(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 2, 2), 19))
    person = show()
    names = []
    for button in person.page.findChildren(QAbstractButton):
        if button.isVisible():
            interface = QAccessible.queryAccessibleInterface(button)
            names.append(interface.text(QAccessible.Text.Name))

    assert all(names)
    assert "Fill in PHQ-9" in names


def test_a_small_window_needs_no_scrolling_sideways(show: Show, keep: Keep) -> None:
    keep(paper(date(2026, 2, 2), 19))
    person = show()
    person.page.resize(690, 560)
    person.texts()

    area = person.page._overview.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    person.page.ask("pcl-5-week")
    person.texts()
    assert person.asking._area.horizontalScrollBar().maximum() == 0
