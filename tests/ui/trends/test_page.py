"""The Trends page over real journals: what it says, offers, draws and lists."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from journal.demo import DAYS_LOGGED
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.period import last_days
from journal.theme import DARK, LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import TaskRunner, ThreadTaskRunner
from journal.ui.trends.look import Range
from journal.ui.trends.page import TrendsPage
from tests.domain.diary import Diary
from tests.ui.test_newest_request import HeldTasks
from tests.ui.trends.conftest import TODAY, Show, write

ANXIETY = "anxiety"


def choose(page: TrendsPage, range_: Range) -> None:
    page.ranges.buttons[list(Range).index(range_)].click()


def choose_scale(page: TrendsPage, name: str) -> None:
    next(action for action in page.scale.choices.actions() if action.text() == name).trigger()


def offered(page: TrendsPage) -> list[str]:
    return [action.text() or "—" for action in page.scale.choices.actions()]


def shown_days(page: TrendsPage) -> tuple[date, date]:
    assert page.chart.picture is not None
    period = page.chart.picture.timeline.period
    return period.first, period.last


def cells(page: TrendsPage, row: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, place).data() for place in range(model.columnCount())]


def test_the_state_counts_days_and_sessions(demo: JournalEditor, show: Show) -> None:
    assert show(demo).state.text() == f"Mood: {DAYS_LOGGED} of 180 days logged, 12 sessions."


def test_half_a_year_is_drawn_first(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    period = last_days(180, TODAY)
    assert shown_days(page) == (period.first, period.last)
    assert page.ranges.choice == list(Range).index(Range.HALF_YEAR)


@pytest.mark.parametrize(
    ("range_", "first"),
    [
        (Range.MONTH, TODAY - timedelta(29)),
        (Range.QUARTER, TODAY - timedelta(89)),
        (Range.YEAR, TODAY - timedelta(364)),
        (Range.ALL, date(2025, 9, 12)),
    ],
)
def test_a_range_ends_today(demo: JournalEditor, show: Show, range_: Range, first: date) -> None:
    page = show(demo)

    choose(page, range_)

    assert shown_days(page) == (first, TODAY)
    assert page.ranges.choice == list(Range).index(range_)


def test_the_card_names_the_scale_and_its_marks(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    assert page.heading.text() == "Mood"
    assert page.legend.text().startswith("0 very low – 10 very good · a dot is a day · ")
    assert page.scale.text() == "Show: Mood ▾"


def test_scales_with_scores_are_offered_first(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY, 4, "pain"), diary.score(TODAY - timedelta(900), 4, "energy")])

    names = offered(show(editor))

    before_line = names[: names.index("—")]
    assert set(before_line) == {"Pain", "Energy"}
    assert {"Mood", "Anxiety"} <= set(names) - set(before_line)


def test_another_scale_can_be_shown(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    choose_scale(page, "Anxiety")

    assert page.heading.text() == "Anxiety"
    assert page.state.text().startswith("Anxiety: ")
    assert page.chart.picture is not None
    assert page.chart.picture.timeline.scale.key == ANXIETY


def test_it_starts_on_the_scale_that_has_most(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY - timedelta(n), 5, "energy") for n in range(3)])
    write(editor, [diary.score(TODAY, 5)])

    assert show(editor).heading.text() == "Energy"


def test_a_journal_of_long_ago_is_found_by_a_longer_range(
    editor: JournalEditor, show: Show
) -> None:
    write(editor, [Diary().score(date(2021, 5, 3), 6, "energy")])
    page = show(editor)
    assert page.state.text() == (
        "Energy: nothing logged in this time. A longer range may have more of it."
    )

    choose(page, Range.ALL)

    assert page.state.text() == "Energy: 1 of 1,773 days logged."


def test_an_empty_journal_is_met_with_a_warm_word(editor: JournalEditor, show: Show) -> None:
    page = show(editor)

    assert page.state.text() == "There is nothing to draw yet, and that is all right."
    assert page.nothing.isVisible()
    assert not page.card.isVisible()
    assert not page.ranges.isVisible()


def test_the_first_score_brings_the_chart(editor: JournalEditor, show: Show) -> None:
    page = show(editor)
    write(editor, [Diary().score(TODAY, 5)])

    page.refresh()

    assert page.card.isVisible()
    assert not page.nothing.isVisible()
    assert page.state.text() == "Mood: 1 of 180 days logged."


def test_a_click_in_the_chart_asks_for_the_day(
    qtbot: QtBot, demo: JournalEditor, show: Show
) -> None:
    page = show(demo)

    with qtbot.waitSignal(page.day_chosen) as chosen:
        page.chart.day_chosen.emit(TODAY)

    assert chosen.args == [TODAY]


def test_the_table_takes_the_charts_place_and_gives_it_back(
    demo: JournalEditor, show: Show
) -> None:
    page = show(demo)
    page.swap.click()
    assert (page.table.isVisible(), page.chart.isVisible()) == (True, False)
    assert page.swap.text() == "As chart"

    page.swap.click()

    assert (page.table.isVisible(), page.chart.isVisible()) == (False, True)
    assert page.swap.text() == "As table"


def test_the_table_has_every_score_newest_first(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    scores = [diary.score(TODAY - timedelta(n), 3 + n) for n in (0, 1, 2, 4)]
    write(editor, [*scores, diary.score(TODAY, 6, hour=9)])
    page = show(editor)

    assert page.table.model().rowCount() == 4
    assert cells(page, 0) == ["Tue 10 March 2026", "4.5", "", "the day · mean of 2, 3 to 6"]
    assert cells(page, 1) == ["Mon 9 March 2026", "4", "5.1", "the day"]
    assert cells(page, 3)[0] == "Fri 6 March 2026"


def test_the_table_copies_selected_rows_with_headings(
    qtbot: QtBot, editor: JournalEditor, show: Show
) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY - timedelta(n), 3 + n) for n in range(3)])
    page = show(editor)
    page.swap.click()
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.selectRow(1)

    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == (
        "Day\tMood\t7-day average\tStands for\nMon 9 March 2026\t4\t\tthe day"
    )


def test_all_rows_are_copied_where_none_is_selected(editor: JournalEditor, show: Show) -> None:
    diary = Diary()
    write(editor, [diary.score(TODAY - timedelta(n), 3) for n in range(3)])
    page = show(editor)

    page.table.copy()

    assert len(QGuiApplication.clipboard().text().splitlines()) == 4


def test_enter_in_the_table_asks_for_the_day(qtbot: QtBot, demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    page.swap.click()
    page.table.selectRow(0)

    with qtbot.waitSignal(page.day_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert chosen.args == [TODAY]


def test_every_part_has_a_name_for_screen_readers(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    assert [button.accessibleName() for button in page.ranges.buttons] == [
        "Last 30 days",
        "Last 90 days",
        "Last 180 days",
        "Last year",
        "Whole journal",
    ]
    assert page.scale.accessibleName() == "Show: Mood"
    assert page.table.accessibleName() == "Mood, day by day"
    missing = page.table.model().index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert missing == "too few days"


def test_the_chart_says_what_it_shows(demo: JournalEditor, show: Show) -> None:
    chart = QAccessible.queryAccessibleInterface(show(demo).chart)

    assert chart.role() == QAccessible.Role.Chart
    assert f"{DAYS_LOGGED} of 180 days logged" in chart.text(QAccessible.Text.Description)


def test_another_theme_is_followed(qtbot: QtBot, demo: JournalEditor) -> None:
    themes = [DARK]
    page = TrendsPage(demo, lambda: themes[-1])
    qtbot.addWidget(page)
    page.show()
    assert page.chart.picture is not None
    assert page.chart.picture.image.pixelColor(0, 0).name() == DARK.card
    themes.append(LIGHT)

    page.show_theme()

    assert page.chart.picture.image.pixelColor(0, 0).name() == LIGHT.card


def test_a_journal_that_cannot_be_read_is_told(
    demo: JournalEditor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demo)

    def damaged() -> None:
        raise StorageError(StorageProblem.DAMAGED)

    monkeypatch.setattr(demo.journal, "records", damaged)

    page.refresh()

    assert page.state.property("kind") == "error"


def test_it_fits_a_small_window(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    page.resize(690, 540)
    QApplication.processEvents()

    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() == 0


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
        page = show(editor)

        for range_ in Range:
            choose(page, range_)

        with qtbot.waitSignal(page.chart.drawn):
            pass
        assert shown_days(page) == (TODAY - timedelta(399), TODAY)
        assert page.state.text() == "Mood: 400 of 400 days logged."


class TestWithHeldWork:
    @pytest.fixture
    def tasks(self) -> TaskRunner:
        return HeldTasks()

    def test_the_page_waits_for_the_journal_to_open(
        self, editor: JournalEditor, tasks: HeldTasks, show: Show
    ) -> None:
        page = show(editor)
        assert page.state.text() == ""

        tasks.let_go()
        page.refresh()
        tasks.let_go()

        assert page.state.text() == "There is nothing to draw yet, and that is all right."


_MADE_THEN_SHOWN = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.trends.conftest import TODAY, FixedClock, write
from journal.storage.store import JournalFile
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.trends.page import TrendsPage
from tests.domain.diary import Diary

gui = QApplication([])
clock = FixedClock()
editor = JournalEditor(JournalFile(Path(sys.argv[1]), clock.now), ImmediateTaskRunner(), clock)
editor.open()
write(editor, [Diary().score(TODAY, 5)])
page = TrendsPage(editor, lambda: LIGHT)
print("made", "matplotlib" in sys.modules)
page.show()
print("shown", "matplotlib" in sys.modules)
"""


def test_matplotlib_is_loaded_only_for_a_page_that_is_seen(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MADE_THEN_SHOWN, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["made", "False", "shown", "True"]
