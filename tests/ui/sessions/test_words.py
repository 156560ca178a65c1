"""The page's own sentences."""

import pytest

from journal.ui.sessions.words import planned_details, planned_heading, state_sentence
from tests.ui.sessions.conftest import EVENING, TODAY, planned, session


def test_how_many_since_when_and_how_long_ago() -> None:
    sessions = [session("2025-09-30 09:40"), session("2026-03-10 09:40")]
    assert (
        state_sentence(sessions, TODAY) == "2 sessions since 30 September 2025  ·  last one today"
    )


@pytest.mark.parametrize(
    ("day", "ago"), [("10", "today"), ("09", "yesterday"), ("03", "7 days ago")]
)
def test_one_session_and_when_it_was(day: str, ago: str) -> None:
    assert state_sentence([session(f"2026-03-{day} 09:40")], TODAY) == f"1 session  ·  {ago}"


def test_plans_alone_are_no_sessions_yet() -> None:
    assert state_sentence([planned("2026-04-07 10:00")], TODAY) == ""


def test_the_next_session() -> None:
    one = planned("2026-04-07 10:00")
    assert planned_heading(one, EVENING) == "Next: Tuesday, 7 April, 10:00"
    assert planned_details(one, EVENING, TODAY) == "IV ketamine · Riverside Clinic · in 28 days"


@pytest.mark.parametrize(
    ("start", "ahead"), [("2026-03-10 22:00", "today"), ("2026-03-11 10:00", "tomorrow")]
)
def test_a_session_close_by(start: str, ahead: str) -> None:
    assert planned_details(planned(start), EVENING, TODAY).endswith(f" · {ahead}")


def test_a_planned_session_whose_time_has_passed() -> None:
    one = planned("2026-03-10 09:40")
    assert planned_heading(one, EVENING) == "Planned for Tuesday, 10 March, 09:40"
    assert planned_details(one, EVENING, TODAY) == "IV ketamine · Riverside Clinic"
