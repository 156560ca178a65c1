"""The first version's journal, with data in it, taken through every step to the newest form."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from journal.domain.journal_settings import JournalSettings, OwnInterval
from journal.domain.medication import Medication
from journal.domain.profile import TreatedFor
from journal.domain.questionnaire import Answer
from journal.domain.session import Feeling
from journal.domain.vitals import Vitals
from journal.storage import migration
from journal.storage.database import Database
from journal.storage.migration import migrate
from tests.storage.examples import store_at

FIRST_VERSION = Path(__file__).parents[1] / "data" / "journal-0001.sqlite"

# What a person may have entered with the program of each step, before the next one came.
ENTERED = {
    "0002": """
        INSERT INTO response VALUES ('00000000-0000-0000-0000-000000000001',
            '2026-03-15 08:00:00+00:00', '2026-03-15 08:00:00+00:00', 'phq-9',
            '2026-03-15 08:00:00+00:00', 'Europe/Berlin', '2026-03-15', NULL, 1);
        INSERT INTO answer (response_id, item, value, was_left)
            SELECT id, '9', 1, 1 FROM response;
    """,
    "0003": """
        UPDATE treatment_session SET dose_taken_amount = '0.40', dose_taken_unit = 'mg/kg',
            with_whom = 'Mina', taken_home_by = 'A taxi', taken_before = '';
        INSERT INTO vitals (session_id, minutes, systolic, leaving, confirmed)
            SELECT id, 40, 150, 0, 0 FROM treatment_session;
        INSERT INTO felt (session_id, feeling, value) SELECT id, 'calm', 7 FROM treatment_session;
    """,
    "0004": """
        INSERT INTO medication VALUES ('00000000-0000-0000-0000-000000000002',
            '2026-03-15 08:00:00+00:00', '2026-03-15 08:00:00+00:00',
            '00000000-0000-0000-0000-000000000003', 'Lorazepam', '2026-03-01', NULL, '1 mg', '',
            'benzodiazepine', 1, '');
        INSERT INTO dose_taken_as_needed SELECT '00000000-0000-0000-0000-000000000004',
            created_at, changed_at, id, '2026-03-15 08:00:00+00:00', 'Europe/Berlin',
            '2026-03-15', 'half' FROM medication;
        UPDATE journal_settings SET treated_for = 'depression pain', clinic_name = 'The clinic';
    """,
    "0006": """
        INSERT INTO questionnaire_interval (settings_id, questionnaire, days)
            SELECT id, 'phq-9', 7 FROM journal_settings;
    """,
    "0007": """
        INSERT INTO deleted_record (record_id, kind, record, deleted_at, together)
            SELECT '00000000-0000-0000-0000-000000000005', 'medication',
            '{"id":"00000000-0000-0000-0000-000000000005",'
            || '"course":"00000000-0000-0000-0000-000000000006","name":"Zolpidem",'
            || '"first":"2026-03-01","created_at":"2026-03-15T08:00:00+00:00",'
            || '"changed_at":"2026-03-15T08:00:00+00:00"}', '2026-03-15 08:00:00+00:00', 1;
    """,
    "0008": """
        UPDATE journal_settings SET begun_in_treatment = 1;
    """,
}

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def older(path: Path) -> Path:
    path.parent.mkdir()
    shutil.copyfile(FIRST_VERSION, path)
    return path


def steps() -> list[str]:
    folder = Path(migration.__file__).parent / "migrations" / "versions"
    return sorted(file.name[:4] for file in folder.glob("0*.py"))


def scripts_up_to(last: str, folder: Path) -> Path:
    """The steps that a program of an earlier version had."""
    shutil.copytree(Path(migration.__file__).parent / "migrations", folder)
    for file in (folder / "versions").glob("0*.py"):
        if file.name[:4] > last:
            file.unlink()
    return folder


def all_rows(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in names if name != "alembic_version"]
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]
            for table in tables
        }


def in_the_columns_of(before: Rows, after: Rows) -> Rows:
    """What stands afterwards in the tables and columns that there were before."""
    return {
        table: [
            {column: now[column] for column in then}
            for then, now in zip(rows, after[table], strict=True)
        ]
        for table, rows in before.items()
    }


def test_every_table_of_the_first_version_has_rows_to_lose() -> None:
    rows = all_rows(FIRST_VERSION)
    assert len(rows) == 9
    assert all(rows.values())


def test_every_step_keeps_every_row(older: Path, tmp_path: Path) -> None:
    for step in steps():
        before = all_rows(older)
        migrate(Database(older), str(scripts_up_to(step, tmp_path / step)))
        assert in_the_columns_of(before, all_rows(older)) == before
        with closing(sqlite3.connect(older)) as connection:
            assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(step,)]
            connection.executescript(ENTERED.get(step, ""))
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_entered_between_the_steps_can_be_read(older: Path, tmp_path: Path) -> None:
    for step in steps():
        migrate(Database(older), str(scripts_up_to(step, tmp_path / step)))
        with closing(sqlite3.connect(older)) as connection:
            connection.executescript(ENTERED.get(step, ""))
    with closing(store_at(older).open()) as journal:
        records = journal.records()
        ((deleted,),) = (deletion.records for deletion in journal.bin.deletions())
    assert isinstance(deleted, Medication)
    assert (deleted.name, deleted.dose) == ("Zolpidem", "")
    (session,), (response,) = records.sessions, records.responses
    (medicine,), (dose,) = records.medications, records.doses_taken
    assert (session.before, session.vitals) == (frozenset(), (Vitals(40, 150),))
    assert (session.felt, session.with_whom) == (((Feeling.CALM, 7),), "Mina")
    assert response.answers == (Answer("9", 1),)
    assert (medicine.name, dose.medication_id) == ("Lorazepam", medicine.id)
    assert records.settings.treated_for == {TreatedFor.DEPRESSION, TreatedFor.PAIN}
    assert records.settings.clinic.name == "The clinic"
    assert records.settings.intervals == (OwnInterval("phq-9", 7),)
    assert records.settings.begun_in_treatment


def test_what_the_first_version_did_not_ask_is_not_entered(older: Path) -> None:
    with closing(store_at(older).open()) as journal:
        records = journal.records()
    (session,) = records.sessions
    assert (session.dose_taken, session.before) == (None, None)
    assert (session.with_whom, session.taken_home_by) == ("", "")
    assert (session.vitals, session.felt) == ((), ())
    assert (records.responses, records.safety_answers) == ((), ())
    assert (records.medications, records.doses_taken) == ((), ())
    kept = records.settings
    assert kept == JournalSettings(kept.id, kept.created_at, kept.changed_at, set_up=True)


@contextmanager
def interrupted_after(statements: int) -> Iterator[None]:
    """Let so many changing statements pass, and fail at the next one."""
    passed = 0

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal passed
        if statement.split()[0].upper() in ("SELECT", "PRAGMA"):
            return
        if passed == statements:
            raise KeyboardInterrupt
        passed += 1

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_interrupted_at_any_statement_it_leaves_the_old_file(older: Path) -> None:
    before = older.read_bytes()
    interruptions = 0
    while True:
        try:
            with interrupted_after(interruptions):
                migrate(Database(older))
            break
        except KeyboardInterrupt:
            interruptions += 1
        assert older.read_bytes() == before
        assert [file.name for file in older.parent.iterdir()] == [older.name]
    assert interruptions > 30
    assert all_rows(older).keys() > all_rows(FIRST_VERSION).keys()
