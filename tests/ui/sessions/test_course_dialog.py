"""Planning a course: shown before it is made, refused at its field, one step to undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from uuid6 import uuid7

from journal.domain.course import CountedIn, Phase
from journal.domain.edit import Stamp
from journal.domain.errors import InvalidValue
from journal.domain.period import DAY_STARTS_AT
from journal.domain.session import Route, SessionState, Setting, Treatment, TreatmentSession
from journal.ui.journal_editor import JournalEditor
from journal.ui.sessions import drafts, verbs
from journal.ui.sessions.course_dialog import CourseDialog
from journal.ui.sessions.surroundings import Surroundings
from tests.ui.questions import NOT_SAVED, Answer, answering
from tests.ui.sessions.conftest import BERLIN, FixedClock, MakePage, at, planned, session

TUESDAY, FRIDAY = 1, 4
TWICE = frozenset({TUESDAY, FRIDAY})
MakeCourse = Callable[..., CourseDialog]


@pytest.fixture
def course(qtbot: QtBot, clock: FixedClock) -> MakeCourse:
    """Shows the dialog among other sessions, starting on Tuesday, 17 March, at 10."""

    def course(*others: TreatmentSession) -> CourseDialog:
        draft = drafts.planned_session(others, uuid7(), clock.now(), BERLIN, DAY_STARTS_AT)
        stamp = Stamp(clock.now(), uuid7)
        surroundings = Surroundings(others, clock, DAY_STARTS_AT, lambda: stamp)
        dialog = CourseDialog(None, draft, surroundings)
        # Nobody is there to answer what becomes of the changes when a test ends.
        qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
        with qtbot.waitExposed(dialog):
            dialog.show()
        start(dialog, QDate(2026, 3, 17), QTime(10, 0))
        return dialog

    return course


@pytest.fixture
def untouched(course: MakeCourse) -> CourseDialog:
    """The dialog as it opens, tomorrow at 10."""
    dialog = course()
    start(dialog, QDate(2026, 3, 11), QTime(10, 0))
    return dialog


def start(dialog: CourseDialog, day: QDate, clock: QTime) -> None:
    dialog.start.date.setDate(day)
    dialog.start.time.setTime(clock)


def dates(dialog: CourseDialog) -> list[str]:
    return [dialog.dates.item(row).text() for row in range(dialog.dates.count())]


def made(dialog: CourseDialog) -> tuple[TreatmentSession, ...]:
    dialog.save.click()
    assert dialog.course is not None
    return dialog.course


def test_six_in_three_weeks_is_offered_and_shown(course: MakeCourse) -> None:
    dialog = course()
    assert dialog.sentence.text() == "6 sessions, from 17 March 2026 to 3 April 2026"
    assert dates(dialog) == [
        "Tue 17 March 2026, 10:00",
        "Fri 20 March 2026, 10:00",
        "Tue 24 March 2026, 10:00",
        "Fri 27 March 2026, 10:00",
        "Tue 31 March 2026, 10:00",
        "Fri 3 April 2026, 10:00",
    ]


def test_a_course_keeps_its_hour_when_summer_time_begins(course: MakeCourse) -> None:
    instants = [one.start.instant for one in made(course())]
    assert instants[3:5] == [
        datetime(2026, 3, 27, 9, tzinfo=UTC),
        datetime(2026, 3, 31, 8, tzinfo=UTC),
    ]


def test_esketamine_twice_weekly_for_four_weeks_then_weekly(course: MakeCourse) -> None:
    dialog = course()
    dialog.treatment.show_value(Treatment.ESKETAMINE)

    sessions = made(dialog)

    assert len(sessions) == 12
    assert sessions[7].start == at("2026-04-10 10:00")
    assert [one.start.local.date().isoformat() for one in sessions[8:]] == [
        *("2026-04-14", "2026-04-21", "2026-04-28", "2026-05-05")
    ]
    assert {(one.treatment, one.route, one.state) for one in sessions} == {
        (Treatment.ESKETAMINE, Route.NASAL, SessionState.PLANNED)
    }
    assert len({one.id for one in sessions}) == 12


def test_weekdays_are_chosen_by_their_buttons(course: MakeCourse) -> None:
    dialog = course()
    dialog.phases[0].days[FRIDAY].click()
    dialog.phases[0].count.setValue(2)
    assert dates(dialog) == ["Tue 17 March 2026, 10:00", "Tue 24 March 2026, 10:00"]


def test_what_was_chosen_stays_under_another_treatment(course: MakeCourse) -> None:
    dialog = course()
    dialog.phases[0].count.setValue(3)
    dialog.treatment.show_value(Treatment.ESKETAMINE)
    assert [part.phase() for part in dialog.phases] == [Phase(TWICE, 3)]


def test_a_part_is_added_and_removed(course: MakeCourse) -> None:
    dialog = course()
    dialog.then.click()
    dialog.phases[1].counted_in.show_value(CountedIn.WEEKS)
    assert len(dates(dialog)) == 12

    dialog.phases[1].removal_requested.emit()

    assert len(dates(dialog)) == 6


def test_without_a_weekday_there_is_no_course(course: MakeCourse) -> None:
    dialog = course()
    for weekday in TWICE:
        dialog.phases[0].days[weekday].click()

    dialog.save.click()

    assert dialog.course is None
    assert dialog.phases[0].message.text() == "Choose at least one day of the week."
    assert dates(dialog) == []


def test_a_course_upon_a_session_says_so_at_the_field_and_in_the_list(course: MakeCourse) -> None:
    dialog = course(planned("2026-03-24 10:00"))
    start(dialog, QDate(2026, 3, 17), QTime(10, 0))

    dialog.save.click()

    assert dialog.course is None
    assert dialog.form.error("start") == (
        "There is a session at this time already: Tue 24 March 2026, 10:00. "
        "Choose other days or another time."
    )
    assert dates(dialog)[2] == "Tue 24 March 2026, 10:00 – there is a session already"


def test_another_time_puts_a_clash_right(course: MakeCourse) -> None:
    dialog = course(planned("2026-03-24 10:00"))
    dialog.start.time.setTime(QTime(14, 0))
    assert dialog.form.error("start") == ""
    assert len(made(dialog)) == 6


def test_a_course_lies_ahead(course: MakeCourse) -> None:
    dialog = course()
    start(dialog, QDate(2026, 3, 10), QTime(9, 0))
    dialog.save.click()
    assert dialog.course is None
    assert dialog.form.error("start") == "The start lies in the past."


def test_an_hour_the_clocks_skip_is_refused(course: MakeCourse) -> None:
    dialog = course()
    dialog.phases[0].days[6].click()
    dialog.start.time.setTime(QTime(2, 30))
    assert "the clocks skipped this hour" in dialog.form.error("start")
    assert dates(dialog) == []


def test_a_course_that_is_too_long_says_so(course: MakeCourse) -> None:
    dialog = course()
    dialog.phases[0].counted_in.show_value(CountedIn.WEEKS)
    dialog.phases[0].count.setValue(60)
    assert dialog.phases[0].message.text() == "A course has at most 100 sessions."


def test_cancel_without_a_change_just_closes(
    untouched: CourseDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    untouched.cancel.click()

    assert not untouched.isVisible()
    assert asked == []


def test_a_change_that_was_taken_back_is_none(
    untouched: CourseDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    for _ in range(2):
        untouched.phases[0].days[FRIDAY].click()
    untouched.reject()

    assert not untouched.isVisible()
    assert asked == []


CHANGES: dict[str, Callable[[CourseDialog], object]] = {
    "treatment": lambda dialog: dialog.treatment.show_value(Treatment.ESKETAMINE),
    "start": lambda dialog: dialog.start.time.setTime(QTime(14, 0)),
    "weekday": lambda dialog: dialog.phases[0].days[6].click(),
    "how many": lambda dialog: dialog.phases[0].count.setValue(3),
    "another part": lambda dialog: dialog.then.click(),
    "provider": lambda dialog: QTest.keyClicks(dialog.provider, "Riverside"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_cancel_asks_first_and_keeps_what_was_entered(
    untouched: CourseDialog,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[CourseDialog], object],
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    change(untouched)
    entered = untouched._written()
    untouched.cancel.click()

    assert asked == [NOT_SAVED]
    assert untouched.isVisible()
    assert untouched._written() == entered


CLOSINGS: dict[str, Callable[[CourseDialog], object]] = {
    "Esc": lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
    "close": lambda dialog: dialog.close(),
}


@pytest.mark.parametrize("close", CLOSINGS.values(), ids=CLOSINGS)
def test_every_way_of_closing_asks_and_may_discard(
    untouched: CourseDialog,
    monkeypatch: pytest.MonkeyPatch,
    close: Callable[[CourseDialog], object],
) -> None:
    asked = answering(monkeypatch, Answer.Discard)
    QTest.keyClicks(untouched.provider, "Riverside")
    close(untouched)

    assert len(asked) == 1
    assert not untouched.isVisible()
    assert untouched.course is None


def test_planning_it_asks_nothing(untouched: CourseDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    QTest.keyClicks(untouched.provider, "Riverside")

    assert {one.provider for one in made(untouched)} == {"Riverside"}
    assert asked == []


def test_the_page_plans_a_course_as_one_step(page_with: MakePage, editor: JournalEditor) -> None:
    page = page_with(session("2026-03-10 10:00"))

    def plan() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CourseDialog)
        dialog.save.click()
        dialog.reject()

    QTimer.singleShot(0, plan)
    page.plan_course.click()
    assert page.model.rowCount() == 7

    editor.undo()
    assert page.model.rowCount() == 1


@pytest.mark.parametrize(
    ("treatment", "setting"),
    [(Treatment.LOZENGE, Setting.HOME_ALONE), (Treatment.ESKETAMINE, None)],
)
def test_where_another_treatment_was_given_is_not_taken_over(
    course: MakeCourse, treatment: Treatment, setting: Setting | None
) -> None:
    lozenge = session("2026-03-03 10:00", treatment=Treatment.LOZENGE)
    dialog = course(replace(lozenge, setting=Setting.HOME_ALONE))
    dialog.treatment.show_value(treatment)

    assert {one.setting for one in made(dialog)} == {setting}


def test_a_course_is_never_written_upon_another_session(
    editor: JournalEditor, clock: FixedClock
) -> None:
    one = planned("2026-03-17 10:00")
    verb = verbs.plan([one, replace(one, id=uuid7())])
    with pytest.raises(InvalidValue):
        verb(editor.journal, editor.stamp())
