"""The command line, and the composition root: the one package that knows both storage and window.

Exit codes: 0 done; 1 a value or the journal refused it, in one line on stderr; 2 wrong usage.
"""

import argparse
import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from journal import wording
from journal.cli import window
from journal.cli.call import Call
from journal.cli.output import complain, finish, make_printable
from journal.cli.passphrases import Passphrases
from journal.cli.refusal import Refusal, Usage
from journal.clock import Clock, SystemClock
from journal.domain.errors import JournalError
from journal.i18n import N_, _
from journal.paths import places

GARBAGE_AFTER = 50_000
"""So many more objects made than dropped before garbage is looked for."""

# The name, what it does, and its module here, which only that command loads.
COMMANDS = (
    ("log", N_("Keep a check-in: scores, tags, a note."), "log"),
    ("session", N_("Keep a treatment session, done or planned."), "session"),
    ("effect", N_("Keep a side effect."), "effect"),
    ("import", N_("Bring in another tracker’s export."), "import_file"),
    ("summary", N_("Write the summary for the provider, as PDF or as text."), "summary"),
    ("backup", N_("Make a backup that is checked."), "backup"),
    ("backups", N_("List the backups and what they hold."), "backups"),
    ("restore", N_("Put a backup in the place of the journal, which is kept."), "restore"),
    ("passphrase", N_("Set, change or remove the passphrase."), "passphrase"),
    ("check", N_("See whether the journal is sound, and what it holds."), "check"),
)


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run the program; the exit code."""
    # What is loaded at the start stays: looking through it for garbage, as often as Python does
    # unasked, takes a tenth of the time until the window is there.
    gc.set_threshold(GARBAGE_AFTER)
    make_printable()
    try:
        return _run(arguments, clock or SystemClock())
    except Refusal as refusal:
        complain(str(refusal))
        return 2 if isinstance(refusal, Usage) else 1
    except JournalError as error:
        complain(wording.error_sentence(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a traceback could carry the patient's words
        complain(_("Something went wrong ({kind}).").format(kind=type(error).__name__))
        return 1


def _run(arguments: Sequence[str] | None, clock: Clock) -> int:
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit:  # after --help
        finish()
        return 0
    run: Callable[[Call], int] = asked.run
    if asked.demo:
        return _run_with_demo(run, asked, clock)
    passphrases = Passphrases(asked.passphrase_file)
    return run(Call(asked, places(asked.data_dir), clock, clock.now(), passphrases))


def _run_with_demo(run: Callable[[Call], int], asked: argparse.Namespace, clock: Clock) -> int:
    import tempfile  # noqa: PLC0415 - only where it is asked for

    from journal.demo import demo_edits  # noqa: PLC0415 - only where it is asked for

    with tempfile.TemporaryDirectory(prefix="symptom-journal-demo-") as folder:
        call = Call(asked, places(Path(folder)), clock, clock.now(), Passphrases(None))
        with call.journal(writer=True) as journal:
            scales, settings = journal.scales.all(), journal.settings()
            journal.apply(demo_edits(call.now, clock.zone(), scales, settings))
        return run(call)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(_("{problem}; see {program} --help").format(problem=message, program=self.prog))


class _Command(_Parser):
    module = ""

    def parse_known_args(self, *arguments: Any, **named: Any) -> Any:
        command = import_module(f"journal.cli.{self.module}")
        command.add_options(self)
        self.set_defaults(run=command.run)
        return super().parse_known_args(*arguments, **named)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="symptom-journal",
        description=_("A private journal for people in ketamine or esketamine treatment."),
        epilog=_("Without a command the window opens."),
        allow_abbrev=False,
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=_("the folder the journal lies in")
    )
    where.add_argument(
        "--demo", action="store_true", help=_("a fictional patient, in a folder gone afterwards")
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=_(
            "read the passphrase from this file’s first line, and a new one or a backup’s own from "
            "the second; - reads standard input"
        ),
    )
    parser.set_defaults(run=window.run)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=_Command)
    for name, words, module in COMMANDS:
        command = commands.add_parser(name, help=_(words), description=_(words), allow_abbrev=False)
        command.module = module
    return parser
