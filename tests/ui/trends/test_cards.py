"""The cards of the Trends page: pictures, tables, what is saved, and what can be chosen."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.demo import DAYS_LOGGED
from journal.domain.period import Period
from journal.domain.pickable import Thing, ThingKind
from journal.ui.journal_editor import JournalEditor
from journal.ui.trends.board import TrendsBoard
from journal.ui.trends.card import QuestionCard
from journal.ui.trends.pick_box import PickBox, PickButtons
from journal.ui.trends.questions import QUESTIONS
from journal.ui.widgets.chart_picture import day_name
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.file_saving import FileKind
from journal.ui.widgets.numbers_view import NumbersView
from tests.domain.diary import Diary
from tests.ui.trends.conftest import TODAY, Show, ask, card, write
from tests.ui.twins import files_in


@pytest.fixture
def days(editor: JournalEditor, show: Show) -> QuestionCard:
    """The days of a small diary: two scores today, one on three days before."""
    diary = Diary()
    scores = [diary.score(TODAY - timedelta(n), 3 + n) for n in (0, 1, 2, 4)]
    write(editor, [*scores, diary.score(TODAY, 6, hour=9)])
    return card(show(editor, "days"), "days")


@pytest.fixture
def over_time(demo: JournalEditor, show: Show) -> TrendsBoard:
    """The fictional patient's days."""
    return show(demo, "days")


@pytest.fixture
def around(demo: JournalEditor, show: Show) -> TrendsBoard:
    """The fictional patient's days around sessions."""
    return show(demo, "around-sessions")


@pytest.fixture
def compared(demo: JournalEditor, show: Show) -> TrendsBoard:
    """The fictional patient's days with and without something."""
    return show(demo, "with-and-without")


def table_of(shown: QuestionCard) -> NumbersView:
    if not shown.table or shown.table.isHidden():
        shown.swap.click()
    assert shown.table is not None
    return shown.table


def settle(qtbot: QtBot, board: TrendsBoard) -> None:
    qtbot.waitUntil(lambda: board.is_at_rest)


