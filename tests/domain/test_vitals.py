"""Readings around a session: what is questioned, what is refused, what is very high."""

import pytest

from journal.domain.errors import InvalidValue, Problem
from journal.domain.vitals import (
    BEFORE,
    LATEST_MINUTES,
    Vitals,
    check_vitals,
    is_high_before,
    is_very_high,
    unlikely,
)


def pressure(systolic: int | None, diastolic: int | None, minutes: int = 40) -> Vitals:
    return Vitals(minutes, systolic=systolic, diastolic=diastolic)


@pytest.mark.parametrize(
    ("systolic", "diastolic"), [(134, 86), (60, 30), (260, 160), (81, 80), (181, None), (None, 90)]
)
def test_a_likely_pressure_is_not_questioned(systolic: int | None, diastolic: int | None) -> None:
    assert unlikely(pressure(systolic, diastolic)) == ()


@pytest.mark.parametrize(
    ("systolic", "diastolic", "fields"),
    [
        (12, 80, ("systolic",)),
        (400, 90, ("systolic",)),
        (80, 120, ("systolic",)),
        (80, 80, ("systolic",)),
        (120, 8, ("diastolic",)),
        (261, 161, ("systolic", "diastolic")),
        (59, None, ("systolic",)),
    ],
)
def test_an_unlikely_pressure_is_questioned(
    systolic: int, diastolic: int | None, fields: tuple[str, ...]
) -> None:
    assert unlikely(pressure(systolic, diastolic)) == fields


def test_pulse_and_oxygen_are_questioned_too() -> None:
    assert unlikely(Vitals(40, pulse=29, spo2=101)) == ("pulse", "spo2")
    assert unlikely(Vitals(40, pulse=30, spo2=100)) == ()


@pytest.mark.parametrize(
    ("systolic", "diastolic", "very_high"),
    [(180, 80, True), (179, 119, False), (130, 120, True), (None, None, False), (180, None, True)],
)
def test_either_figure_makes_a_pressure_very_high(
    systolic: int | None, diastolic: int | None, very_high: bool
) -> None:
    assert is_very_high(pressure(systolic, diastolic)) is very_high


@pytest.mark.parametrize(
    ("systolic", "diastolic", "high"), [(140, 90, False), (141, 90, True), (140, 91, True)]
)
def test_before_a_session_the_limits_themselves_are_not_over_them(
    systolic: int, diastolic: int, high: bool
) -> None:
    assert is_high_before(pressure(systolic, diastolic, BEFORE)) is high


def test_during_a_session_a_raised_pressure_is_not_told_to_anyone() -> None:
    assert not is_high_before(pressure(150, 95, 0))


@pytest.mark.parametrize(
    ("reading", "field", "problem"),
    [
        (Vitals(40), "vitals", Problem.MISSING),
        (Vitals(LATEST_MINUTES + 1, pulse=70), "vitals", Problem.OFF_SCALE),
        (Vitals(-24 * 60 - 1, pulse=70), "vitals", Problem.OFF_SCALE),
        (Vitals(40, spo2=-1), "spo2", Problem.BELOW_ZERO),
    ],
)
def test_what_cannot_be_true_is_refused(reading: Vitals, field: str, problem: Problem) -> None:
    with pytest.raises(InvalidValue) as refused:
        check_vitals(reading)
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_an_unlikely_reading_is_no_error() -> None:
    check_vitals(pressure(400, 90))
