"""Side effects: which session they belong to, when they began, what is offered first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import moment_at
from journal.domain.session import SessionState, Treatment
from journal.domain.side_effect import (
    Duration,
    Lasted,
    Onset,
    SideEffect,
    check_side_effect,
    most_frequent,
    nearby_session,
    onset_instant,
    session_of_onset,
)
from tests.domain.diary import Diary, at, minutes

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
DAY = date(2026, 3, 10)


def effect(**fields: object) -> SideEffect:
    plain = SideEffect(
        UUID(int=1), moment_at(NOW, "Europe/Berlin"), None, NOW, NOW, effect="nausea"
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def problem_of(effect: SideEffect) -> tuple[str, Problem] | None:
    try:
        check_side_effect(effect, NOW)
    except InvalidValue as error:
        return error.field, error.problem
    return None


@pytest.mark.parametrize(("days_later", "belongs"), [(0, True), (1, True), (2, False)])
def test_an_effect_belongs_to_a_session_of_its_day_or_the_day_before(
    days_later: int, belongs: bool
) -> None:
    session = Diary().session(DAY, hour=10)
    later = at(DAY + timedelta(days_later), 20)

    assert (nearby_session([session], later) == session) is belongs


def test_a_session_that_has_not_begun_has_no_effects_yet() -> None:
    session = Diary().session(DAY, hour=10)

    assert nearby_session([session], at(DAY, 9, 59)) is None
    assert nearby_session([session], at(DAY, 10)) == session


def test_the_later_of_two_sessions_is_meant() -> None:
    diary = Diary()
    diary.session(date(2026, 3, 9))
    second = diary.session(DAY)

    assert nearby_session(diary.sessions, at(DAY, 20)) == second


@pytest.mark.parametrize("fields", [{"state": SessionState.PLANNED}, {"treatment": Treatment.TMS}])
def test_only_ketamine_that_took_place_is_meant(fields: dict[str, object]) -> None:
    session = Diary().session(DAY, **fields)  # type: ignore[arg-type]

    assert nearby_session([session], at(DAY, 20)) is None


def test_an_onset_counts_from_the_last_session_within_a_day() -> None:
    diary = Diary()
    session = diary.session(DAY, hour=10)

    assert session_of_onset([session], at(date(2026, 3, 11), 10), DAY) == session
    with pytest.raises(InvalidValue) as refused:
        session_of_onset([session], at(date(2026, 3, 11), 10, 1), DAY)
    assert refused.value.problem is Problem.NO_SESSION


def test_without_a_time_an_onset_counts_from_todays_session() -> None:
    diary = Diary()
    diary.session(date(2026, 3, 9))
    today = diary.session(DAY)

    assert session_of_onset(diary.sessions, None, DAY) == today


def test_an_onset_is_so_many_minutes_after_the_start() -> None:
    session = Diary().session(DAY, hour=10)

    assert onset_instant(session, 40, None) == at(DAY, 10, 40).instant
    assert onset_instant(session, 40, at(DAY, 10, 40)) == at(DAY, 10, 40).instant


@pytest.mark.parametrize(
    ("count", "clock", "problem"),
    [(-1, 40, Problem.BELOW_ZERO), (40, 41, Problem.DISAGREES), (600_000, 40, Problem.TOO_LARGE)],
)
def test_an_onset_that_cannot_be_is_refused(count: int, clock: int, problem: Problem) -> None:
    with pytest.raises(InvalidValue) as refused:
        onset_instant(Diary().session(DAY, hour=10), count, at(DAY, 10, clock))

    assert refused.value.problem is problem


def test_frequent_effects_come_first_then_the_starters() -> None:
    diary = Diary()
    for name in ("vertigo", "nausea", "vertigo"):
        diary.effect(DAY, name)
    diary.effect(DAY, name="Cold hands")

    offered = most_frequent(diary.side_effects, ["dizziness", "nausea", "headache"], 4)

    assert offered == ["vertigo", "nausea", "dizziness", "headache"]


def test_a_plain_effect_passes() -> None:
    assert problem_of(effect()) is None


def test_an_effect_has_a_name() -> None:
    assert problem_of(effect(effect="", name=" ")) == ("effect", Problem.MISSING)


def test_neither_effect_nor_onset_lies_in_the_future() -> None:
    soon = NOW + timedelta(minutes=1)

    assert problem_of(effect(noted=moment_at(soon, "UTC"))) == ("at", Problem.IN_FUTURE)
    assert problem_of(effect(onset=Onset(instant=soon))) == ("onset", Problem.IN_FUTURE)


def test_a_duration_runs_from_nothing_to_a_year() -> None:
    assert problem_of(effect(duration=minutes(0))) is None
    assert problem_of(effect(duration=minutes(-1))) == ("lasted", Problem.BELOW_ZERO)
    assert problem_of(effect(duration=minutes(366 * 24 * 60))) is None
    assert problem_of(effect(duration=minutes(366 * 24 * 60 + 1))) == ("lasted", Problem.TOO_LARGE)
    assert problem_of(effect(duration=Duration(Lasted.STILL_THERE))) is None


def test_own_words_are_the_same_whatever_their_case() -> None:
    assert effect(effect="", name="Cold hands").kind == effect(effect="", name="cold HANDS").kind
