"""An older journal brought to the newest form of its tables, in one transaction or not at all.

Alembic is loaded with this module, so only when a file needs it. The steps are in
`migrations/versions`.
"""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, select, table

from journal.domain.errors import StorageError, StorageProblem
from journal.storage.database import Database

SCRIPTS = "journal.storage:migrations"


def migrate(database: Database, scripts: str | None = None) -> None:
    """Take every step the file has not yet had; the caller holds the writer's lock.

    A step never drops a row: StorageError DAMAGED when a table afterwards holds fewer than before
    or a reference leads nowhere. Whatever is raised, the file is as it was.
    """
    with database.write_without_foreign_keys() as connection:
        before = _row_counts(connection)
        _upgrade(connection, scripts or SCRIPTS)
        after = _row_counts(connection)
        lost = any(after.get(name, 0) < rows for name, rows in before.items())
        if lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StorageError(StorageProblem.DAMAGED)


def _upgrade(connection: Connection, scripts: str) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", scripts)
    command.upgrade(config, "head")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.dialect.get_table_names(connection)
    count = select(func.count())
    return {name: connection.scalar(count.select_from(table(name))) or 0 for name in names}
