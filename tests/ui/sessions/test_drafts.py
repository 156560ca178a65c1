"""What the form starts with."""

from datetime import UTC, datetime, time
from decimal import Decimal

from uuid6 import uuid7

from journal.domain.period import DAY_STARTS_AT
from journal.domain.session import Dose, DoseUnit, Route, SessionState, Treatment, TreatmentSession
from journal.ui.sessions import drafts
from tests.ui.sessions.conftest import BERLIN, EVENING, at, planned, session

NOW = EVENING.astimezone(UTC)


def new(*others: TreatmentSession) -> TreatmentSession:
    return drafts.new_session(others, uuid7(), NOW, BERLIN, DAY_STARTS_AT)


def plan(*others: TreatmentSession, now: datetime = NOW) -> TreatmentSession:
    return drafts.planned_session(others, uuid7(), now, BERLIN, DAY_STARTS_AT)


def test_a_new_session_has_just_begun_at_full_five_minutes() -> None:
    draft = new()
    assert draft.start == at("2026-03-10 21:10")
    assert draft.state is SessionState.DONE


def test_a_new_session_is_of_the_treatment_given_last() -> None:
    draft = new(
        session("2026-02-10 10:05", treatment=Treatment.ESKETAMINE),
        session("2026-03-03 10:05", treatment=Treatment.TMS),
        planned("2026-04-07 10:00"),
    )
    assert draft.treatment is Treatment.TMS


def test_without_any_session_a_plan_is_for_tomorrow_at_ten() -> None:
    assert plan().start == at("2026-03-11 10:00")


def test_a_plan_is_a_week_after_todays_session() -> None:
    assert plan(session("2026-03-10 09:40")).start == at("2026-03-17 09:40")


def test_a_plan_is_for_the_weekday_of_the_last_session_however_long_ago() -> None:
    thursday = session("2026-01-15 09:40")
    assert plan(thursday).start == at("2026-03-12 09:40")


def test_a_plan_comes_after_the_session_planned_already() -> None:
    assert plan(session("2026-03-10 09:40"), planned("2026-04-07 10:00")).start == at(
        "2026-04-14 10:00"
    )


def test_a_plan_keeps_its_hour_when_the_clocks_change() -> None:
    draft = plan(session("2026-03-26 09:40"), now=datetime(2026, 3, 26, 12, tzinfo=UTC))
    assert draft.start.local.time() == time(9, 40)
    assert draft.start.instant == datetime(2026, 4, 2, 7, 40, tzinfo=UTC)


def test_an_hour_the_clocks_skip_still_gives_a_plan() -> None:
    draft = plan(session("2026-03-22 02:30"), now=datetime(2026, 3, 22, 12, tzinfo=UTC))
    assert draft.start.local.date().isoformat() == "2026-03-29"


def test_a_session_marked_as_done_stays_where_it_was_planned() -> None:
    one = planned("2026-03-10 09:40")
    assert drafts.as_done(one).start == one.start
    assert drafts.as_done(one).state is SessionState.DONE


def test_the_last_session_of_the_same_treatment_suggests_its_values() -> None:
    suggested = drafts.suggestion(
        Treatment.IV_KETAMINE,
        [
            session("2026-02-10 10:05", dose="32"),
            session("2026-03-03 10:05", 50),
            session("2026-03-05 10:05", 20, treatment=Treatment.TMS, dose="1"),
        ],
    )
    assert suggested.dose == Dose(Decimal(35), DoseUnit.MG)
    assert suggested.minutes == 50
    assert suggested.provider == "Riverside Clinic"


def test_a_treatment_never_given_suggests_only_its_route() -> None:
    assert drafts.suggestion(Treatment.LOZENGE, [session("2026-02-10 10:05")]) == (
        drafts.Suggestion(Route.SUBLINGUAL)
    )
