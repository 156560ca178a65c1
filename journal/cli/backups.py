"""`backups`: every backup with its date and what it holds."""

import argparse
from dataclasses import replace
from zoneinfo import ZoneInfo

from journal.cli.backup_due import tell_if_overdue
from journal.cli.call import Call
from journal.cli.holdings import counts
from journal.cli.lost_folders import folders_lost
from journal.cli.output import complain, say
from journal.domain.backups import Backup, BackupList
from journal.domain.errors import StorageError, StorageProblem
from journal.i18n import _, format_date, format_time
from journal.wording import error_sentence
from journal.wording.backups import instead_of_counts


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    """Print one line for each, the newest first; 1 where the journal itself does not open."""
    code, found = _found(call)
    zone = ZoneInfo(call.clock.zone())
    for backup in found.backups:
        say(_line(backup, zone))
    if not found.backups:
        say(_("There is no backup yet; `backup` makes one."))
    for folder in found.unreachable:
        say(_("Not there at the moment: {folder}").format(folder=folder))
    if found.folders_lost:
        complain(folders_lost())
    return code


def _found(call: Call) -> tuple[int, BackupList]:
    """The backups and the exit code; those of a journal that does not open can be told, too."""
    try:
        with call.journal() as journal:
            tell_if_overdue(journal, call.clock)
            return 0, journal.backups.all()
    except StorageError as error:
        if error.problem in (StorageProblem.IN_USE, StorageProblem.BUSY):
            raise
        found = call.store.backups()
        if error.problem is StorageProblem.NO_JOURNAL and not found.backups:
            raise
        complain(error_sentence(error))
        return 1, replace(found, backups=tuple(_looked_into(call, each) for each in found.backups))


def _looked_into(call: Call, backup: Backup) -> Backup:
    if backup.is_online_only:
        return backup
    try:
        return replace(backup, contents=call.store.preview(backup.file, call.passphrases.known()))
    except StorageError:
        return backup


def _line(backup: Backup, zone: ZoneInfo) -> str:
    made_at = backup.made_at.astimezone(zone)
    holds = instead_of_counts(backup) or counts(backup.contents)
    words = _("{date}, {time}: {holds}: {file}")
    if backup.replaced:
        words = _("{date}, {time}: {holds}: {file} (what a restore put aside)")
    return words.format(
        date=format_date(made_at.date()),
        time=format_time(made_at),
        holds=holds,
        file=backup.file,
    )
