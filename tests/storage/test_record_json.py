"""A record written as JSON is read back the same, whatever kind it is."""

import json
from dataclasses import MISSING, fields, replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.edit import Record
from journal.domain.journal_settings import JournalSettings
from journal.storage.record_json import from_json, to_json
from journal.storage.writing import KINDS
from tests.storage.examples import (
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
    session,
    side_effect,
    side_effects,
)

RECORDS: list[Record] = [
    check_in(),
    full_check_in(),
    day_record(),
    session(),
    full_session(),
    *side_effects(uuid4()),
    own_scale(),
    full_settings(JournalSettings(uuid4(), NOW, NOW)),
    imported_row(uuid4()),
    response(),
    full_response(),
    medication(),
    full_medication(),
    dose_taken(uuid4()),
    safety_answer(),
    full_safety_answer(uuid4()),
]
each_record = pytest.mark.parametrize(
    "record", RECORDS, ids=[f"{n} {type(record).__name__}" for n, record in enumerate(RECORDS)]
)


@each_record
def test_a_record_is_read_back_the_same(record: Record) -> None:
    assert from_json(type(record), to_json(record)) == record


def test_every_kind_of_record_was_tried() -> None:
    assert {type(record) for record in RECORDS} == set(KINDS.values())


@given(note=st.text())
def test_any_text_can_be_written(note: str) -> None:
    entered = replace(check_in(), note=note)
    text = to_json(entered)
    assert text.isascii()
    assert from_json(type(entered), text) == entered


@each_record
def test_what_a_later_version_asks_may_be_missing(record: Record) -> None:
    optional = [field.name for field in fields(record) if field.default is not MISSING]
    kept = json.loads(to_json(record))
    earlier = {name: value for name, value in kept.items() if name not in optional}
    read = from_json(type(record), json.dumps(earlier))
    assert read == type(record)(**{name: getattr(record, name) for name in earlier})


def test_a_side_effect_keeps_what_nobody_told() -> None:
    untold = side_effect(severity=None)
    assert from_json(type(untold), to_json(untold)).severity is None
