"""`backups`: every backup with its date and what it holds."""

import argparse
from zoneinfo import ZoneInfo

from journal.cli.call import Call
from journal.cli.holdings import counts
from journal.cli.output import say
from journal.domain.backups import Backup
from journal.i18n import _, format_date, format_time


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    """Print one line for each, the newest first."""
    with call.journal() as journal:
        found = journal.backups.all()
    zone = ZoneInfo(call.clock.zone())
    for backup in found.backups:
        say(_line(backup, zone))
    if not found.backups:
        say(_("There is no backup yet; `backup` makes one."))
    for folder in found.unreachable:
        say(_("Not there at the moment: {folder}").format(folder=folder))
    return 0


def _line(backup: Backup, zone: ZoneInfo) -> str:
    made_at = backup.made_at.astimezone(zone)
    words = _("{date}, {time}: {holds}: {file}")
    if backup.replaced:
        words = _("{date}, {time}: {holds}: {file} (what a restore put aside)")
    return words.format(
        date=format_date(made_at.date()),
        time=format_time(made_at),
        holds=counts(backup.contents),
        file=backup.file,
    )
