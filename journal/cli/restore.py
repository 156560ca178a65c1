"""`restore`: a backup in the place of the journal, which is kept."""

import argparse
from collections.abc import Callable
from pathlib import Path

from journal.cli.call import Call
from journal.cli.holdings import counts_and_days
from journal.cli.output import say
from journal.cli.passphrase import remade_sentences
from journal.cli.refusal import Refusal
from journal.domain.backups import Contents, Restored
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.i18n import _

UNREADABLE = (StorageProblem.DAMAGED, StorageProblem.EMPTY_FILE, StorageProblem.NOT_A_JOURNAL)
"""What may lie in the journal's place and have to give way to a backup."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which backup, and whether only to look into it."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=_("the backup; `backups` lists them")
    )
    parser.add_argument(
        "--preview", action="store_true", help=_("only say what it holds, and change nothing")
    )


def run(call: Call) -> int:
    """Say what the backup holds and, unless only that was asked for, restore it."""
    file: Path = call.asked.file
    _check_file(call, file)
    if not call.store.exists():
        return _into_nothing_readable(call, file)
    passphrase = call.passphrases.of_journal() if call.store.has_passphrase() else None
    try:
        journal = call.store.open(passphrase, writer=not call.asked.preview)
    except StorageError as error:
        if error.problem not in UNREADABLE:
            raise
        return _into_nothing_readable(call, file)
    try:
        return _over(journal, call, file)
    finally:
        journal.close()


def _check_file(call: Call, file: Path) -> None:
    if not file.is_file():
        words = _("There is no file {file} to restore. Nothing was changed.")
        raise Refusal(words.format(file=file))
    if call.store.exists() and file.samefile(call.places.journal):
        raise Refusal(_("This is the journal itself, and no backup of it."))


def _over(journal: OpenJournal, call: Call, file: Path) -> int:
    passphrase, contents = _looked_into(journal.preview, call, file)
    say(_("The backup holds {holds}.").format(holds=counts_and_days(contents)))
    if not call.asked.preview:
        _say_restored(journal.restore(file, passphrase))
    return 0


def _into_nothing_readable(call: Call, file: Path) -> int:
    passphrase, contents = _looked_into(call.store.preview, call, file)
    say(_("The backup holds {holds}.").format(holds=counts_and_days(contents)))
    if not call.asked.preview:
        if passphrase is None and call.store.has_passphrase():
            passphrase = call.passphrases.of_journal()  # so that it stays locked
        _say_restored(call.store.restore(file, passphrase))
    return 0


def _looked_into(
    preview: Callable[[Path, str | None], Contents], call: Call, file: Path
) -> tuple[str | None, Contents]:
    """What the backup holds, and the passphrase it needed, if it was another than the journal's."""
    tries = (lambda: None, call.passphrases.of_journal, call.passphrases.of_backup)
    for passphrase_of in tries if call.passphrases.are_given else (tries[0], tries[2]):
        try:
            passphrase = passphrase_of()
            return passphrase, preview(file, passphrase)
        except StorageError as error:
            if error.problem is not StorageProblem.WRONG_PASSPHRASE:
                raise
    raise StorageError(StorageProblem.WRONG_PASSPHRASE)


def _say_restored(restored: Restored) -> None:
    say(_("Restored. The journal holds {holds}.").format(holds=counts_and_days(restored.contents)))
    if restored.kept is not None:
        words = _("What it was is kept: {file}. Restoring that file takes this back.")
        say(words.format(file=restored.kept))
    if restored.remade is not None:
        say(_("The journal opens with the passphrase of the backup from now on."))
        for sentence in remade_sentences(restored.remade):
            say(sentence)
