"""The Journal page over real journals: what it says, lists, finds and opens."""

from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from journal.demo import DAYS_LATE, DAYS_LOGGED, SESSIONS, TOO_UNWELL_EVENINGS
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.history_search import Filter
from journal.ui.history.day_row import DayRow
from journal.ui.history.list_model import DayListModel
from journal.ui.history.page import HistoryPage
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.forgetful_tasks import ForgetfulTasks
from tests.domain.diary import Diary
from tests.ui.history.conftest import TODAY, Keep, Show
from tests.ui.twins import HeldTasks

DAYS = DAYS_LOGGED + TOO_UNWELL_EVENINGS


def rows(page: HistoryPage) -> tuple[DayRow, ...]:
    return cast(DayListModel, page.list.model()).rows


def days(page: HistoryPage) -> list[date]:
    return [row.day for row in rows(page)]


def texts(page: HistoryPage, place: int = 0) -> list[str]:
    return [line.text.replace("\N{NO-BREAK SPACE}", " ") for line in rows(page)[place].lines]


def marked(page: HistoryPage) -> list[str]:
    lines = [line for row in rows(page) for line in row.lines]
    return [line.text[p.start : p.end] for line in lines for p in line.places]


def search(page: HistoryPage, text: str) -> None:
    page.search.field.setText(text)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


# what it lists


def test_the_state_tells_how_many_days_there_are_and_since_when(
    demo: JournalEditor, show: Show
) -> None:
    assert show(demo).state.text() == f"{DAYS} days with entries since 12 September 2025"


def test_an_empty_journal_says_so_warmly_and_offers_nothing_to_search(
    editor: JournalEditor, show: Show
) -> None:
    page = show(editor)

    assert page.state.text() == "Every day you write something down stands here later."
    assert page.nothing.isVisible()
    assert not page.found.isVisible()


def test_the_first_entry_brings_the_list(editor: JournalEditor, keep: Keep, show: Show) -> None:
    page = show(editor)

    keep(Diary().score(TODAY, 7))

    assert page.state.text() == "1 day with entries, 10 March 2026"
    assert texts(page) == ["mood 7"]
    assert not page.nothing.isVisible()


def test_a_day_has_its_scores_session_effects_note_and_tags(
    demo: JournalEditor, show: Show
) -> None:
    page = show(demo)

    assert rows(page)[0].heading == "Tue 10 March 2026"
    assert texts(page)[0].startswith("08:20 · mood ")
    assert texts(page)[1:] == [
        "21:14 · mood 7 · anxiety 4 · energy 6",
        "sleep 7 h",
        "Session 12 · 09:40 · IV ketamine · 35 mg · 40 min",
        "Blood pressure: before 122/78 · 40 min 136/86 · leaving 124/78",
        "Pulse: before 70 · 40 min 80 · leaving 72",
        "SpO₂ %: before 98 · 40 min 97 · leaving 98",
        "Felt: detached 3, calm 7, clear 6",
        "With: Nurse Kim",
        "Side effects: dissociation (mild, 60 min), dizziness (mild, 2.5 h), "
        "nausea (moderate, 6 h)",
        "Walked to the lake in the evening. First time in weeks I wanted to.",
        "Tags: walk",
    ]


def test_days_stand_newest_first(demo: JournalEditor, show: Show) -> None:
    listed = days(show(demo))

    assert listed == sorted(listed, reverse=True)
    assert len(listed) == DAYS


def test_days_that_were_entered_later_are_marked(demo: JournalEditor, show: Show) -> None:
    late = [row for row in rows(show(demo)) if row.marks == "entered later"]

    assert len(late) == DAYS_LATE


# searching


