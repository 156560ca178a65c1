"""Today as it is kept, read through the driver alone.

SQLAlchemy takes longer to load than the window, so the few rows of today are read before it, with
statements of their own. Whatever is unusual is left to `opening`, which says what is wrong.
"""

from __future__ import annotations

from contextlib import closing
from datetime import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from journal.domain.checkin import Score
from journal.domain.day_entries import DayEntries
from journal.domain.errors import StorageError
from journal.domain.glance import Glance
from journal.domain.period import moment_at
from journal.domain.profile import TreatedFor
from journal.storage.day_rows import to_check_in, to_day_record, to_scale, to_side_effect
from journal.storage.faults import NEVER_WRITTEN
from journal.storage.file_form import HEAD, FileForm, form_of
from journal.storage.file_uri import file_uri
from journal.storage.text_forms import to_instant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from journal.domain.checkin import CheckIn

BUSY_SECONDS = 0.2
"""Longer than that is not worth a wait: opening the journal comes next."""

_BIPOLAR = TreatedFor.BIPOLAR.value
_CHECK_INS = """
SELECT id, created_at, changed_at, instant, zone, day, note, note_shared, source
FROM check_in WHERE day = ? ORDER BY instant, id"""
_SCORES = """
SELECT scale, value, written_at FROM score WHERE check_in_id = ? ORDER BY sequence"""
_TAGS = "SELECT tag FROM check_in_tag WHERE check_in_id = ? ORDER BY sequence"
_RECORD = """
SELECT id, day, created_at, changed_at, no_side_effects, too_unwell, sleep_hours, sleep_quality
FROM day_record WHERE day = ?"""
_EFFECTS = "SELECT * FROM side_effect WHERE noted_day = ? ORDER BY noted_instant, id"


def glance(path: Path, now: datetime, zone: str) -> Glance | None:
    """Today's part of the journal at `path`, or None where only opening it can tell.

    That is: no file, a passphrase, another form of the tables, or anything that is not as it
    should be. The file is read only, and let go of before this returns.
    """
    try:
        if form_of(path, with_passphrase=False) is not FileForm.PLAIN:
            return None
        uri = file_uri(path.absolute(), "ro")
        driver = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        with closing(driver) as connection:
            return _read(connection, now, zone)
    except (StorageError, dbapi2.Error, *NEVER_WRITTEN):
        return None


def _read(connection: Any, now: datetime, zone: str) -> Glance | None:
    connection.execute("PRAGMA temp_store = 2")
    connection.execute("BEGIN")
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision != HEAD:
        return None
    settings = connection.execute("SELECT day_starts_at, treated_for FROM journal_settings")
    starts, treated_for = settings.fetchone()
    day_starts_at = time.fromisoformat(starts)
    scales = connection.execute("SELECT * FROM scale ORDER BY position, id")
    return Glance(
        day_starts_at,
        tuple(to_scale(row) for row in _named(scales)),
        _entries(connection, moment_at(now, zone, day_starts_at).day),
        is_bipolar=_BIPOLAR in treated_for.split(),
    )


def _entries(connection: Any, day: date) -> DayEntries:
    asked = (day.isoformat(),)
    record = connection.execute(_RECORD, asked).fetchone()
    return DayEntries(
        day,
        tuple(_check_in(connection, row) for row in connection.execute(_CHECK_INS, asked)),
        None if record is None else to_day_record(record),
        tuple(to_side_effect(row) for row in _named(connection.execute(_EFFECTS, asked))),
    )


def _check_in(connection: Any, row: Any) -> CheckIn:
    scores = connection.execute(_SCORES, (row[0],))
    tags = connection.execute(_TAGS, (row[0],))
    return to_check_in(
        row,
        tuple(Score(scale, value, to_instant(at)) for scale, value, at in scores),
        tuple(tag for (tag,) in tags),
    )


def _named(cursor: Any) -> Iterator[SimpleNamespace]:
    names = [column[0] for column in cursor.description]
    return (SimpleNamespace(**dict(zip(names, row, strict=True))) for row in cursor)
