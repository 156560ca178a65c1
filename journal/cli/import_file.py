"""`import`: another tracker's export, whole or not at all."""

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path

from journal.cli.call import Call
from journal.cli.numbers import named_number
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.domain.checkin import Scale
from journal.domain.errors import InvalidValue, Problem
from journal.domain.import_plan import ExportRow, Identity, ImportPlan, plan
from journal.i18n import _, format_number
from journal.wording import count_check_ins

FORMATS = ("daylio-csv",)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The file, its format, and levels for moods with names of one's own."""
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the export to read"))
    parser.add_argument("--format", default=FORMATS[0], help=", ".join(FORMATS))
    parser.add_argument(
        "--mood",
        type=named_number,
        action="append",
        default=[],
        metavar="NAME=LEVEL",
        help=_("the level of a mood of your own, 1 worst to 5 best; may be repeated"),
    )


def run(call: Call) -> int:
    """Import the file and say how much of it was new."""
    from journal.interchange import daylio_csv  # noqa: PLC0415 - only where it is used

    if call.asked.format not in FORMATS:
        raise InvalidValue("format", Problem.UNKNOWN)
    rows = daylio_csv.read(_bytes(call.asked.file))
    source = daylio_csv.SOURCE
    if not call.store.exists():
        _plan(call, rows, source, (), ())  # a refused file leaves no new journal behind
    with call.journal(writer=True) as journal:
        planned = _plan(call, rows, source, journal.imports.known(source), journal.scales.all())
        if planned.edits:
            journal.apply(planned.edits)
    say(
        _("Saved {added}; in the journal already: {known}").format(
            added=count_check_ins(planned.added), known=format_number(planned.already_known)
        )
    )
    return 0


def _plan(
    call: Call,
    rows: Sequence[ExportRow],
    source: str,
    known: Collection[Identity],
    scales: Sequence[Scale],
) -> ImportPlan:
    levels = dict(call.asked.mood)
    return plan(rows, source, levels, known, scales, call.clock.zone(), call.stamp())


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        words = _("There is no file {file} that can be read. Nothing was imported.")
        raise Refusal(words.format(file=file)) from None