def save_to(shown: QuestionCard, path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Answer the next dialog with a path; gives back what dialogs proposed."""
    asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(_parent: QWidget, _title: str, proposed: Path, kinds: Sequence[FileKind]) -> Path:
        asked.append((proposed.name, tuple(kind.suffix for kind in kinds)))
        return path

    shown.saving.ask_path = ask
    shown.save.click()
    return asked


def test_the_card_says_how_much_is_logged_and_what_the_marks_mean(days: QuestionCard) -> None:
    assert days.sentence.text() == "Mood: 4 of 180 days logged."
    assert days.legend.text().startswith("0 very low – 10 very good · a dot is a day · ")


def test_the_table_takes_the_pictures_place_and_gives_it_back(days: QuestionCard) -> None:
    assert days.swap.text() == "As table"
    table = table_of(days)
    assert (table.isVisible(), days.picture.isVisible()) == (True, False)
    assert days.swap.text() == "As picture"

    days.swap.click()

    assert (table.isVisible(), days.picture.isVisible()) == (False, True)


def test_the_table_has_every_score_newest_first(days: QuestionCard) -> None:
    numbers = table_of(days).table

    assert numbers.columns == ("Day", "Mood", "7-day average", "Stands for")
    assert len(numbers.rows) == 4
    assert numbers.rows[0] == ("Tue 10 March 2026", "4.5", "", "the day · mean of 2, 3 to 6")
    assert numbers.rows[1] == ("Mon 9 March 2026", "4", "5.1", "the day")
    assert numbers.rows[3][0] == "Fri 6 March 2026"


def test_a_row_opens_its_day(qtbot: QtBot, days: QuestionCard) -> None:
    table = table_of(days)
    table.selectRow(1)

    with qtbot.waitSignal(days.day_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert chosen.args == [TODAY - timedelta(1)]


def test_the_table_is_copied_and_it_says_so(days: QuestionCard) -> None:
    table_of(days)

    days.copy.click()

    assert len(QGuiApplication.clipboard().text().splitlines()) == 5
    assert days.told.text() == "Copied."


def pictured(qtbot: QtBot, board: TrendsBoard, key: str) -> QuestionCard:
    """The card of a question with its picture, whatever has to be asked or picked first."""
    shown = card(board, key)
    if not shown.is_wanted:
        ask(qtbot, board, key)
    if isinstance(shown.pick, PickBox):
        shown.pick.activated.emit(0)
        settle(qtbot, board)
    return shown


@pytest.mark.parametrize("key", [question.key for question in QUESTIONS])
def test_every_picture_is_a_chart_with_words_and_a_table(
    qtbot: QtBot, demo: JournalEditor, show: Show, key: str
) -> None:
    shown = pictured(qtbot, show(demo, key), key)
    assert shown.picture.view is not None
    chart = QAccessible.queryAccessibleInterface(shown.picture.view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == shown.heading.text()
    assert len(chart.text(QAccessible.Text.Description)) > 40
    table = table_of(shown)
    assert table.table.rows
    assert table.accessibleName()


def test_buttons_say_which_card_they_belong_to(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, "durations")
    assert card(board, "durations").open.accessibleName() == "Show: How long does it last?"

    shown = ask(qtbot, board, "durations")

    assert shown.swap.accessibleName() == "As table: How long does it last?"
    assert shown.save.accessibleName() == "Save picture…: How long does it last?"


def test_the_table_is_saved_as_csv(tmp_path: Path, days: QuestionCard) -> None:
    table = table_of(days).table

    asked = save_to(days, tmp_path / "numbers.csv")

    assert asked == [("chart-2026-03-10.csv", (".csv",))]
    text = (tmp_path / "numbers.csv").read_bytes().decode("utf-8-sig")
    saved = list(csv.reader(StringIO(text, newline="")))
    assert saved[0] == list(table.columns)
    assert saved[1] == ["2026-03-10", "4.5", "", "the day · mean of 2, 3 to 6"]
    assert len(saved) == 1 + len(table.rows)
    assert days.told.text() == f"Saved as {tmp_path / 'numbers.csv'}."


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_the_picture_is_saved_as_what_its_name_says(
    tmp_path: Path, days: QuestionCard, suffix: str, begins: bytes
) -> None:
    asked = save_to(days, tmp_path / f"mood{suffix}")

    assert asked == [("chart-2026-03-10.png", (".png", ".svg", ".pdf"))]
    assert (tmp_path / f"mood{suffix}").read_bytes().startswith(begins)
    assert files_in(tmp_path) >= {f"mood{suffix}"}


def test_the_next_dialog_begins_where_the_last_file_went(
    tmp_path: Path, days: QuestionCard
) -> None:
    (tmp_path / "charts").mkdir()
    save_to(days, tmp_path / "charts" / "chart-2026-03-10.png")
    proposed: list[Path] = []

    def turn_away(_parent: QWidget, _title: str, path: Path, _kinds: object) -> None:
        proposed.append(path)

    days.saving.ask_path = turn_away
    days.save.click()

    assert proposed == [tmp_path / "charts" / "chart-2026-03-10-2.png"]


def test_a_saved_picture_is_on_a_light_ground_and_sharp(
    tmp_path: Path, around: TrendsBoard
) -> None:
    save_to(card(around, "around-sessions"), tmp_path / "around.png")

    image = QImage(str(tmp_path / "around.png"))
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert image.width() > 1600


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that takes no files")
def test_a_folder_that_refuses_is_told(days: QuestionCard) -> None:
    save_to(days, Path("/proc/chart.png"))

    assert days.told.property("kind") == "error"
    assert days.told.text() == (
        "Not saved: the folder /proc did not take the file. Your journal is safe. "
        "Please choose another folder."
    )


def test_a_zoomed_picture_offers_the_way_back(days: QuestionCard) -> None:
    view = days.picture.view
    assert isinstance(view, ChartView)
    assert not days.zoom_back.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert days.zoom_back.isVisible()

    days.zoom_back.click()

    assert not view.is_zoomed
    assert not days.zoom_back.isVisible()


def test_a_zoomed_picture_is_told_of_its_own_days(qtbot: QtBot, over_time: TrendsBoard) -> None:
    days = card(over_time, "days")
    view, before = days.picture.view, days.sentence.text()
    assert isinstance(view, ChartView)
    assert "dotted: sessions" in days.legend.text()

    look_closer(qtbot, over_time, view)

    chart = QAccessible.queryAccessibleInterface(view)
    assert days.sentence.text().startswith("Mood: ")
    assert " of 10 days logged" in days.sentence.text()
    assert "dotted: sessions" not in days.legend.text()
    description = chart.text(QAccessible.Text.Description)
    assert description.startswith("Mood, 18 February 2026 to 27 February 2026: ")
    assert description.endswith("Enter opens a day.")
    assert len(table_of(days).table.rows) <= 10
    assert days.table is not None
    assert set(days.table._days) <= set(Period(date(2026, 2, 18), date(2026, 2, 27)).days())

    days.swap.click()
    days.zoom_back.click()
    settle(qtbot, over_time)
    assert days.sentence.text() == before
    assert "dotted: sessions" in days.legend.text()
    assert len(table_of(days).table.rows) > 150


def look_closer(qtbot: QtBot, board: TrendsBoard, view: ChartView) -> None:
    """Zoom to ten days between two sessions, by keyboard."""
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in (*[Qt.Key.Key_Left] * 12, *[Qt.Key.Key_Plus] * 12):
        QTest.keyClick(view, key)
    settle(qtbot, board)
    assert view.shown is not None
    assert len(view.shown) == 10


def test_zooming_does_not_move_the_picture(qtbot: QtBot, over_time: TrendsBoard) -> None:
    days = card(over_time, "days")
    place, view = days.picture.y(), days.picture.view
    assert isinstance(view, ChartView)

    look_closer(qtbot, over_time, view)

    assert days.picture.y() == place


def test_the_table_of_the_days_has_the_changes_of_medicines(
    qtbot: QtBot, over_time: TrendsBoard
) -> None:
    days = card(over_time, "days")
    over_time.ranges.buttons[-1].click()
    settle(qtbot, over_time)

    table = table_of(days)
    changes = [row for row in table.table.rows if row[-1].startswith("Medicine: ")]

    assert days.answer is not None
    marks = days.answer.result.shown.medicines
    assert len(changes) == len(marks) > 0
    assert changes[-1][0] == day_name(marks[0].day)
    with qtbot.waitSignal(days.day_chosen) as chosen:
        table.selectRow(table.table.rows.index(changes[-1]))
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [marks[0].day]


def test_around_a_session_there_are_days_hours_and_courses(around: TrendsBoard) -> None:
    pick = card(around, "around-sessions").pick

    assert isinstance(pick, PickButtons)
    assert pick.buttons is not None
    assert [button.text() for button in pick.buttons.buttons] == ["Days", "Hours", "Course 1"]
    assert pick.buttons.choice == 0


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (0, "Mood, the middle of 5 sessions with 7 free days before and 14 after: "),
        (1, "Mood, the middle of 12 sessions: "),
        (2, "Course 1: sessions 1 to 6 in "),
    ],
)
def test_each_view_has_its_own_sentence(
    qtbot: QtBot, around: TrendsBoard, place: int, sentence: str
) -> None:
    shown = card(around, "around-sessions")
    assert isinstance(shown.pick, PickButtons)
    assert shown.pick.buttons is not None

    shown.pick.buttons.buttons[place].click()

    settle(qtbot, around)
    assert shown.sentence.text().startswith(sentence)
    assert shown.options["single-sessions"].isVisible() is (place == 0)


def test_single_sessions_are_drawn_on_demand(qtbot: QtBot, around: TrendsBoard) -> None:
    shown = card(around, "around-sessions")
    assert "single sessions" not in shown.legend.text()

    shown.options["single-sessions"].click()

    settle(qtbot, around)
    assert shown.legend.text().endswith("thin: single sessions")


def test_sessions_too_close_together_are_shown_by_hours(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    days = [TODAY - timedelta(n) for n in range(3, 31, 3)]
    sessions = [diary.session(day) for day in days]
    write(editor, [*sessions, *(diary.score(day, 6, hour=18) for day in days)])

    shown = card(show(editor, "around-sessions"), "around-sessions")

    assert isinstance(shown.pick, PickButtons)
    assert shown.pick.buttons is not None
    assert shown.pick.buttons.choice == 1


def test_with_and_without_offers_what_was_entered(compared: TrendsBoard) -> None:
    pick = card(compared, "with-and-without").pick

    assert isinstance(pick, PickBox)
    offered = [pick.itemText(place) for place in range(pick.count())]
    assert offered[0] == "Dissociation (12 days)"
    assert "Under 5 h of sleep (3 days)" in offered
    assert pick.currentIndex() == -1


def test_the_wheel_over_the_list_scrolls_the_page(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, "days", "with-and-without", height=400)
    pick, area = card(board, "with-and-without").pick, board.window().findChild(QScrollArea)
    assert isinstance(pick, PickBox)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle(qtbot, board)
    assert pick.isEnabled()
    before = area.verticalScrollBar().value()
    place = pick.mapTo(pick.window(), pick.rect().center())

    QTest.wheelEvent(pick.window().windowHandle(), QPointF(place), QPoint(0, 120))

    assert area.verticalScrollBar().value() < before
    assert pick.currentIndex() == -1


def test_what_is_picked_is_compared(qtbot: QtBot, compared: TrendsBoard) -> None:
    shown = card(compared, "with-and-without")
    assert not shown.picture.isVisible()
    assert isinstance(shown.pick, PickBox)
    shown.pick.activated.emit(0)

    settle(qtbot, compared)

    assert shown.sentence.text().startswith("Mood on days with dissociation: ")
    assert shown.picture.isVisible()
    assert shown.answer is not None
    assert shown.answer.result.result.thing == Thing(ThingKind.SIDE_EFFECT, "dissociation")


def test_below_five_days_there_are_words_alone(qtbot: QtBot, compared: TrendsBoard) -> None:
    shown = card(compared, "with-and-without")
    assert isinstance(shown.pick, PickBox)
    few = shown.pick.findText("Headache (2 days)")

    shown.pick.activated.emit(few)

    settle(qtbot, compared)
    assert shown.sentence.text().startswith("Mood: too little to compare yet.")
    assert not shown.picture.isVisible()
    assert not shown.save.isVisible()


def test_another_scale_is_a_panel_of_its_own(qtbot: QtBot, over_time: TrendsBoard) -> None:
    days = card(over_time, "days")
    height = days.picture.height()

    tick(over_time, "Anxiety")

    settle(qtbot, over_time)
    assert over_time.scale.text() == "Show: Mood, Anxiety ▾"
    assert days.sentence.text().startswith(f"Mood: {DAYS_LOGGED} of 180 days logged")
    assert "Anxiety: " in days.sentence.text()
    assert days.picture.height() > height
    assert isinstance(days.picture.view, ChartView)
    assert days.picture.view.picture is not None
    assert len(days.picture.view.picture.chart.panels) == 2


def test_a_questionnaire_stands_below_the_scales(qtbot: QtBot, over_time: TrendsBoard) -> None:
    days = card(over_time, "days")

    tick(over_time, "PHQ-9")

    settle(qtbot, over_time)
    assert isinstance(days.picture.view, ChartView)
    assert days.picture.view.picture is not None
    (panel,) = days.picture.view.picture.chart.questionnaires
    last = panel.totals.entries[-1]
    words = days.picture.view.picture.words(last.day)
    assert any(line.startswith(f"PHQ-9 {last.total}") for line in words)
    assert any(row[1] == "PHQ-9" for row in table_of(days).table.rows)


def test_other_questions_go_by_the_first_of_the_scales(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, "before-and-now", "durations")
    tick(board, "Anxiety")
    tick(board, "Mood")

    settle(qtbot, board)

    assert card(board, "before-and-now").sentence.text().startswith("Anxiety, ")
    assert "anxiety" in ask(qtbot, board, "durations").sentence.text()


def test_the_last_scale_cannot_be_taken_away(qtbot: QtBot, over_time: TrendsBoard) -> None:
    tick(over_time, "Mood")

    settle(qtbot, over_time)

    assert over_time.scale.text() == "Show: Mood ▾"
    assert action(over_time, "Mood").isChecked()


def test_scales_with_scores_are_offered_first(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY, 4, "pain"), diary.score(TODAY - timedelta(900), 4, "energy")])

    names = [each.text() for each in show(editor).scale.choices.actions()]

    assert set(names[: names.index("")]) == {"Energy", "Pain"}
    assert {"Mood", "Anxiety"} <= set(names[names.index("") :])


def test_space_ticks_and_leaves_the_list_open(qtbot: QtBot, over_time: TrendsBoard) -> None:
    menu = over_time.scale.choices
    menu.setActiveAction(action(over_time, "Energy"))
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")

    with qtbot.assertNotEmitted(menu.aboutToHide):
        QApplication.sendEvent(menu, space)

    settle(qtbot, over_time)
    assert over_time.scale.text() == "Show: Mood, Energy ▾"


def tick(board: TrendsBoard, name: str) -> None:
    action(board, name).trigger()


def action(board: TrendsBoard, name: str) -> QAction:
    return next(each for each in board.scale.choices.actions() if each.text() == name)
