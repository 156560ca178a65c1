"""The backup that a writing command leaves behind, and the word where there was none for a week."""

from contextlib import suppress
from datetime import datetime, timedelta

from journal.cli.output import complain
from journal.clock import Clock
from journal.domain.backups import EVERY, is_overdue
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.i18n import _
from journal.wording.backups import since_when


def back_up_if_due(journal: OpenJournal, clock: Clock) -> None:
    """Make a backup of a journal that changed, 30 minutes after the last one or later.

    What was saved is saved: a backup that cannot be made holds nothing up, and is told only where
    the journal is damaged or there was none for a week.
    """
    try:
        if journal.backups.is_due() and not _is_recent(journal.backups.latest(), clock.now()):
            journal.backups.make()
    except StorageError as error:
        if error.problem is StorageProblem.DAMAGED:
            complain(
                _(
                    "No backup was made: the journal’s file is damaged. The backups from before "
                    "are kept; `backups` lists them, and `restore` goes back to one."
                )
            )
            return
        with suppress(StorageError):
            tell_if_overdue(journal, clock)


def _is_recent(latest: datetime | None, now: datetime) -> bool:
    # One from the future is the work of a clock that was wrong.
    return latest is not None and timedelta(0) <= now - latest < EVERY


def tell_if_overdue(journal: OpenJournal, clock: Clock) -> None:
    """Say so where the journal changed, and its last backup lies more than 7 days back."""
    latest, now = journal.backups.latest(), clock.now()
    if journal.backups.is_due() and is_overdue(latest, journal.settings().created_at, now):
        since = since_when(latest, now, clock.zone())
        complain(_("{since} `backup` makes one, or says why it cannot.").format(since=since))
