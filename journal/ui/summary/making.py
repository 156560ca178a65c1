"""Work of the worker: from the journal's records to a page that can be seen, saved and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.period import Period
from journal.domain.repository import OpenJournal, Records
from journal.domain.summary import Summary
from journal.report.parts import Choices, Report
from journal.ui.undisturbed import kept_for_good

if TYPE_CHECKING:
    from journal.report.drawings import Drawings


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page is wanted."""

    period: Period
    today: date
    choices: Choices


@dataclass(frozen=True, slots=True)
class FileWishes:
    """What a saved PDF is to be besides the page; an empty password protects nothing."""

    attach_data: bool = False
    password: str = ""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page in its forms: numbers, words, PDF and plain text.

    `days_of_data` is on how many days there are records that could go along.
    """

    summary: Summary
    report: Report
    pdf: bytes
    text: str
    days_of_data: int


class PageMaker:
    """Makes pages from one journal, and of each only what is not there from the page before.

    All of it runs in the worker, one piece of work after the other. Every method raises
    StorageError and ReportError; `reread` is wanted once the journal may hold something new.
    """

    def __init__(self, journal: OpenJournal) -> None:
        self.journal = journal
        self._records: Records | None = None
        self._summary: tuple[Period, date, str, Summary] | None = None
        self._drawings: Drawings | None = None
        self._last: MadePage | None = None

    def make(self, asked: Asked, *, reread: bool = True) -> MadePage:
        """The page that is asked for, or the last one itself where it says the same; no file."""
        with kept_for_good():
            from journal.report.content import build_report  # noqa: PLC0415 - in the worker only
            from journal.report.drawings import Drawings  # noqa: PLC0415 - loads matplotlib
            from journal.report.pdf import render_pdf  # noqa: PLC0415 - loads Typst
            from journal.report.shared_records import shared_records  # noqa: PLC0415 - as above
            from journal.report.text import render_text  # noqa: PLC0415 - as above

            records = self._read(reread=reread)
            summary = self._summarised(records, asked)
            report = build_report(summary, asked.choices)
            days = shared_records(records, summary, asked.choices).day_count
        if not self._says_the_same(summary, report, days):
            self._drawings = self._drawings or Drawings()
            pdf = render_pdf(report, drawings=self._drawings)
            self._last = MadePage(summary, report, pdf, render_text(report), days)
        assert self._last is not None  # noqa: S101 - made just now
        return self._last

    def _read(self, *, reread: bool) -> Records:
        if reread or self._records is None:
            self._records = self.journal.records()
            self._summary = None
        return self._records

    def _summarised(self, records: Records, asked: Asked) -> Summary:
        from journal.report.content import summary_for  # noqa: PLC0415 - as above

        about = (asked.period, asked.today, asked.choices.scale)
        if self._summary is None or self._summary[:3] != about:
            made = summary_for(records, asked.period, asked.today, asked.choices)
            self._summary = (*about, made)
        return self._summary[3]

    def _says_the_same(self, summary: Summary, report: Report, days: int) -> bool:
        last = self._last
        return last is not None and (summary, report, days) == (
            last.summary,
            last.report,
            last.days_of_data,
        )

    def save_pdf(
        self, asked: Asked, wishes: FileWishes, path: Path, *, reread: bool = True
    ) -> None:
        """Write the page at `path` as it is wished for, whole or not at all."""
        from journal.report.saving import save_whole  # noqa: PLC0415 - as above

        page = self.make(asked, reread=reread)
        pdf = self._with_data(page, asked) if wishes.attach_data else page.pdf
        if wishes.password:
            from journal.report.protected import protected  # noqa: PLC0415 - rarely

            pdf = protected(pdf, wishes.password)
        save_whole(pdf, path)

    def _with_data(self, page: MadePage, asked: Asked) -> bytes:
        from journal.report.attachments import attached_data  # noqa: PLC0415 - rarely
        from journal.report.pdf import render_pdf  # noqa: PLC0415 - as above

        data = attached_data(self._read(reread=False), page.summary, asked.choices)
        return render_pdf(page.report, data, drawings=self._drawings)

    def save_text(self, asked: Asked, path: Path, *, reread: bool = True) -> None:
        """Write the page's words at `path`, whole or not at all."""
        from journal.report.saving import save_whole  # noqa: PLC0415 - as above

        save_whole(self.make(asked, reread=reread).text.encode(), path)
