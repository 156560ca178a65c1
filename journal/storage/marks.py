"""Which records a backup holds, and when each was last changed; whatever form its tables have."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Table, select

from journal.domain.restoring import Marks
from journal.storage import tables
from journal.storage.text_forms import to_instant
from journal.storage.unlocking import unlocked_backup
from journal.storage.writing import KINDS


def marks_of(file: Path, passphrase: str | None, key: bytes | None) -> Marks:
    """The marks of a backup that could be previewed; StorageError as that raises."""
    with closing(unlocked_backup(file, passphrase, key)) as source, source.read() as connection:
        journal = connection.scalar(select(tables.journal_settings.c.id))
        changed = {each: at for table in _tables() for each, at in _rows(connection, table)}
        return Marks(UUID(journal or ""), changed)


def _tables() -> list[Table]:
    return [tables.metadata.tables[name] for name in KINDS]


def _rows(connection: Connection, table: Table) -> list[tuple[UUID, datetime]]:
    if not connection.dialect.has_table(connection, table.name):
        return []
    rows = connection.execute(select(table.c.id, table.c.changed_at))
    return [(UUID(identifier), to_instant(changed_at)) for identifier, changed_at in rows]
