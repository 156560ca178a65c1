"""The names of backups: which journal one is of, when it was made, and nothing about the person.

`journal-1a2b3c4d-2026-03-14T201405Z.db`: the end of the journal's identifier, so that backups of
several journals may lie in one folder, and the instant in UTC. `-replaced` marks what a restore put
aside, `unreadable-` before it what turned out to be no sound backup.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from journal.domain.backups import Backup
from journal.storage.new_file import finished_name, parts

_TIME = "%Y-%m-%dT%H%M%SZ"
_BACKUP = (
    r"journal-(?P<mark>[0-9a-f]{8})-(?P<time>\d{4}-\d\d-\d\dT\d{6}Z)(?P<replaced>-replaced)?\.db"
)
_BEGINNING = "journal-{}-"
_NAME = re.compile(_BACKUP)
_UNREADABLE = "unreadable-"
_UNREADABLE_BACKUP = re.compile(rf"{_UNREADABLE}(\d+-)?{_BACKUP}")


def mark_of(journal: UUID) -> str:
    """What tells the backups of one journal from those of others."""
    return journal.hex[-8:]


def new_backup(folder: Path, mark: str, now: datetime, *, replaced: bool = False) -> Backup:
    """A backup whose name is not taken in `folder`, at `now` or the first free second after it."""
    ending = "-replaced.db" if replaced else ".db"
    file, made_at = _free(folder, _BEGINNING.format(mark), ending, now)
    return Backup(file, made_at, replaced)


def unreadable_file(folder: Path, now: datetime) -> Path:
    """A free name for what lay in the journal's place and did not open."""
    file, _at = _free(folder, _UNREADABLE, ".db", now)
    return file


def _free(folder: Path, beginning: str, ending: str, now: datetime) -> tuple[Path, datetime]:
    at = now.astimezone(UTC).replace(microsecond=0)
    while parts(file := folder / f"{beginning}{at.strftime(_TIME)}{ending}"):
        at += timedelta(seconds=1)
    return file, at


def as_backup(file: Path) -> Backup | None:
    """The backup that a file's name says it is, not looked into; None for any other file."""
    found = _NAME.fullmatch(file.name)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found["time"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(file, made_at, replaced=found["replaced"] is not None)


def mark_in(file: Path) -> str | None:
    """The mark in a backup's name, finished or not; None for any other file."""
    found = _NAME.fullmatch(finished_name(file.name))
    return found and found["mark"]


def begins_as_backup(file: Path, marks: Iterable[str]) -> bool:
    """Whether the name begins as those of these journals' backups do; a copy's goes on anyhow."""
    return file.name.startswith(tuple(_BEGINNING.format(mark) for mark in marks))


def is_unreadable(file: Path) -> bool:
    """Whether the file keeps what lay in the journal's place, or among the backups, and is not
    sound.
    """
    return file.name.startswith(_UNREADABLE)


def unreadable_backup(backup: Path) -> Path:
    """A free name for a backup that is not sound: no list has it, and no thinning counts it."""
    file, number = backup.with_name(f"{_UNREADABLE}{backup.name}"), 1
    while file.exists():
        number += 1
        file = backup.with_name(f"{_UNREADABLE}{number}-{backup.name}")
    return file


def mark_of_unreadable(file: Path) -> str | None:
    """The mark in the name of such a backup, finished or not; None for any other file."""
    found = _UNREADABLE_BACKUP.fullmatch(finished_name(file.name))
    return found and found["mark"]
