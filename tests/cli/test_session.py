"""`session` keeps one treatment session."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from journal.domain.session import Dose, DoseUnit, Route, SessionState, Setting, Treatment
from tests.cli.conftest import Program

MORNING = ("session", "--at", "2026-03-10T09:40")
INFUSION = (*MORNING, "--treatment", "iv-ketamine")


def test_a_session_is_kept_with_all_that_is_known(program: Program) -> None:
    line = program.saves(
        *INFUSION,
        *("--dose", "35 mg", "--minutes", "40", "--weight-kg", "71,5", "--setting", "clinic"),
        *("--provider", "Dr Weiss", "--note", "The small room.", "--no-side-effects"),
    )
    assert line == "Saved: IV ketamine"
    session = program.only("sessions")
    assert session.start.instant == datetime(2026, 3, 10, 8, 40, tzinfo=UTC)
    assert session.start.day == date(2026, 3, 10)
    assert session.end - session.start.instant == timedelta(minutes=40)
    assert (session.treatment, session.route) == (Treatment.IV_KETAMINE, Route.INTRAVENOUS)
    assert session.dose == Dose(Decimal(35), DoseUnit.MG)
    assert (session.body_weight_kg, session.setting) == (Decimal("71.5"), Setting.CLINIC)
    assert (session.provider, session.note) == ("Dr Weiss", "The small room.")
    assert (session.state, session.no_side_effects) == (SessionState.DONE, True)


def test_only_start_and_treatment_are_needed(program: Program) -> None:
    program.saves(*INFUSION)
    session = program.only("sessions")
    assert (session.end, session.dose, session.body_weight_kg) == (None, None, None)


@pytest.mark.parametrize("missing", [MORNING, ("session", "--treatment", "tms"), ("session",)])
def test_without_them_it_is_misused(program: Program, missing: tuple[str, ...]) -> None:
    assert "required" in program.misunderstands(*missing)


@pytest.mark.parametrize("treatment", list(Treatment))
def test_every_treatment_can_be_named(program: Program, treatment: Treatment) -> None:
    program.saves(*MORNING, "--treatment", treatment)
    assert program.only("sessions").treatment is treatment


def test_another_treatment_has_a_name_of_its_own(program: Program) -> None:
    line = program.saves(*MORNING, "--treatment", "other", "--name", "Light therapy")
    assert line == "Saved: Light therapy"


def test_an_unusual_route_is_kept(program: Program) -> None:
    program.saves(*INFUSION, "--route", "oral")
    assert program.only("sessions").route is Route.ORAL


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ((*MORNING, "--treatment", "aspirin"), "The treatment is not known."),
        ((*INFUSION, "--route", "sideways"), "is not known."),
        ((*INFUSION, "--setting", "moon"), "is not known."),
        ((*INFUSION, "--dose", "much"), "The dose is a number and a unit"),
        ((*INFUSION, "--dose", "35"), "The dose is a number and a unit"),
        ((*INFUSION, "--dose", ""), "The dose is a number and a unit"),
        ((*INFUSION, "--dose", "-35 mg"), "The dose cannot be below zero."),
        ((*INFUSION, "--dose", "100001 mg"), "The dose can be at most 100000."),
        ((*INFUSION, "--minutes", "0"), "The length in minutes goes from 1 to 20160."),
        ((*INFUSION, "--minutes", "-5"), "The length in minutes goes from 1 to 20160."),
        ((*INFUSION, "--minutes", "1e999999999"), "The length in minutes goes from 1 to 20160."),
        ((*INFUSION, "--minutes", "40.5"), "40.5 is not a whole number."),
        ((*INFUSION, "--weight-kg", "0"), "The body weight"),
        ((*INFUSION, "--weight-kg", "-70"), "The body weight cannot be below zero."),
        ((*INFUSION, "--weight-kg", "1e99"), "The body weight can be at most 500."),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    used: Program, options: tuple[str, ...], complaint: str
) -> None:
    assert complaint in used.refuses(*options)
    assert not used.records().sessions


@pytest.mark.parametrize("option", ["--minutes", "--weight-kg"])
@pytest.mark.parametrize("text", ["forty", "", "nan"])
def test_text_where_a_number_belongs_is_misused(program: Program, option: str, text: str) -> None:
    assert "not a number" in program.misunderstands(*INFUSION, option, text)


def test_a_session_that_has_not_ended_yet_is_refused(program: Program) -> None:
    assert "The end lies in the future." in program.refuses(
        *("session", "--at", "2026-03-14T21:00", "--treatment", "esketamine", "--minutes", "40")
    )


def test_a_done_session_in_the_future_is_refused(program: Program) -> None:
    future = ("session", "--at", "2026-03-15T09:40", "--treatment", "esketamine")
    assert "lies in the future" in program.refuses(*future)


def test_a_planned_session_lies_ahead(program: Program) -> None:
    program.saves(
        *("session", "--at", "2026-03-17T09:40", "--treatment", "esketamine", "--planned"),
        *("--dose", "2 devices", "--minutes", "120"),
    )
    session = program.only("sessions")
    assert session.state is SessionState.PLANNED
    assert session.dose == Dose(Decimal(2), DoseUnit.DEVICES)


def test_a_plan_beyond_the_calendar_is_refused(program: Program) -> None:
    program.clock.place = "America/New_York"
    plan = ("session", "--at", "9999-12-31T23:00", "--treatment", "tms", "--planned")
    assert "is written like" in program.refuses(*plan)


def test_words_that_no_file_can_hold_lose_only_that_character(program: Program) -> None:
    program.saves(*INFUSION, "--provider", "Dr \udcff", "--note", "\ud83d", "--name", "x\0y")
    session = program.only("sessions")
    assert (session.provider, session.note, session.treatment_name) == ("Dr �", "�", "xy")
