"""No command: the window, or one line where there is no screen to show it on."""

import gc
import os
import sys
from pathlib import Path

from journal.cli.call import Call
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.domain.period import last_days
from journal.i18n import _

DEMO_SUMMARY = Path("demo-summary.pdf")


def run(call: Call) -> int:
    """Show the window until it is closed."""
    if call.passphrases.are_given:
        words = _(
            "The window asks for the passphrase itself; call again without --passphrase-file."
        )
        raise Refusal(words)
    if not has_display():
        return _without_display(call)
    gc.disable()  # until the first paint: all that is loaded for it stays
    from journal.ui.application import run as run_window  # noqa: PLC0415 - loads Qt

    return run_window(call.store, call.places, call.clock)


def has_display() -> bool:
    """Whether there is a screen; on Linux DISPLAY or WAYLAND_DISPLAY says so."""
    is_named = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return is_named or sys.platform != "linux"


def _without_display(call: Call) -> int:
    if not call.asked.demo:
        raise Refusal(_("There is no display to show a window on."))
    from journal.cli import summary  # noqa: PLC0415 - the window does not wait for it

    with call.journal() as journal:
        today = call.moment(journal, None).day
        summary.write(journal.records(), last_days(summary.USUAL_DAYS, today), today, DEMO_SUMMARY)
    words = _("There is no display to show a window on; the summary is in {file}.")
    say(words.format(file=DEMO_SUMMARY))
    return 0
