"""What goes into the journal comes out of it the same."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.checkin import STANDARD_SCALES, DayRecord
from journal.domain.edit import Edit, Record
from journal.domain.journal_settings import JournalSettings, OwnInterval
from journal.domain.medication import MedicineClass
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.domain.questionnaire import Answer
from journal.domain.repository import OpenJournal
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import (
    BeforeSession,
    Dose,
    DoseUnit,
    Feeling,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.vitals import Vitals
from tests.storage.examples import (
    LATER,
    NOW,
    check_in,
    day_record,
    dose_taken,
    full_check_in,
    full_medication,
    full_response,
    full_safety_answer,
    full_session,
    full_settings,
    imported_row,
    medication,
    own_scale,
    response,
    safety_answer,
    save,
    session,
    side_effects,
    store_at,
    writer,
)


def test_check_in(journal: OpenJournal) -> None:
    entered = full_check_in()
    save(journal, entered)
    assert journal.check_ins.between() == (entered,)


def test_check_in_with_a_note_alone(journal: OpenJournal) -> None:
    entered = check_in(note="Nothing to rate.")
    save(journal, entered)
    assert journal.check_ins.between() == (entered,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_note_a_file_can_hold(journal: OpenJournal, note: str) -> None:
    entered = check_in(note=note)
    save(journal, entered)
    assert entered in journal.check_ins.between()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\0two", "onetwo"),
        ("half a smile \ud83d", "half a smile \ufffd"),
        ("a smile in two halves \ud83d\ude00", "a smile in two halves \U0001f600"),
    ],
)
def test_characters_no_file_can_hold_are_left_out(
    journal: OpenJournal, typed: str, kept: str
) -> None:
    save(journal, check_in(note=typed, tags=(typed,)))
    (stored,) = journal.check_ins.between()
    assert (stored.note, stored.tags) == (kept, (kept,))


def test_scores_and_tags_keep_their_order(journal: OpenJournal) -> None:
    entered = full_check_in()
    turned = replace(entered, scores=entered.scores[::-1], tags=entered.tags[::-1])
    save(journal, entered)
    journal.apply([Edit(entered, turned)])
    assert journal.check_ins.between() == (turned,)


def test_day_record(journal: OpenJournal) -> None:
    entered = day_record()
    nothing_on_sleep = DayRecord(UUID(int=1), date(2026, 3, 15), NOW, LATER, no_side_effects=True)
    save(journal, entered, nothing_on_sleep)
    assert journal.days.between() == (entered, nothing_on_sleep)


def test_session(journal: OpenJournal) -> None:
    entered, bare = full_session(), session(LATER)
    save(journal, entered, bare)
    assert journal.sessions.between() == (entered, bare)


@pytest.mark.parametrize("amount", ["35", "0.50", "0", "1E+2", "0.1250000000000000000001"])
def test_a_dose_is_kept_exactly_as_written(journal: OpenJournal, amount: str) -> None:
    save(journal, session(dose=Dose(Decimal(amount), DoseUnit.MG)))
    (stored,) = journal.sessions.between()
    assert stored.dose is not None
    assert str(stored.dose.amount) == amount


def test_the_amount_taken_is_kept_as_written_beside_the_amount_agreed(
    journal: OpenJournal,
) -> None:
    agreed, taken = Dose(Decimal(3), DoseUnit.DEVICES), Dose(Decimal("2.0"), DoseUnit.DEVICES)
    save(journal, session(dose=agreed, dose_taken=taken), session(LATER, dose_taken=taken))
    stored = [(s.dose, s.dose_taken and str(s.dose_taken.amount)) for s in _sessions(journal)]
    assert stored == [(agreed, "2.0"), (None, "2.0")]


@pytest.mark.parametrize(
    "before",
    [None, frozenset[BeforeSession](), *(frozenset({one}) for one in BeforeSession)],
    ids=["not asked", "none of these", *BeforeSession],
)
def test_the_hours_before_a_session(
    journal: OpenJournal, before: frozenset[BeforeSession] | None
) -> None:
    save(journal, session(before=before))
    assert [stored.before for stored in _sessions(journal)] == [before]


def test_each_session_has_its_own_vitals_and_feelings(journal: OpenJournal) -> None:
    entered = [
        session(vitals=(Vitals(0, pulse=0), Vitals(0, diastolic=80, systolic=121))),
        session(LATER, felt=tuple((feeling, 10) for feeling in Feeling)),
    ]
    save(journal, *entered)
    assert _sessions(journal) == entered


def _sessions(journal: OpenJournal) -> list[TreatmentSession]:
    return list(journal.sessions.between())


def test_every_treatment_route_state_setting_and_unit(journal: OpenJournal) -> None:
    entered = [
        *(session(treatment=treatment) for treatment in Treatment),
        *(session(route=route) for route in Route),
        *(session(state=state) for state in SessionState),
        *(session(setting=setting) for setting in Setting),
        *(session(dose=Dose(Decimal(1), unit)) for unit in DoseUnit),
    ]
    save(journal, *entered)
    assert set(journal.sessions.between()) == set(entered)


def test_side_effects(journal: OpenJournal) -> None:
    treatment = session()
    entered = side_effects(treatment.id)
    save(journal, treatment, *entered)
    assert journal.side_effects.between() == tuple(entered)


def test_responses(journal: OpenJournal) -> None:
    entered = (
        full_response(),
        response(NOW + timedelta(1), answers=(Answer("1", 2, left=False),)),
        response(NOW + timedelta(2), entered_total=-3, finished=True),
        response(NOW + timedelta(3)),
    )
    save(journal, *entered)
    assert journal.responses.between() == entered


def test_medicines_and_doses_taken_as_needed(journal: OpenJournal) -> None:
    ended, going_on = full_medication(), medication(date(2026, 3, 2))
    doses = (dose_taken(ended.id), dose_taken(going_on.id, LATER, amount=""))
    save(journal, ended, going_on, *doses)
    assert journal.medications.all() == (ended, going_on)
    assert journal.medications.doses_between() == doses


def test_every_class_of_medicine(journal: OpenJournal) -> None:
    entered = [medication(kind=kind) for kind in MedicineClass]
    save(journal, *entered)
    assert set(journal.medications.all()) == set(entered)


def test_answers_to_safety_questions(journal: OpenJournal) -> None:
    entered = full_safety_answer(about=UUID(int=1))
    nothing_to_report = safety_answer(LATER)
    save(journal, entered, nothing_to_report)
    assert journal.safety_answers.between() == (entered, nothing_to_report)


def test_every_safety_question(journal: OpenJournal) -> None:
    entered = [
        safety_answer(question=question, answers=("not-sure",)) for question in SafetyQuestion
    ]
    save(journal, *entered)
    assert set(journal.safety_answers.between()) == set(entered)


def test_own_scale(journal: OpenJournal) -> None:
    entered = own_scale()
    save(journal, entered)
    assert journal.scales.all()[-1] == entered


def test_imported_row(journal: OpenJournal) -> None:
    first, second = imported_row(UUID(int=1)), imported_row(UUID(int=1), nth=2)
    save(journal, first, second)
    assert journal.imports.known("daylio") == {first.identity, second.identity}
    assert journal.imports.known("bearable") == frozenset()


def test_settings(journal: OpenJournal) -> None:
    before = journal.settings()
    after = full_settings(before)
    journal.apply([Edit(before, after)])
    assert journal.settings() == after


def test_the_persons_own_intervals_come_and_go_with_the_settings(journal: OpenJournal) -> None:
    before = journal.settings()
    often = replace(before, intervals=(OwnInterval("phq-9", 1), OwnInterval("pcl-5-week", 365)))
    never = replace(before, intervals=(OwnInterval("phq-9", None),))
    for edit in (Edit(before, often), Edit(often, never)):
        journal.apply([edit])
        assert journal.settings() == edit.after
    journal.apply([Edit(never, before)])
    assert journal.settings() == before


@pytest.mark.parametrize("days", [0, 366, 7.5, "week"])
def test_the_file_takes_no_interval_that_cannot_be(journal: OpenJournal, days: object) -> None:
    before = journal.settings()
    after = replace(before, intervals=(OwnInterval("phq-9", days),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="constraint"):
        journal.apply([Edit(before, after)])
    assert journal.settings() == before


def test_everything_that_can_be_treated_and_that_a_clinic_should_know(
    journal: OpenJournal,
) -> None:
    before = journal.settings()
    after = replace(
        before,
        treated_for=frozenset(TreatedFor),
        clinic_should_know=frozenset(ClinicShouldKnow),
    )
    journal.apply([Edit(before, after)])
    assert journal.settings() == after


def test_a_new_journal_has_the_standard_scales_and_the_usual_settings(
    journal: OpenJournal,
) -> None:
    scales = journal.scales.all()
    assert [(s.key, s.low, s.high, s.direction, s.active, s.position, s.name) for s in scales] == [
        (s.key, s.low, s.high, s.direction, s.active, position, "")
        for position, s in enumerate(STANDARD_SCALES)
    ]
    assert {s.created_at for s in scales} == {NOW}
    settings = journal.settings()
    assert settings == JournalSettings(settings.id, NOW, NOW)


def test_records_hold_everything(journal: OpenJournal) -> None:
    treatment, medicine, answered = full_session(), full_medication(), full_response()
    entered: tuple[Record, ...] = (
        full_check_in(),
        day_record(),
        treatment,
        *side_effects(treatment.id),
        answered,
        medicine,
        dose_taken(medicine.id),
        full_safety_answer(about=answered.id),
    )
    save(journal, *entered)
    records = journal.records()
    kept = (
        *records.check_ins,
        *records.days,
        *records.sessions,
        *records.side_effects,
        *records.responses,
        *records.medications,
        *records.doses_taken,
        *records.safety_answers,
    )
    assert kept == entered
    assert records.scales == journal.scales.all()
    assert records.settings == journal.settings()


def test_instants_come_back_in_utc(journal: OpenJournal) -> None:
    save(journal, check_in(datetime(2026, 7, 1, 12, tzinfo=UTC)))
    (stored,) = journal.check_ins.between()
    assert stored.moment.instant.tzinfo is UTC


def test_all_of_it_is_there_the_next_time(path: Path) -> None:
    entered = full_check_in()
    journal = writer(path)
    save(journal, entered)
    journal.close()
    journal = store_at(path).open()
    assert journal.check_ins.between() == (entered,)
    journal.close()
