"""One backup: copied, opened, checked and counted before it gets its name.

It carries the time at which the journal's file was last changed, so that the two can be compared
later without a look into either, and without asking a clock that may be wrong.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from journal.domain.backups import Backup
from journal.storage import backup_folders, tables
from journal.storage.backup_names import mark_of, new_backup
from journal.storage.copying import copy
from journal.storage.database import Database
from journal.storage.faults import reading_faults
from journal.storage.new_file import new_file

_ID = select(tables.journal_settings.c.id)


def make_backup(
    database: Database, folder: Path, now: datetime, *, replaced: bool = False
) -> Backup:
    """A verified copy of the journal in `folder`, which is there; not yet looked into.

    Raises StorageError: DAMAGED for a journal that is not sound, DISK_FULL, READ_ONLY,
    NOT_REACHABLE. Nothing is left behind then.
    """
    backup = new_backup(folder, read_mark(database), now, replaced=replaced)
    changed = _changed_at(database.path)
    with new_file(backup.file) as unfinished:
        copy(database, unfinished)
        os.utime(unfinished, ns=(changed, changed))
    return backup


def back_up_unless_unchanged(database: Database, now: datetime) -> Backup | None:
    """Make a backup in the data folder where none holds the journal as it is now; StorageError.

    The caller has the writer's lock.
    """
    folders = backup_folders.load(database.path.parent)
    if is_unchanged_since(database, folders.own_backups()):
        return None
    backup_folders.save(replace(folders, marks=folders.marks | {read_mark(database)}))
    backup_folders.make_folder(folders.own)
    return make_backup(database, folders.own, now)


def is_unchanged_since(database: Database, backups: Iterable[Path]) -> bool:
    """Whether one of these files holds the journal as it is now."""
    changed = _changed_at(database.path)
    return any(_changed_at(backup) == changed for backup in backups if backup.exists())


def read_mark(database: Database) -> str:
    """What tells this journal's backups from those of others; in every form of the tables."""
    with database.read() as connection:
        return mark_of(UUID(connection.execute(_ID).scalar_one()))


def _changed_at(file: Path) -> int:
    with reading_faults():
        return file.stat().st_mtime_ns
