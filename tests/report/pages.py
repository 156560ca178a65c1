"""What tests read off a report, and patients made by hand; today is Tuesday, 10 March 2026."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import Period, last_days
from journal.domain.questionnaire import Response
from journal.domain.repository import Records
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, Report, Section, plain
from tests.domain.diary import Diary

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)
HALF_YEAR = last_days(180, TODAY)


def day(ago: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(ago)


def records_of(
    diary: Diary,
    responses: Iterable[Response] = (),
    medications: Iterable[Medication] = (),
    doses: Iterable[DoseTaken] = (),
) -> Records:
    """The diary with what else a journal holds."""
    return replace(
        diary.records(),
        responses=tuple(responses),
        medications=tuple(medications),
        doses_taken=tuple(doses),
    )


def report_of(
    diary: Diary | Records, period: Period = MONTH, choices: Choices | None = None
) -> Report:
    """The report of a diary as the person chose it."""
    records = diary.records() if isinstance(diary, Diary) else diary
    return build_report(summary_for(records, period, TODAY, choices), choices)


def section(report: Report, title: str) -> Section:
    """The section with this title."""
    return next(section for section in report.all_sections if section.title == title)


def titles(sections: Iterable[Section]) -> list[str]:
    """What the sections are called."""
    return [section.title for section in sections]


def lines(section: Section) -> list[str]:
    """The lines below a section's table or figure."""
    return [plain(line) for line in section.lines]


def rows(section: Section) -> list[list[str]]:
    """The words in every cell of a section's table."""
    assert section.table is not None
    return [[plain(cell) for cell in row] for row in section.table.rows]


def columns(section: Section) -> list[str]:
    """The headings of a section's table."""
    assert section.table is not None
    return [column.heading for column in section.table.columns]


def bold(section: Section) -> list[str]:
    """The words that stand out in a section's table, each column's and row's name apart."""
    assert section.table is not None
    cells = (cell for row in section.table.rows for cell in row[1:])
    return [
        run.text
        for cell in cells
        for run in ((cell,) if not isinstance(cell, tuple) else cell)
        if run.bold
    ]
