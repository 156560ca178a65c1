"""Edits into rows: each edit inserts, changes or deletes the one row of its record."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.edit import Edit, ImportedRow
from journal.domain.journal_settings import JournalSettings
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.storage import (
    check_ins,
    days,
    imports,
    scales,
    sessions,
    settings,
    side_effects,
    tables,
)
from journal.storage.text_forms import Row


class Shelf:
    """Where one kind of record is kept; its statements are made once, since making them is slow."""

    def __init__(self, table: Table, to_row: Callable[[Any], Row]) -> None:
        is_the_record = table.c.id == bindparam("record_id")
        self.to_row = to_row
        self.name = table.name
        self.insert = insert(table)
        self.update = update(table).where(is_the_record)
        self.delete = delete(table).where(is_the_record)


_SHELVES: dict[type, Shelf] = {
    CheckIn: Shelf(tables.check_in, check_ins.to_row),
    DayRecord: Shelf(tables.day_record, days.to_row),
    TreatmentSession: Shelf(tables.treatment_session, sessions.to_row),
    SideEffect: Shelf(tables.side_effect, side_effects.to_row),
    Scale: Shelf(tables.scale, scales.to_row),
    JournalSettings: Shelf(tables.journal_settings, settings.to_row),
    ImportedRow: Shelf(tables.imported_row, imports.to_row),
}
_INSERT_SCORES = insert(tables.score)
_INSERT_TAGS = insert(tables.check_in_tag)
_CLEAR_SCORES = delete(tables.score).where(tables.score.c.check_in_id == bindparam("record_id"))
_CLEAR_TAGS = delete(tables.check_in_tag).where(
    tables.check_in_tag.c.check_in_id == bindparam("record_id")
)


def write_edits(connection: Connection, edits: Iterable[Edit]) -> None:
    """Write `edits` in their order.

    Raises LookupError for a change or deletion of a record that is not there, ValueError for one
    that breaks a constraint of the tables: both are defects of the program that made the edit.
    """
    for edit in edits:
        _write(connection, edit)


def _write(connection: Connection, edit: Edit) -> None:
    shelf = _SHELVES[type(edit.record)]
    record_id = str(edit.record.id)
    if edit.after is None:
        # The scores and tags of a check-in go with it (ON DELETE CASCADE).
        _expect_one(shelf, connection.execute(shelf.delete, {"record_id": record_id}).rowcount)
        return
    row = shelf.to_row(edit.after)
    if edit.before is None:
        connection.execute(shelf.insert, row)
    else:
        del row["id"]
        changed = connection.execute(shelf.update, {**row, "record_id": record_id})
        _expect_one(shelf, changed.rowcount)
    if isinstance(edit.after, CheckIn):
        _write_children(connection, edit.before, edit.after)


def _write_children(connection: Connection, before: object, check_in: CheckIn) -> None:
    if before is not None:
        connection.execute(_CLEAR_SCORES, {"record_id": str(check_in.id)})
        connection.execute(_CLEAR_TAGS, {"record_id": str(check_in.id)})
    if check_in.scores:
        connection.execute(_INSERT_SCORES, check_ins.score_rows(check_in))
    if check_in.tags:
        connection.execute(_INSERT_TAGS, check_ins.tag_rows(check_in))


def _expect_one(shelf: Shelf, rows: int) -> None:
    if rows != 1:
        raise LookupError(f"{shelf.name}: no such record")
