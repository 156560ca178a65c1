"""One fictional record of every kind, with every field in use, and what is needed to keep them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from uuid6 import uuid7

from journal.domain.checkin import CheckIn, DayRecord, Direction, Scale, Score
from journal.domain.edit import Edit, ImportedRow, Record
from journal.domain.period import Moment, moment_at
from journal.domain.repository import OpenJournal
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
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
