"""One fictional record of every kind, with every field in use, and what is needed to keep them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from uuid6 import uuid7

from journal.domain.checkin import CheckIn, DayRecord, Direction, Scale, Score
from journal.domain.edit import Edit, ImportedRow, Record
from journal.domain.journal_settings import JournalSettings, OwnInterval
from journal.domain.medication import DoseTaken, Medication, MedicineClass
from journal.domain.period import Moment, moment_at
from journal.domain.profile import ClinicShouldKnow, Contact, TreatedFor
from journal.domain.questionnaire import Answer, Response
from journal.domain.repository import OpenJournal
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
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
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.domain.vitals import Vitals
from journal.storage.store import JournalFile

NOW = datetime(2026, 3, 14, 20, 14, 5, 123456, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
ZONE = "Europe/Berlin"


def store_at(path: Path) -> JournalFile:
    return JournalFile(path, clock=lambda: NOW)


def writer(path: Path, passphrase: str | None = None) -> OpenJournal:
    return store_at(path).open(passphrase, writer=True)


def save(journal: OpenJournal, *records: Record) -> None:
    journal.apply([Edit(None, record) for record in records])


def at(instant: datetime) -> Moment:
    return moment_at(instant, ZONE)


def check_in(instant: datetime = NOW, **fields: Any) -> CheckIn:
    return CheckIn(uuid7(), at(instant), NOW, LATER, **fields)


def full_check_in() -> CheckIn:
    return check_in(
        scores=(Score("mood", 7, NOW), Score("anxiety", 0, LATER)),
        tags=("walk", "family"),
        note="Slept badly, then a good morning.",
        note_shared=True,
        source="daylio",
    )


def day_record(day: date = date(2026, 3, 14)) -> DayRecord:
    return DayRecord(uuid7(), day, NOW, LATER, False, True, 7.5, 6)


def session(start: datetime = NOW, **fields: Any) -> TreatmentSession:
    given: dict[str, Any] = {
        "treatment": Treatment.IV_KETAMINE,
        "route": Route.INTRAVENOUS,
        "state": SessionState.DONE,
        **fields,
    }
    return TreatmentSession(uuid7(), at(start), created_at=NOW, changed_at=LATER, **given)


def full_session() -> TreatmentSession:
    return session(
        end=NOW + timedelta(minutes=40),
        treatment=Treatment.OTHER,
        treatment_name="Vitamin infusion",
        dose=Dose(Decimal("0.50"), DoseUnit.MG_PER_KG),
        body_weight_kg=Decimal("71.0"),
        setting=Setting.HOME_WITH_SOMEONE,
        provider="Dr Weiss",
        no_side_effects=True,
        note="In the small room.",
        dose_taken=Dose(Decimal("0.40"), DoseUnit.MG_PER_KG),
        with_whom="Mina",
        taken_home_by="A taxi",
        before=frozenset({BeforeSession.OPIOIDS, BeforeSession.ALCOHOL}),
        vitals=(
            Vitals(-10, 128, 81, 72, 98),
            Vitals(40, 190, 120, 95, confirmed=True),
            Vitals(90, spo2=97, leaving=True),
        ),
        felt=((Feeling.FLOATING, 8), (Feeling.CALM, 0)),
    )


def side_effect(noted: datetime = NOW, **fields: Any) -> SideEffect:
    given: dict[str, Any] = {"severity": Severity.MODERATE, "effect": "nausea", **fields}
    return SideEffect(uuid7(), at(noted), created_at=NOW, changed_at=LATER, **given)


def side_effects(session_id: UUID) -> list[SideEffect]:
    return [
        side_effect(session_id=session_id, onset=Onset(during=True)),
        side_effect(onset=Onset(instant=LATER), duration=Duration(Lasted.MINUTES, 0)),
        side_effect(effect="", name="Everything far away", duration=Duration(Lasted.STILL_THERE)),
        side_effect(severity=None, onset=Onset()),
    ]


def own_scale(key: str = "hope") -> Scale:
    return Scale(uuid7(), key, -5, 5, Direction.NEITHER, False, 20, NOW, LATER, name="Hope")


def imported_row(check_in_id: UUID, nth: int = 1) -> ImportedRow:
    return ImportedRow(
        uuid7(), "daylio", date(2026, 3, 14), "8:30 pm", nth, check_in_id, NOW, LATER
    )


def response(instant: datetime = NOW, **fields: Any) -> Response:
    return Response(uuid7(), "phq-9", at(instant), NOW, LATER, **fields)


def full_response() -> Response:
    answers = (Answer("2", 3), Answer("1", 0), Answer("9", 1, left=False))
    return response(answers=answers, entered_total=14, finished=True)


def medication(first: date = date(2026, 3, 1), **fields: Any) -> Medication:
    return Medication(uuid7(), uuid7(), "Sertraline", first, NOW, LATER, **fields)


def full_medication() -> Medication:
    return medication(
        dose="100 mg",
        how_often="mornings",
        kind=MedicineClass.STIMULANT,
        as_needed=True,
        last=date(2026, 3, 1),
        reason="Too little sleep",
    )


def dose_taken(medication_id: UUID, instant: datetime = NOW, amount: str = "half") -> DoseTaken:
    return DoseTaken(uuid7(), medication_id, at(instant), NOW, LATER, amount)


def safety_answer(instant: datetime = NOW, **fields: Any) -> SafetyAnswer:
    given: dict[str, Any] = {"question": SafetyQuestion.BLADDER, **fields}
    return SafetyAnswer(uuid7(), moment=at(instant), created_at=NOW, changed_at=LATER, **given)


def full_safety_answer(about: UUID) -> SafetyAnswer:
    return safety_answer(answers=("nights-up", "urinary-pain"), about=about)


def full_settings(settings: JournalSettings) -> JournalSettings:
    return replace(
        settings,
        changed_at=LATER,
        day_starts_at=time(5, 30),
        visits=(date(2026, 1, 5), date(2026, 3, 2)),
        patient_name="Ana Example",
        birth_date=date(1984, 2, 29),
        record_number="K 17/4",
        treated_for=frozenset({TreatedFor.PAIN, TreatedFor.SUICIDAL_THOUGHTS}),
        clinic_should_know=frozenset({ClinicShouldKnow.BLADDER, ClinicShouldKnow.HEART}),
        clinic=Contact("The clinic", "030 1"),
        person=Contact("Mina", "+49 30 2"),
        contacts_always=True,
        evening_question=True,
        set_up=True,
        intervals=(OwnInterval("gad-7", None), OwnInterval("phq-9", 28)),
        begun_in_treatment=True,
    )
