"""The Trends page over real journals: what stands on top, what is read, what is worked out when."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.period import Period, last_days
from journal.domain.repository import OpenJournal
from journal.i18n import format_date
from journal.theme import DARK, LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import TaskRunner, ThreadTaskRunner
from journal.ui.trends import questions
from journal.ui.trends.board import TrendsBoard
from journal.ui.trends.choice import Range
from journal.ui.trends.page import TrendsPage
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.figure_view import FigureView
from tests.domain.diary import Diary
from tests.ui.test_newest_request import HeldTasks
from tests.ui.trends.conftest import TALL, TODAY, Show, ask, card, write


def choose(board: TrendsBoard, range_: Range) -> None:
    board.ranges.buttons[list(Range).index(range_)].click()


def chart(board: TrendsBoard) -> ChartView:
    view = card(board, "days").picture.view
    assert isinstance(view, ChartView)
    return view


def shown_days(board: TrendsBoard) -> Period:
    picture = chart(board).picture
    assert picture is not None
    return picture.period


def answered(board: TrendsBoard) -> list[str]:
    return [each.question.key for each in board.cards if each.answer is not None]


def area_of(board: TrendsBoard) -> QScrollArea:
    area = board.window().findChild(QScrollArea)
    assert area is not None
    return area


def test_the_sentence_on_top_says_what_the_data_say(demo: JournalEditor, show: Show) -> None:
    assert show(demo).headline.words.text() == (
        "At 5 sessions far enough apart to compare, mood on the day after was 2 to 4 points above "
        "the days before."
    )


def test_the_numbers_behind_the_sentence_are_one_click_away(
    demo: JournalEditor, show: Show
) -> None:
    headline = show(demo).headline

    headline.swap.click()

    assert headline.table is not None
    assert headline.table.isVisible()
    sessions = [row[0] for row in headline.table.table.rows]
    assert sessions == ["7", "8", "9", "10", "11"]
    headline.swap.click()
    assert not headline.table.isVisible()


def test_a_row_of_these_numbers_opens_the_day_of_its_session(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    board.headline.swap.click()
    table = board.headline.table
    assert table is not None

    with qtbot.waitSignal(board.day_chosen) as chosen:
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert chosen.args is not None
    assert format_date(chosen.args[0]) == table.table.rows[0][1]


def test_with_too_little_data_the_sentence_says_what_is_missing(
    editor: JournalEditor, show: Show
) -> None:
    write(editor, [Diary().score(TODAY, 5)])

    headline = show(editor).headline

    assert not headline.swap.isVisible()
    assert headline.words.text() == (
        "Mood: too little data so far to compare sessions. It takes 3 with 7 free days before and "
        "14 after, and scores on the days around them."
    )


def test_every_question_has_a_card_in_its_order(demo: JournalEditor, show: Show) -> None:
    headings = [each.heading.text() for each in show(demo).cards]

    assert headings == [
        "How have I been?",
        "What is it like around a session?",
        "Side effects by session",
        "How long does it last?",
        "Before and now",
        "With and without",
        "The year, day by day",
    ]


def test_only_what_is_in_sight_is_worked_out(demo: JournalEditor, show: Show) -> None:
    assert answered(show(demo, height=500)) == ["days"]


def test_the_rest_is_worked_out_when_it_is_scrolled_to(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, height=500)
    around = card(board, "around-sessions")

    area_of(board).verticalScrollBar().setValue(around.mapTo(board, QPoint()).y())

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert "around-sessions" in answered(board)
    assert "with-and-without" not in answered(board)


@pytest.mark.parametrize(
    ("key", "begins"),
    [("year", "Mood, 2025 to 2026: "), ("durations", "At half of ")],
)
def test_some_questions_are_answered_on_request(
    qtbot: QtBot, demo: JournalEditor, show: Show, key: str, begins: str
) -> None:
    board = show(demo, height=TALL)
    shown = card(board, key)
    assert shown.answer is None
    assert not shown.sentence.isVisible()
    assert shown.open.isVisible()

    shown.open.click()

    qtbot.waitUntil(lambda: shown.picture.is_drawn)
    assert not shown.open.isVisible()
    assert shown.sentence.text().startswith(begins)


def test_the_journal_is_read_once_for_all_cards_and_choices(
    qtbot: QtBot, demo: JournalEditor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[OpenJournal] = []
    records = type(demo.journal).records

    def counted(journal: OpenJournal) -> object:
        read.append(journal)
        return records(journal)

    monkeypatch.setattr(type(demo.journal), "records", counted)
    board = show(demo, height=TALL)

    choose(board, Range.ALL)

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert len(read) == 1


def test_nothing_is_worked_out_again_for_an_option_of_another_card(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, height=TALL)
    before = {each.question.key: each.answer for each in board.cards}
    drawn: list[str] = []
    for each in board.cards:
        if each.picture.view is not None:
            key = each.question.key
            each.picture.view.drawn.connect(lambda key=key: drawn.append(key))

    card(board, "around-sessions").options["single-sessions"].click()

    qtbot.waitUntil(lambda: board.is_at_rest and bool(drawn))
    assert drawn == ["around-sessions"]
    changed = [
        each.question.key for each in board.cards if each.answer != before[each.question.key]
    ]
    assert changed == ["around-sessions"]


def test_half_a_year_is_shown_first(demo: JournalEditor, show: Show) -> None:
    board = show(demo)

    assert shown_days(board) == last_days(180, TODAY)
    assert board.ranges.choice == list(Range).index(Range.HALF_YEAR)


@pytest.mark.parametrize(
    ("range_", "first"),
    [
        (Range.MONTH, TODAY - timedelta(29)),
        (Range.QUARTER, TODAY - timedelta(89)),
        (Range.YEAR, TODAY - timedelta(364)),
        (Range.ALL, date(2025, 9, 12)),
    ],
)
def test_a_range_ends_today(
    qtbot: QtBot, demo: JournalEditor, show: Show, range_: Range, first: date
) -> None:
    board = show(demo)

    choose(board, range_)

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert shown_days(board) == Period(first, TODAY)
    assert board.ranges.choice == list(Range).index(range_)


def test_it_starts_on_the_scale_that_has_most(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY - timedelta(n), 5, "energy") for n in range(3)])
    write(editor, [diary.score(TODAY, 5)])

    board = show(editor)

    assert card(board, "days").sentence.text() == "Energy: 3 of 180 days logged."
    assert board.scale.text() == "Show: Energy ▾"


def test_a_journal_of_long_ago_is_found_by_a_longer_range(
    qtbot: QtBot, editor: JournalEditor, show: Show
) -> None:
    write(editor, [Diary().score(date(2021, 5, 3), 6, "energy")])
    board = show(editor)
    assert card(board, "days").sentence.text() == (
        "Energy: nothing logged in this time. A longer range may have more of it."
    )

    choose(board, Range.ALL)

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert card(board, "days").sentence.text() == "Energy: 1 of 1,773 days logged."


def test_an_empty_journal_is_met_with_a_warm_word(editor: JournalEditor, show: Show) -> None:
    board = show(editor)

    assert board.headline.words.text() == "There is nothing to draw yet, and that is all right."
    assert board.nothing.isVisible()
    assert board.cards == []
    assert not board.ranges.isVisible()


def test_the_first_score_brings_the_cards(qtbot: QtBot, editor: JournalEditor, show: Show) -> None:
    board = show(editor)
    write(editor, [Diary().score(TODAY, 5)])

    board.refresh()

    qtbot.waitUntil(lambda: bool(board.cards) and board.is_at_rest)
    assert not board.nothing.isVisible()
    assert card(board, "days").sentence.text() == "Mood: 1 of 180 days logged."


def test_a_click_on_a_day_of_the_timeline_is_handed_on(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo)
    picture = chart(board).picture
    assert picture is not None
    dot = picture.dots(TODAY - timedelta(1), chart(board).size())[0]

    with qtbot.waitSignal(board.day_chosen) as chosen:
        QTest.mouseClick(chart(board), Qt.MouseButton.LeftButton, pos=dot.toPoint())

    assert chosen.args == [TODAY - timedelta(1)]


@pytest.mark.parametrize(
    "key", ["around-sessions", "side-effects", "durations", "before-and-now", "year"]
)
def test_a_click_on_a_mark_of_any_other_picture_is_handed_on(
    qtbot: QtBot, demo: JournalEditor, show: Show, key: str
) -> None:
    board = show(demo, key)
    shown = card(board, key) if card(board, key).is_wanted else ask(qtbot, board, key)
    view = shown.picture.view
    assert isinstance(view, FigureView)
    assert view.picture is not None
    first = view.spots[0]
    place = view.picture.box(first, view.size()).center().toPoint()

    with qtbot.waitSignal(board.day_chosen) as chosen:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [first.day]


def test_every_range_has_a_name_for_screen_readers(demo: JournalEditor, show: Show) -> None:
    assert [button.accessibleName() for button in show(demo).ranges.buttons] == [
        "Last 30 days",
        "Last 90 days",
        "Last 180 days",
        "Last year",
        "Whole journal",
    ]


def test_another_theme_is_followed(qtbot: QtBot, demo: JournalEditor) -> None:
    themes = [DARK]
    page = TrendsPage(demo, lambda: themes[-1])
    qtbot.addWidget(page)
    page.resize(1030, 790)
    page.show()
    qtbot.waitUntil(lambda: page.is_at_rest)
    assert page.board is not None
    view = chart(page.board)
    assert view.picture is not None
    assert view.picture.image.pixelColor(0, 0).name() == DARK.card
    themes.append(LIGHT)

    page.show_theme()

    qtbot.waitUntil(lambda: page.is_at_rest)
    assert view.picture.image.pixelColor(0, 0).name() == LIGHT.card


def test_a_journal_that_cannot_be_read_is_told(
    demo: JournalEditor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = show(demo)

    def damaged() -> None:
        raise StorageError(StorageProblem.DAMAGED)

    monkeypatch.setattr(demo.journal, "records", damaged)

    board.refresh()

    assert board.headline.words.property("kind") == "error"


def test_it_fits_a_small_window(qtbot: QtBot, demo: JournalEditor, show: Show) -> None:
    board = show(demo)
    page = board.window()
    page.resize(690, 540)
    qtbot.wait(200)
    qtbot.waitUntil(lambda: board.is_at_rest)

    assert area_of(board).horizontalScrollBar().maximum() == 0


def test_a_wider_window_has_other_heights_worked_out(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    board = show(demo, height=TALL)
    year = card(board, "year")
    year.open.click()
    qtbot.waitUntil(lambda: year.picture.is_drawn)
    before = year.picture.height()

    board.window().resize(690, TALL)

    qtbot.waitUntil(lambda: board.is_at_rest and year.picture.height() < before)


class TestWithAWorker:
    @pytest.fixture
    def tasks(self) -> TaskRunner:
        return ThreadTaskRunner()

    def test_the_last_range_that_was_asked_for_is_shown(
        self, qtbot: QtBot, editor: JournalEditor, show: Show
    ) -> None:
        qtbot.waitUntil(lambda: editor.is_open)
        diary = Diary()
        write(editor, [diary.score(TODAY - timedelta(n), n % 11) for n in range(400)])
        board = show(editor)

        for range_ in Range:
            choose(board, range_)

        qtbot.waitUntil(lambda: board.is_at_rest)
        assert shown_days(board) == Period(TODAY - timedelta(399), TODAY)
        assert card(board, "days").sentence.text() == "Mood: 400 of 400 days logged."


class TestWithHeldWork:
    @pytest.fixture
    def tasks(self) -> TaskRunner:
        return HeldTasks()

    def test_of_two_choices_in_a_row_only_the_last_is_answered(
        self, qtbot: QtBot, editor: JournalEditor, tasks: HeldTasks
    ) -> None:
        tasks.let_go()
        write(editor, [Diary().score(TODAY, 5)])
        page = TrendsPage(editor, lambda: LIGHT)
        qtbot.addWidget(page)
        page.resize(1030, 790)
        page.show()
        self.let_all_go(qtbot, tasks, page)
        board = page.board
        assert board is not None
        seen: list[Period] = []
        chart(board).drawn.connect(lambda: seen.append(shown_days(board)))

        choose(board, Range.MONTH)
        choose(board, Range.YEAR)
        self.let_all_go(qtbot, tasks, page)

        assert seen == [last_days(365, TODAY)]

    def test_a_choice_made_meanwhile_is_what_the_sentence_is_about(
        self, qtbot: QtBot, editor: JournalEditor, tasks: HeldTasks
    ) -> None:
        tasks.let_go()
        diary = Diary()
        write(editor, [diary.score(TODAY, 5), diary.score(TODAY - timedelta(90), 5, "energy")])
        write(editor, [diary.score(TODAY - timedelta(91), 5, "energy")])
        page = TrendsPage(editor, lambda: LIGHT)
        qtbot.addWidget(page)
        page.resize(1030, 790)
        page.show()
        self.let_all_go(qtbot, tasks, page)
        board = page.board
        assert board is not None
        board.refresh()
        tasks.let_go()
        qtbot.waitUntil(lambda: bool(tasks.held))  # the sentence about half a year

        choose(board, Range.MONTH)
        tasks.let_go()
        self.let_all_go(qtbot, tasks, page)

        assert board.scale.text() == "Show: Mood ▾"

    def let_all_go(self, qtbot: QtBot, tasks: HeldTasks, page: TrendsPage) -> None:
        def step() -> bool:
            while tasks.held:
                tasks.let_go()
            return page.is_at_rest

        qtbot.waitUntil(step)


_STEPS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from journal.clock import SystemClock
from journal.demo import demo_edits
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.trends.page import TrendsPage

gui = QApplication([])
clock = SystemClock()
editor = JournalEditor(JournalFile(Path(sys.argv[1]), clock.now), ImmediateTaskRunner(), clock)
editor.open()
scales, settings = editor.journal.scales.all(), editor.journal.settings()
editor.journal.apply(demo_edits(clock.now(), clock.zone(), scales, settings))
page = TrendsPage(editor, lambda: LIGHT)
page.resize(1000, 800)
print("made", "matplotlib" in sys.modules, "journal.ui.trends.board" in sys.modules)
page.show()
while not page.is_at_rest:
    gui.processEvents()
print("shown", "matplotlib" in sys.modules)
"""


def test_only_a_page_that_is_seen_loads_what_it_takes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STEPS, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["made", "False", "False", "shown", "True"]


def test_every_question_has_a_key_of_its_own() -> None:
    keys = [question.key for question in questions.QUESTIONS]

    assert len(set(keys)) == len(keys)


def test_the_whole_page_is_reached_by_keyboard(demo: JournalEditor, show: Show) -> None:
    board = show(demo)
    days = card(board, "days")
    assert days.picture.view is not None
    stops: list[QWidget] = [board.scale, days.swap, days.save, days.picture.view]

    chain: list[QWidget | None] = [board.scale]
    while chain[-1] is not None and len(set(chain)) == len(chain):
        chain.append(chain[-1].nextInFocusChain())

    places = [chain.index(stop) for stop in stops]
    assert places == sorted(places)
