"""`backup`: a copy of the journal, opened, checked and counted before it counts as one."""

import argparse
from pathlib import Path

from journal.cli.call import Call
from journal.cli.holdings import counts
from journal.cli.lost_folders import folders_lost
from journal.cli.output import complain, say
from journal.i18n import _
from journal.wording.backups import no_backup_in


def add_options(parser: argparse.ArgumentParser) -> None:
    """One more folder than those that get a backup anyway."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help=_("one more folder for it, such as one on another disk"),
    )


def run(call: Call) -> int:
    """Make the backup in every folder, and say where it is; 1 where one folder took none."""
    with call.journal() as journal:
        outcome = journal.backups.make(call.asked.folder)
    for backup in outcome.made:
        words = _("Backup made and checked: {file} ({counts})")
        say(words.format(file=backup.file, counts=counts(backup.contents)))
    for fault in outcome.missed:
        complain(no_backup_in(fault))
    if outcome.folders_lost:
        complain(folders_lost())
    return 1 if outcome.missed else 0
