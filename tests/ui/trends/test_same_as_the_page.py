"""What the cards show of the fictional patient is what the page for the provider says."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journal.catalogue import numbers_for
from journal.domain.period import last_days
from journal.report.content import build_report, summary_for
from journal.report.parts import Report
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.trends.board import TrendsBoard
from tests.report.pages import lines, rows, section
from tests.ui.trends.conftest import TODAY, Show, card
from tests.ui.trends.test_cards import table_of


@pytest.fixture
def report(demo: JournalEditor) -> Report:
    """The page of the 180 days that Trends shows."""
    return build_report(summary_for(demo.journal.records(), last_days(180, TODAY), TODAY))


@pytest.fixture
def trends(demo: JournalEditor, show: Show) -> TrendsBoard:
    """The cards that the page repeats."""
    return show(demo, "days", "around-sessions", "durations", "side-effects", "before-and-now")


def numbers(board: TrendsBoard, key: str) -> list[tuple[str, ...]]:
    """The rows of a card's table."""
    return [tuple(row) for row in table_of(card(board, key)).table.rows]


def course(report: Report, name: str) -> list[str]:
    """The page's row about a measure."""
    return next(row for row in rows(section(report, "Course")) if row[0].startswith(name))


def test_days_and_their_scores(trends: TrendsBoard, report: Report) -> None:
    said = card(trends, "days").sentence.text()
    assert said == "Mood: 159 of 180 days logged, 12 sessions."
    assert report.overview[1][0].text == "159 of 180 days logged (88%)"

    on_screen: dict[str, list[str]] = {}
    for day, score, *_rest in numbers(trends, "days"):
        on_screen.setdefault(day, []).extend([score] if score else [])
    on_page = [row[1].partition(" (")[0] for row in rows(section(report, "Every day")) if row[1]]
    assert on_page == [" / ".join(scores) for scores in on_screen.values()]


def test_around_a_session(trends: TrendsBoard, report: Report) -> None:
    shown = section(report, "Around a session")
    said = card(trends, "around-sessions").sentence.text()
    assert said.startswith("Mood, the middle of 5 sessions with 7 free days before and 14 after: 3")
    assert shown.figure is not None
    assert shown.figure.description.startswith(said)
    for day, counted, median, *_rest in numbers(trends, "around-sessions"):
        if median != "too few":
            told = day.removeprefix("day ").removesuffix(", before the session")
            assert f"{told}: {median} (n {counted})" in shown.figure.description


def test_side_effects(trends: TrendsBoard, report: Report) -> None:
    on_page = [
        (effect, affected, worst.partition(" (")[0], usual)
        for effect, affected, worst, usual, *_rest in rows(section(report, "Side effects"))
    ]
    assert ("Dissociation", "12 / 12", "severe", "60 min (12)") in on_page
    table = numbers(trends, "side-effects")[1:]
    assert on_page == [(row[0], row[1], row[2], row[5]) for row in table]


def test_before_and_now(trends: TrendsBoard, report: Report) -> None:
    table = numbers(trends, "before-and-now")
    begin, before, after = table[0], table[1:4], table[5:8]
    row = course(report, "Mood 0–10, 3 days before")
    assert row[1] == f"{begin[3]} ({begin[4]})"
    assert row[4] == f"{', '.join(each[3] for each in before)} (sessions 10 to 12)"
    assert course(report, "Mood 0–10, days 1–7")[4] == (
        f"{', '.join(each[3] for each in after)} (sessions 9 to 11)"
    )


@pytest.mark.parametrize("name", ["PHQ-9", "GAD-7"])
def test_questionnaires(name: str, demo: JournalEditor, report: Report, qtbot: QtBot) -> None:
    page = QuestionnairesPage(demo, lambda: LIGHT, lambda: numbers_for("US"))
    qtbot.addWidget(page)
    page.refresh()
    buttons = page.history.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == name).click()

    model = page.history.model
    shown = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    latest, totals = course(report, name), [row[1] for row in shown]
    assert latest[4].startswith(f"{totals[0]} · 9 Mar, {shown[0][3]}, looks back to {shown[0][4]}")
    reading = page.history.reading.text()
    before, lowest, highest = (cell.replace(" · ", " on ") for cell in latest[1:4])
    assert f"lowest {lowest}, highest {highest}" in reading
    assert f"lower than {before}, before session 1" in reading
    assert latest[-1].partition(" (")[0].casefold() in reading.casefold()
    answers = [s for s in report.following if s.title.startswith(name)]
    assert [total for each in answers for total in rows(each)[0][1:]] == totals
    assert lines(answers[-1])
