"""Which form of the tables a file has: the newest this program knows, and the one a file says.

Revisions are numbered "0001", "0002" and so on, so that their texts sort as their ages do.
"""

import re

from sqlalchemy import Connection, select

from journal.domain.errors import StorageError, StorageProblem
from journal.storage import tables
from journal.storage.database import Database
from journal.storage.file_form import HEAD

__all__ = ["HEAD", "is_older", "stored_revision"]

_REVISION = re.compile(r"(?!0000)[0-9]{4}")


def is_older(database: Database) -> bool:
    """Whether the file has to be brought up to date; StorageError NEWER_VERSION, DAMAGED."""
    with database.read() as connection:
        revision = stored_revision(connection)
    if revision > HEAD:
        raise StorageError(StorageProblem.NEWER_VERSION)
    return revision < HEAD


def stored_revision(connection: Connection) -> str:
    """The revision a journal says it has; StorageError DAMAGED where it says none there can be."""
    name = tables.version.name
    # The one row stands in an index too: an opening writes it, which fails where the two differ.
    if connection.exec_driver_sql(f"PRAGMA integrity_check({name})").scalar() == "ok":
        revision = connection.scalar(select(tables.version.c.version_num))
        if isinstance(revision, str) and _REVISION.fullmatch(revision):
            return revision
    raise StorageError(StorageProblem.DAMAGED)
