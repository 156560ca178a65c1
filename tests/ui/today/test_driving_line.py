"""The driving line: when it stands there, what it says, and when it goes."""

from journal.domain.session import SessionState, Treatment
from tests.ui.driver import Driver
from tests.ui.today.conftest import AddSession


def line(person: Driver) -> str:
    label = person.page.driving
    return label.text() if label.isVisible() else ""


def test_it_stands_there_after_a_session(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11)

    assert line(person) == (
        "No driving or machinery. At the earliest Wed 11 March, 10:54, after a full night’s sleep, "
        "and not while you feel any effect. If your clinic says longer, follow that."
    )


def test_it_goes_a_day_after_the_end(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11)
    person.clock.set("2026-03-11 10:53")
    person.page.look_at_clock()
    until_then = line(person)
    person.clock.set("2026-03-11 10:54")
    person.page.look_at_clock()

    assert until_then
    assert line(person) == ""


def test_it_says_when_the_end_is_not_entered(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11, with_end=False)

    assert line(person).endswith("The session’s end is not entered.")


def test_a_planned_session_counts_once_its_time_has_come(
    person: Driver, add_session: AddSession
) -> None:
    add_session(hours=-1, state=SessionState.PLANNED, with_end=False)
    before = line(person)
    person.clock.forward(hours=1)
    person.page.look_at_clock()

    assert before == ""
    assert line(person).startswith("If you had your 22:14 session: no driving or machinery.")


def test_it_is_only_about_ketamine(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11, treatment=Treatment.TMS)

    assert line(person) == ""


def test_there_is_no_line_every_night_for_daily_use(
    person: Driver, add_session: AddSession
) -> None:
    for day in range(12):
        add_session(hours=2 + 24 * day, treatment=Treatment.LOZENGE)

    assert line(person) == ""


def test_it_belongs_to_today(person: Driver, add_session: AddSession) -> None:
    add_session(hours=30)
    person.click(person.page.header.back)

    assert line(person) == ""


def test_the_page_says_where_the_last_session_stands(
    person: Driver, add_session: AddSession
) -> None:
    add_session(hours=11)
    today = person.says("Session 1 was today, 10:14–10:54")
    person.clock.set("2026-03-13 12:00")
    person.page.look_at_clock()

    assert today
    assert person.says("Session 1 was on Tue 10 March, 10:14–10:54")
