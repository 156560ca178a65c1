"""`summary`: the page for the provider, as PDF or as plain text."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.call import Call, read_day
from journal.cli.output import say
from journal.cli.refusal import Refusal
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Period, last_days
from journal.domain.repository import Records
from journal.i18n import _

if TYPE_CHECKING:
    from journal.report.parts import Report

USUAL_DAYS = 180
PDF, TEXT = ".pdf", ".txt"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The period, both ends included, the file, and what goes along in it."""
    parser.add_argument(
        "--from",
        dest="first",
        metavar="DATE",
        help=_("first day; {count} days up to the last if left out").format(count=USUAL_DAYS),
    )
    parser.add_argument("--to", dest="last", metavar="DATE", help=_("last day; today if left out"))
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help=_("where to write it: a PDF, or plain text if the name ends in .txt"),
    )
    parser.add_argument(
        "--attach-data",
        action="store_true",
        help=_("put the records of these days into the PDF; anyone with the file can read them"),
    )


def run(call: Call) -> int:
    """Write the summary and say where it is."""
    output: Path = call.asked.output
    _check_output(output, call.places.data, attach_data=call.asked.attach_data)
    with call.journal() as journal:
        today = call.moment(journal, None).day
        period = _period(call.asked, today)
        records = journal.records()
    write(records, period, today, output, attach_data=call.asked.attach_data)
    say(_("Saved: {file}").format(file=output))
    return 0


def _check_output(output: Path, data: Path, *, attach_data: bool) -> None:
    suffix = output.suffix.lower()
    if output.parent.resolve() == data.resolve() and suffix not in (PDF, TEXT):
        raise Refusal(
            _("The journal’s own files lie there. Choose a name that ends in .pdf or .txt.")
        )
    if attach_data and suffix == TEXT:
        raise Refusal(_("A text file holds no attached data. Choose a name that ends in .pdf."))


def write(
    records: Records, period: Period, today: date, output: Path, *, attach_data: bool = False
) -> None:
    """Write the summary of a period to `output`, as text where its name ends in .txt."""
    from journal.report.content import build_report, summary_for  # noqa: PLC0415 - only here

    summary = summary_for(records, period, today)
    report = build_report(summary)
    if output.suffix.lower() == TEXT:
        _write_text(report, output)
        return
    from journal.report.attachments import attached_data  # noqa: PLC0415 - as above
    from journal.report.parts import Choices  # noqa: PLC0415 - as above
    from journal.report.pdf import write_pdf  # noqa: PLC0415 - loads matplotlib and Typst

    write_pdf(report, output, attached_data(records, summary, Choices()) if attach_data else ())


def _write_text(report: Report, output: Path) -> None:
    from journal.report.saving import save_whole  # noqa: PLC0415 - as above
    from journal.report.text import render_text  # noqa: PLC0415 - as above

    save_whole(render_text(report).encode(), output)


def _period(asked: argparse.Namespace, today: date) -> Period:
    last = today if asked.last is None else read_day("to", asked.last)
    first = (
        last_days(USUAL_DAYS, last).first if asked.first is None else read_day("from", asked.first)
    )
    for field, day in (("from", first), ("to", last)):
        if day > today:
            raise InvalidValue(field, Problem.IN_FUTURE)
    return Period(first, last)
