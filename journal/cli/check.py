"""`check`: whether the journal is sound, and what it holds."""

import argparse

from journal.cli.call import Call
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.i18n import _
from journal.wording import count_check_ins, count_sessions, count_side_effects


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    """Print what was found, then one line of counts."""
    with call.journal() as journal:
        found = journal.check()
    if not found.is_sound:
        raise Refusal(
            _("The journal’s file is damaged. Keep it, and use the newest copy you have.")
        )
    say(_("integrity ok"))
    counts = (
        count_check_ins(found.check_ins),
        count_sessions(found.sessions),
        count_side_effects(found.side_effects),
    )
    say(", ".join(counts))
    return 0
