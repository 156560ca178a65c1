"""`check`: whether the journal is sound, and what it holds."""

import argparse

from journal.cli.backup_due import tell_if_overdue
from journal.cli.call import Call
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.domain.errors import StorageError, StorageProblem
from journal.i18n import _
from journal.wording import (
    count_check_ins,
    count_sessions,
    count_side_effects,
    error_sentence,
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    """Print what was found, then one line of counts."""
    try:
        with call.journal() as journal:
            found = journal.check()
            if found.is_sound:
                tell_if_overdue(journal, call.clock)
    except StorageError as error:
        if error.problem is StorageProblem.WRONG_PASSPHRASE:
            raise _not_opened(error) from None
        if error.problem is not StorageProblem.DAMAGED:
            raise
        raise _damaged() from None
    if not found.is_sound:
        raise _damaged()
    say(_("integrity ok"))
    counts = (
        count_check_ins(found.check_ins),
        count_sessions(found.sessions),
        count_side_effects(found.side_effects),
    )
    say(", ".join(counts))
    return 0


def _not_opened(error: StorageError) -> Refusal:
    """A file whose first bytes are damaged looks like this, too."""
    words = _(
        "{reason} If you are sure of it, the file may be damaged: `backups` lists what you can go "
        "back to, and `restore FILE` does it."
    )
    return Refusal(words.format(reason=error_sentence(error)))


def _damaged() -> Refusal:
    return Refusal(
        _(
            "The journal’s file is damaged. It was not changed. `backups` lists what you can go "
            "back to, and `restore FILE` does it; the damaged file is kept."
        )
    )
