"""Treatment sessions: doses, lengths, and what cannot be true."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidValue, Problem
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Treatment,
    TreatmentSession,
    check_session,
    numbered,
    parse_amount,
    parse_dose,
    usual_route,
)
from tests.domain.diary import Diary

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
DAY = date(2026, 3, 10)


def session(**fields: object) -> TreatmentSession:
    return replace(Diary().session(DAY), **fields)  # type: ignore[arg-type]


def problem_of(session: TreatmentSession) -> tuple[str, Problem] | None:
    try:
        check_session(session, NOW)
    except InvalidValue as error:
        return error.field, error.problem
    return None


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("35 mg", Dose(Decimal(35), DoseUnit.MG)),
        ("0.5 mg/kg", Dose(Decimal("0.5"), DoseUnit.MG_PER_KG)),
        ("0,5mg/kg", Dose(Decimal("0.5"), DoseUnit.MG_PER_KG)),
        ("10 MG/H", Dose(Decimal(10), DoseUnit.MG_PER_HOUR)),
        ("2 devices", Dose(Decimal(2), DoseUnit.DEVICES)),
        (" 1 device ", Dose(Decimal(1), DoseUnit.DEVICES)),
        ("0 mg", Dose(Decimal(0), DoseUnit.MG)),
    ],
)
def test_doses_are_read_as_people_write_them(text: str, dose: Dose) -> None:
    assert parse_dose(text) == dose


@pytest.mark.parametrize("text", ["", "35", "mg", "35 ml", "1.2.3 mg", "35 mg please", "٣٥ grams"])
def test_anything_else_is_no_dose(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_dose(text)

    assert refused.value.problem is Problem.NOT_A_DOSE


def test_a_dose_below_zero_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_dose("-5 mg")

    assert refused.value.problem is Problem.BELOW_ZERO


def test_a_dose_beyond_any_that_exists_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_dose("100001 mg")

    assert refused.value.problem is Problem.TOO_LARGE


@given(st.decimals(0, 10_000, places=3))
def test_a_dose_is_kept_exactly_as_written(amount: Decimal) -> None:
    assert parse_dose(f"{amount} mg").amount == amount


@pytest.mark.parametrize("text", ["", "seven", "nan", "inf", "1e"])
def test_what_is_no_number_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_amount("body_weight", text)

    assert (refused.value.field, refused.value.problem) == ("body_weight", Problem.NOT_A_NUMBER)


def test_a_decimal_comma_is_a_decimal_point() -> None:
    assert parse_amount("body_weight", " 70,5 ") == Decimal("70.5")


@pytest.mark.parametrize("treatment", Treatment)
def test_the_driving_rule_is_about_ketamine_only(treatment: Treatment) -> None:
    named = {"tms", "ect", "psychotherapy", "other-infusion", "other"}

    assert treatment.is_ketamine == (treatment.value not in named)


def test_every_ketamine_treatment_has_its_usual_route() -> None:
    assert usual_route(Treatment.ESKETAMINE) is Route.NASAL
    assert usual_route(Treatment.LOZENGE) is Route.SUBLINGUAL
    assert usual_route(Treatment.OTHER_INFUSION) is Route.INTRAVENOUS
    assert usual_route(Treatment.TMS) is Route.NONE
    assert all(usual_route(t) is not Route.NONE for t in Treatment if t.is_ketamine)


def test_minutes_run_from_start_to_end() -> None:
    assert session().minutes == 40
    assert session(end=None).minutes is None


@pytest.mark.parametrize(
    ("treatment", "minutes"), [(Treatment.IV_KETAMINE, 40), (Treatment.ESKETAMINE, 120)]
)
def test_without_an_end_the_usual_minutes_count(treatment: Treatment, minutes: int) -> None:
    open_ended = session(end=None, treatment=treatment)

    assert open_ended.assumed_end - open_ended.start.instant == timedelta(minutes=minutes)
    assert open_ended.effect_ends - open_ended.assumed_end == timedelta(hours=4)


def test_a_sound_session_passes() -> None:
    assert problem_of(session()) is None


def test_a_session_done_cannot_lie_in_the_future() -> None:
    later = Diary().session(date(2026, 3, 11))

    assert problem_of(later) == ("start", Problem.IN_FUTURE)
    assert problem_of(replace(later, state=SessionState.PLANNED, end=None)) is None


def test_an_end_comes_after_the_start() -> None:
    assert problem_of(session(end=session().start.instant)) == ("end", Problem.END_BEFORE_START)


def test_an_end_done_cannot_lie_in_the_future() -> None:
    assert problem_of(session(end=NOW + timedelta(minutes=1))) == ("end", Problem.END_IN_FUTURE)


def test_a_pain_protocol_may_run_for_days_but_not_for_weeks() -> None:
    long_ago = Diary().session(date(2026, 2, 1))
    days = long_ago.start.instant + timedelta(days=14)

    assert problem_of(replace(long_ago, end=days)) is None
    assert problem_of(replace(long_ago, end=days + timedelta(minutes=1))) == (
        "end",
        Problem.LASTS_TOO_LONG,
    )


@pytest.mark.parametrize(
    ("weight", "problem"),
    [("0", Problem.BELOW_ZERO), ("-3", Problem.BELOW_ZERO), ("501", Problem.TOO_LARGE)],
)
def test_a_body_weight_is_a_persons(weight: str, problem: Problem) -> None:
    assert problem_of(session(body_weight_kg=Decimal(weight))) == ("body_weight", problem)


def test_only_ketamine_that_took_place_is_numbered() -> None:
    diary = Diary()
    second = diary.session(date(2026, 3, 8))
    first = diary.session(date(2026, 3, 1))
    diary.session(date(2026, 3, 5), state=SessionState.CANCELLED)
    diary.session(date(2026, 3, 6), treatment=Treatment.TMS)

    assert [(n.number, n.session) for n in numbered(diary.sessions)] == [(1, first), (2, second)]
