"""Scales and check-ins: which values exist, and when a record is empty."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkin import (
    STANDARD_SCALES,
    CheckIn,
    DayRecord,
    Direction,
    Scale,
    Score,
    check_own_scale,
    check_score,
)
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import moment_at
from tests.domain.diary import scale_of

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)


def own(name: str = "Calm", low: int = 1, high: int = 5, number: int = 9) -> Scale:
    return Scale(
        UUID(int=number), f"own-{number}", low, high, Direction.NEITHER, True, 9, NOW, NOW, name
    )


def problem(scale: Scale, *others: Scale) -> Problem | None:
    try:
        check_own_scale(scale, others)
    except InvalidValue as error:
        return error.problem
    return None


def test_the_standard_scales_have_the_ends_of_the_clinical_reference() -> None:
    ends = {scale.key: (scale.low, scale.high) for scale in STANDARD_SCALES}

    assert ends.pop("sleep-hours") == (0, 24)
    assert set(ends.values()) == {(0, 10)}
    assert set(ends) == {
        "mood",
        "anxiety",
        "energy",
        "pain",
        "irritability",
        "elevated-mood",
        "sleep-quality",
    }


def test_mood_is_on_from_the_start() -> None:
    assert next(scale for scale in STANDARD_SCALES if scale.key == "mood").active


def test_higher_is_not_assumed_better_for_elevated_mood() -> None:
    (elevated,) = [scale for scale in STANDARD_SCALES if scale.key == "elevated-mood"]

    assert elevated.direction is Direction.NEITHER


@given(low=st.integers(-20, 20), steps=st.integers(1, 10), value=st.integers(-40, 40))
def test_a_score_lies_on_its_scale_both_ends_included(low: int, steps: int, value: int) -> None:
    scale = own(low=low, high=low + steps)

    if value in range(low, low + steps + 1):
        check_score(scale, value)
    else:
        with pytest.raises(InvalidValue):
            check_score(scale, value)


@given(low=st.integers(-50, 50), high=st.integers(-50, 50))
def test_an_own_scale_has_two_to_eleven_steps(low: int, high: int) -> None:
    steps = high - low + 1
    expected = Problem.ENDS_SWAPPED if steps < 2 else Problem.TOO_MANY_STEPS if steps > 11 else None

    assert problem(own(low=low, high=high)) is expected


def test_an_own_scale_needs_a_name() -> None:
    assert problem(own(name="  ")) is Problem.MISSING


def test_a_name_has_at_most_300_characters() -> None:
    assert problem(own(name="x" * 300)) is None
    assert problem(own(name="x" * 301)) is Problem.TOO_LONG


def test_a_name_is_free_whatever_its_letters_case() -> None:
    assert problem(own("calm"), own("CALM", number=10)) is Problem.TAKEN
    assert problem(own("calm"), own("CALM", number=9)) is None


def test_a_check_in_tells_its_value_or_that_there_is_none() -> None:
    rated = CheckIn(UUID(int=1), moment_at(NOW, "UTC"), NOW, NOW, (Score("mood", 0, NOW),))

    assert rated.value("mood") == 0
    assert rated.value("pain") is None


def test_a_check_in_is_empty_without_scores_tags_and_note() -> None:
    bare = CheckIn(UUID(int=1), moment_at(NOW, "UTC"), NOW, NOW)

    assert bare.is_empty
    assert not replace(bare, scores=(Score("mood", 0, NOW),)).is_empty
    assert not replace(bare, tags=("walk",)).is_empty
    assert not replace(bare, note=".").is_empty


def test_no_sleep_at_all_is_an_answer() -> None:
    bare = DayRecord(UUID(int=1), date(2026, 3, 10), NOW, NOW)

    assert bare.is_empty
    assert not replace(bare, sleep_hours=0.0).is_empty
    assert not replace(bare, sleep_quality=0).is_empty
    assert not replace(bare, too_unwell=True).is_empty
    assert not replace(bare, no_side_effects=True).is_empty


def test_sleep_belongs_to_the_day_and_mood_to_the_check_in() -> None:
    assert scale_of("sleep-hours").of_day
    assert scale_of("sleep-quality").of_day
    assert not scale_of("mood").of_day


def test_a_scale_with_a_name_is_the_persons_own() -> None:
    assert own().is_own
    assert not scale_of("mood").is_own
