"""Edits into rows: each edit inserts, changes or deletes the row of its record and its parts.

What is deleted goes into the bin, and what is there again leaves it, in the same transaction.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, update

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.edit import Edit, ImportedRow
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.storage import (
    check_ins,
    days,
    deleted_records,
    feelings,
    imports,
    medications,
    responses,
    safety_answers,
    scales,
    sessions,
    settings,
    side_effects,
    tables,
    vitals,
)
from journal.storage.text_forms import Row


class Parts:
    """The rows of a child table that belong to a record; `owner` is the column that says to which.

    They go away with their record (ON DELETE CASCADE).
    """

    def __init__(self, owner: "Column[str]", to_rows: Callable[[Any], list[Row]]) -> None:
        self.to_rows = to_rows
        self.insert = insert(owner.table)
        self.clear = delete(owner.table).where(owner == bindparam("record_id"))


class Shelf:
    """Where one kind of record is kept; its statements are made once, since making them is slow."""

    def __init__(self, table: Table, to_row: Callable[[Any], Row], *parts: Parts) -> None:
        is_the_record = table.c.id == bindparam("record_id")
        self.to_row = to_row
        self.parts = parts
        self.name = table.name
        self.table = table
        self.insert = insert(table)
        self.update = update(table).where(is_the_record)
        self.delete = delete(table).where(is_the_record)


_SHELVES: dict[type, Shelf] = {
    CheckIn: Shelf(
        tables.check_in,
        check_ins.to_row,
        Parts(tables.score.c.check_in_id, check_ins.score_rows),
        Parts(tables.check_in_tag.c.check_in_id, check_ins.tag_rows),
    ),
    DayRecord: Shelf(tables.day_record, days.to_row),
    TreatmentSession: Shelf(
        tables.treatment_session,
        sessions.to_row,
        Parts(tables.vitals.c.session_id, vitals.to_rows),
        Parts(tables.felt.c.session_id, feelings.to_rows),
    ),
    SideEffect: Shelf(tables.side_effect, side_effects.to_row),
    Scale: Shelf(tables.scale, scales.to_row),
    JournalSettings: Shelf(
        tables.journal_settings,
        settings.to_row,
        Parts(tables.questionnaire_interval.c.settings_id, settings.interval_rows),
    ),
    ImportedRow: Shelf(tables.imported_row, imports.to_row),
    Response: Shelf(
        tables.response,
        responses.to_row,
        Parts(tables.answer.c.response_id, responses.answer_rows),
    ),
    Medication: Shelf(tables.medication, medications.medication_row),
    DoseTaken: Shelf(tables.dose_taken_as_needed, medications.dose_row),
    SafetyAnswer: Shelf(tables.safety_answer, safety_answers.to_row),
}


KINDS: dict[str, type] = {shelf.name: kind for kind, shelf in _SHELVES.items()}
"""Every kind of record by the name of its table."""


def write_edits(connection: Connection, edits: Iterable[Edit], now: datetime) -> None:
    """Write `edits` in their order; `now` dates what is deleted.

    Raises LookupError for a change or deletion of a record that is not there, ValueError for one
    that breaks a constraint of the tables: both are defects of the program that made the edit.
    """
    deleted: list[deleted_records.Deleted] = []
    added: set[Table] = set()
    for edit in edits:
        shelf = _SHELVES[type(edit.record)]
        _write(connection, shelf, edit)
        if edit.after is None:
            deleted.append((shelf.name, edit.record))
        elif edit.before is None:
            added.add(shelf.table)
    deleted_records.keep(connection, deleted, now)
    deleted_records.forget_what_is_there(connection, added)


def _write(connection: Connection, shelf: Shelf, edit: Edit) -> None:
    record_id = {"record_id": str(edit.record.id)}
    if edit.after is None:
        _expect_one(shelf, connection.execute(shelf.delete, record_id).rowcount)
        return
    row = shelf.to_row(edit.after)
    if edit.before is None:
        connection.execute(shelf.insert, row)
    else:
        del row["id"]
        changed = connection.execute(shelf.update, {**row, **record_id})
        _expect_one(shelf, changed.rowcount)
        for part in shelf.parts:
            connection.execute(part.clear, record_id)
    for part in shelf.parts:
        if rows := part.to_rows(edit.after):
            connection.execute(part.insert, rows)


def _expect_one(shelf: Shelf, rows: int) -> None:
    if rows != 1:
        raise LookupError(f"{shelf.name}: no such record")