def test_the_words_looked_for_are_marked_and_counted(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    search(page, "FIRST time")

    assert page.search.found.text() == "4 matches on 2 days"
    assert sorted(set(marked(page))) == ["First", "first", "time"]
    assert days(page) == [TODAY, date(2025, 10, 14)]


def test_a_search_without_a_result_says_so(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    search(page, "submarine")

    assert page.search.found.text() == "No day fits. Fewer words or filters may find more."
    assert days(page) == []


def test_a_cleared_search_shows_every_day_around_the_one_that_was_found(
    demo: JournalEditor, show: Show
) -> None:
    page = show(demo)
    search(page, "sister")
    found = days(page)

    search(page, "")

    assert len(days(page)) == DAYS
    assert [page.list.day] == found
    assert page.search.found.text() == ""


@pytest.mark.parametrize(("filter_", "count"), [(Filter.NOTES, 12), (Filter.LATE, DAYS_LATE)])
def test_a_filter_leaves_the_days_that_have_it(
    demo: JournalEditor, show: Show, filter_: Filter, count: int
) -> None:
    page = show(demo)

    page.search.filters[filter_].click()

    assert len(days(page)) == count
    assert page.search.found.text() == f"{count} days"


def test_a_filter_and_words_go_together(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    search(page, "first time")

    page.search.filters[Filter.SESSIONS].click()

    assert days(page) == [TODAY, date(2025, 10, 14)]

    page.search.filters[Filter.LATE].click()

    assert days(page) == []


def test_a_long_note_shows_the_pieces_around_each_match(
    editor: JournalEditor, keep: Keep, show: Show
) -> None:
    check_in = Diary().score(TODAY, 5)
    keep(replace(check_in, note="sun " + "and rain " * 30 + "sun"))
    page = show(editor)

    search(page, "sun")

    assert texts(page)[1].startswith("sun and rain")
    assert texts(page)[1].endswith("…")
    assert texts(page)[2].startswith("… ")
    assert marked(page) == ["sun", "sun"]


def test_the_newest_search_wins(demo: JournalEditor, show: Show) -> None:
    held = HeldTasks()
    demo.tasks = ForgetfulTasks(held)
    page = show(demo)
    held.let_go()

    search(page, "garden")
    search(page, "sister")
    held.let_go()
    held.let_go()

    assert marked(page) == ["sister"]


def test_a_change_is_read_even_where_a_search_overtakes_it(
    demo: JournalEditor, keep: Keep, show: Show
) -> None:
    held = HeldTasks()
    demo.tasks = ForgetfulTasks(held)
    page = show(demo)
    held.let_go()

    keep(replace(Diary().score(TODAY - timedelta(200), 5), note="A submarine."))
    search(page, "sub")
    search(page, "submarine")
    held.let_go()
    held.let_go()

    assert days(page) == [TODAY - timedelta(200)]


# going about it by keyboard


def test_ctrl_f_goes_to_the_words_and_enter_to_what_was_found(
    demo: JournalEditor, show: Show
) -> None:
    page = show(demo)
    page.take_focus()

    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.field.hasFocus()

    QTest.keyClicks(page.search.field, "lake")
    press(page.search.field, Qt.Key.Key_Return)

    assert page.list.hasFocus()
    assert page.list.day == TODAY


def test_arrows_move_and_enter_opens_the_day(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    opened = QSignalSpy(page.day_chosen)
    second = days(page)[1]

    press(page.list, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert page.calendar.day == second
    assert opened.at(0) == [second]


def test_a_double_click_opens_the_day(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    opened = QSignalSpy(page.day_chosen)
    second = page.list.visualRect(page.list.model().index(1, 0)).center()

    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=second)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=second)

    assert opened.at(0) == [days(page)[1]]


def test_a_day_stays_chosen_when_the_journal_changes(
    demo: JournalEditor, keep: Keep, show: Show
) -> None:
    page = show(demo)
    press(page.list, Qt.Key.Key_End)
    last = page.list.day

    keep(Diary().score(TODAY - timedelta(250), 5))

    assert last == date(2025, 9, 12)
    assert page.list.day == last
    assert days(page)[-1] == TODAY - timedelta(250)


# the calendar


def test_a_day_of_the_calendar_is_gone_to_in_the_list(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    press(page.calendar.view, Qt.Key.Key_PageUp)

    assert page.list.day == date(2026, 2, 10)
    assert page.open.text() == "Open Tue 10 February 2026"


def test_a_day_without_entries_is_opened_from_the_calendar(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    opened = QSignalSpy(page.day_chosen)
    missed = next(
        day for ago in range(180) if (day := TODAY - timedelta(ago)) not in set(days(page))
    )
    steps = (TODAY - missed).days

    press(page.calendar.view, *[Qt.Key.Key_Left] * steps)
    page.open.click()

    assert page.calendar.day == missed
    assert opened.at(0) == [missed]


def test_the_calendar_knows_days_with_entries_and_sessions(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    marks = page.calendar.model.marks

    assert set(marks.entries) == set(days(page))
    assert len(marks.sessions) == SESSIONS + 1  # a session of psychotherapy too
    assert TODAY in marks.sessions


# what a screen reader is told


def test_a_row_is_said_as_a_whole(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    index = page.list.model().index(0, 0)

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Tuesday, 10 March 2026. 08:20, mood ")
    assert "Session 12, 09:40, IV ketamine, 35 mg, 40 min" in spoken
    assert spoken.endswith("First time in weeks I wanted to. Tags: walk")


def test_the_list_is_a_list_with_a_name(demo: JournalEditor, show: Show) -> None:
    interface = QAccessible.queryAccessibleInterface(show(demo).list)

    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Days, newest first"


# faults


def test_a_journal_that_cannot_be_read_is_told(
    demo: JournalEditor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(demo)

    def refuse() -> None:
        raise StorageError(StorageProblem.NOT_REACHABLE)

    monkeypatch.setattr(demo.journal, "records", refuse)
    page.refresh()

    assert page.state.text().startswith("The journal’s folder cannot be reached.")
    assert page.state.property("kind") == "error"


# how rows are painted


def test_a_row_is_as_high_as_its_lines(demo: JournalEditor, show: Show) -> None:
    page = show(demo)

    heights = [_height(page, place) for place in range(4)]

    assert heights[0] > heights[3]
    assert _height(page, 3) > page.list.fontMetrics().lineSpacing() * 2


def test_a_narrow_list_breaks_lines_and_grows(demo: JournalEditor, show: Show) -> None:
    page = show(demo)
    wide = _height(page, 0)

    page.resize(690, 560)
    QApplication.processEvents()

    assert _height(page, 0) > wide


def _height(page: HistoryPage, place: int) -> int:
    index: QModelIndex = page.list.model().index(place, 0)
    return page.list.visualRect(index).height()
