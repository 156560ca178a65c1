"""Older journals are brought up to date whole or not at all, and their children stay."""

import re
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from journal.domain.errors import StorageError, StorageProblem
from journal.storage import migration, opening, revision, tables
from journal.storage.database import Database
from journal.storage.migration import migrate
from journal.storage.open_journal import SqlJournal
from tests.storage.examples import (
    dose_taken,
    full_check_in,
    full_medication,
    full_response,
    full_session,
    save,
    side_effect,
    store_at,
    writer,
)

NEXT = f"{int(revision.HEAD) + 1:04}"
STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{revision.HEAD}"


def upgrade():
    """
REMAKE = """with op.batch_alter_table("check_in", recreate="always") as batch:
        batch.add_column(sa.Column("place", sa.Text, nullable=False, server_default=""))"""


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    path = tmp_path / "empty.db"
    path.touch()
    return Database(path)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The steps there are, in a folder of their own that can be given more."""
    package = Path(migration.__file__).parent / "migrations"
    return Path(shutil.copytree(package, tmp_path / "migrations"))


@pytest.fixture
def older(path: Path) -> Path:
    """A journal without the next step, with a record of every kind that has others tied to it."""
    journal, treatment = writer(path), full_session()
    medicine, effect = full_medication(), side_effect(session_id=treatment.id)
    tied = effect, dose_taken(medicine.id)
    save(journal, full_check_in(), full_response(), treatment, medicine, *tied)
    journal.close()
    return path


def add_step(scripts: Path, upgrade: str) -> None:
    (scripts / "versions" / f"{NEXT}_step.py").write_text(STEP + upgrade)


def schema(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", "", sql) for name, sql in rows}


def test_the_newest_revision_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", migration.SCRIPTS)
    script = ScriptDirectory.from_config(config)
    revisions = [step.revision for step in script.walk_revisions()]
    assert revisions[0] == revision.HEAD
    assert revisions == sorted(revisions, reverse=True)


def test_the_steps_and_the_tables_make_the_same_file(empty: Database, older: Path) -> None:
    migrate(empty)
    with empty.read() as migrated, Database(older).read() as made:
        assert schema(migrated) == schema(made)
        application_id = "PRAGMA application_id"
        assert (
            migrated.exec_driver_sql(application_id).scalar()
            == made.exec_driver_sql(application_id).scalar()
        )
        context = MigrationContext.configure(migrated, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_a_remade_table_keeps_its_children(older: Path, scripts: Path) -> None:
    add_step(scripts, REMAKE)
    before = store_at(older).open().records()
    migrate(Database(older), str(scripts))
    with Database(older).read() as connection:
        assert connection.exec_driver_sql("SELECT place FROM check_in").scalar_one() == ""
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert revision.stored_revision(connection) == NEXT
    assert SqlJournal(Database(older), None).records() == before


FAILING = {
    "error half-way": (REMAKE + "\n    raise RuntimeError", RuntimeError),
    "lost rows": (REMAKE + """\n    op.execute("DELETE FROM score")""", StorageError),
    "lost table": ("""op.drop_table("score")""", StorageError),
    "loose reference": (
        """op.execute("UPDATE check_in_tag SET check_in_id = 'nowhere' || tag")""",
        StorageError,
    ),
}


@pytest.mark.parametrize(("upgrade", "error"), FAILING.values(), ids=FAILING)
def test_a_failing_step_leaves_the_file_as_it_was(
    older: Path, scripts: Path, upgrade: str, error: type[Exception]
) -> None:
    add_step(scripts, upgrade)
    before, records = older.read_bytes(), store_at(older).open().records()
    with pytest.raises(error):
        migrate(Database(older), str(scripts))
    assert older.read_bytes() == before
    assert store_at(older).open().records() == records


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch, scripts: Path) -> None:
    """As if this were the program that knows one step more."""
    add_step(scripts, REMAKE)
    monkeypatch.setattr(opening, "HEAD", NEXT)
    monkeypatch.setattr(migration, "SCRIPTS", str(scripts))


@pytest.mark.parametrize("as_writer", [False, True], ids=["reader", "writer"])
def test_opening_brings_an_older_journal_up_to_date(
    older: Path, newer_program: None, as_writer: bool
) -> None:
    journal = store_at(older).open(writer=as_writer)
    assert len(journal.records().check_ins[0].scores) == 2
    journal.close()
    with Database(older).read() as connection:
        assert revision.stored_revision(connection) == NEXT
    writer(older).close()


def test_a_reader_does_not_bring_it_up_to_date_behind_a_writers_back(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = writer(older)
    monkeypatch.setattr(opening, "HEAD", NEXT)
    with pytest.raises(StorageError) as raised:
        store_at(older).open()
    assert raised.value.problem is StorageProblem.IN_USE
    journal.close()
