"""Work of the worker: from the journal's records to a page that can be seen, saved and read."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.domain.period import Period
from journal.domain.repository import OpenJournal
from journal.domain.summary import Summary, summarise
from journal.report.parts import Choices, Report


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page is wanted."""

    period: Period
    today: date
    choices: Choices


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page in its forms: numbers, words, PDF and plain text."""

    summary: Summary
    report: Report
    pdf: bytes
    text: str


def make_page(journal: OpenJournal, asked: Asked, shown: MadePage | None = None) -> MadePage:
    """The page that is asked for, or `shown` itself where it says the same; never a file.

    Raises StorageError and ReportError.
    """
    from journal.report.pdf import render_pdf  # noqa: PLC0415 - Typst, in the worker only
    from journal.report.text import render_text  # noqa: PLC0415

    summary, report = _make_report(journal, asked)
    if shown is not None and (summary, report) == (shown.summary, shown.report):
        return shown
    return MadePage(summary, report, render_pdf(report), render_text(report))


def save_page(journal: OpenJournal, asked: Asked, path: Path) -> None:
    """Write the page at `path`, whole or not at all; raises StorageError and ReportError."""
    from journal.report.pdf import write_pdf  # noqa: PLC0415 - Typst, in the worker only

    write_pdf(_make_report(journal, asked)[1], path)


def _make_report(journal: OpenJournal, asked: Asked) -> tuple[Summary, Report]:
    from journal.report.content import build_report  # noqa: PLC0415 - loads matplotlib

    summary = summarise(journal.records(), asked.period, asked.today)
    return summary, build_report(summary, asked.choices)
