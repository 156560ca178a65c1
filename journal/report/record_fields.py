"""Every record as named fields: what the two attached files hold, each in its own form.

The layout is described in docs/attached-data.md. Names in it are keys and do not follow the
language of the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import Moment
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.domain.vitals import BEFORE, Vitals
from journal.report.shared_records import SharedRecords, SharedResponse

Value = str | int | float | bool

MMHG = "mmHg"
_UNITS = {"systolic": MMHG, "diastolic": MMHG, "pulse": "1/min", "spo2": "%"}
_OF_TEN = "0 to 10"


@dataclass(frozen=True, slots=True)
class Field:
    """One value; `name` tells which of several, such as the scale of a score."""

    field: str
    value: Value
    name: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FieldsOfRecord:
    """A record; `day` is its journal day, `moment` is None where it belongs to the whole day."""

    kind: str
    day: date
    moment: Moment | None
    fields: tuple[Field, ...]


def record_fields(records: SharedRecords) -> tuple[FieldsOfRecord, ...]:
    """Every record, kind by kind, oldest first; another record is named by its number, from 1."""
    return tuple(_Fields(records).all())


class _Fields:
    """Knows what a record's fields need of other records: names, ends of scales, numbers."""

    def __init__(self, records: SharedRecords) -> None:
        self._records = records
        self._ranges = {scale.key: _ends(scale.low, scale.high) for scale in records.scales}
        self._names = {scale.key: scale.name or scale.key for scale in records.scales}
        first = len(records.check_ins) + len(records.days) + 1
        self._sessions = _numbers(first, (session.id for session in records.sessions))
        self._medicines = {medicine.id: medicine.name for medicine in records.medications}

    def all(self) -> Iterator[FieldsOfRecord]:
        records = self._records
        yield from (_at("check-in", c.moment, self._check_in(c)) for c in records.check_ins)
        yield from (_on("day", day.day, _day(day)) for day in records.days)
        yield from (_at("session", s.start, _session(s)) for s in records.sessions)
        yield from (_at("side-effect", e.noted, self._side_effect(e)) for e in records.side_effects)
        yield from (_at("questionnaire", r.moment, _response(r)) for r in records.responses)
        yield from (_on("medicine", m.first, _medicine(m)) for m in records.medications)
        yield from (_at("dose-taken", d.taken, self._dose_taken(d)) for d in records.doses_taken)
        yield from (_at("safety-answer", a.moment, _answer(a)) for a in records.safety_answers)

    def _check_in(self, check_in: CheckIn) -> Iterator[Field]:
        for score in check_in.scores:
            name = self._names[score.scale]
            yield Field("score", score.value, name, self._ranges[score.scale])
        if check_in.scores:
            written = min(score.written_at for score in check_in.scores)
            yield Field("written-at", _instant(written))
        yield from _told("source", check_in.source)
        yield from _told("note", check_in.note)

    def _side_effect(self, effect: SideEffect) -> Iterator[Field]:
        yield Field("effect", effect.effect or effect.name)
        if effect.severity is not None:
            yield Field("severity", effect.severity.name.lower())
        if effect.onset is not None and effect.onset.during:
            yield Field("onset", "during")
        if effect.began_at is not None:
            yield Field("onset", _instant(effect.began_at))
        if effect.duration is not None:
            yield Field("lasted", str(effect.duration.lasted))
            if effect.duration.minutes is not None:
                yield Field("minutes", effect.duration.minutes, unit="min")
        if effect.session_id is not None:
            yield Field("session", self._sessions[effect.session_id])

    def _dose_taken(self, dose: DoseTaken) -> Iterator[Field]:
        yield from _told("name", self._medicines.get(dose.medication_id, ""))
        yield from _told("amount", dose.amount)


def _numbers(first: int, ids: Iterable[UUID]) -> Mapping[UUID, int]:
    return {each: number for number, each in enumerate(ids, first)}


def _at(kind: str, moment: Moment, fields: Iterable[Field]) -> FieldsOfRecord:
    return FieldsOfRecord(kind, moment.day, moment, tuple(fields))


def _on(kind: str, day: date, fields: Iterable[Field]) -> FieldsOfRecord:
    return FieldsOfRecord(kind, day, None, tuple(fields))


def _told(field: str, text: str) -> Iterator[Field]:
    """A text, where there is one."""
    if text:
        yield Field(field, text)


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")


def _ends(low: int, high: int) -> str:
    """Never `1-5`, which spreadsheets take for a day in May."""
    return f"{low} to {high}"


def _number(amount: Decimal) -> str:
    """As it was written: 0.5 stays 0.5."""
    return f"{amount:f}"


def _day(day: DayRecord) -> Iterator[Field]:
    if day.sleep_hours is not None:
        yield Field("sleep", day.sleep_hours, unit="h")
    if day.sleep_quality is not None:
        yield Field("sleep-quality", day.sleep_quality, unit=_OF_TEN)
    if day.too_unwell:
        yield Field("too-unwell", True)
    if day.no_side_effects:
        yield Field("no-side-effects", True)


def _session(session: TreatmentSession) -> Iterator[Field]:
    yield Field("treatment", session.treatment_name or str(session.treatment))
    yield Field("route", str(session.route))
    yield Field("state", str(session.state))
    yield from _given(session)
    yield from _around(session)
    for reading in session.vitals:
        yield from _reading(reading)
    if session.no_side_effects:
        yield Field("no-side-effects", True)
    yield from _told("note", session.note)


def _given(session: TreatmentSession) -> Iterator[Field]:
    for field, dose in (("dose", session.dose), ("dose-taken", session.dose_taken)):
        if dose is not None:
            yield Field(field, _number(dose.amount), unit=str(dose.unit))
    if session.body_weight_kg is not None:
        yield Field("body-weight", _number(session.body_weight_kg), unit="kg")


def _around(session: TreatmentSession) -> Iterator[Field]:
    if session.minutes is not None:
        yield Field("minutes", session.minutes, unit="min")
    if session.before is not None:
        for taken in sorted(map(str, session.before)) or ["none"]:
            yield Field("before", taken)


def _reading(reading: Vitals) -> Iterator[Field]:
    """What was measured; the name says when: minutes after the start, below zero before it."""
    when = "before" if reading.minutes == BEFORE else str(reading.minutes)
    for field, unit in _UNITS.items():
        value = getattr(reading, field)
        if value is not None:
            yield Field(field, value, when, unit)
    if reading.leaving:
        yield Field("leaving", True, when)


def _response(response: SharedResponse) -> Iterator[Field]:
    questionnaire = response.questionnaire
    yield Field("questionnaire", questionnaire.title)
    if response.total is not None:
        unit = _ends(questionnaire.low, questionnaire.high)
        yield Field("total", response.total, unit=unit)
    if response.from_paper:
        yield Field("from-paper", True)
    for item, value in response.answers:
        yield Field("answer", value, item)


def _medicine(medicine: Medication) -> Iterator[Field]:
    yield Field("name", medicine.name)
    yield from _told("dose", medicine.dose)
    yield from _told("how-often", medicine.how_often)
    yield Field("class", str(medicine.kind))
    if medicine.as_needed:
        yield Field("as-needed", True)
    yield Field("first-day", medicine.first.isoformat())
    if medicine.last is not None:
        yield Field("last-day", medicine.last.isoformat())


def _answer(answer: SafetyAnswer) -> Iterator[Field]:
    for code in answer.answers or ("none",):
        yield Field("answer", code, str(answer.question))
