"""Courses: their days worked out by hand, the clock through summer time, and what clashes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.course import (
    MOST_SESSIONS,
    CountedIn,
    Phase,
    check_phase,
    clashes,
    course_days,
    course_moments,
    usual_phases,
)
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import Route, SessionState, Treatment, TreatmentSession, next_planned

BERLIN = "Europe/Berlin"
TUESDAY, WEDNESDAY, FRIDAY = 1, 2, 4
TWICE = frozenset({TUESDAY, FRIDAY})
TEN = time(10)


def on(*days: str) -> tuple[date, ...]:
    """Days of 2026 such as `03-10`."""
    return tuple(date.fromisoformat(f"2026-{day}") for day in days)


def planned(start: Moment, state: SessionState = SessionState.PLANNED) -> TreatmentSession:
    return TreatmentSession(
        UUID(int=1),
        start,
        Treatment.IV_KETAMINE,
        Route.INTRAVENOUS,
        state,
        start.instant,
        start.instant,
    )


def test_six_in_three_weeks_on_tuesday_and_friday() -> None:
    assert course_days(date(2026, 3, 10), [Phase(TWICE, 6)]) == on(
        "03-10", "03-13", "03-17", "03-20", "03-24", "03-27"
    )


def test_a_course_begins_on_the_first_of_its_weekdays() -> None:
    wednesday = date(2026, 3, 11)
    assert course_days(wednesday, [Phase(TWICE, 3)]) == on("03-13", "03-17", "03-20")


def test_twice_weekly_for_four_weeks_then_weekly() -> None:
    phases = [
        Phase(TWICE, 4, CountedIn.WEEKS),
        Phase(frozenset({TUESDAY}), 4, CountedIn.WEEKS),
    ]
    assert course_days(date(2026, 3, 10), phases) == on(
        *("03-10", "03-13", "03-17", "03-20", "03-24", "03-27", "03-31", "04-03"),
        *("04-07", "04-14", "04-21", "04-28"),
    )


def test_every_third_week() -> None:
    boosters = Phase(frozenset({TUESDAY}), 3, every_weeks=3)
    assert course_days(date(2026, 3, 10), [boosters]) == on("03-10", "03-31", "04-21")


def test_weeks_of_a_fortnightly_phase_are_counted_as_weeks() -> None:
    fortnightly = Phase(frozenset({TUESDAY}), 4, CountedIn.WEEKS, every_weeks=2)
    assert course_days(date(2026, 3, 10), [fortnightly]) == on("03-10", "03-24")


def test_what_follows_an_unfinished_week_waits_for_the_next() -> None:
    phases = [Phase(TWICE, 5), Phase(frozenset({FRIDAY}), 1)]
    assert course_days(date(2026, 3, 10), phases)[-2:] == on("03-24", "04-03")


def test_ten_o_clock_stays_ten_o_clock_when_summer_time_begins() -> None:
    moments = course_moments(on("03-27", "03-31"), TEN, BERLIN)
    assert [moment.instant for moment in moments] == [
        datetime(2026, 3, 27, 9, tzinfo=UTC),
        datetime(2026, 3, 31, 8, tzinfo=UTC),
    ]


def test_an_hour_that_the_clocks_skip_on_one_of_the_days_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        course_moments(on("03-22", "03-29"), time(2, 30), BERLIN)
    assert (refused.value.field, refused.value.problem) == ("time", Problem.SKIPPED_HOUR)


def test_a_session_in_the_small_hours_belongs_to_the_journal_day_before() -> None:
    (moment,) = course_moments(on("03-10"), time(1), BERLIN)
    assert moment.day == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("phase", "field"),
    [
        (Phase(frozenset(), 6), "weekdays"),
        (Phase(TWICE, 0), "count"),
        (Phase(TWICE, MOST_SESSIONS + 1), "count"),
        (Phase(TWICE, 105, CountedIn.WEEKS), "count"),
        (Phase(TWICE, 6, every_weeks=0), "every_weeks"),
        (Phase(TWICE, 6, every_weeks=9), "every_weeks"),
    ],
)
def test_a_phase_that_cannot_be_is_refused(phase: Phase, field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        check_phase(phase)
    assert refused.value.field == field


def test_a_course_has_an_end() -> None:
    with pytest.raises(InvalidValue) as refused:
        course_days(date(2026, 3, 10), [Phase(TWICE, 60), Phase(TWICE, 41)])
    assert refused.value.problem is Problem.TOO_LARGE


def test_a_session_that_stands_there_already_clashes() -> None:
    moments = course_moments(on("03-10", "03-13"), TEN, BERLIN)
    assert clashes(moments, [planned(moments[1])]) == (moments[1],)
    assert clashes(moments, [planned(moments[1], SessionState.DONE)]) == (moments[1],)


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.DID_NOT_TAKE_PLACE])
def test_a_session_that_was_called_off_leaves_its_moment_free(state: SessionState) -> None:
    moments = course_moments(on("03-10"), TEN, BERLIN)
    assert clashes(moments, [planned(moments[0], state)]) == ()


def test_the_same_moment_in_another_zone_clashes() -> None:
    (here,) = course_moments(on("03-10"), TEN, BERLIN)
    (there,) = course_moments(on("03-10"), time(9), "Europe/London")
    assert clashes([here], [planned(there)]) == (here,)


def test_a_moment_given_twice_clashes_with_itself() -> None:
    (moment,) = course_moments(on("03-10"), TEN, BERLIN)
    assert clashes([moment, moment], []) == (moment,)


def test_the_usual_courses() -> None:
    tuesday = date(2026, 3, 10)
    assert usual_phases(Treatment.IV_KETAMINE, tuesday) == (Phase(TWICE, 6),)
    spray = course_days(tuesday, usual_phases(Treatment.ESKETAMINE, tuesday))
    assert (len(spray), spray[0], spray[-1]) == (12, *on("03-10", "04-28"))


def test_the_next_planned_session_is_the_first_one_ahead() -> None:
    moments = course_moments(on("03-10", "03-13", "03-17"), TEN, BERLIN)
    sessions = [planned(moment) for moment in reversed(moments)]
    sessions.append(replace(planned(moments[1]), state=SessionState.CANCELLED))

    assert next_planned(sessions, moments[0].instant) == planned(moments[1])
    assert next_planned(sessions, moments[2].instant) is None


WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
PHASES = st.builds(
    Phase, WEEKDAYS, st.integers(1, 12), st.sampled_from(CountedIn), st.integers(1, 8)
)
FIRST_DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
COURSES = st.lists(PHASES, min_size=1, max_size=2).filter(lambda ps: sum(map(sessions_in, ps)) < 99)


def sessions_in(phase: Phase) -> int:
    """How many a phase has, counted another way."""
    if phase.counted_in is CountedIn.SESSIONS:
        return phase.count
    rounds = len(range(0, phase.count, phase.every_weeks))
    return rounds * len(phase.weekdays)


@given(FIRST_DAYS, COURSES)
def test_a_course_has_as_many_sessions_as_asked_on_the_weekdays_asked(
    first: date, phases: list[Phase]
) -> None:
    days = course_days(first, phases)

    assert len(days) == sum(map(sessions_in, phases))
    assert days[0] >= first
    asked = [weekday for phase in phases for weekday in phase.weekdays]
    assert all(day.weekday() in asked for day in days)


@given(FIRST_DAYS, COURSES, st.times(time(4), time(23)))
def test_no_two_sessions_of_a_course_are_at_one_moment(
    first: date, phases: list[Phase], clock: time
) -> None:
    moments = course_moments(
        course_days(first, phases), clock.replace(second=0, microsecond=0), BERLIN
    )

    assert clashes(moments, []) == ()
    assert list(moments) == sorted(set(moments))
    assert len({moment.local.time() for moment in moments}) == 1
