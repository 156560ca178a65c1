"""`effect` keeps one side effect, tied to the session it came from."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from uuid6 import uuid7

from journal.domain.checkin import DayRecord
from journal.domain.edit import Edit
from journal.domain.side_effect import Duration, Lasted, Severity
from tests.cli.conftest import NOW, Program


def infusion(program: Program, at: str, *options: str) -> Any:
    program.saves("session", "--at", at, "--treatment", "iv-ketamine", *options)
    return program.records().sessions[-1]


def local(hour: int, minute: int, day: int = 14) -> datetime:
    """A time of March 2026 in Berlin."""
    return datetime(2026, 3, day, hour - 1, minute, tzinfo=UTC)


def test_an_effect_is_kept_and_named(program: Program) -> None:
    line = program.saves("effect", "nausea", "--severity", "moderate", "--lasted-min", "180")
    assert line == "Saved: Nausea"
    effect = program.only("side_effects")
    assert (effect.effect, effect.severity) == ("nausea", Severity.MODERATE)
    assert effect.duration == Duration(Lasted.MINUTES, 180)


def test_what_is_not_said_is_not_assumed(program: Program) -> None:
    program.saves("effect", "nausea")
    effect = program.only("side_effects")
    assert (effect.severity, effect.onset, effect.duration) == (None, None, None)
    assert (effect.noted.instant, effect.session_id) == (NOW, None)


@pytest.mark.parametrize("name", ["bad-taste", "Bad taste", " BAD TASTE "])
def test_an_effect_is_called_by_key_or_name(program: Program, name: str) -> None:
    program.saves("effect", name)
    assert program.only("side_effects").effect == "bad-taste"


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("levitation",), "The side effect is not known."),
        (("",), "The side effect is not known."),
        (("nausea", "--severity", "awful"), "The severity is not known."),
        (("nausea", "--severity", "2"), "The severity is not known."),
        (("nausea", "--lasted-min", "-1"), "The duration cannot be below zero."),
        (("nausea", "--lasted-min", "1e99"), "The duration can be at most"),
        (("nausea", "--lasted-min", "2.5"), "2.5 is not a whole number."),
        (("nausea", "--at", "2026-03-14T21:15"), "The time lies in the future."),
        (("nausea", "--at", "soon"), "The time is written like"),
        (("nausea", "--at", "2025-03-30T02:30"), "skipped"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    used: Program, options: tuple[str, ...], complaint: str
) -> None:
    assert complaint in used.refuses("effect", *options)
    assert not used.records().side_effects


@pytest.mark.parametrize("option", ["--onset-min", "--lasted-min"])
def test_text_where_a_number_belongs_is_misused(program: Program, option: str) -> None:
    assert "not a number" in program.misunderstands("effect", "nausea", option, "long")


def test_without_an_effect_it_is_misused(program: Program) -> None:
    program.misunderstands("effect")


def test_at_is_when_it_began(program: Program) -> None:
    program.saves("effect", "nausea", "--at", "2026-03-14T10:20")
    effect = program.only("side_effects")
    assert effect.noted.instant == effect.began_at == local(10, 20)


def test_at_in_the_small_hours_belongs_to_the_day_before(program: Program) -> None:
    program.saves("effect", "nausea", "--at", "2026-03-14T02:00")
    assert program.only("side_effects").noted.day == date(2026, 3, 13)


def test_an_effect_after_a_session_is_tied_to_it(program: Program) -> None:
    session = infusion(program, "2026-03-13T09:40")
    program.saves("effect", "nausea", "--at", "2026-03-14T10:20")
    assert program.only("side_effects").session_id == session.id


def test_an_effect_before_a_session_is_not_tied_to_it(program: Program) -> None:
    infusion(program, "2026-03-14T09:40")
    program.saves("effect", "nausea", "--at", "2026-03-14T09:00")
    assert program.only("side_effects").session_id is None


def test_onset_counts_from_todays_session(program: Program) -> None:
    session = infusion(program, "2026-03-14T09:40")
    program.saves("effect", "nausea", "--onset-min", "40")
    effect = program.only("side_effects")
    assert effect.noted.instant == effect.began_at == local(10, 20)
    assert effect.session_id == session.id


def test_onset_counts_from_the_last_of_todays_sessions(program: Program) -> None:
    infusion(program, "2026-03-14T09:40")
    later = infusion(program, "2026-03-14T15:00")
    program.saves("effect", "nausea", "--onset-min", "0")
    assert program.only("side_effects").session_id == later.id
    assert program.only("side_effects").began_at == local(15, 0)


def test_onset_without_a_time_knows_no_session_of_yesterday(program: Program) -> None:
    infusion(program, "2026-03-13T22:00")
    assert "no finished session" in program.refuses("effect", "nausea", "--onset-min", "40")


@pytest.mark.parametrize("state", [(), ("--planned",)])
def test_onset_needs_a_session_that_was_done(program: Program, state: tuple[str, ...]) -> None:
    if state:
        infusion(program, "2026-03-14T09:40", *state)
    assert "no finished session" in program.refuses("effect", "nausea", "--onset-min", "40")


def test_onset_and_time_may_agree(program: Program) -> None:
    session = infusion(program, "2026-03-13T09:40")
    program.saves("effect", "nausea", "--onset-min", "40", "--at", "2026-03-13T10:20")
    effect = program.only("side_effects")
    assert (effect.began_at, effect.session_id) == (local(10, 20, day=13), session.id)


def test_onset_and_time_that_disagree_are_refused(program: Program) -> None:
    infusion(program, "2026-03-14T09:40")
    words = program.refuses("effect", "nausea", "--onset-min", "40", "--at", "2026-03-14T10:25")
    assert words == "The onset does not agree with the time given."
    assert not program.records().side_effects


@pytest.mark.parametrize(
    ("at", "minutes", "reached"),
    [("2026-03-14T09:40", 1440, True), ("2026-03-14T09:41", 1441, False)],
)
def test_onset_reaches_24_hours_back_from_the_time(
    program: Program, at: str, minutes: int, reached: bool
) -> None:
    infusion(program, "2026-03-13T09:40")
    answer = program("effect", "nausea", "--onset-min", str(minutes), "--at", at)
    assert (answer.code == 0) is reached


def test_onset_reaches_back_over_the_small_hours(program: Program) -> None:
    session = infusion(program, "2026-03-12T23:00")
    program.saves("effect", "nausea", "--onset-min", "240", "--at", "2026-03-13T03:00")
    effect = program.only("side_effects")
    assert (effect.session_id, effect.noted.day) == (session.id, date(2026, 3, 12))


@pytest.mark.parametrize(
    ("minutes", "complaint"),
    [
        ("-1", "The onset cannot be below zero."),
        ("900", "lies in the future."),
        ("1e99", "The onset can be at most"),
        ("0.5", "0.5 is not a whole number."),
    ],
)
def test_an_onset_that_cannot_be_is_refused(program: Program, minutes: str, complaint: str) -> None:
    infusion(program, "2026-03-14T09:40")
    assert complaint in program.refuses("effect", "nausea", "--onset-min", minutes)


def test_an_effect_lifts_none_today_and_leaves_the_sleep(used: Program) -> None:
    none = DayRecord(uuid7(), date(2026, 3, 14), NOW, NOW, no_side_effects=True, sleep_hours=5)
    used.change(lambda _journal: [Edit(None, none)])
    used.saves("effect", "nausea")
    assert (used.only("days").no_side_effects, used.only("days").sleep_hours) == (False, 5)


def test_an_effect_lifts_its_sessions_no_side_effects(program: Program) -> None:
    infusion(program, "2026-03-14T09:40", "--no-side-effects")
    program.saves("effect", "nausea", "--onset-min", "40")
    assert not program.only("sessions").no_side_effects


def test_an_effect_leaves_another_sessions_no_side_effects(program: Program) -> None:
    infusion(program, "2026-03-13T09:40", "--no-side-effects")
    infusion(program, "2026-03-14T09:40", "--no-side-effects")
    program.saves("effect", "nausea", "--onset-min", "40")
    assert [s.no_side_effects for s in program.records().sessions] == [True, False]
