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
    from journal.report.parts import Paper, Report

USUAL_DAYS = 180
PDF, TEXT = ".pdf", ".txt"
A4, LETTER = "a4", "letter"


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
        "--replace",
        action="store_true",
        help=_("write over a PDF or text of this name, which otherwise stays as it is"),
    )
    parser.add_argument(
        "--paper",
        choices=(A4, LETTER),
        help=_("the size of the page; the one usual in your country if left out"),
    )
    parser.add_argument(
        "--attach-data",
        action="store_true",
        help=_("put the records of these days into the PDF; anyone with the file can read them"),
    )


def run(call: Call) -> int:
    """Write the summary and say where it is."""
    asked, output = call.asked, call.asked.output
    _check_output(asked, call.places.data)
    with call.journal() as journal:
        today = call.moment(journal, None).day
        period = _period(asked, today)
        records = journal.records()
    write(records, period, today, output, paper=asked.paper, attach_data=asked.attach_data)
    say(_("Saved: {file}").format(file=output))
    return 0


def _check_output(asked: argparse.Namespace, data: Path) -> None:
    output: Path = asked.output
    suffix = output.suffix.lower()
    if output.parent.resolve().is_relative_to(data.resolve()):
        raise Refusal(_("The journal’s own files lie there. Choose another folder."))
    if suffix not in (PDF, TEXT, ""):
        raise Refusal(
            _("A summary is a PDF or plain text. Choose a name that ends in .pdf or .txt.")
        )
    if asked.attach_data and suffix == TEXT:
        raise Refusal(_("A text file holds no attached data. Choose a name that ends in .pdf."))
    _check_replaced(output, replace=asked.replace)


def _check_replaced(output: Path, *, replace: bool) -> None:
    """A file without an end of its name may be anything: it stays even with --replace."""
    if not _is_taken(output):
        return
    if output.suffix == "":
        raise Refusal(
            _("There is a file of this name, and it stays as it is. Choose another name.")
        )
    if not replace:
        raise Refusal(
            _(
                "There is a file of this name, and it stays as it is. "
                "Choose another name, or add --replace."
            )
        )


def _is_taken(output: Path) -> bool:
    try:
        return output.exists() and not output.is_dir()
    except OSError:  # such a place takes no file, which saving says
        return False


def write(
    records: Records,
    period: Period,
    today: date,
    output: Path,
    *,
    paper: str | None = None,
    attach_data: bool = False,
) -> None:
    """Write the summary of a period to `output`, as text where its name ends in .txt.

    A file that is there already is replaced.
    """
    from journal.report.content import build_report, summary_for  # noqa: PLC0415 - only here
    from journal.report.parts import Choices  # noqa: PLC0415 - as above

    choices = Choices(_paper(paper))
    summary = summary_for(records, period, today, choices)
    report = build_report(summary, choices)
    if output.suffix.lower() == TEXT:
        _write_text(report, output)
        return
    from journal.report.attachments import attached_data  # noqa: PLC0415 - as above
    from journal.report.pdf import write_pdf  # noqa: PLC0415 - loads matplotlib and Typst

    write_pdf(report, output, attached_data(records, summary, choices) if attach_data else ())


def _paper(asked: str | None) -> Paper:
    from journal.report.parts import Paper  # noqa: PLC0415 - only here

    if asked is None:
        from journal.ui.summary.paper import paper_of_system  # noqa: PLC0415 - loads Qt

        return paper_of_system()
    return Paper.US_LETTER if asked == LETTER else Paper.A4


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
