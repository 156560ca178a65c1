"""The period's records as files that go along inside the PDF: a CSV table, and JSON.

Both hold the same, described in docs/attached-data.md; the same records give the same bytes.
"""

import csv
import json
from dataclasses import dataclass
from io import StringIO

from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.summary import Summary
from journal.i18n import _
from journal.report.parts import Choices
from journal.report.record_fields import Field, FieldsOfRecord, record_fields
from journal.report.shared_records import shared_records

FORMAT = "symptom-journal-records"
VERSION = 1
"""Raised when something in the layout changes its meaning or its place."""

COLUMNS = ("record", "kind", "day", "at", "zone", "field", "name", "value", "unit")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: UTF-8 text under a name, with what it is called for people."""

    name: str
    mime_type: str
    description: str
    content: bytes


def attached_data(
    records: Records, summary: Summary, choices: Choices
) -> tuple[Attachment, Attachment]:
    """`records.csv` and `records.json` for the page of `summary`, made of these records."""
    shared = shared_records(records, summary, choices)
    every = record_fields(shared)
    table, whole = _("The records as a table"), _("The records for other programs")
    return (
        Attachment("records.csv", "text/csv", table, _csv(every)),
        Attachment("records.json", "application/json", whole, _json(shared.period, every)),
    )


def _csv(records: tuple[FieldsOfRecord, ...]) -> bytes:
    """A row for each field; the mark at its beginning tells spreadsheets that this is UTF-8."""
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for number, record in enumerate(records, 1):
        shared = (number, record.kind, record.day.isoformat(), *_when(record))
        for field in record.fields:
            value = _as_text(field.value)
            table.writerow((*shared, field.field, field.name, value, field.unit))
    return text.getvalue().encode("utf-8-sig", "replace")


def _json(period: Period, every: tuple[FieldsOfRecord, ...]) -> bytes:
    content = {
        "format": FORMAT,
        "version": VERSION,
        "first_day": period.first.isoformat(),
        "last_day": period.last.isoformat(),
        "records": [_as_object(number, record) for number, record in enumerate(every, 1)],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _as_object(number: int, record: FieldsOfRecord) -> dict[str, object]:
    at, zone = _when(record)
    when = {"at": at, "zone": zone} if at else {}
    return {
        "record": number,
        "kind": record.kind,
        "day": record.day.isoformat(),
        **when,
        "fields": [_field(field) for field in record.fields],
    }


def _field(field: Field) -> dict[str, object]:
    """Without what it does not have."""
    told = {"name": field.name, "unit": field.unit}
    return {
        "field": field.field,
        "value": field.value,
        **{key: text for key, text in told.items() if text},
    }


def _when(record: FieldsOfRecord) -> tuple[str, str]:
    """The clock's time where it was lived, with its distance from UTC, and the zone's name."""
    if record.moment is None:
        return "", ""
    return record.moment.local.isoformat(timespec="seconds"), record.moment.zone


def _as_text(value: object) -> str:
    return "yes" if value is True else str(value)
