"""Backups of a journal: what one holds, which of many are kept, and when one is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime
    from pathlib import Path

    from journal.domain.errors import StorageProblem

EVERY = timedelta(minutes=30)
"""How long a journal that changed waits for its next backup while it is in use."""

OVERDUE_AFTER = timedelta(days=7)
"""Longer than this without a backup deserves a word."""

A_MOMENT = timedelta(minutes=1)
"""So much may lie between two looks at a clock that is right, set by the network meanwhile."""

ALL_FOR = timedelta(hours=24)
"""Every backup this close to the newest is kept."""

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of so many days, weeks and months with backups the last one each is kept."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal's file holds; `first` and `last` are journal days, None where it is empty."""

    check_ins: int
    sessions: int
    side_effects: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that was opened, checked and counted before it got its name; `made_at` is UTC.

    `replaced` is one that holds the journal as it was before a restore. `contents` is None where
    nobody looked, or where the file does not open with the journal's passphrase. Where it is known
    that an earlier one opens it alone, `has_earlier_passphrase` is set, and `is_online_only` where
    a look would download it.
    """

    file: Path
    made_at: datetime
    replaced: bool = False
    contents: Contents | None = None
    has_earlier_passphrase: bool = False
    is_online_only: bool = False


@dataclass(frozen=True, slots=True)
class FolderFault:
    """A folder that took no backup, and why."""

    folder: Path
    problem: StorageProblem


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """The backups that were made, at least one, and the folders that took none.

    `folders_lost` is set where one more folder may have been chosen that is not known any more.
    """

    made: tuple[Backup, ...]
    missed: tuple[FolderFault, ...] = ()
    folders_lost: bool = False


@dataclass(frozen=True, slots=True)
class BackupList:
    """Every backup that can be found, newest first, and the folders that cannot be reached.

    `folders_lost` is set where there may be folders that are not known any more.
    """

    backups: tuple[Backup, ...]
    unreachable: tuple[Path, ...] = ()
    folders_lost: bool = False

    @property
    def with_earlier_passphrase(self) -> tuple[Backup, ...]:
        """Those that the journal's passphrase does not open, but one from before does."""
        return tuple(each for each in self.backups if each.has_earlier_passphrase)


@dataclass(frozen=True, slots=True)
class RemadeBackups:
    """What became of the backups when the journal got another passphrase, or none.

    `sealed` are no sound journals, so they could not be remade, but anyone could have gone on
    reading in them: each lies whole inside the encrypted file that is named. `deleted` could not
    even be sealed. `left` are as they were: they open with an earlier passphrase only, or not at
    all, or another program has them, or they belong to another data folder. What lies in
    `unreachable` is as it was, and with `folders_lost` what lies in folders that are not known any
    more. `copies` were remade too: under names the program did not give.
    """

    remade: int = 0
    deleted: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    unreachable: tuple[Path, ...] = ()
    sealed: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    folders_lost: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What the journal holds now, and the file that keeps what it was; None where it was nothing.

    `remade` is set where the restored journal brought a passphrase with it.
    """

    contents: Contents
    kept: Path | None
    remade: RemadeBackups | None = None


def to_keep(made: Iterable[datetime]) -> frozenset[datetime]:
    """Which of the backups made at these instants are kept when there are many.

    All of the last 24 hours before the newest, the last of each of 7 days, 4 weeks and 12 months
    that have any (days and weeks in UTC, weeks from Monday). It does not ask what time it is: a
    clock that is wrong today deletes nothing that was kept yesterday.
    """
    newest_first = sorted(set(made), reverse=True)
    kept = {instant for instant in newest_first if newest_first[0] - instant < ALL_FOR}
    slots: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda instant: instant.date()),
        (WEEKS, lambda instant: instant.isocalendar()[:2]),
        (MONTHS, lambda instant: (instant.year, instant.month)),
    )
    for most, slot in slots:
        last_of: dict[object, datetime] = {}
        for instant in newest_first:
            last_of.setdefault(slot(instant), instant)
        kept.update(islice(last_of.values(), most))
    return frozenset(kept)


def last_of(made: Iterable[datetime], now: datetime) -> datetime | None:
    """The latest of these instants, None where there is none.

    One that lies ahead of `now`, but for a minute, was given by a clock that was wrong.
    """
    return max((instant for instant in made if instant - now <= A_MOMENT), default=None)


def newest(found: BackupList, now: datetime) -> Backup | None:
    """The backup to go back to first: the latest that no restore put aside."""
    made = {each.made_at: each for each in found.backups if not each.replaced}
    latest = last_of(made, now)
    return None if latest is None else made[latest]


def is_overdue(latest: datetime | None, began: datetime, now: datetime) -> bool:
    """Whether the last backup, or else the journal's beginning, lies more than 7 days back.

    Instants that lie ahead count for nothing: where there are no others, a backup is overdue.
    """
    last = last_of([began] if latest is None else [began, latest], now)
    return last is None or now - last > OVERDUE_AFTER
