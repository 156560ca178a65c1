"""Older journals are brought up to date whole or not at all, and their children stay."""

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from journal.domain.errors import StorageError, StorageProblem
from journal.storage import migration, revision, tables
from journal.storage.database import Database
from journal.storage.migration import migrate
from journal.storage.open_journal import SqlJournal
from tests.storage.damage import damage_index
from tests.storage.examples import (
    NOW,
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
from tests.storage.full_disk import largest_file
from tests.storage.test_read_only import modes_hold as modes_hold

FIRST_VERSION = Path(__file__).parents[1] / "data" / "journal-0001.sqlite"
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
    assert SqlJournal(Database(older), None, lambda: NOW).records() == before


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
    monkeypatch.setattr(revision, "HEAD", NEXT)
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
    monkeypatch.setattr(revision, "HEAD", NEXT)
    with pytest.raises(StorageError) as raised:
        store_at(older).open()
    assert raised.value.problem is StorageProblem.IN_USE
    journal.close()


def revision_of(path: Path) -> str:
    with Database(path).read() as connection:
        return revision.stored_revision(connection)


@pytest.fixture
def released(path: Path) -> Path:
    """The first version's journal."""
    path.parent.mkdir()
    shutil.copyfile(FIRST_VERSION, path)
    return path


@pytest.mark.parametrize("as_writer", [False, True], ids=["reader", "writer"])
def test_an_older_journal_is_backed_up_first(released: Path, as_writer: bool) -> None:
    store = store_at(released)
    store.open(writer=as_writer).close()
    (backup,) = store.backups().backups
    assert (revision_of(backup.file), revision_of(released)) == ("0001", revision.HEAD)
    with closing(store.open(writer=True)) as journal:
        records = journal.records()
        journal.restore(backup.file)
        assert journal.records() == records


def test_one_that_cannot_be_brought_up_to_date_is_backed_up_once(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_database: Database) -> None:
        raise StorageError(StorageProblem.DISK_FULL)

    monkeypatch.setattr(migration, "migrate", fail)
    before = released.read_bytes()
    for _ in range(3):
        with pytest.raises(StorageError):
            writer(released)
    assert len(store_at(released).backups().backups) == 1
    assert released.read_bytes() == before


def test_a_disk_full_at_any_point_leaves_the_older_journal_as_it_was(released: Path) -> None:
    before = released.read_bytes()
    # Beyond the size it has the newer form does not fit; below, neither does the backup.
    for size in range(0, len(before) + 65_536, 16_384):
        with largest_file(size), pytest.raises(StorageError) as raised:
            writer(released)
        assert raised.value.problem is StorageProblem.DISK_FULL
        assert released.read_bytes() == before
        assert not list(released.parent.rglob("*.new*"))
    with closing(writer(released)) as journal:
        assert len(journal.check_ins.between()) == 1


def test_in_a_read_only_folder_an_older_journal_stays_as_it_was(
    released: Path, modes_hold: None
) -> None:
    before = released.read_bytes()
    released.parent.chmod(0o500)
    for as_writer in (False, True):
        with pytest.raises(StorageError) as raised:
            store_at(released).open(writer=as_writer)
        assert raised.value.problem is StorageProblem.READ_ONLY
    released.parent.chmod(0o700)
    assert released.read_bytes() == before


def test_an_older_journal_with_damage_is_not_touched(released: Path) -> None:
    damage_index(released)
    before = released.read_bytes()
    with pytest.raises(StorageError) as raised:
        writer(released)
    assert raised.value.problem is StorageProblem.DAMAGED
    assert released.read_bytes() == before
