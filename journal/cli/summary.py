"""`summary`: the page for the provider, as PDF."""

import argparse
from datetime import date
from pathlib import Path

from journal.cli.call import Call, read_day
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Period, last_days
from journal.domain.repository import Records
from journal.domain.summary import summarise
from journal.i18n import _

USUAL_DAYS = 180


def add_options(parser: argparse.ArgumentParser) -> None:
    """The period, both ends included, and the file."""
    parser.add_argument(
        "--from",
        dest="first",
        metavar="DATE",
        help=_("first day; {count} days up to the last if left out").format(count=USUAL_DAYS),
    )
    parser.add_argument("--to", dest="last", metavar="DATE", help=_("last day; today if left out"))
    parser.add_argument(
        "--output", required=True, type=Path, metavar="FILE.pdf", help=_("where to write it")
    )


def run(call: Call) -> int:
    """Write the summary and say where it is."""
    _spare_the_journal(call.asked.output, call.places.data)
    with call.journal() as journal:
        today = call.moment(journal, None).day
        period = _period(call.asked, today)
        records = journal.records()
    write(records, period, today, call.asked.output)
    say(_("Saved: {file}").format(file=call.asked.output))
    return 0


def _spare_the_journal(output: Path, data: Path) -> None:
    if output.parent.resolve() == data.resolve() and output.suffix.lower() != ".pdf":
        raise Refusal(_("The journal’s own files lie there. Choose a name that ends in .pdf."))


def write(records: Records, period: Period, today: date, output: Path) -> None:
    """Write the summary of a period to `output`."""
    from journal.report.content import build_report  # noqa: PLC0415 - loads matplotlib
    from journal.report.pdf import write_pdf  # noqa: PLC0415

    write_pdf(build_report(summarise(records, period, today)), output)


def _period(asked: argparse.Namespace, today: date) -> Period:
    last = today if asked.last is None else read_day("to", asked.last)
    first = (
        last_days(USUAL_DAYS, last).first if asked.first is None else read_day("from", asked.first)
    )
    for field, day in (("from", first), ("to", last)):
        if day > today:
            raise InvalidValue(field, Problem.IN_FUTURE)
    return Period(first, last)
